//! Whether there was a body on the day of the page.

use super::read::{Level, Read};
use super::value::BodyWarning;
use crate::date::PartialDate;
use crate::tables::PLACE_LEVELS;
use crate::tables::bodies::{Body, BodyClass, Registry, within};

/// The day of a page, and the registry that says what there was then.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day<'a> {
    pub date: PartialDate,
    pub registry: &'a Registry,
}

impl Day<'_> {
    /// What is doubtful about a body that a page of this day names: it, the province or the level that it
    /// belongs to, was not there yet, or is there no more.
    pub fn judge(&self, read: &Read) -> Option<BodyWarning> {
        let row = read.row.map(|row| &self.registry.bodies()[row]);
        row.and_then(|row| self.of_row(row, read))
            .or_else(|| {
                read.province
                    .as_ref()
                    .and_then(|p| self.outside(p.since, p.until))
            })
            .or_else(|| self.of_level(read))
    }

    fn of_row(&self, row: &Body, read: &Read) -> Option<BodyWarning> {
        let warning = self.outside(row.valid_from, row.valid_to)?;
        // A department bears the name that its branches in the provinces bore before.
        let branch = row.class == BodyClass::Department && row.is_local();
        if warning == BodyWarning::NotYet && branch && read.placeable() {
            return None;
        }
        // The name was borne twice: *Bộ Nội vụ*.
        let mut namesakes = self.registry.bodies().iter();
        let known = namesakes.any(|other| other.name == row.name && other.exists_on(self.date));
        (!known).then_some(warning)
    }

    /// Districts and towns ended with June 2025 (Luật số 72/2025/QH15).
    fn of_level(&self, read: &Read) -> Option<BodyWarning> {
        let written = match (read.level?, &read.local) {
            (Level::City, _) if read.province.is_none() && read.place.is_some() => "thị xã",
            (Level::City | Level::Province, _) => return None,
            (_, Some(local)) => local.as_str(),
            (_, None) => return None,
        };
        let mut levels = PLACE_LEVELS.rows();
        let [.., since, until] = levels.find(|row| {
            let rest = written.strip_prefix(row[2]);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })?;
        self.outside(since.parse().ok(), until.parse().ok())
    }

    /// On which side of a time the day lies, if it lies outside.
    fn outside(
        &self,
        since: Option<PartialDate>,
        until: Option<PartialDate>,
    ) -> Option<BodyWarning> {
        if !within(since, None, self.date) {
            Some(BodyWarning::NotYet)
        } else if !within(None, until, self.date) {
            Some(BodyWarning::NoMore)
        } else {
            None
        }
    }
}
