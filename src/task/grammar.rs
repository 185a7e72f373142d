//! What the grammar of a clause reads with, and what it says.

use std::cell::Cell;

use super::actors::Actors;
use super::cue::Cues;
use super::types::Duty;
use super::when::{Calendar, Elapsed};
use crate::reading::{Place, Reading};
use crate::span::Span;

/// Among how many of those whom a clause names, and of its orders and wishes, one after the other its duty is
/// looked for.
pub(super) const MOST_RUNS: usize = 32;

/// What the words above a clause make of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Mood {
    /// Who is to do what has no subject of its own.
    pub(super) who: Vec<String>,
    /// Of whom a heading only speaks, until another one names what they are charged with.
    pub(super) about: Vec<String>,
    pub(super) partners: Vec<String>,
    /// Who says so.
    pub(super) requesters: Vec<String>,
    /// The duty of who is named without a cue; `None` where a plain verb is none.
    pub(super) duty: Option<Duty>,
    /// Whatever stands below is a duty, also where its first word is no known verb.
    pub(super) strong: bool,
    /// A sentence before it ordered something, and nothing above: whom this one names is to do
    /// something too.
    pub(super) earlier: bool,
    /// Somebody who gives orders says what follows: *Thủ tướng: Bộ Y tế phải …*.
    pub(super) spoken: bool,
    /// What stands below are rights: nothing is a duty.
    pub(super) rights: bool,
    /// What is told is over: only an order or a day to come makes a duty of it.
    pub(super) told: bool,
    /// What is asked for is what citizens ask for, and gives nobody anything to do: *Trả lời đề nghị của ông A: Đề
    /// nghị UBND tỉnh …*.
    pub(super) petitioned: bool,
    /// Of what time it is told: an order that was given in a month or a year that is over is no news.
    pub(super) time: Elapsed,
}

impl Mood {
    /// Whether whoever is named below is to do something: *Thủ tướng Chính phủ yêu cầu:*.
    pub(super) fn names_all(&self) -> bool {
        self.who.is_empty() && self.duty == Some(Duty::Ordered)
    }

    /// The mood of what tells more of a duty that names its own owner.
    pub(super) fn of_details(&self) -> Mood {
        Mood {
            requesters: self.requesters.clone(),
            duty: self.duty,
            rights: self.rights,
            ..Mood::default()
        }
    }
}

/// A duty that a clause gives.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) leads: Vec<String>,
    pub(super) partners: Vec<String>,
    pub(super) requesters: Vec<String>,
    pub(super) duty: Duty,
    /// Somebody says that it is to be done: those who are named behind are to do it too.
    pub(super) ordered: bool,
    /// Where its words begin: with the subject, or with the task.
    pub(super) start: usize,
    /// Where the words of the task stand; empty where nothing follows.
    pub(super) task: Span,
    /// How far the words about it go.
    pub(super) reach: usize,
    /// The words of the task only point to what stands below.
    pub(super) points: bool,
    /// That somebody ordered it is told of the past: *đã yêu cầu*.
    pub(super) told: bool,
}

/// What is known of the words up to one end: a clause of many predicates is read once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    /// The word behind them.
    pub(super) end: usize,
    /// The first of those that were read.
    pub(super) from: usize,
    /// The last of these at which the text goes on with what tells that something is done.
    pub(super) last: Option<usize>,
}

/// What a clause is read with.
pub(super) struct Grammar<'a, 'r, 't, 'b> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) actors: &'a Actors<'r, 't, 'b>,
    pub(super) calendar: &'a Calendar<'r, 't, 'b>,
    pub(super) cues: &'a Cues,
    /// What was asked last of what is told to be done.
    pub(super) told: Cell<Option<Told>>,
}

/// What the words behind a subject say.
pub(super) struct Predicate<'r, 't> {
    pub(super) duty: Duty,
    /// A cue says what duty it is, and not only what stands above.
    pub(super) cued: bool,
    pub(super) partners: Vec<String>,
    /// Where the words of the task begin.
    pub(super) task: Place<'r, 't>,
}
