//! Where a body may begin.
//!
//! The class of a word says whether a name may open with it; most do not. The grammar settles each
//! place by itself, and the longest name from the left wins. Classes of bodies begin with *các*, or
//! with *bộ* and a comma.

use super::abbreviations::{Abbreviations, ShortForms};
use super::cues::{Trait, ids};
use super::generic;
use super::grammar::Grammar;
use super::lexicon::{FIELDS, HOLDERS, Lexicon, Role};
use super::office::take_office;
use super::read::{Open, Read};
use super::small::is_name_in_small;
use super::window::{Case, Window};
use crate::reading::{Gap, Reading, WordId};
use crate::span::Span;
use crate::tables::bodies::BodyClass;
use crate::tables::{Tables, laws};
use crate::text::fold;

/// Every body of the text as it reads by itself, in order.
pub(super) fn bodies_as_written(
    lexicon: &Lexicon,
    defined: Abbreviations<'_>,
    reading: &Reading<'_>,
) -> Vec<(Span, Read)> {
    let mut finder = Finder {
        reading,
        grammar: Grammar {
            lexicon,
            defined,
            short_forms: ShortForms::of(defined),
            words: Window::new(reading),
        },
        found: Vec::new(),
        done: 0,
        law: 0,
    };
    for (i, id) in reading.ids(0).enumerate() {
        let opening = lexicon.openings[id.index()];
        if !opening.may_be() && finder.grammar.short_forms.is_empty() {
            continue;
        }
        if opening.law && reading.case(i).is_capital() {
            finder.law_at(i);
        }
        let capital = reading.case(i).is_capital();
        let short = || finder.grammar.short_forms.has(reading.slice(i));
        let name = capital && (opening.name || short());
        if !(name || opening.small || opening.class || opening.told) {
            continue;
        }
        let Some(word) = reading
            .word(i)
            .filter(|word| word.start >= finder.done.max(finder.law))
        else {
            continue;
        };
        let before = finder.found.len();
        let small = || opening.small || opening.told && is_name_in_small(lexicon, reading, i);
        if name || !capital && small() {
            finder.name_at(i, word.start);
        }
        if finder.found.len() == before && opening.class {
            finder.class_at(i, word.start);
        }
        for (span, read) in &finder.found[before..] {
            finder.grammar.short_forms.note(reading.text(), *span, read);
            finder.done = span.end;
        }
    }
    finder.found
}

struct Finder<'g, 'r, 't> {
    reading: &'r Reading<'t>,
    grammar: Grammar<'g, 'r, 't>,
    found: Vec<(Span, Read)>,
    /// The byte behind the last body.
    done: usize,
    /// The byte behind the last name of a law: a body in it is only named.
    law: usize,
}

/// The word to the left of a name, on its line and with nothing but space between.
#[derive(Clone, Copy)]
struct Before {
    id: WordId,
    case: Case,
}

impl Finder<'_, '_, '_> {
    /// Notes the name of the law that word `i` begins: *Luật Hòa giải, đối thoại tại Tòa án*.
    fn law_at(&mut self, i: usize) {
        let law = laws::law_at(Tables::builtin(), self.reading.place(i));
        // Of a name that the table does not know nobody says where it ends.
        if let Some(law) = law.filter(|law| !law.candidates.is_empty()) {
            self.law = law.title.end;
        }
    }

    /// Reads the body whose name begins with word `i`, at byte `at`, or those of a series.
    fn name_at(&mut self, i: usize, at: usize) {
        let text = self.reading.text();
        if self.goes_on_a_symbol(i, at) {
            return;
        }
        self.grammar.words.restart(i);
        let before = self.before(i);
        let is_before = |id| before.is_some_and(|before| before.id == id);
        // *Liên Bộ Tài chính - Nội vụ*.
        if is_before(ids().liên) && self.reading.gap(i) == Gap::Space {
            self.grammar.words.restart(i - 1);
            let series = self.grammar.series(0);
            if !series.is_empty() {
                return self.found.extend(series);
            }
            self.grammar.words.restart(i);
        }
        // Of an office that is left only the body still is one.
        let former = [ids().phó, ids().nguyên, ids().cố, ids().cựu]
            .into_iter()
            .any(is_before);
        if former && self.reading.id(i) == ids().thủ
            || self.is_no_body_behind(i, before)
            || self.is_inside_compound(i, before)
        {
            return;
        }
        if let Some(read) = self.central_committee(i, before) {
            return self.found.push((Span::new(at, read.end), read));
        }
        let Some(mut read) = self.grammar.name(former) else {
            // *Công an các tỉnh Sơn La, Lai Châu*: without a place it is none.
            if let Some(each) = self.grammar.head_of_series() {
                let series = self.grammar.series(each);
                self.found.extend(series);
            }
            return;
        };
        // *KT. Bộ trưởng*, *TL. Bộ trưởng*: the line above a signature.
        let for_another = i > 0
            && self.reading.gap(i) == Gap::Dot
            && [ids().kt, ids().tl].contains(&self.reading.id(i - 1));
        if for_another && read.open == Some(Open::Ministry) && read.parent.is_none()
            || read.idea && before.is_some_and(|before| is_adjective(&read, before.id))
        {
            return;
        }
        let grammar = &mut self.grammar;
        if !read.idea {
            // *UBND các tỉnh, thành phố* is a class, unless names follow.
            let farthest = if read.generic { read.next } else { 3 };
            let each = (1..=farthest).filter_map(|back| (read.next + 1).checked_sub(back));
            let each = each.filter(|&i| i > 0).find(|&i| grammar.counts(i));
            if let Some(each) = each {
                let series = grammar.series(each);
                if !series.is_empty() {
                    return self.found.extend(series);
                }
            }
        }
        // *các Ban Đảng*, *các Phó Thủ tướng*, *các Ban HĐND tỉnh*: more than one.
        let unsaid = read.name.starts_with("Ban Hội đồng");
        let coded = read.row.is_some() && read.code.is_some();
        let one = !unsaid && (read.parent.is_some() || coded);
        // *các Sở Giáo dục và Đào tạo*: that of each province.
        let each = read.name.starts_with("Sở ") && read.place_words.is_empty();
        read.generic |= (!one || each) && is_before(ids().các);
        read.shout = !text[at..read.end].chars().any(char::is_lowercase);
        if is_office_of_state(&read) {
            let abroad = self.grammar.foreign_body(read.next);
            if abroad.is_some() || self.foreigner_behind(read.end) {
                let end = abroad.as_ref().map_or(read.end, |abroad| abroad.end);
                read = Read {
                    end,
                    name: text[at..end].to_owned().into(),
                    class: BodyClass::Foreign,
                    holder: read.holder,
                    one_of_many: abroad.is_none(),
                    ..Read::default()
                };
            }
        }
        let mut start = read.begin.max(at);
        let mut first = i;
        if let Some(word) = self.branch_in_front(i)
            && read.name.starts_with("Ngân hàng")
        {
            read = Grammar::branch_of(read);
            (first, start) = (word.0, word.1);
        }
        if read.holder.is_none() && !read.idea && !read.shout {
            let small = first == i;
            start = self
                .office_in_front(first, small, &mut read)
                .unwrap_or(start);
        }
        // Those of the places behind it have its office only if their common words do.
        let more = match start == at && !read.generic {
            true => self.grammar.more_places(&read),
            false => Vec::new(),
        };
        self.found.push((Span::new(start, read.end), read));
        self.found.extend(more);
    }

    /// *Ủy viên Trung ương*, *Trung ương khóa XIII*, *Trung ương thảo luận …* at the start of a sentence: the
    /// Central Committee. Elsewhere *Trung ương* is the centre, and no body.
    fn central_committee(&mut self, i: usize, before: Option<Before>) -> Option<Read> {
        let (reading, ids) = (self.reading, ids());
        if reading.id(i) != ids.trung || reading.id(i + 1) != ids.ương {
            return None;
        }
        let plain = reading.gap(i + 1) == Gap::Space && self.grammar.is_nothing(2);
        let member = before.is_some_and(|before| {
            before.id == ids.viên && i >= 2 && reading.id(i - 2) == ids.ủy
                || before.id == ids.khuyết
        });
        let opens = i == 0 || matches!(reading.gap(i), Gap::Dot | Gap::LineEnd);
        let acts = opens
            && reading.gap(i + 2) == Gap::Space
            && reading.case(i + 2) == Case::Lower
            && !matches!(
                reading.slice(i + 2),
                "và" | "với" | "đến" | "tới" | "về" | "cùng" | "hoặc" | "xuống" | "là"
            );
        if !plain {
            return None;
        }
        let term = self.grammar.term(2);
        (member || acts || term.is_some()).then(|| {
            let next = 2 + 2 * usize::from(term.is_some());
            self.grammar.finish(next, |read| {
                read.name = "Ban Chấp hành Trung ương".into();
                read.code = Some("TW".into());
                read.class = BodyClass::Party;
                read.term = term;
            })
        })
    }

    /// Whether a person follows whose name is no Vietnamese one: *Thủ tướng Ishiba Shigeru*. A Vietnamese
    /// word is one syllable, and has none of four letters.
    fn foreigner_behind(&self, end: usize) -> bool {
        let place = self.reading.place_at(end);
        let name = place.gap() == Gap::Space && self.reading.case(place.index()) == Case::Title;
        name && is_foreign(self.reading.slice(place.index()))
    }

    /// *Chi nhánh* in front of the body that word `i` begins: its number and its byte.
    fn branch_in_front(&self, i: usize) -> Option<(usize, usize)> {
        let first = i.checked_sub(2)?;
        let (reading, soft) = (self.reading, |at| self.reading.gap(at) == Gap::Space);
        let branch = reading.id(first) == ids().chi && reading.id(i - 1) == ids().nhánh;
        let start = reading.word(first)?.start;
        (branch && soft(i) && soft(i - 1) && start >= self.done).then_some((first, start))
    }

    /// Reads an office in front of the body that word `i` begins, in `small` letters as newspapers write it
    /// (*phó chủ tịch UBND tỉnh*) or in any. The byte at which it begins.
    fn office_in_front(&self, i: usize, small: bool, read: &mut Read) -> Option<usize> {
        let place = self.reading.place(i);
        let small = |at: usize| !small || self.reading.case(at) == Case::Lower;
        if self.reading.gap(i) != Gap::Space || i == 0 || !small(i - 1) {
            return None;
        }
        let (office, mut front) = place.phrase_before(&HOLDERS)?;
        let of_body = matches!(office.role, Role::Chief | Role::Deputy);
        // *tổng bí thư Ban Chấp hành …* and the like are offices of their own.
        if !of_body || office.alone.is_some() && !office.of_ministry || !small(front.index()) {
            return None;
        }
        let mut before = None;
        if front.index() > 0
            && front.gap().is_soft()
            && let Some((word, farther)) = front.phrase_before(&HOLDERS)
            && word.role == Role::Before
            && small(farther.index())
        {
            before = Some(word.name);
            front = farther;
        }
        // Of an office that is left only the body still is one.
        let left =
            front.index() > 0 && [ids().nguyên, ids().cố, ids().cựu].contains(&front.id_before());
        let start = front.word()?.start;
        if left || start < self.done {
            return None;
        }
        take_office(read, office, before);
        (office.alone.is_some() || office.role != Role::Deputy).then_some(start)
    }

    fn before(&self, i: usize) -> Option<Before> {
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\u{a0}');
        let last = i.checked_sub(1)?;
        let near = match self.reading.gap(i) {
            Gap::Space => true,
            Gap::Other => self.reading.between(i).chars().all(is_space),
            _ => false,
        };
        near.then(|| Before {
            id: self.reading.id(last),
            case: self.reading.case(last),
        })
    }

    /// Whether the word is part of a longer one or of a symbol such as `QĐ-UBND`.
    fn goes_on_a_symbol(&self, i: usize, at: usize) -> bool {
        if i == 0 {
            return false;
        }
        match self.reading.gap(i) {
            Gap::Glued => true,
            Gap::Slash | Gap::Dash | Gap::Other => {
                let text = self.reading.text();
                let sign = text[..at].ends_with(['/', '-']);
                let glued = self.reading.between(i).len() == 1;
                let capitals = text[at..].chars().take(3).filter(|c| c.is_uppercase());
                // *HĐND-UBND tỉnh*
                let behind_body = self.done > 0 && self.done + 1 == at;
                sign && glued && capitals.count() == 3 && !behind_body
            }
            _ => false,
        }
    }

    /// Whether the words around make something else of a name: *phi chính phủ*, *Luật Ngân hàng Nhà
    /// nước*, *trái phiếu Chính phủ*, *Luật Tổ chức Chính phủ*.
    fn is_no_body_behind(&self, i: usize, before: Option<Before>) -> bool {
        let (reading, ids) = (self.reading, ids());
        let id = reading.id(i);
        // *QH 1/500* is a plan (*quy hoạch*).
        if id == ids.qh && reading.place(i + 1).number().is_some() {
            return true;
        }
        let Some(before) = before else {
            return false;
        };
        let then = |word| reading.id(i + 1) == word;
        // *tại Nhà Quốc hội*, *nhà khách Chính phủ*: buildings.
        if before.id == ids.nhà && before.case.is_capital() && id == ids.quốc && then(ids.hội)
            || reading.slice(i - 1) == "khách" && reading.slice(i) == "Chính"
        {
            return true;
        }
        // *thi hành kỷ luật Ban Thường vụ Tỉnh ủy*
        let discipline = before.id == ids.luật && i >= 2 && reading.id(i - 2) == ids.kỷ;
        // *Ngành Bảo hiểm xã hội Việt Nam* is the body and all below it.
        Trait::NO_BODY_BEHIND.of(before.id) && !discipline && !(before.id == ids.ngành && before.case.is_capital())
            // *ỦY | BAN KIỂM TRA*: the second half of *ủy ban*.
            || id == ids.ban && before.id == ids.ủy && before.case == self.reading.case(i)
            // *Hải Phòng, Bộ Quốc Phòng*
            || id == ids.phòng && [ids.hải, ids.quốc].contains(&before.id) && before.case.is_capital()
            // *Phó Thủ tướng Thường trực Chính phủ* is a title.
            || id == ids.thường && then(ids.trực)
                && [ids.tướng, ids.thư, ids.tịch, ids.trưởng, ids.viên].contains(&before.id)
            // *VỤ TRƯỞNG VỤ PHÁP CHẾ* signs.
            || before.case == Case::Upper
                && (before.id == ids.vụ && id == ids.trưởng || before.id == ids.trưởng && id == ids.vụ)
            || before.id == ids.chức && self.ends_organic_law(i)
            || before.id == ids.và && self.organic_law_of_two(i)
    }

    /// *Luật Tổ chức HĐND và UBND*, in full words too: whether word `i` begins the second body.
    fn organic_law_of_two(&self, i: usize) -> bool {
        [2, 5].into_iter().any(|back| {
            let first = i.checked_sub(back);
            first.is_some_and(|first| {
                let whole = back == 2
                    || self.reading.id(first) == ids().hội && self.reading.id(i - 2) == ids().dân;
                whole && self.ends_organic_law(first)
            })
        })
    }

    /// Whether *Luật Tổ chức* ends in front of word `i`.
    fn ends_organic_law(&self, i: usize) -> bool {
        let id = |back: usize| i.checked_sub(back).map(|i| self.reading.id(i));
        [(1, ids().chức), (2, ids().tổ), (3, ids().luật)]
            .into_iter()
            .all(|(back, word)| id(back) == Some(word))
    }

    /// Whether the word is the second half of a compound (`CƠ SỞ`, `NHIỆM VỤ`, `QUỐC PHÒNG`) or of a
    /// place name (`phường Hội An`). Capitals alone do not tell these from heads.
    fn is_inside_compound(&self, i: usize, before: Option<Before>) -> bool {
        let Some(Before { id, case }) = before else {
            return false;
        };
        if Trait::PLACE.of(id) && case != Case::Upper {
            return !(id == ids().phố && i >= 2 && self.reading.id(i - 2) == ids().thành);
        }
        Trait::HALF.of(id) && case == Case::Upper && self.reading.case(i) == Case::Upper
    }

    /// Reads a class of bodies that word `i` opens, at byte `start`, or a series behind *các*.
    fn class_at(&mut self, i: usize, start: usize) {
        if self.reading.case(i) == Case::Upper || i > 0 && self.reading.gap(i) == Gap::Glued {
            return;
        }
        self.grammar.words.restart(i);
        let behind = self.reading.gap(i + 1);
        // *3 bộ: Y tế, Tài chính và Nội vụ*
        if behind == Gap::Colon && i > 0 && self.reading.gap(i) == Gap::Space {
            self.grammar.words.restart(i - 1);
            if self.grammar.counts(0) || self.reading.id(i - 1) == ids().liên {
                let series = self.grammar.series(0);
                self.found.extend(series);
            }
            return;
        }
        if self.reading.id(i) == ids().các {
            if behind != Gap::Space {
                return;
            }
            let series = self.grammar.series(0);
            if !series.is_empty() {
                return self.found.extend(series);
            }
            self.grammar.words.restart(i);
        } else if self.reading.id(i) == ids().tỉnh {
            // *tỉnh ủy, thành ủy trực thuộc Trung ương*
            if self.reading.id(i + 1) != ids().ủy || self.reading.gap(i + 2) != Gap::Comma {
                return;
            }
        } else if behind != Gap::Comma
            || [ids().cán, ids().cơ, ids().nội, ids().toàn]
                .into_iter()
                .any(|id| self.before(i).is_some_and(|before| before.id == id))
        {
            return;
        }
        let Some(end) = generic::class(&mut self.grammar.words) else {
            return;
        };
        // *Các Sở | Giáo dục và Đào tạo*: the name behind *các* goes on.
        let second = self.reading.place(i + 1);
        if self.reading.id(i) == ids().các
            && second.word().is_some_and(|word| word.end == end)
            && self.reading.case(i + 1) == Case::Title
        {
            self.grammar.words.restart(i + 1);
            if self.grammar.name(false).is_some_and(|read| read.end > end) {
                return;
            }
        }
        let mut read = Read {
            end,
            name: fold::plain(&self.reading.text()[start..end]).into(),
            generic: true,
            ..Read::default()
        };
        // *Thủ trưởng các đơn vị thuộc Bộ*, unless a name goes on (*Giám đốc các Sở Lao động …*) or a second
        // office belongs to it (*Vụ trưởng, Cục trưởng các Vụ, Cục*).
        let place = self.reading.place(i);
        let shared = place.phrase_before(&HOLDERS).is_some_and(|(_, front)| {
            front.gap() == Gap::Comma && front.phrase_before(&HOLDERS).is_some()
        });
        let behind = self.reading.place_at(end);
        let goes_on = behind.gap() == Gap::Space
            && (self.reading.case(behind.index()).is_capital()
                || behind.phrase(&FIELDS).is_some_and(|(field, _)| !field.verb));
        let start = match shared || goes_on {
            true => start,
            false => self.office_in_front(i, false, &mut read).unwrap_or(start),
        };
        self.found.push((Span::new(start, end), read));
    }
}

/// Whether the noun in front makes an adjective of *Đảng* or *Nhà nước*. Hardly one does of *Đảng*, most do
/// of the others.
fn is_adjective(read: &Read, before: WordId) -> bool {
    match read.class {
        BodyClass::Party => Trait::OF_PARTY.of(before),
        _ => !Trait::ACTING.of(before),
    }
}

/// *Thủ tướng*, *Bộ trưởng* and the like without the body, or with one that other states have too.
fn is_office_of_state(read: &Read) -> bool {
    let ours = read.name == "Thủ tướng Chính phủ" || read.name == "Chủ tịch nước";
    let open = read.holder.is_some() && read.open.is_some() && read.class == BodyClass::Ministry;
    ours || open || read.holder.as_deref() == Some("Phó Thủ tướng")
}

/// Whether a word is no syllable of Vietnamese.
fn is_foreign(word: &str) -> bool {
    let mut groups = 0;
    let mut within = false;
    for c in word.chars().flat_map(char::to_lowercase) {
        let vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') || !c.is_ascii() && c != 'đ';
        groups += usize::from(vowel && !within);
        within = vowel;
        if matches!(c, 'f' | 'j' | 'w' | 'z') {
            return true;
        }
    }
    groups > 1
}
