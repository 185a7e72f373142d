//! How high those stand who ask, and those who are asked: what a lower body asks a higher one for is a petition,
//! and gives nobody anything to do.

use once_cell::sync::Lazy;

use super::actors::{Actor, Actors};
use super::grammar::Grammar;
use super::order::Asking;
use crate::body::BodyClass;
use crate::reading::{Phrases, Place};
use crate::tables::VOCABULARY;

static ASKS: Lazy<Phrases<()>> = Lazy::new(|| Phrases::new(&VOCABULARY, [("đề nghị", ())]));

/// Nobody but those at the top gives orders to bodies that stand this high.
const HIGHEST: u8 = 1;

impl Actors<'_, '_, '_> {
    /// How high somebody stands, the highest first; `None` for a class, and where that cannot be said.
    fn rank(&self, actor: &Actor) -> Option<u8> {
        self.rank_of_body(actor.body?)
    }

    fn rank_of_body(&self, body: usize) -> Option<u8> {
        let body = &self.bodies[body].value;
        let name = &*body.name;
        let at = |words: &[&str]| words.iter().any(|word| name.contains(word));
        Some(match body.class {
            BodyClass::Central if name.ends_with("Chính phủ") => 1,
            BodyClass::Central if at(&["Chủ tịch nước", "Thường vụ Quốc hội"]) => 0,
            BodyClass::Central if name.starts_with("Quốc hội") => 0,
            BodyClass::Party if at(&["Bộ Chính trị", "Ban Bí thư", "Chấp hành Trung ương"]) => {
                0
            }
            BodyClass::Ministry | BodyClass::Agency => 2,
            BodyClass::Department => 3,
            BodyClass::Local if name.contains("nhân dân") => match () {
                () if at(&[" xã", " phường", " đặc khu", " thị trấn"]) => 6,
                () if at(&[" huyện", " quận"]) => 5,
                () if at(&[" tỉnh", " thành phố"]) => 3,
                () => return None,
            },
            BodyClass::Local if at(&["Sở "]) => 4,
            BodyClass::Enterprise => 7,
            _ => return None,
        })
    }
}

impl<'r, 't> Grammar<'_, 'r, 't, '_> {
    /// Whether the order at `order` is a petition: *UBND tỉnh đề nghị Bộ Xây dựng bố trí vốn*; where nobody says
    /// who asks, if none but a petition goes so high (*Đề nghị Chính phủ sớm ban hành …*) from whom the page
    /// begins with.
    pub(super) fn is_petition(&self, order: Place<'r, 't>, asking: &Asking, of: &Actor) -> bool {
        if !self.asks(order) {
            return false;
        }
        let start = self.reading.place_at(asking.start).index();
        let giver = self.actors.run_from(start).first();
        let giver = giver.and_then(|giver| self.actors.rank(giver));
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
    fn asks(&self, order: Place<'r, 't>) -> bool {
        order.phrase(&ASKS).is_some()
    }
}
