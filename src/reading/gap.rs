//! What stands between two words.

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Gap {
    /// Nothing: letters and digits meet.
    Glued,
    /// Spaces; tabs and three spaces are between columns and are [`Other`](Gap::Other).
    Space,
    /// The end of a line, and so of a paragraph.
    LineEnd,
    /// A comma, with or without space.
    Comma,
    /// A hyphen or dash, with or without space.
    Dash,
    /// A full stop.
    Dot,
    /// A slash.
    Slash,
    /// A colon.
    Colon,
    /// An ampersand.
    And,
    /// Anything else.
    Other,
}

impl Gap {
    /// Each at the place of its number; the places behind them are filled up.
    pub(super) const ALL: [Gap; 16] = {
        let mut all = [Gap::Other; 16];
        let each = [
            Gap::Glued,
            Gap::Space,
            Gap::LineEnd,
            Gap::Comma,
            Gap::Dash,
            Gap::Dot,
            Gap::Slash,
            Gap::Colon,
            Gap::And,
        ];
        let mut i = 0;
        while i < each.len() {
            all[each[i] as usize] = each[i];
            i += 1;
        }
        all
    };

    /// Nothing but space.
    #[inline]
    pub(crate) fn is_soft(self) -> bool {
        matches!(self, Gap::Glued | Gap::Space)
    }

    /// Whether a phrase may go on over the gap: `Some(true)` when there is a sign in it.
    #[inline]
    pub(super) fn within_phrase(self) -> Option<bool> {
        match self {
            Gap::Glued | Gap::Space => Some(false),
            Gap::Comma | Gap::Dash | Gap::Dot | Gap::And => Some(true),
            _ => None,
        }
    }

    /// That of the bytes `from..to` of `text`, between two words.
    #[inline]
    pub(super) fn of(text: &str, from: usize, to: usize) -> Gap {
        let bytes = text.as_bytes();
        // Nearly all are one space.
        if to == from + 1 && bytes[from] == b' ' {
            return Gap::Space;
        }
        match &bytes[from..to] {
            [] => Gap::Glued,
            [sign] | [sign, b' '] | [b' ', sign] => Gap::of_sign(*sign),
            [b' ', sign, b' '] if *sign != b' ' => Gap::of_sign(*sign),
            _ => Gap::of_signs(&text[from..to]),
        }
    }

    /// That of an ASCII sign alone among spaces.
    fn of_sign(sign: u8) -> Gap {
        match sign {
            b'\n' => Gap::LineEnd,
            b' ' => Gap::Space,
            b',' => Gap::Comma,
            b'.' => Gap::Dot,
            b'/' => Gap::Slash,
            b':' => Gap::Colon,
            b'&' => Gap::And,
            b'-' => Gap::Dash,
            _ => Gap::Other,
        }
    }

    fn of_signs(between: &str) -> Gap {
        if between.as_bytes().contains(&b'\n') {
            return Gap::LineEnd;
        }
        // A space that does not break is a space.
        let sign = between.trim_matches([' ', '\u{a0}']);
        match sign {
            "" if between.chars().count() < 3 => Gap::Space,
            "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}" | "\u{2015}"
            | "\u{2212}" => Gap::Dash,
            _ => match sign.as_bytes() {
                [sign] => Gap::of_sign(*sign),
                _ => Gap::Other,
            },
        }
    }
}
