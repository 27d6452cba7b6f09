//! Opening hours: a week, other weeks in seasons, and exceptions by date.

use crate::time::{DateRange, WallSpan};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
        todo!("domain-b: {date}")
    }

    /// Whether the whole time is open; spans that touch, also over midnight, count as one.
    pub fn check(&self, date: NaiveDate, times: WallSpan) -> Result<(), NotOpen> {
        todo!("domain-b: {date} {times}")
    }
}
