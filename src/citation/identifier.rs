//! Stable identifiers for cited documents: Akoma Ntoso and ELI.
//!
//! A number alone is no key: decisions are numbered anew every year, and by every body. An
//! identifier therefore holds kind, date and number, and the issuer where the code in the number
//! stands for more than one body. It is ASCII in lower case: diacritics are taken off, *đ* is *d*,
//! whatever is no letter or digit is one hyphen.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Citation, resolve};
use crate::number::Notation;
use crate::tables::{Tables, laws};

/// The parts of an identifier.
struct Parts {
    kind: String,
    /// Where the number does not tell whose it is.
    issuer: Option<String>,
    /// `2020-03-05`.
    date: String,
    number: String,
}

impl Citation<'_> {
    /// The work IRI in the naming convention of Akoma Ntoso (OASIS LegalDocML Naming Convention 1.0):
    /// `/akn/vn/TYPE/KIND[/ISSUER]/DATE/NUMBER`, where the type is `judgment` for papers of courts,
    /// `doc` for letters and `act` for all else. `None` when the kind, the number, the day, or the
    /// issuer that it takes is unknown.
    ///
    /// ```
    /// let iri = |text| vanban::extract(text).citations[0].value.akn_iri();
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
        let kind_of_work = match self.number.as_ref().map(|number| number.notation) {
            Some(Notation::Court) => "judgment",
            Some(Notation::Letter) => "doc",
            _ => "act",
        };
        let issuer = issuer
            .map(|issuer| format!("{issuer}/"))
            .unwrap_or_default();
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
    ///     vanban::extract(text).citations[0].value.eli_path().as_deref(),
    ///     Some("/eli/vn/bo-luat/2015/11/24/91-2015-qh13")
    /// );
    /// ```
    pub fn eli_path(&self) -> Option<String> {
        let Parts {
            kind,
            issuer,
            date,
            number,
        } = self.parts()?;
        let issuer = issuer
            .map(|issuer| format!("{issuer}/"))
            .unwrap_or_default();
        let date = date.replace('-', "/");
        Some(format!("/eli/vn/{kind}/{issuer}{date}/{number}"))
    }

    fn parts(&self) -> Option<Parts> {
        let kind = self.kind.as_deref()?;
        let number = match &self.number {
            Some(number) => number.to_string(),
            None => self.resolved.number.clone()?,
        };
        let law = match laws::by_number(&number, Some(kind)).as_slice() {
            [law] => Some(*law),
            _ => None,
        };
        // A law by name has only a year, and days are often mistyped: the table goes first.
        let stated = self.date.as_ref().map(|date| date.edtf.as_str());
        let date = law
            .map(|law| law.adopted)
            .or(stated)
            .or(self.resolved.date.as_deref())
            .filter(|date| date.len() == "2020-03-05".len())?;
        let told = law.is_some()
            || resolve::by_code(self, Some(date), None, &Tables::builtin().bodies).is_some();
        let issuer = match told {
            true => None,
            false => Some(slug(self.resolved.issuer.as_deref()?)),
        };
        Some(Parts {
            kind: slug(kind),
            issuer,
            date: date.to_owned(),
            number: slug(&number),
        })
    }
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
    use super::slug;

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
