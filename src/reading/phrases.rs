//! A book of phrases and what they mean, read from left to right and from right to left.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use super::vocabulary::{Vocabulary, WordId, split_words};

/// Phrases of words, each with a value: two tries over [`WordId`]s.
///
/// Where a phrase has a space, the text must have a space too, or nothing between a letter and a
/// digit; where it has a sign (*sửa đổi, bổ sung*; *Kế hoạch - Tài chính*; *HN&GĐ*), the text may
/// have a comma, a dash, a full stop or an ampersand, or a space. Of two equal phrases the first
/// keeps its value.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    values: Vec<T>,
    forward: Trie,
    /// The phrases themselves, for the trie of the other direction: made when first asked for.
    written: Vec<(Box<[Step]>, u32)>,
    backward: OnceLock<Trie>,
}

/// A place within phrases.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node(u32);

/// A word of a phrase, and whether a sign stands before it.
type Step = (WordId, bool);

impl<T> Phrases<T> {
    /// The book of `rows`.
    ///
    /// # Panics
    /// If a word of a phrase is not in `vocabulary`: then no text could ever have it.
    pub(crate) fn new<'p>(
        vocabulary: &Vocabulary,
        rows: impl IntoIterator<Item = (&'p str, T)>,
    ) -> Self {
        let rows = rows.into_iter();
        let mut phrases = Phrases {
            values: Vec::new(),
            forward: Trie::with_capacity(rows.size_hint().0),
            written: Vec::new(),
            backward: OnceLock::new(),
        };
        for (phrase, value) in rows {
            let steps = steps(vocabulary, phrase);
            if phrases
                .forward
                .add(steps.iter().copied(), phrases.values.len() as u32)
            {
                phrases.written.push((steps, phrases.values.len() as u32));
                phrases.values.push(value);
            }
        }
        phrases
    }

    /// Where a phrase goes on behind the first word `id`. A grammar that does not read words just as
    /// they stand follows the phrases itself, with [`next`](Self::next); others ask a [`Place`](super::Place).
    #[inline]
    pub(crate) fn first(&self, id: WordId) -> Option<Node> {
        self.forward.first(id).map(Node)
    }

    /// Where it goes on behind another word; `sign` says whether a sign stands before that.
    #[inline]
    pub(crate) fn next(&self, node: Node, id: WordId, sign: bool) -> Option<Node> {
        self.forward.next(node.0, id, || Some(sign)).map(Node)
    }

    /// The value of the phrase that ends here.
    #[inline]
    pub(crate) fn value_at(&self, node: Node) -> Option<&T> {
        let number = self.forward.value_at(node.0)?;
        Some(self.value(number))
    }

    pub(super) fn forward(&self) -> &Trie {
        &self.forward
    }

    pub(super) fn backward(&self) -> &Trie {
        self.backward.get_or_init(|| {
            let mut trie = Trie::default();
            for (steps, value) in &self.written {
                trie.add(reversed(steps), *value);
            }
            trie
        })
    }

    pub(super) fn value(&self, number: u32) -> &T {
        &self.values[number as usize]
    }

    /// All values, in the order of the rows.
    #[cfg(test)]
    pub(crate) fn values(&self) -> &[T] {
        &self.values
    }

    /// The first word of each phrase, with the phrase's value.
    pub(crate) fn first_words(&self) -> impl Iterator<Item = (WordId, &T)> {
        self.written
            .iter()
            .filter_map(|(steps, value)| Some((steps.first()?.0, self.value(*value))))
    }
}

fn steps(vocabulary: &Vocabulary, phrase: &str) -> Box<[Step]> {
    let mut behind = 0;
    split_words(phrase)
        .map(|word| {
            let at = word.as_ptr() as usize - phrase.as_ptr() as usize;
            let sign = !phrase[behind..at].trim().is_empty();
            behind = at + word.len();
            let id = vocabulary.id(word);
            assert!(
                id != WordId::UNKNOWN,
                "{word:?} of {phrase:?} is in no table"
            );
            (id, sign)
        })
        .collect()
}

/// From the last word to the first; the sign before a word stands behind the word before it.
fn reversed(steps: &[Step]) -> impl Iterator<Item = Step> {
    let signs = std::iter::once(false).chain(steps.iter().rev().map(|step| step.1));
    steps
        .iter()
        .rev()
        .zip(signs)
        .map(|(step, sign)| (step.0, sign))
}

/// A trie. Node 0 is its root; the root's edges lie in an array, for they are asked for most.
#[derive(Clone, Debug)]
pub(super) struct Trie {
    root: Vec<u32>,
    edges: HashMap<(u32, u16), Edge, BuildHasherDefault<Mixed>>,
    /// 1 + the number of the value, for each node.
    values: Vec<u32>,
    /// Whether a phrase goes on from a node: most nodes only end one.
    goes_on: Vec<bool>,
}

#[derive(Clone, Copy, Debug)]
struct Edge {
    node: u32,
    /// Whether a sign may stand before the word.
    sign: bool,
}

impl Default for Trie {
    fn default() -> Self {
        Trie {
            root: Vec::new(),
            edges: HashMap::default(),
            values: vec![0],
            goes_on: vec![false],
        }
    }
}

impl Trie {
    /// For so many phrases, or more.
    fn with_capacity(phrases: usize) -> Self {
        let mut trie = Trie::default();
        trie.edges.reserve(phrases * 2);
        trie.values.reserve(phrases * 2);
        trie
    }

    fn add(&mut self, steps: impl Iterator<Item = Step>, value: u32) -> bool {
        let mut node = 0;
        for (id, sign) in steps {
            let fresh = self.values.len() as u32;
            let next = if node == 0 {
                if self.root.len() <= id.index() {
                    self.root.resize(id.index() + 1, 0);
                }
                let next = &mut self.root[id.index()];
                if *next == 0 {
                    *next = fresh;
                }
                *next
            } else {
                let edge = Edge { node: fresh, sign };
                let edge = self.edges.entry((node, id.index() as u16)).or_insert(edge);
                edge.sign |= sign;
                edge.node
            };
            if next == fresh {
                self.goes_on[node as usize] = true;
                self.values.push(0);
                self.goes_on.push(false);
            }
            node = next;
        }
        let slot = &mut self.values[node as usize];
        let new = *slot == 0 && node != 0;
        if new {
            *slot = value + 1;
        }
        new
    }

    /// The node behind a first word.
    #[inline]
    pub(super) fn first(&self, id: WordId) -> Option<u32> {
        self.root.get(id.index()).copied().filter(|&node| node != 0)
    }

    /// The node behind the next word; `sign` says whether a sign stands before it, and `None` what
    /// no phrase goes on over. Most words are no next one, so it is asked last.
    #[inline]
    pub(super) fn next(
        &self,
        node: u32,
        id: WordId,
        sign: impl FnOnce() -> Option<bool>,
    ) -> Option<u32> {
        if !self.goes_on[node as usize] {
            return None;
        }
        let edge = self.edges.get(&(node, id.index() as u16))?;
        let sign = sign()?;
        (edge.sign || !sign).then_some(edge.node)
    }

    #[inline]
    pub(super) fn value_at(&self, node: u32) -> Option<u32> {
        self.values[node as usize].checked_sub(1)
    }
}

/// Edges are few and their keys small: one multiplication mixes them well enough.
#[derive(Clone, Default)]
pub(super) struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }
    fn write_u16(&mut self, n: u16) {
        self.write_u32(u32::from(n));
    }
    fn write_u32(&mut self, n: u32) {
        self.0 = (self.0.rotate_left(17) ^ u64::from(n)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 29
    }
}
