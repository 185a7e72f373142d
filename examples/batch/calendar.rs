//! iCalendar: an all-day event on the last day of every task that has one.

use icalendar::{Calendar, Component, Event, Property};

use crate::common::values::Values;

/// What stands before and behind the events of a calendar.
pub fn frame() -> (String, String) {
    let calendar = Calendar::new().name("vanban").done().to_string();
    let end = "END:VCALENDAR";
    match calendar.split_once(end) {
        Some((head, _)) => (head.to_owned(), format!("{end}\r\n")),
        None => (calendar, String::new()),
    }
}

/// The events of one document.
pub fn events(source: &str, values: &Values) -> String {
    let due = values
        .tasks
        .iter()
        .filter_map(|task| Some((task, task.last_day()?)));
    let events = due.map(|(task, day)| {
        let mut event = Event::new();
        let day = day.replace('-', "");
        let text: Vec<_> = task.text.split_whitespace().collect();
        // The same page gives the same events: a calendar that takes them twice has them once.
        event.uid(&uid(source, task.span.start()));
        event.add_property("DTSTAMP", format!("{day}T000000Z"));
        event.append_property(
            Property::new("DTSTART", day)
                .add_parameter("VALUE", "DATE")
                .done(),
        );
        event.summary(&summary(&task.leads, &text.join(" ")));
        let mut lines = vec![text.join(" ")];
        if !task.leads.is_empty() {
            lines.push(format!("Chủ trì: {}", task.leads.join("; ")));
        }
        if !task.partners.is_empty() {
            lines.push(format!("Phối hợp: {}", task.partners.join("; ")));
        }
        lines.push(format!("Thời hạn: {}", task.when()));
        lines.push(source.to_owned());
        event.description(&lines.join("\n"));
        event.add_property("TRANSP", "TRANSPARENT");
        event.done().to_string()
    });
    events.collect()
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
