//! The words that lists and assignments are recognised by, as classes of phrases; the table is
//! `task_words.tsv`.

use once_cell::sync::Lazy;

use crate::reading::{Gap, Phrases, Place, Reading, WordId};
use crate::tables::{TASK_WORDS, VOCABULARY};

/// The classes, as they are named in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Action,
    Noun,
    Compound,
    Plural,
    Head,
    ShortHead,
    Member,
    Stop,
    NounVerb,
    Modal,
    Manner,
    Meeting,
    /// What is held: *tổ chức lớp tập huấn*.
    Event,
    /// Bodies that are told by what they are for: *Ban Chỉ đạo … về …*.
    Board,
    /// Words before a colon below which things stand, and nothing that is done.
    Thing,
    /// Nouns of what is done, before *sau đây* in a lead-in.
    Doing,
    Countable,
    Quality,
    Announcement,
    Topic,
    Time,
    /// Words that no subject of a duty stands behind: *của Bộ Y tế*.
    NoSubject,
    /// Words that no duty stands behind: *không giao*, *cơ quan chủ trì*.
    NoDuty,
    /// What makes an order none: *không*.
    Not,
    /// Openings of a clause that tells what happened.
    Told,
    /// Openings of a clause that says what if, or on what grounds.
    Given,
    /// Nouns that *chủ trì* and *có trách nhiệm* do not make a duty: *có trách nhiệm với*.
    Toward,
    /// Words between two names that stand together.
    Link,
    /// What may stand between an order and the name of whom it is given to.
    Address,
    /// What is skipped between a subject and what it does: *sẽ*, *cần*.
    Aux,
    /// What goes on the name of a class: *tại địa phương*.
    Tail,
    /// Words of a lead-in that only point to the list below: *thực hiện các nhiệm vụ sau*.
    Pointer,
    /// Words before a day that make it a deadline: *trước*, *chậm nhất*.
    Due,
    /// The same, right before it only: *đến*.
    UpTo,
    /// *hoàn thành*, *xong*
    Done,
    /// *đã*
    Past,
    /// What one is charged with: *theo chức năng, nhiệm vụ được giao*.
    Remit,
    /// Papers that order: *công điện*, *chỉ thị*.
    Directive,
    /// Papers that ask as often: *công văn*, *văn bản*.
    Letter,
    /// Kinds of places: *tỉnh*, *xã*.
    Level,
    /// Those who hold an office: *thứ trưởng*, *giám đốc*.
    Officer,
    /// What is only thought: *nhiều ý kiến cho rằng*.
    Opinion,
    /// What may stand between who orders and the order: *cũng*, *thống nhất*.
    Asking,
    /// Doing that comes back: *báo cáo hằng tháng*.
    Reporting,
    /// *định kỳ*
    Periodic,
    /// Who wishes and does not order: *tôi*, *cử tri*.
    Speaker,
    /// Nouns that the words behind them may belong to: *cơ quan tham mưu*.
    Office,
    /// What begins like an actor and is none: *hội thảo*.
    NotHead,
    /// What points to the items below: *như sau*.
    Below,
    /// The same, before a colon only: *gồm*.
    Colon,
    /// So many of these are no items: *ngày*.
    Unit,
    /// *Nơi nhận*
    Recipients,
    /// *Kính gửi*
    Addressee,
    /// *QUYẾT ĐỊNH*
    Ruling,
    /// Openings of a legal basis: *Căn cứ Luật …*, *Xét đề nghị …*.
    Basis,
    /// What is counted before them stands elsewhere: *06 nhóm quy định tại khoản 3*.
    Elsewhere,
    /// Those whom *lãnh đạo* behind them says to be leaders: *cán bộ lãnh đạo*. Others lead.
    Staff,
    /// Times that are over: *tuần qua*.
    Ago,
    /// Labels of what was achieved: *Kết quả:*.
    Outcome,
    /// What those do to whom something is submitted: *trình Chính phủ xem xét*.
    Approval,
    /// Persons and firms, of whom a heading may only speak: *nhân viên*, *thương nhân*.
    Person,
    /// What makes an order one that may come: *sẽ*, *có thể*.
    Coming,
    /// Openings of a clause that name the meeting or the paper in which something is said.
    Occasion,
    /// Times so long over that what was ordered then is history: *năm ngoái*, *trước đây*.
    LongAgo,
    /// What tells how far something is, and no task begins with: *đã hoàn thành*, *đến nay còn …*.
    Standing,
    /// Verbs that say how much and how fast, and never which body: *đẩy nhanh*.
    Degree,
    /// Orders that are put as a wish: *đề nghị*.
    Asks,
    /// Behind it and a colon stands what somebody asks for: *Trả lời kiến nghị của cử tri:*.
    Petition,
    /// What is told to happen: *mưa lớn xảy ra từ ngày …*.
    Happens,
    /// What parts a clause from the next one of its sentence: *…, riêng Sở A …*.
    Turn,
    /// Names of duties: *nhiệm vụ, nghĩa vụ*.
    ChargeDuty,
    /// What goes with duties: *quyền hạn*. Alone it is a right.
    ChargePower,
    /// *quyền*
    ChargeRight,
    /// What one does with these: *thực hiện nhiệm vụ*.
    ChargeDoes,
    /// *một số*
    Some,
    /// Those who govern a firm or a school: *Ban Giám đốc*.
    Governing,
    /// Where several places lie: *ven biển*.
    Region,
    /// Bodies whose names say what they do: *viện*, *trung tâm*.
    Institute,
    /// What such a name says: *nghiên cứu*.
    Work,
    /// What one works in: *giao thông vận tải*.
    Sector,
    /// Papers about a meeting: *biên bản*, *giấy mời*.
    Minutes,
    /// What makes of a sentence only what somebody says: *cho rằng*, *lẽ ra*.
    Thinks,
    /// What befalls somebody and is no order: *nghỉ hưu*, *phát sinh*.
    Befalls,
    /// Nouns that may have a verb of their own: *nhà xây dựng không phép*.
    Bearer,
    /// What those do who say what they think of something: *thống nhất đánh giá*, *biểu dương*.
    Appraises,
    /// What sectors are told by: *ngành y tế*.
    Trade,
    /// Verbs of those who see to it that a document is carried out: *theo dõi*, *đôn đốc*.
    Oversees,
    /// Names of duties that are always somebody's: *trách nhiệm*, where *nhiệm vụ* may be those of a plan.
    ChargeOwn,
    /// *mỗi*, *từng*
    Each,
    /// Orders that hand a task on, where others are as often what one does oneself: *giao*.
    HandsOn,
    /// What a duty rests on: *căn cứ*, *trên cơ sở*.
    Grounds,
    /// What things are dated by: *xây dựng*, *ban hành*.
    Dated,
    /// Amounts that are told for a day: *số dư*.
    Measured,
    /// What is done to things that exist already: *rà soát*, *thống kê*.
    Listing,
    /// What opens a clause and is no subject: *theo*, *tại*, *để*.
    Adjunct,
    /// Verbs of procedure, which never say which body: *gửi*, *trả lời*.
    Procedural,
    /// What a law does that says who has a duty: *quy định*.
    Stating,
    /// Kinds of bodies that are told by what they work in: *sở*, *ngành*.
    Sectoral,
    /// Words before those of a row who are meant above all: *nhất là*.
    Notably,
}

/// A set of classes, a bit each.
type Classes = u128;

impl Class {
    pub(super) fn named(name: &str) -> Option<Class> {
        Some(match name {
            "action" => Class::Action,
            "noun" => Class::Noun,
            "compound" => Class::Compound,
            "plural" => Class::Plural,
            "head" => Class::Head,
            "short_head" => Class::ShortHead,
            "member" => Class::Member,
            "stop" => Class::Stop,
            "noun_verb" => Class::NounVerb,
            "modal" => Class::Modal,
            "manner" => Class::Manner,
            "meeting" => Class::Meeting,
            "event" => Class::Event,
            "board" => Class::Board,
            "thing" => Class::Thing,
            "doing" => Class::Doing,
            "countable" => Class::Countable,
            "quality" => Class::Quality,
            "announcement" => Class::Announcement,
            "topic" => Class::Topic,
            "time" => Class::Time,
            "no_subject" => Class::NoSubject,
            "no_duty" => Class::NoDuty,
            "not" => Class::Not,
            "told" => Class::Told,
            "given" => Class::Given,
            "toward" => Class::Toward,
            "link" => Class::Link,
            "address" => Class::Address,
            "aux" => Class::Aux,
            "tail" => Class::Tail,
            "pointer" => Class::Pointer,
            "due" => Class::Due,
            "up_to" => Class::UpTo,
            "done" => Class::Done,
            "past" => Class::Past,
            "remit" => Class::Remit,
            "directive" => Class::Directive,
            "letter" => Class::Letter,
            "level" => Class::Level,
            "asking" => Class::Asking,
            "opinion" => Class::Opinion,
            "officer" => Class::Officer,
            "reporting" => Class::Reporting,
            "periodic" => Class::Periodic,
            "speaker" => Class::Speaker,
            "office" => Class::Office,
            "not_head" => Class::NotHead,
            "below" => Class::Below,
            "colon" => Class::Colon,
            "unit" => Class::Unit,
            "recipients" => Class::Recipients,
            "addressee" => Class::Addressee,
            "ruling" => Class::Ruling,
            "basis" => Class::Basis,
            "elsewhere" => Class::Elsewhere,
            "staff" => Class::Staff,
            "ago" => Class::Ago,
            "outcome" => Class::Outcome,
            "approval" => Class::Approval,
            "person" => Class::Person,
            "coming" => Class::Coming,
            "occasion" => Class::Occasion,
            "long_ago" => Class::LongAgo,
            "standing" => Class::Standing,
            "degree" => Class::Degree,
            "asks" => Class::Asks,
            "petition" => Class::Petition,
            "happens" => Class::Happens,
            "turn" => Class::Turn,
            "charge_duty" => Class::ChargeDuty,
            "charge_power" => Class::ChargePower,
            "charge_right" => Class::ChargeRight,
            "charge_does" => Class::ChargeDoes,
            "some" => Class::Some,
            "governing" => Class::Governing,
            "region" => Class::Region,
            "institute" => Class::Institute,
            "work" => Class::Work,
            "sector" => Class::Sector,
            "minutes" => Class::Minutes,
            "thinks" => Class::Thinks,
            "befalls" => Class::Befalls,
            "bearer" => Class::Bearer,
            "appraises" => Class::Appraises,
            "trade" => Class::Trade,
            "oversees" => Class::Oversees,
            "charge_own" => Class::ChargeOwn,
            "each" => Class::Each,
            "hands_on" => Class::HandsOn,
            "grounds" => Class::Grounds,
            "dated" => Class::Dated,
            "measured" => Class::Measured,
            "listing" => Class::Listing,
            "adjunct" => Class::Adjunct,
            "procedural" => Class::Procedural,
            "stating" => Class::Stating,
            "notably" => Class::Notably,
            "sectoral" => Class::Sectoral,
            _ => return None,
        })
    }

    /// The place behind the longest phrase of the class at `place`.
    #[inline]
    pub(super) fn at<'r, 't>(self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        // Most words begin no phrase of the class: that is one look.
        if may_begin(place.id()) & self.bit() == 0 {
            return None;
        }
        Said::at(place).behind(self)
    }

    /// The place before the longest phrase of the class that ends at `place`.
    #[inline]
    pub(super) fn before<'r, 't>(self, place: Place<'r, 't>) -> Option<Place<'r, 't>> {
        let mut before = None;
        if ENDS[1].get(place.id_before().index()).copied().unwrap_or(0) & self.bit() != 0 {
            place.each_phrase_before(&WORDS, |classes, ahead| {
                if classes & self.bit() != 0 {
                    before = Some(ahead);
                }
            });
        }
        before
    }

    fn bit(self) -> Classes {
        1 << self as u32
    }
}

/// The classes that the words at one place are of, read once for all that is asked of them.
pub(super) struct Said<'r, 't> {
    place: Place<'r, 't>,
    /// The classes of each phrase that begins there and how many words it has, shorter ones first.
    phrases: [(Classes, u8); MOST],
    count: usize,
}

/// As many phrases of the table begin with each other at most.
const MOST: usize = 6;

impl<'r, 't> Said<'r, 't> {
    pub(super) fn at(place: Place<'r, 't>) -> Self {
        let mut said = Said {
            place,
            phrases: [(0, 0); MOST],
            count: 0,
        };
        if may_begin(place.id()) != 0 {
            place.each_phrase(&WORDS, |&classes, behind| {
                if let Some(free) = said.phrases.get_mut(said.count) {
                    *free = (classes, (behind.index() - place.index()) as u8);
                    said.count += 1;
                }
            });
        }
        said
    }

    /// Behind the longest phrase of `class`.
    pub(super) fn behind(&self, class: Class) -> Option<Place<'r, 't>> {
        let phrases = self.phrases[..self.count].iter().rev();
        let words = phrases.filter(|(classes, _)| classes & class.bit() != 0);
        let (_, words) = words.max_by_key(|(_, words)| *words)?;
        let start = self.place.index();
        Some(self.place.reading().place(start + usize::from(*words)))
    }

    /// Behind the shortest phrase of `class`.
    pub(super) fn shortly_behind(&self, class: Class) -> Option<Place<'r, 't>> {
        let mut phrases = self.phrases[..self.count].iter();
        let (_, words) = phrases.find(|(classes, _)| classes & class.bit() != 0)?;
        let start = self.place.index();
        Some(self.place.reading().place(start + usize::from(*words)))
    }

    pub(super) fn is(&self, class: Class) -> bool {
        let phrases = &self.phrases[..self.count];
        phrases
            .iter()
            .any(|(classes, _)| classes & class.bit() != 0)
    }

    /// Behind the verb of doing: *Xây dựng …*, *tăng cường …*.
    pub(super) fn action(&self) -> Option<Place<'r, 't>> {
        self.behind(Class::Action).filter(|_| !self.is(Class::Noun))
    }

    /// Whether a verb stands here; *tổ chức* and *lãnh đạo* are as often nouns, and verbs when
    /// another verb or a noun of doing follows them.
    pub(super) fn is_verb(&self) -> bool {
        let Some(behind) = self.action() else {
            return false;
        };
        // The longer phrase wins: *cấp ủy* is no *cấp*.
        match self.behind(Class::Head) {
            Some(head) if head.index() > behind.index() => false,
            Some(head) if head.index() == behind.index() => {
                behind.gap() == Gap::Space && action(behind).is_some()
            }
            _ => true,
        }
    }
}

/// The classes that a phrase which begins with word `id` may be of.
#[inline]
fn may_begin(id: WordId) -> Classes {
    ENDS[0].get(id.index()).copied().unwrap_or(0)
}

/// The classes of each phrase, a bit a class. Phrases of the same words are one, however they are
/// spelled.
static WORDS: Lazy<Phrases<Classes>> = Lazy::new(|| {
    let rows = TASK_WORDS.rows();
    let rows = rows.filter_map(|[class, words]| Some((words, Class::named(class)?.bit())));
    Phrases::united(&VOCABULARY, rows, |a, b| a | b)
});

/// The classes whose phrases begin with a word, and those whose phrases end with it, by its id.
static ENDS: Lazy<[Vec<Classes>; 2]> = Lazy::new(|| {
    let mut ends = [vec![0; VOCABULARY.len()], vec![0; VOCABULARY.len()]];
    for (words, classes) in WORDS.outer_words() {
        for (ends, word) in ends.iter_mut().zip(words) {
            ends[word.index()] |= classes;
        }
    }
    ends
});

/// The first word of `reading` from word `from` on that a phrase of one of `classes` begins with; past
/// the last word where none is.
pub(super) fn next_beginning(reading: &Reading<'_>, from: usize, classes: &[Class]) -> usize {
    let wanted = classes.iter().fold(0, |all, &class| all | class.bit());
    let first = &ENDS[0];
    let may_begin = |id: WordId| {
        first
            .get(id.index())
            .is_some_and(|classes| classes & wanted != 0)
    };
    let more = reading.ids(from).position(may_begin);
    more.map_or(reading.len(), |more| from + more)
}

/// The place behind the verb of doing at `place`: *Xây dựng …*, *tăng cường …*.
pub(super) fn action<'r, 't>(place: Place<'r, 't>) -> Option<Place<'r, 't>> {
    if may_begin(place.id()) & Class::Action.bit() == 0 {
        return None;
    }
    Said::at(place).action()
}

/// Whether a verb stands at `place`.
pub(super) fn is_verb(place: Place<'_, '_>) -> bool {
    may_begin(place.id()) & Class::Action.bit() != 0 && Said::at(place).is_verb()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Reading;

    #[test]
    fn no_more_phrases_begin_with_each_other_than_a_place_holds() {
        for [_, words] in TASK_WORDS.rows() {
            let reading = Reading::new(words, &VOCABULARY);
            let mut count = 0;
            reading.place(0).each_phrase(&WORDS, |_, _| count += 1);
            assert!(count <= MOST, "{words}");
        }
    }

    #[test]
    fn every_phrase_of_the_table_is_found_in_its_class() {
        for [name, words] in TASK_WORDS.rows() {
            let Some(class) = Class::named(name) else {
                continue;
            };
            let reading = Reading::new(words, &VOCABULARY);
            let behind = class.at(reading.place(0)).map(|place| place.index());
            assert_eq!(behind, Some(reading.len()), "{name}: {words}");
        }
    }
}
