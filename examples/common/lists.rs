//! The marks of list items that a page leaves to the program that shows it.

/// How an item is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Decimal,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
    /// Not counted: a dash before every item.
    Bullet,
    /// Nothing before an item.
    None,
}

impl Style {
    /// Number `n`, counted from 1.
    pub fn label(self, n: u32) -> String {
        match self {
            Style::Decimal => n.to_string(),
            Style::LowerLetter => letters(n),
            Style::UpperLetter => letters(n).to_uppercase(),
            Style::LowerRoman => roman(n).to_lowercase(),
            Style::UpperRoman => roman(n),
            Style::Bullet => "-".to_owned(),
            Style::None => String::new(),
        }
    }
}

/// `a` to `z`, then `aa`, `bb`, as word processors count.
fn letters(n: u32) -> String {
    let n = n.max(1) - 1;
    let letter = char::from(b'a' + (n % 26) as u8);
    // A hostile start must not cost memory.
    std::iter::repeat_n(letter, 1 + (n / 26).min(7) as usize).collect()
}

fn roman(n: u32) -> String {
    const FIGURES: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if n > 3999 {
        return n.to_string();
    }
    let mut rest = n;
    let mut written = String::new();
    for (value, figure) in FIGURES {
        while rest >= value {
            written.push_str(figure);
            rest -= value;
        }
    }
    written
}

/// Counts the items of one list.
#[derive(Debug)]
pub struct Counter {
    style: Style,
    pub next: u32,
}

impl Counter {
    pub fn bullets() -> Self {
        Counter {
            style: Style::Bullet,
            next: 1,
        }
    }

    pub fn ordered(style: Style, next: u32) -> Self {
        Counter { style, next }
    }

    /// The mark of the next item, with its sign.
    pub fn mark(&mut self) -> String {
        let label = self.style.label(self.next);
        self.next = self.next.saturating_add(1);
        match self.style {
            Style::Bullet | Style::None => label,
            // Vietnamese points are `a)`.
            Style::LowerLetter => label + ")",
            _ => label + ".",
        }
    }
}
