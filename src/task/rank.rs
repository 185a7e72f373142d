//! How high those stand who ask, and those who are asked: what a lower body asks a higher one for is a petition,
//! and gives nobody anything to do.

use once_cell::sync::Lazy;

use super::actors::{Actor, Actors};
use super::grammar::Grammar;
use super::order::Asking;
use super::words::Class;
use crate::body::BodyClass;
use crate::reading::Place;
use crate::tables::TASK_RANKS;

/// A row of the table of ranks.
struct Row {
    rank: u8,
    class: BodyClass,
    parts: Vec<Part>,
}

/// What the name of a body has.
enum Part {
    Any,
    Start(&'static str),
    End(&'static str),
    Inside(&'static str),
}

impl Part {
    fn read(words: &'static str) -> Part {
        match (words.strip_prefix('^'), words.strip_suffix('$')) {
            _ if words == "*" => Part::Any,
            (Some(start), _) => Part::Start(start),
            (None, Some(end)) => Part::End(end),
            (None, None) => Part::Inside(words),
        }
    }

    fn is_in(&self, name: &str) -> bool {
        match self {
            Part::Any => true,
            Part::Start(words) => name.starts_with(words),
            Part::End(words) => name.ends_with(words),
            Part::Inside(words) => name.contains(words),
        }
    }
}

static RANKS: Lazy<Vec<Row>> = Lazy::new(|| {
    let rows = TASK_RANKS.rows();
    let rows = rows.map(|[rank, class, words]| Row {
        rank: rank.parse().unwrap_or(u8::MAX),
        class: BodyClass::read(class),
        parts: words.split('+').map(Part::read).collect(),
    });
    rows.collect()
});

/// Firms, which give orders to no office of the state.
const PRIVATE: u8 = 7;

/// Nobody but those at the top gives orders to bodies that stand this high.
const HIGHEST: u8 = 1;

impl Actors<'_, '_, '_> {
    /// How high somebody stands, the highest first; `None` for a class, and where that cannot be said.
    fn rank(&self, actor: &Actor) -> Option<u8> {
        self.rank_of_body(actor.body?)
    }

    fn rank_of_body(&self, body: usize) -> Option<u8> {
        let body = &self.bodies[body].value;
        let fits = |row: &&Row| {
            row.class == body.class && row.parts.iter().all(|part| part.is_in(&body.name))
        };
        RANKS.iter().find(fits).map(|row| row.rank)
    }
}

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// Whether the order at `order` is a petition: *UBND tỉnh đề nghị Bộ Xây dựng bố trí vốn*; where nobody says
    /// who asks, if none but a petition goes so high (*Đề nghị Chính phủ sớm ban hành …*) from whom the page
    /// begins with.
    pub(super) fn is_petition(&self, order: Place<'r, 't>, asking: &Asking, of: &Actor) -> bool {
        let start = self.reading.place_at(asking.start).index();
        let giver = self.actors.run_from(start).first();
        let giver = giver.and_then(|giver| self.actors.rank(giver));
        // *Công ty A yêu cầu Tòa án buộc bị đơn …*
        if !self.asks(order) && giver != Some(PRIVATE) {
            return false;
        }
        match (self.actors.rank(of), giver) {
            (Some(of), Some(giver)) => of < giver,
            (Some(of), None) => asking.names.is_empty() && self.is_too_high(of),
            (None, _) => false,
        }
    }

    /// Whether a heading only asks those who stand too high for an order: *Đề nghị Thủ tướng Chính phủ:*.
    pub(super) fn is_petition_to(&self, order: Place<'r, 't>, of: &Actor) -> bool {
        let of = self.actors.rank(of);
        self.asks(order) && of.is_some_and(|of| self.is_too_high(of))
    }

    /// Whether the body that a page begins with gives no orders to those who stand as high as `of`.
    fn is_too_high(&self, of: u8) -> bool {
        let page = self.actors.first_body();
        let page = page.and_then(|page| self.actors.rank_of_body(page));
        of <= HIGHEST && page.is_none_or(|page| page >= of)
    }

    /// Whether an order is put as a wish: *đề nghị*.
    pub(super) fn asks(&self, order: Place<'r, 't>) -> bool {
        Class::Asks.at(order).is_some()
    }
}
