//! The options of an extractor.

use std::sync::Arc;

use regex::Regex;

use crate::body::{self, Body, BodyClass, Place};
use crate::date::CivilDate;
use crate::extractor::Extractor;
use crate::layers::Layers;
use crate::number::DocumentKind;
use crate::tables::Tables;
use crate::tables::laws::Law;

/// Sets the options of an [`Extractor`].
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {
    reference_date: Option<CivilDate>,
    kinds: Vec<DocumentKind>,
    bodies: Vec<Body>,
    places: Vec<Place>,
    laws: Vec<Law>,
    abbreviations: Vec<(String, String)>,
    patterns: Vec<(String, Regex)>,
    layers: Layers,
    strict: bool,
    as_written: bool,
}

impl Extractor {
    /// Starts to set options.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }
}

impl ExtractorBuilder {
    /// The day the text was written, for dates that lack a year or are relative (*Sáng 12/8*).
    /// Without it the page's own date serves: its dateline, its header, its signature's stamp.
    #[must_use]
    pub fn reference_date(mut self, date: CivilDate) -> Self {
        self.reference_date = Some(date);
        self
    }

    /// A kind of document (*loại văn bản*) that the tables do not have, and its code in numbers;
    /// an empty code for a kind that has none. It is read wherever a kind is: in numbers, titles,
    /// citations, references, provisions and annexes.
    ///
    /// ```
    /// let extractor = vanban::Extractor::builder().kind("Sắc chỉ", "SC").build();
    /// let document = extractor.extract("Căn cứ Sắc chỉ số 5/2027/SC-CP, khoản 2 Điều 3 của Sắc chỉ này.");
    /// assert_eq!(document.citations[0].value.kind.as_deref(), Some("Sắc chỉ"));
    /// assert_eq!(document.numbers[0].value.kind(), Some("SC"));
    /// assert_eq!(document.references[0].text, "Sắc chỉ này");
    /// ```
    #[must_use]
    pub fn kind(mut self, name: impl AsRef<str>, code: impl AsRef<str>) -> Self {
        self.kinds
            .push(DocumentKind::own(name.as_ref(), code.as_ref()));
        self
    }

    /// A body (*cơ quan*) that the registry does not have, and its code in numbers; an empty code
    /// for a body that has none. Where more is known of it (class, years, other spellings), a row
    /// of [`registry`](Self::registry) says so.
    ///
    /// ```
    /// let extractor = vanban::Extractor::builder().body("Bộ Kinh tế số", "BKTS").build();
    /// let document = extractor.extract("Thông tư số 5/2027/TT-BKTS");
    /// let resolved = &document.citations[0].value.resolved;
    /// assert_eq!(resolved.issuers, ["Bộ Kinh tế số"]);
    /// ```
    #[must_use]
    pub fn body(mut self, name: impl Into<String>, code: impl Into<String>) -> Self {
        let (body, code) = (Body::new(name, BodyClass::default()), code.into());
        self.bodies.push(match code.is_empty() {
            true => body,
            false => body.code(code),
        });
        self
    }

    /// Rows for the registry of bodies.
    ///
    /// ```
    /// use vanban::body::{Body, BodyClass};
    /// let row = Body::new("Tạp chí Cộng sản", BodyClass::Party).code("TCCSĐ").alias("Tạp chí CS");
    /// let extractor = vanban::Extractor::builder().registry([row]).build();
    /// let document = extractor.extract("Giao Tạp chí CS chủ trì.");
    /// assert_eq!(document.bodies[0].value.name, "Tạp chí Cộng sản");
    /// ```
    #[must_use]
    pub fn registry(mut self, rows: impl IntoIterator<Item = Body>) -> Self {
        self.bodies.extend(rows);
        self
    }

    /// A province or centrally run city that the table does not have, with its level. Districts and
    /// communes need none: their level tells them.
    ///
    /// ```
    /// let extractor = vanban::Extractor::builder().place("tỉnh Tân An").build();
    /// let document = extractor.extract("Sở Tư pháp Tân An trình UBND tỉnh.");
    /// let names: Vec<_> = document.bodies.iter().map(|body| &*body.value.name).collect();
    /// assert_eq!(names, ["Sở Tư pháp Tân An", "Ủy ban nhân dân tỉnh Tân An"]);
    /// assert_eq!(document.bodies[1].value.place.as_deref(), Some("Tân An"));
    /// ```
    #[must_use]
    pub fn place(mut self, name: impl AsRef<str>) -> Self {
        self.places.push(Place::new(name.as_ref()));
        self
    }

    /// A law (*luật*, *bộ luật*, *pháp lệnh*) that the table does not have: its kind, the name behind the kind, its
    /// number (empty where it has none), and the day on which it was passed (*ngày thông qua*), where that is known.
    /// It is then known by its name, whatever stands behind it; with the year of that day, it has its number.
    ///
    /// ```
    /// let passed = "2027-06-05".parse()?;
    /// let extractor = vanban::Extractor::builder().law("Luật", "Kinh tế số", "12/2027/QH16", Some(passed)).build();
    /// let document = extractor.extract("Theo khoản 2 Điều 5 Luật Kinh tế số 2027 đối với sàn giao dịch.");
    /// let law = &document.citations[0].value;
    /// assert_eq!(law.title.as_ref().unwrap().text, "Kinh tế số");
    /// assert_eq!(law.resolved.number.as_ref().unwrap().to_string(), "12/2027/QH16");
    /// # Ok::<(), vanban::ParseError>(())
    /// ```
    #[must_use]
    pub fn law(
        mut self,
        kind: impl AsRef<str>,
        name: impl AsRef<str>,
        number: impl AsRef<str>,
        passed: Option<CivilDate>,
    ) -> Self {
        let passed = passed.map(|day| day.to_string());
        let (kind, name) = (kind.as_ref(), name.as_ref());
        self.laws
            .push(Law::own(kind, name, number.as_ref(), passed));
        self
    }

    /// An abbreviation that names of bodies are made with, as if every text defined it.
    ///
    /// ```
    /// let extractor = vanban::Extractor::builder().abbreviation("KTS", "kinh tế số").build();
    /// let document = extractor.extract("Giao Cục KTS chủ trì.");
    /// assert_eq!(document.bodies[0].value.name, "Cục Kinh tế số");
    /// ```
    #[must_use]
    pub fn abbreviation(mut self, short: impl Into<String>, long: impl Into<String>) -> Self {
        self.abbreviations.push((short.into(), long.into()));
        self
    }

    /// A pattern of the caller's, under a name: what it matches is given in
    /// [`Document::patterns`](crate::Document::patterns), with its named groups.
    ///
    /// It sees what the recognisers see: letters repaired, wrapped lines joined, running heads and
    /// marks of Markdown away; and its finds stand where they stand in the source. How long it takes is
    /// up to the pattern.
    ///
    /// ```
    /// let case = regex::Regex::new(r"thụ lý số (?<serial>\d+)/(?<year>\d{4})").unwrap();
    /// let extractor = vanban::Extractor::builder().pattern("case", case).build();
    /// let document = extractor.extract("Vụ án thu\u{323} lý số 12/2024 đã xét xử.");
    /// let found = &document.patterns[0];
    /// assert_eq!((&*found.value.name, &*found.text), ("case", "thu\u{323} lý số 12/2024"));
    /// assert_eq!(found.value.group("year").unwrap().text, "2024");
    /// ```
    #[must_use]
    pub fn pattern(mut self, name: impl Into<String>, pattern: Regex) -> Self {
        self.patterns.push((name.into(), pattern));
        self
    }

    /// Gives these layers and no others. What they need is read too, in silence, and what they do not
    /// need costs nothing: numbers alone are many times faster than everything.
    ///
    /// ```
    /// use vanban::{Extractor, Layers};
    ///
    /// let extractor = Extractor::builder().only(Layers::NUMBERS | Layers::BODIES).build();
    /// let document = extractor.extract("Ngày 27/9/2019, Bộ Chính trị ban hành Nghị quyết số 52-NQ/TW.");
    /// assert_eq!((document.numbers.len(), document.bodies.len()), (1, 1));
    /// assert!(document.dates.is_empty() && document.citations.is_empty());
    /// ```
    #[must_use]
    pub fn only(mut self, layers: Layers) -> Self {
        self.layers = layers;
        self
    }

    /// Whether only what is written by the rules is a number or a date. Otherwise what deviates is read
    /// too, and carries a warning that says how; what is shared in a list, broken by a line end or
    /// followed by the mark of a footnote is no deviation.
    ///
    /// ```
    /// let page = "Nghị quyết số 52-NQ/TW và Chương trình số 10 - Ctr/BCS";
    /// let strict = vanban::Extractor::builder().strict(true).build();
    /// assert_eq!(strict.extract(page).numbers.len(), 1);
    /// assert_eq!(vanban::extract(page).numbers.len(), 2);
    /// ```
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Whether an *ư* that a converter dropped (*nớc*, *trởng*) is put back before the text is read, as
    /// it is unless this says `false`.
    ///
    /// ```
    /// let page = "Giao Bộ Công thơng chủ trì.";
    /// let document = vanban::extract(page);
    /// assert_eq!(document.bodies[0].value.name, "Bộ Công Thương");
    /// assert_eq!(document.repairs[0].to, "ươ");
    /// let as_it_is = vanban::Extractor::builder().lost_letters(false).build();
    /// assert!(as_it_is.extract(page).repairs.is_empty());
    /// ```
    #[must_use]
    pub fn lost_letters(mut self, put_back: bool) -> Self {
        self.as_written = !put_back;
        self
    }

    /// The extractor.
    pub fn build(self) -> Extractor {
        let own = !self.kinds.is_empty()
            || !self.bodies.is_empty()
            || !self.places.is_empty()
            || !self.laws.is_empty();
        let (bodies, places, laws) = (self.bodies, self.places, self.laws);
        let tables = own.then(|| Arc::new(Tables::with(&self.kinds, bodies, places, laws)));
        let pairs: Vec<(&str, &str)> = self
            .abbreviations
            .iter()
            .map(|(short, long)| (short.as_str(), long.as_str()))
            .collect();
        let bodies = body::Finder::new().abbreviations(&pairs);
        Extractor {
            reference_date: self.reference_date,
            bodies: match &tables {
                Some(tables) => bodies.tables(tables),
                None => bodies,
            },
            tables,
            patterns: self.patterns,
            layers: self.layers,
            strict: self.strict,
            as_written: self.as_written,
        }
    }
}
