//! Weeks as people in Norway count them: ISO 8601, Monday first.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A week of ISO 8601, e.g. `2026-W47`. Weeks are ordered in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IsoWeek {
    /// Always a Monday.
    monday: NaiveDate,
}

/// A text that is no week.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a week, such as 2026-W47")]
pub struct NoWeek;

impl IsoWeek {
    /// The week with this number in an ISO year; `None` for week 53 of a year that has 52.
    pub fn new(year: i32, week: u32) -> Option<Self> {
        let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
        Some(Self { monday })
    }

    /// The week of the date; the nearest whole one at the ends of the calendar.
    pub fn of(date: NaiveDate) -> Self {
        let since_monday = u64::from(date.weekday().num_days_from_monday());
        let monday = date
            .checked_sub_days(Days::new(since_monday))
            .or_else(|| date.checked_add_days(Days::new(7 - since_monday)))
            .unwrap_or(date);
        Self { monday }
    }

    /// The year that the week is counted in: that of its Thursday.
    pub fn year(self) -> i32 {
        self.monday.iso_week().year()
    }

    /// Its number, 1–53.
    pub fn week(self) -> u32 {
        self.monday.iso_week().week()
    }

    /// Its first day.
    pub const fn monday(self) -> NaiveDate {
        self.monday
    }

    /// Its last day.
    pub fn sunday(self) -> NaiveDate {
        self.day(6)
    }

    /// The week after; itself at the end of the calendar.
    pub fn next(self) -> Self {
        let monday = self.monday.checked_add_days(Days::new(7));
        monday.map_or(self, |monday| Self { monday })
    }

    /// The week before; itself at the start of the calendar.
    pub fn prev(self) -> Self {
        let monday = self.monday.checked_sub_days(Days::new(7));
        monday.map_or(self, |monday| Self { monday })
    }

    /// Its seven days, Monday first.
    pub fn days(self) -> [NaiveDate; 7] {
        [0, 1, 2, 3, 4, 5, 6].map(|nth| self.day(nth))
    }

    fn day(self, nth: u64) -> NaiveDate {
        self.monday
            .checked_add_days(Days::new(nth))
            .unwrap_or(NaiveDate::MAX)
    }
}

/// `2026-W47`, the form of HTML week fields.
impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year(), self.week())
    }
}

/// Reads `2026-W47`.
impl FromStr for IsoWeek {
    type Err = NoWeek;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, week) = text.trim().split_once("-W").ok_or(NoWeek)?;
        let digits =
            |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(week, 2) {
            return Err(NoWeek);
        }
        let year = year.parse().map_err(|_| NoWeek)?;
        let week = week.parse().map_err(|_| NoWeek)?;
        Self::new(year, week).ok_or(NoWeek)
    }
}

impl TryFrom<String> for IsoWeek {
    type Error = NoWeek;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<IsoWeek> for String {
    fn from(week: IsoWeek) -> Self {
        week.to_string()
    }
}
