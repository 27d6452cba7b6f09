//! Wall-clock time and instants, and the only place that converts between them.
//!
//! A rule speaks wall-clock time in the municipality's zone; an occupancy speaks instants.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

pub mod week;
#[cfg(feature = "zone")]
mod zone;
#[cfg(feature = "zone")]
pub use zone::{Zone, local, local_date, resolve, resolve_span};

/// Minutes in a day without a clock change.
pub const DAY_MINUTES: u16 = 1440;

/// A minute of the day, 0..=1440, so that 24:00 can be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Minute(u16);

/// A number of minutes, or a text, that is no time of day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a time of day between 00:00 and 24:00")]
pub struct NoTimeOfDay;

impl Minute {
    /// 00:00.
    pub const MIDNIGHT: Self = Self(0);
    /// 24:00, the end of the day.
    pub const END_OF_DAY: Self = Self(DAY_MINUTES);

    /// The minute of the day, or `None` past 24:00.
    pub const fn new(minutes: u16) -> Option<Self> {
        if minutes <= DAY_MINUTES {
            Some(Self(minutes))
        } else {
            None
        }
    }

    /// Hour and minute of a clock, or `None` if there is no such time.
    pub const fn hm(hour: u16, minute: u16) -> Option<Self> {
        if minute > 59 || hour > 24 {
            None
        } else {
            Self::new(hour * 60 + minute)
        }
    }

    /// Minutes since midnight.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Minute {
    type Error = NoTimeOfDay;
    fn try_from(value: u16) -> Result<Self, Self::Error> {
        Self::new(value).ok_or(NoTimeOfDay)
    }
}

impl From<Minute> for u16 {
    fn from(value: Minute) -> Self {
        value.0
    }
}

/// `18:05`, the form of HTML time fields.
impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Reads `18:05`, `18.05`, `1805` and `18`, as people type them.
impl FromStr for Minute {
    type Err = NoTimeOfDay;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let number = |part: &str| {
            let digits = !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
            if digits {
                part.parse::<u16>().map_err(|_| NoTimeOfDay)
            } else {
                Err(NoTimeOfDay)
            }
        };
        let (hour, minute) = match text.split_once([':', '.']) {
            Some((hour, minute)) => (number(hour)?, number(minute)?),
            None if text.len() == 4 && text.is_ascii() => (number(&text[..2])?, number(&text[2..])?),
            None => (number(text)?, 0),
        };
        Self::hm(hour, minute).ok_or(NoTimeOfDay)
    }
}

/// From–to on the clock; an end at or before the start is on the next day. Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Ends")]
pub struct WallSpan {
    /// First minute.
    pub from: Minute,
    /// The minute after the last.
    pub to: Minute,
}

/// What a span is read from.
#[derive(Deserialize)]
struct Ends {
    from: Minute,
    to: Minute,
}

/// Two times of day that make no span.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("from and to are the same time, or from is 24:00")]
pub struct NoSpan;

impl TryFrom<Ends> for WallSpan {
    type Error = NoSpan;
    fn try_from(Ends { from, to }: Ends) -> Result<Self, Self::Error> {
        Self::new(from, to).ok_or(NoSpan)
    }
}

impl WallSpan {
    /// From–to; `None` when both are the same time, or when the start is 24:00.
    pub fn new(from: Minute, to: Minute) -> Option<Self> {
        (from != to && from < Minute::END_OF_DAY).then_some(Self { from, to })
    }

    /// Whether it ends on the next day. An end at 24:00 or 00:00 does not.
    pub fn crosses_midnight(self) -> bool {
        self.to < self.from && self.to.get() > 0
    }

    /// The end in minutes from the start day's midnight: up to 2879 when it crosses midnight.
    pub fn end_minutes(self) -> u16 {
        if self.to <= self.from {
            self.to.get() + DAY_MINUTES
        } else {
            self.to.get()
        }
    }

    /// Length on the clock, minutes.
    pub fn minutes(self) -> u16 {
        self.end_minutes() - self.from.get()
    }

    /// The same length, moved on the clock; `None` if the start leaves its day.
    pub fn shifted(self, minutes: i32) -> Option<Self> {
        let from = i32::from(self.from.get()).checked_add(minutes)?;
        let from = u16::try_from(from).ok().filter(|m| *m < DAY_MINUTES)?;
        let end = from + self.minutes();
        let to = if end > DAY_MINUTES { end - DAY_MINUTES } else { end };
        Self::new(Minute(from), Minute::new(to)?)
    }
}

/// `18:00–19:30`.
impl fmt::Display for WallSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.from, self.to)
    }
}

/// An instant: seconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The instant so many seconds later (earlier when negative); stays at the ends of the range.
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }
}

/// Half-open instants `[start, end)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First second.
    pub start: Timestamp,
    /// The second after the last.
    pub end: Timestamp,
}

impl Span {
    /// Whether the two share a second; touching ends do not.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Widened by minutes before (setup) and after (teardown).
    pub fn widened(self, before_minutes: u16, after_minutes: u16) -> Self {
        Self {
            start: self.start.plus(-i64::from(before_minutes) * 60),
            end: self.end.plus(i64::from(after_minutes) * 60),
        }
    }

    /// Length in seconds.
    pub fn seconds(self) -> i64 {
        self.end.0.saturating_sub(self.start.0)
    }
}

/// From one date to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DateRange {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl DateRange {
    /// Whether the date lies in it.
    pub fn contains(self, date: NaiveDate) -> bool {
        self.from <= date && date <= self.to
    }
}
