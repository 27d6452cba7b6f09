//! Opening hours: a week, other weeks in seasons, and exceptions by date.

use crate::{
    occupancy::merged,
    time::{DAY_MINUTES, DateRange, Minute, WallSpan},
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

mod faults;
#[cfg(test)]
mod tests;

pub use faults::{HoursFault, HoursPart};

/// Spans per weekday, Monday first; a day may have several, and one may run past midnight.
pub type WeekHours = [Vec<WallSpan>; 7];

/// Opening hours of a space. An exception goes before a season, a season before the plain week.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningHours {
    /// The plain week.
    pub week: WeekHours,
    /// Weeks of other hours; the first that holds the date counts.
    #[serde(default)]
    pub seasons: Vec<SeasonHours>,
    /// Dates with hours of their own; no spans means closed. The first that holds the date counts.
    #[serde(default)]
    pub exceptions: Vec<HoursException>,
}

/// A part of the year with its own week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeasonHours {
    /// What people call it, e.g. «Sommer».
    pub name: String,
    /// When.
    pub dates: DateRange,
    /// Its week.
    pub week: WeekHours,
}

/// Dates with hours of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursException {
    /// Why, in the manager's words, e.g. «Julestengt».
    pub reason: String,
    /// When.
    pub dates: DateRange,
    /// Open then; empty means closed.
    pub spans: Vec<WallSpan>,
}

/// Why a time is not within opening hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotOpen {
    /// Nothing is open that day.
    ClosedDay,
    /// An exception closes or shortens the day; its reason.
    Exception(String),
    /// Open that day, but not all of the time; the spans that are.
    Outside(Vec<WallSpan>),
}

impl OpeningHours {
    /// The spans that start on the date, in order.
    pub fn on(&self, date: NaiveDate) -> Vec<WallSpan> {
        let spans = match self.exception_on(date) {
            Some(exception) => &exception.spans,
            None => self.regular_on(date),
        };
        in_order(spans)
    }

    /// Whether the whole time is open; spans that touch, also over midnight, count as one.
    pub fn check(&self, date: NaiveDate, times: WallSpan) -> Result<(), NotOpen> {
        let open = self.blocks(date, |day| self.on(day));
        let (from, end) = (i32::from(times.from.get()), i32::from(times.end_minutes()));
        match first_uncovered(&open, from, end) {
            None => Ok(()),
            Some(minute) => Err(self.why_not(date, &open, minute)),
        }
    }

    /// When it is open on the date, minutes 0..=1440, the overflow of the day before included; touching
    /// spans are one.
    pub fn open_on(&self, date: NaiveDate) -> Vec<(u16, u16)> {
        let day = i32::from(DAY_MINUTES);
        self.blocks(date, |day| self.on(day))
            .into_iter()
            .filter_map(|(from, to)| {
                let (from, to) = (from.clamp(0, day), to.clamp(0, day));
                (from < to).then_some((u16::try_from(from).ok()?, u16::try_from(to).ok()?))
            })
            .collect()
    }

    /// The exception that holds on the date, if one does.
    pub fn exception_on(&self, date: NaiveDate) -> Option<&HoursException> {
        self.exceptions.iter().find(|one| one.dates.contains(date))
    }

    /// The spans of the date's season or of the plain week, exceptions aside.
    fn regular_on(&self, date: NaiveDate) -> &[WallSpan] {
        let season = self.seasons.iter().find(|one| one.dates.contains(date));
        let week = season.map_or(&self.week, |one| &one.week);
        &week[date.weekday().num_days_from_monday() as usize]
    }

    /// What is open around the date in minutes from its midnight: the day before, the day and the day after,
    /// joined.
    fn blocks(&self, date: NaiveDate, spans_on: impl Fn(NaiveDate) -> Vec<WallSpan>) -> Vec<(i32, i32)> {
        let day = i32::from(DAY_MINUTES);
        let days = [(date.pred_opt(), -day), (Some(date), 0), (date.succ_opt(), day)];
        let mut open = Vec::new();
        for (date, offset) in days {
            for span in date.map(&spans_on).unwrap_or_default() {
                open.push((
                    offset + i32::from(span.from.get()),
                    offset + i32::from(span.end_minutes()),
                ));
            }
        }
        merged(open)
    }

    /// Why the minute (counted from the date's midnight) is not open.
    fn why_not(&self, date: NaiveDate, open: &[(i32, i32)], minute: i32) -> NotOpen {
        let next = minute >= i32::from(DAY_MINUTES);
        let day = if next {
            date.succ_opt().unwrap_or(date)
        } else {
            date
        };
        if let Some(exception) = self.exception_on(day) {
            let regular = self.blocks(date, |day| in_order(self.regular_on(day)));
            let shortens = first_uncovered(&regular, minute, minute + 1).is_none();
            if exception.spans.is_empty() || shortens {
                return NotOpen::Exception(exception.reason.clone());
            }
        }
        let spans = spans_of(open);
        if spans.is_empty() {
            NotOpen::ClosedDay
        } else {
            NotOpen::Outside(spans)
        }
    }
}

/// The spans in order of the clock.
fn in_order(spans: &[WallSpan]) -> Vec<WallSpan> {
    let mut spans = spans.to_vec();
    spans.sort();
    spans
}

/// The first minute of `from..to` that no block holds; the blocks are in order and apart.
fn first_uncovered(blocks: &[(i32, i32)], from: i32, to: i32) -> Option<i32> {
    let covered_to = blocks
        .iter()
        .find(|(start, end)| *start <= from && from < *end)
        .map_or(from, |(_, end)| *end);
    (covered_to < to).then_some(covered_to)
}

/// The blocks that touch the day, as times on its clock; one that goes on for more than a day is cut at
/// 24:00.
fn spans_of(blocks: &[(i32, i32)]) -> Vec<WallSpan> {
    let day = i32::from(DAY_MINUTES);
    let minute = |value: i32| Minute::new(u16::try_from(value).ok()?);
    blocks
        .iter()
        .filter(|(from, to)| *from < day && *to > 0)
        .filter_map(|&(from, to)| {
            let from = from.max(0);
            let to = if to >= from + day { day } else { to };
            WallSpan::new(minute(from)?, minute(if to > day { to - day } else { to })?)
        })
        .collect()
}
