//! Those who are given tasks: bodies that were recognised, and classes of them that the text
//! names in its own words (*các Bộ, ngành, địa phương*).

use std::collections::HashMap;

use once_cell::sync::Lazy;

use crate::body::IssuingBody;
use crate::span::{Found, Span};
use crate::text::cursor::Cursor;
use crate::text::fold;

/// Somebody a task can be given to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Actor {
    pub(super) span: Span,
    /// The body's name, or the words of the text.
    pub(super) name: String,
}

/// A text and the bodies in it, in order of their starts.
pub(super) struct Actors<'t, 'b> {
    text: &'t str,
    bodies: Vec<&'b Found<'b, IssuingBody>>,
}

/// The words of one class of actors are not longer than this, in bytes.
const LONGEST: usize = 480;

impl<'t, 'b> Actors<'t, 'b> {
    pub(super) fn new(text: &'t str, bodies: &'b [Found<'b, IssuingBody>]) -> Self {
        let mut bodies: Vec<_> = bodies.iter().collect();
        bodies.sort_by_key(|body| (body.span.start, std::cmp::Reverse(body.span.end)));
        Actors { text, bodies }
    }

    /// The longest body that begins at byte `at`.
    fn body_at(&self, at: usize) -> Option<&'b Found<'b, IssuingBody>> {
        let i = self.bodies.partition_point(|body| body.span.start < at);
        self.bodies
            .get(i)
            .copied()
            .filter(|body| body.span.start == at)
    }

    /// The longest body that ends at byte `at`.
    pub(super) fn body_before(&self, at: usize) -> Option<&'b Found<'b, IssuingBody>> {
        let i = self.bodies.partition_point(|body| body.span.start < at);
        let near = self.bodies[..i].iter().rev().take(4);
        near.filter(|body| body.span.end == at).last().copied()
    }

    fn actor(&self, body: &Found<'_, IssuingBody>) -> Actor {
        let name = if body.value.generic {
            body.text.to_owned()
        } else {
            body.value.name.clone()
        };
        Actor {
            span: body.span,
            name,
        }
    }

    /// The actors from byte `at` on, joined by commas, *và* or *cùng*; they end where a verb
    /// begins.
    pub(super) fn list(&self, at: usize) -> Vec<Actor> {
        let mut actors = Vec::new();
        let mut next = at;
        while let Some(actor) = self.one(next) {
            let mut cursor = Cursor::new(self.text, actor.span.end);
            abbreviation(&mut cursor);
            let end = cursor.pos();
            actors.push(Actor {
                span: Span::new(actor.span.start, end),
                ..actor
            });
            let comma = cursor.eat(',');
            let mut joined = comma;
            let mut ahead = cursor;
            if word_space(&mut ahead) {
                const LINKS: [(&str, ()); 4] =
                    [("cùng với", ()), ("cùng", ()), ("và", ()), ("với", ())];
                if ahead.any_phrase(&LINKS).is_some() {
                    joined = true;
                    cursor = ahead;
                }
            }
            if !joined || !word_space(&mut cursor) {
                break;
            }
            next = cursor.pos();
        }
        actors
    }

    /// The one actor that begins at byte `at`.
    pub(super) fn one(&self, at: usize) -> Option<Actor> {
        let body = self.body_at(at);
        match body {
            Some(body) if !body.value.generic => Some(self.actor(body)),
            _ => {
                let class = self.class(at);
                let found = body.map(|body| self.actor(body));
                let longer = |class: &Actor| {
                    found
                        .as_ref()
                        .is_none_or(|found| found.span.end < class.span.end)
                };
                class.filter(longer).or(found)
            }
        }
    }

    /// The class of actors whose words begin at byte `at`: *các đơn vị liên quan* in *các đơn vị
    /// liên quan để đề xuất …*.
    fn class(&self, at: usize) -> Option<Actor> {
        let mut cursor = Cursor::new(self.text, at);
        if !head(&mut cursor) {
            return None;
        }
        let mut end = cursor.pos();
        let limit = at + LONGEST;
        loop {
            let mut ahead = cursor;
            let comma = ahead.eat(',');
            if !word_space(&mut ahead) || ahead.pos() > limit {
                break;
            }
            let mut linked = comma;
            for link in ["và", "hoặc"] {
                linked |= ahead.phrase(link) && ahead.space_or_break();
            }
            let member = MEMBERS.iter().any(|member| starts(ahead, member));
            if linked && (!member || is_verb(ahead)) {
                break;
            }
            if self
                .body_at(ahead.pos())
                .is_some_and(|body| linked && !body.value.generic)
            {
                break;
            }
            if !linked && self.ends_class(ahead, &self.text[at..end]) {
                break;
            }
            let body = self.body_at(ahead.pos()).map(|body| body.span.end);
            cursor = match body {
                Some(end) if !linked => Cursor::new(self.text, end),
                _ => {
                    ahead.eat_while(|c| c.is_alphanumeric() || matches!(c, '-' | '–' | '&' | '/'));
                    ahead
                }
            };
            if cursor.pos() == end {
                break;
            }
            end = cursor.pos();
        }
        let span = Span::new(at, end);
        (end > at).then(|| Actor {
            span,
            name: span.of(self.text).to_owned(),
        })
    }

    /// Whether the words of a class end before `next`: a verb, a modal or *để* follows.
    fn ends_class(&self, next: Cursor<'_>, before: &str) -> bool {
        if !next.peek().is_some_and(char::is_alphanumeric) {
            return true;
        }
        if STOPS.iter().any(|stop| starts(next, stop)) {
            return true;
        }
        let noun = [
            "cơ quan",
            "đơn vị",
            "bộ phận",
            "lực lượng",
            "tổ chức",
            "các",
        ]
        .iter()
        .any(|noun| before.ends_with(noun));
        if noun && NOUN_VERBS.iter().any(|verb| starts(next, verb)) || starts(next, "giúp việc")
        {
            return false;
        }
        begins_with_action(next.rest())
    }
}

/// Reads what a class of actors begins with: *các đơn vị*, *UBND*, *Sở*.
fn head(cursor: &mut Cursor<'_>) -> bool {
    let capital = cursor.peek().is_some_and(char::is_uppercase);
    let mut ahead = *cursor;
    let plural = PLURALS.iter().any(|plural| ahead.phrase(plural)) && ahead.space_or_break();
    if plural {
        *cursor = ahead;
    }
    if is_verb(*cursor) {
        return false;
    }
    HEADS.iter().any(|head| cursor.phrase(head))
        || (plural || capital) && SHORT_HEADS.iter().any(|head| cursor.phrase(head))
}

/// Reads the space between two words of one sentence, a line break in it only when the next
/// line goes on in small letters.
fn word_space(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    if ahead.spaces() && ahead.peek() != Some('\n') {
        *cursor = ahead;
        return true;
    }
    ahead = *cursor;
    let goes_on = ahead.space_or_break() && ahead.peek().is_some_and(char::is_lowercase);
    if goes_on {
        *cursor = ahead;
    }
    goes_on
}

/// Whether a verb stands at the cursor; *tổ chức* and *lãnh đạo* are as often nouns, and verbs
/// when another verb follows them.
fn is_verb(mut cursor: Cursor<'_>) -> bool {
    if cursor.phrase("tổ chức") || cursor.phrase("lãnh đạo") {
        return cursor.space_or_break() && begins_with_action(cursor.rest());
    }
    begins_with_action(cursor.rest())
}

fn starts(mut cursor: Cursor<'_>, phrase: &str) -> bool {
    cursor.phrase(phrase)
}

/// Reads ` (KHTC)`, the short form behind a name.
pub(super) fn abbreviation(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    ahead.spaces();
    if ahead.eat('(') {
        let inner = ahead.eat_while(|c| c != ')' && c != '(' && c != '\n');
        if inner.len() <= 60 && ahead.eat(')') {
            *cursor = ahead;
        }
    }
}

/// What makes a class of the noun behind it.
const PLURALS: [&str; 7] = [
    "các",
    "những",
    "mọi",
    "từng",
    "mỗi",
    "toàn thể",
    "tất cả các",
];

/// What the words of a class of actors begin with, also behind a plural.
const HEADS: [&str; 58] = [
    "ủy ban nhân dân",
    "hội đồng nhân dân",
    "ubnd",
    "hđnd",
    "cấp ủy",
    "thủ trưởng",
    "người đứng đầu",
    "lãnh đạo",
    "giám đốc",
    "chủ tịch",
    "chánh văn phòng",
    "vụ trưởng",
    "cục trưởng",
    "tổng cục trưởng",
    "viện trưởng",
    "chánh thanh tra",
    "bộ trưởng",
    "thứ trưởng",
    "đơn vị",
    "cơ quan",
    "địa phương",
    "chính quyền",
    "tổ chức",
    "đoàn thể",
    "doanh nghiệp",
    "đảng ủy",
    "đảng bộ",
    "chi bộ",
    "mặt trận",
    "cán bộ",
    "văn phòng",
    "tổ công tác",
    "trung tâm",
    "công an",
    "đảng đoàn",
    "đồng chí",
    "thành viên",
    "hiệp hội",
    "ngân hàng",
    "tập đoàn",
    "tổng công ty",
    "công ty",
    "chủ đầu tư",
    "nhà thầu",
    "lực lượng",
    "trường",
    "học viện",
    "tổng cục",
    "ban quản lý",
    "ban chỉ đạo",
    "ủy ban",
    "huyện",
    "xã",
    "phường",
    "tỉnh",
    "thành phố",
    "hội",
    "bên",
];

/// Heads so short that alone they must be written with a capital: *Bộ*, but not *bộ hồ sơ*.
const SHORT_HEADS: [&str; 14] = [
    "bộ",
    "sở",
    "ban",
    "phòng",
    "cục",
    "vụ",
    "viện",
    "ngành",
    "cấp",
    "khối",
    "tổ",
    "quận",
    "thị xã",
    "đội",
];

/// What may stand behind a comma or *và* within the words of one class.
const MEMBERS: [&str; 42] = [
    "ngành",
    "địa phương",
    "đơn vị",
    "cơ quan",
    "tổ chức",
    "cá nhân",
    "đoàn thể",
    "ban",
    "sở",
    "phường",
    "xã",
    "thị trấn",
    "thị xã",
    "thành phố",
    "thành viên",
    "huyện",
    "quận",
    "tỉnh",
    "doanh nghiệp",
    "hiệp hội",
    "hội",
    "đặc khu",
    "khối",
    "lĩnh vực",
    "cấp",
    "giúp việc",
    "công chức",
    "viên chức",
    "cán bộ",
    "người lao động",
    "chính quyền",
    "chi bộ",
    "đảng bộ",
    "cơ sở",
    "hợp tác xã",
    "trường",
    "viện",
    "trung tâm",
    "cơ quan ngang bộ",
    "nhà trường",
    "tập đoàn",
    "tổng công ty",
];

/// What a task begins with besides a verb.
const STOPS: [&str; 25] = [
    "để",
    "nhằm",
    "trong việc",
    "trong",
    "sẽ",
    "cần",
    "phải",
    "có trách nhiệm",
    "chịu trách nhiệm",
    "khi",
    "theo",
    "căn cứ",
    "là",
    "được",
    "đã",
    "đang",
    "tại",
    "về",
    "rà",
    "cũng",
    "vừa",
    "chủ trì",
    "phối hợp",
    "không",
    "thì",
];

/// Verbs that are a part of a noun behind *cơ quan*, *đơn vị*: *cơ quan tham mưu*.
const NOUN_VERBS: [&str; 14] = [
    "tham mưu",
    "quản lý",
    "thông tin",
    "giúp việc",
    "tổ chức",
    "điều phối",
    "thanh tra",
    "kiểm tra",
    "giám sát",
    "điều tra",
    "thẩm định",
    "tư vấn",
    "báo chí",
    "tổ chức đảng",
];

/// The verbs of `actions.txt` by their first character, and whether they are verbs indeed.
static ACTIONS: Lazy<HashMap<char, Vec<(&'static str, bool)>>> = Lazy::new(|| {
    let mut actions: HashMap<char, Vec<_>> = HashMap::new();
    let rows = include_str!("actions.txt").lines();
    for row in rows.filter(|row| !row.starts_with('#')) {
        let noun = row.strip_prefix('!');
        let words = noun.unwrap_or(row);
        if let Some(first) = words.chars().next() {
            actions
                .entry(first)
                .or_default()
                .push((words, noun.is_none()));
        }
    }
    actions
});

/// Whether `words` begin with a verb of doing: *Xây dựng …*, *tăng cường …*.
pub(super) fn begins_with_action(words: &str) -> bool {
    let first = words.chars().next().and_then(|c| c.to_lowercase().next());
    let Some(known) = first.and_then(|first| ACTIONS.get(&first)) else {
        return false;
    };
    let mut verb = false;
    for &(phrase, is_verb) in known {
        if fold::prefix(words, phrase).is_some() {
            if !is_verb {
                return false;
            }
            verb = true;
        }
    }
    verb
}
