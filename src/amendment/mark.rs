//! The marks in front of the items of a list.

/// The bytes of a list mark at the head of a line: a dash, a plus sign, `(1)`, `a.2)`, `2.1.`
pub(super) fn item(line: &str) -> usize {
    let rest = line.trim_start_matches(['-', '–', '—', '+', '•', '*']);
    let rest = match rest.strip_prefix('(') {
        Some(inner) if rest.len() == line.len() => match inner.split_once(')') {
            Some((label, rest)) if label.len() <= 4 => rest,
            _ => rest,
        },
        None if rest.len() == line.len() => behind_steps(line),
        _ => rest,
    };
    match rest.len() == line.len() {
        true => 0,
        false => line.len() - rest.trim_start().len(),
    }
}

/// What stands behind a marker of several steps: `a.2)`, `2.1.`
fn behind_steps(line: &str) -> &str {
    const LONGEST: usize = 8;
    let marker = line.split(' ').next().unwrap_or_default();
    let steps = marker.trim_end_matches(['.', ')']);
    let is_marker = marker.len() <= LONGEST
        && steps.len() < marker.len()
        && steps.contains('.')
        && steps
            .split('.')
            .all(|step| !step.is_empty() && step.chars().all(char::is_alphanumeric));
    match is_marker {
        true => &line[marker.len()..],
        false => line,
    }
}
