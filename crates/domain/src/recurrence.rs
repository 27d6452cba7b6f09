//! Recurring time: our own stored form, expanded with the `rrule` crate in wall-clock time.

use crate::{
    calendar::{DayOffKind, PublicHoliday},
    time::WallSpan,
};
use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[cfg(feature = "zone")]
mod expand;

/// The most dates that one request may hold.
pub const MAX_DATES: usize = 400;

/// A set of weekdays; bit 0 is Monday.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weekdays(pub u8);

impl Weekdays {
    /// All seven.
    pub const ALL: Self = Self(0x7f);

    /// The set of these.
    pub fn of(days: &[Weekday]) -> Self {
        Self(
            days.iter()
                .fold(0, |bits, day| bits | 1 << day.num_days_from_monday()),
        )
    }

    /// Whether it holds the day.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & (1 << day.num_days_from_monday()) != 0
    }

    /// Its days, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        (0..7u8)
            .filter(move |bit| self.0 & (1 << bit) != 0)
            .filter_map(|bit| Weekday::try_from(bit).ok())
    }

    /// Whether it holds none.
    pub fn is_empty(self) -> bool {
        self.0 & 0x7f == 0
    }
}

/// How dates repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Pattern {
    /// One date: the start.
    Once,
    /// Every n weeks (1–8) on these weekdays.
    Weekly { every: u8, on: Weekdays },
    /// Every n months (1–12) on this day of the month; months without it are left out.
    MonthlyByDate { every: u8, day: u8 },
    /// Every n months (1–12) on the nth (1–5) such weekday, or the last; months without it are left out.
    MonthlyByWeekday { every: u8, nth: Nth, on: Weekday },
}

/// Which one in the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nth {
    /// The first (1) to the fifth (5).
    Number(u8),
    /// The last.
    Last,
}

/// When it stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// On this date at the latest.
    Until(NaiveDate),
    /// After this many dates of the pattern, left-out ones counted.
    Count(u16),
}

/// A finite set of dates with one time of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    /// No date of the pattern is before this one. It is itself a date only if the pattern says so (or is `Once`).
    pub start: NaiveDate,
    /// The same time each date.
    pub times: WallSpan,
    /// How dates repeat.
    pub pattern: Pattern,
    /// When it stops; without meaning for `Once`.
    pub end: End,
    /// Dates taken out by hand, whether of the pattern or added.
    #[serde(default)]
    pub excluded: BTreeSet<NaiveDate>,
    /// Dates put in by hand, wherever they lie; they are kept also when holidays are left out.
    #[serde(default)]
    pub added: BTreeSet<NaiveDate>,
    /// Leave out school holidays.
    #[serde(default)]
    pub not_school_holidays: bool,
    /// Leave out public holidays.
    #[serde(default)]
    pub not_public_holidays: bool,
}

/// A date of the pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedDate {
    /// Which.
    pub date: NaiveDate,
    /// Why it is left out, if it is.
    pub left_out: Option<LeftOut>,
}

/// Why a date of the pattern is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// Taken out by hand.
    Excluded,
    /// A school holiday.
    SchoolHoliday(DayOffKind),
    /// A public holiday.
    PublicHoliday(PublicHoliday),
}

/// What makes a recurrence unusable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum RecurrenceFault {
    /// No weekday is chosen.
    #[error("no weekday is chosen")]
    NoWeekday,
    /// The interval is out of range.
    #[error("the interval is out of range")]
    Interval,
    /// The day of the month is not 1–31, or the ordinal not 1–5.
    #[error("no such day of the month")]
    DayOfMonth,
    /// The end lies before the start, or the count is 0.
    #[error("it ends before it starts")]
    EndBeforeStart,
    /// No date comes of it.
    #[error("no date comes of it")]
    NoDates,
    /// More than [`MAX_DATES`].
    #[error("more than 400 dates")]
    TooMany,
}
