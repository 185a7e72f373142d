//! The order in which units are counted, and what lies between two of them.

use crate::marker;
use std::borrow::Cow;

use super::label::{Label, Sign};

/// More units than one range can sensibly name; the Civil Code has 689 articles.
const LONGEST_RANGE: usize = 200;

/// Where `letter` stands in the order of points.
pub(super) fn of_letter(letter: char) -> Option<u32> {
    let place = marker::Ordinal::of_letter(letter)?;
    (!place.is_inserted()).then_some(place.main)
}

/// Why the labels between two ends cannot be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// The ends do not count in one way, or run backwards.
    Unknown,
    /// There are too many.
    TooLong,
}

/// The labels after `from` up to and with `to`, if they are no more than `room`.
pub(super) fn between<'t>(
    from: &Label<'_>,
    to: &Label<'t>,
    room: usize,
) -> Result<Vec<Cow<'t, str>>, Gap> {
    let (Some(first), Some(last)) = (from.place, to.place) else {
        return Err(Gap::Unknown);
    };
    // 7 to 7a is a range as well: the unit and the one that was inserted behind it.
    if first > last || (first == last && (from.inserted || !to.inserted)) {
        return Err(Gap::Unknown);
    }
    if (last - first) as usize > LONGEST_RANGE.min(room) {
        return Err(Gap::TooLong);
    }
    // Before 7a there is 7; before 7 there is 6.
    let end = if to.inserted { last + 1 } else { last };
    let mut labels: Vec<Cow<'t, str>> = (first + 1..end)
        .map(|n| match from.sign {
            Sign::Roman => marker::to_roman(n),
            Sign::Letter => marker::letter(n).map(String::from).unwrap_or_default(),
            _ if from.text.starts_with('0') => format!("{n:0width$}", width = from.text.len()),
            _ => n.to_string(),
        })
        .map(Cow::Owned)
        .collect();
    labels.push(to.text.clone());
    Ok(labels)
}

#[cfg(test)]
mod tests {
    use super::super::label;
    use super::super::level::Case;
    use super::*;
    use crate::marker::Level;
    use crate::text::cursor::Cursor;

    #[test]
    fn counts_in_vietnamese() {
        let range = |a: &str, b: &str, level| {
            let [a, b] = [a, b].map(|t| {
                label::read(&mut Cursor::new(t, 0), level, Case::Capital, None).expect("a label")
            });
            between(&a, &b, 1000).map(|labels| labels.join(" "))
        };
        assert_eq!(range("c", "g", Level::Point), Ok("d đ e g".to_owned()));
        assert_eq!(range("III", "V", Level::Chapter), Ok("IV V".to_owned()));
        assert_eq!(range("7", "8a", Level::Article), Ok("8 8a".to_owned()));
        assert_eq!(range("7", "7a", Level::Article), Ok("7a".to_owned()));
        assert_eq!(range("9", "7", Level::Article), Err(Gap::Unknown));
        assert_eq!(range("1", "9999", Level::Article), Err(Gap::TooLong));
    }
}
