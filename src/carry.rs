//! Values that hold places, carried to where those places are counted otherwise.
//!
//! The recognisers read repaired text and know nothing of the source; what they found is carried
//! back to it in one step. The same step makes a value own its words, or puts its places through a
//! function: three [`Carrier`]s over one list of what holds a place, which each type gives
//! once, with [`carried!`] or [`placeless!`].
//!
//! A new type joins like this, beside its definition:
//!
//! ```text
//! carried!(Header<'_> { issuer, number } keeps { count });   // borrows from the text
//! carried!(Effectivity { from } keeps { kind, of });         // holds spans, borrows nothing
//! placeless!(DocumentNumber, RelationKind);                  // holds neither
//! ```
//!
//! A field before `keeps` is a [`Span`], a [`Passage`], a [`Found`], a `Cow<str>`, another carried
//! type, or an `Option`, a `Box` or a `Vec` of these; a field behind `keeps` has no place. The compiler asks
//! for every field, so that none is forgotten. Words with a span beside them (`Passage`, `Found`)
//! become the source's own slice; a `Cow<str>` without one is a value to look things up by, and
//! keeps the letters of the repaired text.

use std::borrow::Cow;

use crate::span::{Found, Passage, Span};

/// One way to carry: what becomes of a span and of words.
pub(crate) trait Carrier<'from, 'to> {
    /// Where `span` is there.
    fn span(&mut self, span: Span) -> Span;

    /// The words that stand at `place`, which is carried already; `words` here.
    fn words(&mut self, words: Cow<'from, str>, place: Span) -> Cow<'to, str>;

    /// The words of a find that stand at `place`, without what was set aside among them: a running head, marks
    /// of emphasis. Where nothing was, they are those of the source.
    fn own_words(&mut self, words: Cow<'from, str>, place: Span) -> Cow<'to, str> {
        self.words(words, place)
    }

    /// Words that are a value and have no place.
    fn value(&mut self, words: Cow<'from, str>) -> Cow<'to, str>;
}

/// What can be carried: see the [module's documentation](self) for how a type joins.
pub(crate) trait Carry<'from, 'to> {
    /// The same thing there.
    type There;

    /// Puts every place and every borrowed word through `by`.
    fn carry(self, by: &mut impl Carrier<'from, 'to>) -> Self::There;
}

/// Makes values own their words; places stay.
pub(crate) struct Owner;

impl<'from> Carrier<'from, 'static> for Owner {
    fn span(&mut self, span: Span) -> Span {
        span
    }

    fn words(&mut self, words: Cow<'from, str>, _: Span) -> Cow<'static, str> {
        Cow::Owned(words.into_owned())
    }

    fn value(&mut self, words: Cow<'from, str>) -> Cow<'static, str> {
        Cow::Owned(words.into_owned())
    }
}

/// Puts every place through a function; words stay.
pub(crate) struct Mover<F>(pub F);

impl<'t, F: FnMut(Span) -> Span> Carrier<'t, 't> for Mover<F> {
    fn span(&mut self, span: Span) -> Span {
        (self.0)(span)
    }

    fn words(&mut self, words: Cow<'t, str>, _: Span) -> Cow<'t, str> {
        words
    }

    fn value(&mut self, words: Cow<'t, str>) -> Cow<'t, str> {
        words
    }
}

impl<'from, 'to> Carry<'from, 'to> for Span {
    type There = Span;

    fn carry(self, by: &mut impl Carrier<'from, 'to>) -> Span {
        by.span(self)
    }
}

impl<'from, 'to> Carry<'from, 'to> for Cow<'from, str> {
    type There = Cow<'to, str>;

    fn carry(self, by: &mut impl Carrier<'from, 'to>) -> Cow<'to, str> {
        by.value(self)
    }
}

impl<'from, 'to> Carry<'from, 'to> for Passage<'from> {
    type There = Passage<'to>;

    fn carry(self, by: &mut impl Carrier<'from, 'to>) -> Passage<'to> {
        let span = by.span(self.span);
        Passage {
            span,
            text: by.words(self.text, span),
        }
    }
}

impl<'from, 'to, T: Carry<'from, 'to>> Carry<'from, 'to> for Found<'from, T> {
    type There = Found<'to, T::There>;

    fn carry(self, by: &mut impl Carrier<'from, 'to>) -> Self::There {
        let span = by.span(self.span);
        Found {
            span,
            text: by.words(self.text, span),
            value: self.value.carry(by),
        }
    }
}

impl<'from, 'to, T: Carry<'from, 'to>> Carry<'from, 'to> for Option<T> {
    type There = Option<T::There>;

    fn carry(self, by: &mut impl Carrier<'from, 'to>) -> Self::There {
        self.map(|value| value.carry(by))
    }
}

impl<'from, 'to, T: Carry<'from, 'to>> Carry<'from, 'to> for Box<T> {
    type There = Box<T::There>;

    fn carry(self, by: &mut impl Carrier<'from, 'to>) -> Self::There {
        Box::new((*self).carry(by))
    }
}

impl<'from, 'to, S: Carry<'from, 'to>, T: Carry<'from, 'to>> Carry<'from, 'to> for (S, T) {
    type There = (S::There, T::There);

    fn carry(self, by: &mut impl Carrier<'from, 'to>) -> Self::There {
        (self.0.carry(by), self.1.carry(by))
    }
}

impl<'from, 'to, T: Carry<'from, 'to>> Carry<'from, 'to> for Vec<T> {
    type There = Vec<T::There>;

    fn carry(self, by: &mut impl Carrier<'from, 'to>) -> Self::There {
        self.into_iter().map(|value| value.carry(by)).collect()
    }
}

/// Lets a struct be carried: all its fields, those with places before `keeps`.
macro_rules! carried {
    ($name:ident<'_> { $($placed:ident),* } $(keeps { $($kept:ident),* })?) => {
        impl<'from, 'to> $crate::carry::Carry<'from, 'to> for $name<'from> {
            type There = $name<'to>;

            fn carry(self, by: &mut impl $crate::carry::Carrier<'from, 'to>) -> $name<'to> {
                $name {
                    $($placed: $crate::carry::Carry::carry(self.$placed, by),)*
                    $($($kept: self.$kept,)*)?
                }
            }
        }
    };
    ($name:ident { $($placed:ident),* } $(keeps { $($kept:ident),* })?) => {
        impl<'from, 'to> $crate::carry::Carry<'from, 'to> for $name {
            type There = $name;

            fn carry(self, by: &mut impl $crate::carry::Carrier<'from, 'to>) -> $name {
                $name {
                    $($placed: $crate::carry::Carry::carry(self.$placed, by),)*
                    $($($kept: self.$kept,)*)?
                }
            }
        }
    };
}

/// Lets types without places be carried, as they are.
macro_rules! placeless {
    ($($name:ty),*) => {$(
        impl<'from, 'to> $crate::carry::Carry<'from, 'to> for $name {
            type There = $name;

            fn carry(self, _: &mut impl $crate::carry::Carrier<'from, 'to>) -> $name {
                self
            }
        }
    )*};
}

pub(crate) use {carried, placeless};
