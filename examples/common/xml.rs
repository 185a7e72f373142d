//! What every XML part of an office document needs.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::failure::Failure;

/// Hands every event of `xml` to `take`; `part` names it in errors.
pub fn each_event<'x>(
    part: &str,
    xml: &'x str,
    mut take: impl FnMut(Event<'x>),
) -> Result<(), Failure> {
    let mut reader = Reader::from_str(xml);
    let mut open = 0_usize;
    loop {
        let event = reader.read_event();
        match &event {
            Ok(Event::Start(_)) => open += 1,
            Ok(Event::End(_)) => open = open.saturating_sub(1),
            _ => {}
        }
        match event {
            Ok(Event::Eof) if open == 0 => return Ok(()),
            Ok(Event::Eof) => {
                let what = format!("{part}: it is cut short");
                return Err(Failure::damaged(
                    &what,
                    format!("{open} elements are open at its end"),
                ));
            }
            Ok(Event::Empty(start)) => {
                let end = start.to_end().into_owned();
                take(Event::Start(start));
                take(Event::End(end));
            }
            Ok(event) => take(event),
            Err(error) => {
                let at = reader.error_position();
                return Err(Failure::damaged(&format!("{part}, byte {at}"), error));
            }
        }
    }
}

/// The attribute `name`, whatever its prefix.
pub fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// What `&reference;` stands for; the five of XML and numbers.
pub fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}
