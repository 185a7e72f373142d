//! Identifiers of a document on the web.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::DocumentId;
use crate::date::{CivilDate, PartialDate};
use crate::number::Notation;
use crate::tables::Tables;

impl DocumentId {
    /// The work IRI in the naming convention of Akoma Ntoso (OASIS LegalDocML Naming Convention 1.0):
    /// `/akn/vn/TYPE/KIND[/ISSUER]/DATE/NUMBER`, where the type is `judgment` for papers of courts,
    /// `doc` for letters and `act` for all else. `None` when the kind, the number, the day, or the
    /// issuer that it takes is unknown. It is ASCII in lower case: diacritics are taken off, *đ* is *d*,
    /// whatever is no letter or digit is one hyphen.
    ///
    /// ```
    /// let iri = |text| vanban::extract(text).citations[0].value.id.akn_iri();
    /// assert_eq!(
    ///     iri("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020").as_deref(),
    ///     Some("/akn/vn/act/nghi-dinh/2020-03-05/30-2020-nd-cp")
    /// );
    /// assert_eq!(iri("Nghị định số 30/2020/NĐ-CP"), None);
    /// ```
    pub fn akn_iri(&self) -> Option<String> {
        let Parts {
            kind,
            issuer,
            date,
            number,
        } = self.parts()?;
        let kind_of_work = match self.number().map(|number| number.notation()) {
            Some(Notation::Court) => "judgment",
            Some(Notation::Letter) => "doc",
            _ => "act",
        };
        Some(format!(
            "/akn/vn/{kind_of_work}/{kind}/{issuer}{date}/{number}"
        ))
    }

    /// A path after the template of the European Legislation Identifier (Council conclusions
    /// 2012/C 325/02): `/eli/vn/KIND/YEAR/MONTH/DAY/NUMBER`, the issuer behind the kind where it is
    /// needed. `None` as for [`akn_iri`](Self::akn_iri).
    ///
    /// ```
    /// let text = "Bộ luật Dân sự năm 2015";
    /// assert_eq!(
    ///     vanban::extract(text).citations[0].value.id.eli().as_deref(),
    ///     Some("/eli/vn/bo-luat/2015/11/24/91-2015-qh13")
    /// );
    /// ```
    pub fn eli(&self) -> Option<String> {
        let Parts {
            kind,
            issuer,
            date,
            number,
        } = self.parts()?;
        let date = date.replace('-', "/");
        Some(format!("/eli/vn/{kind}/{issuer}{date}/{number}"))
    }

    fn parts(&self) -> Option<Parts> {
        let kind = self.kind()?;
        let number = self.number()?.to_string();
        let law = match Tables::builtin()
            .laws
            .by_number(&number, Some(kind))
            .as_slice()
        {
            [law] => Some(*law),
            _ => None,
        };
        // Days are often mistyped: the table goes first.
        let date = match law {
            Some(law) => law.adopted.clone().into_owned(),
            None => day(self.date()?)?.to_string(),
        };
        let issuer = match law.is_some() || self.issuer_is_told() {
            true => String::new(),
            false => format!("{}/", slug(self.issuer()?)),
        };
        Some(Parts {
            kind: slug(kind),
            issuer,
            date,
            number: slug(&number),
        })
    }
}

/// The parts of an identifier; the issuer ends in a slash.
struct Parts {
    kind: String,
    /// Empty where the number tells whose it is.
    issuer: String,
    /// `2020-03-05`.
    date: String,
    number: String,
}

/// The day that `date` is, if it is a full one.
fn day(date: PartialDate) -> Option<CivilDate> {
    let (first, last) = date.bounds()?;
    (first == last).then_some(first)
}

/// `30/2020/NĐ-CP` as `30-2020-nd-cp`.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.nfd().filter(|&c| !is_combining_mark(c)) {
        match c {
            'đ' | 'Đ' => slug.push('d'),
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ascii() {
        for (text, expected) in [
            ("30/2020/NĐ-CP", "30-2020-nd-cp"),
            (
                "Ủy ban nhân dân tỉnh Đắk Lắk",
                "uy-ban-nhan-dan-tinh-dak-lak",
            ),
            ("66.16/2026/NQ-CP", "66-16-2026-nq-cp"),
            ("(a)", "a"),
            ("", ""),
        ] {
            assert_eq!(slug(text), expected);
        }
    }
}
