//! iCalendar (RFC 5545): an all-day event on the last day of every task that has one.

use crate::common::values::Values;

/// How many bytes a line may have; longer ones are folded (RFC 5545, 3.1).
const WIDTH: usize = 75;

/// What stands before and behind the events of a calendar.
pub fn frame() -> (String, String) {
    let mut head = String::new();
    for (name, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//vanban//batch//VI"),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", "vanban"),
        ("X-WR-CALNAME", "vanban"),
    ] {
        line(&mut head, name, value);
    }
    (head, "END:VCALENDAR\r\n".to_owned())
}

/// The events of one document.
pub fn events(source: &str, values: &Values) -> String {
    let due = values
        .tasks
        .iter()
        .filter_map(|task| Some((task, task.last_day()?)));
    let mut events = String::new();
    for (task, day) in due {
        let day = day.replace('-', "");
        let text: Vec<_> = task.text.split_whitespace().collect();
        let text = text.join(" ");
        let mut said = vec![text.clone()];
        if !task.leads.is_empty() {
            said.push(format!("Chủ trì: {}", task.leads.join("; ")));
        }
        if !task.partners.is_empty() {
            said.push(format!("Phối hợp: {}", task.partners.join("; ")));
        }
        said.push(format!("Thời hạn: {}", task.when()));
        said.push(source.to_owned());
        // The same page gives the same events: a calendar that takes them twice has them once.
        for (name, value) in [
            ("BEGIN", "VEVENT"),
            ("UID", &uid(source, task.span.start())),
            ("DTSTAMP", &format!("{day}T000000Z")),
            ("DTSTART;VALUE=DATE", &day),
            ("SUMMARY", &escaped(&summary(&task.leads, &text))),
            ("DESCRIPTION", &escaped(&said.join("\n"))),
            ("TRANSP", "TRANSPARENT"),
            ("END", "VEVENT"),
        ] {
            line(&mut events, name, value);
        }
    }
    events
}

/// Words as the value of a property (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => value.push_str("\\n"),
            '\\' | ';' | ',' => value.extend(['\\', c]),
            _ if c.is_control() => {}
            _ => value.push(c),
        }
    }
    value
}

/// One property, folded between characters.
fn line(to: &mut String, name: &str, value: &str) {
    let mut width = 0;
    for c in format!("{name}:{value}").chars() {
        if width + c.len_utf8() > WIDTH {
            to.push_str("\r\n ");
            width = 1;
        }
        to.push(c);
        width += c.len_utf8();
    }
    to.push_str("\r\n");
}

/// Who and what, short enough for a square of a calendar.
fn summary(leads: &[String], text: &str) -> String {
    let text: String = match text.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    };
    match leads.first() {
        Some(lead) => format!("{lead}: {text}"),
        None => text,
    }
}

/// FNV-1a of the source's name and the place there.
fn uid(source: &str, at: usize) -> String {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for byte in source.bytes().chain((at as u64).to_le_bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
    }
    format!("{hash:016x}-{at}@vanban")
}
