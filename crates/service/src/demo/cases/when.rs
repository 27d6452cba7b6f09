//! Dates and times of the demo's cases, in short.

use super::super::DemoError;
use chrono::{Datelike, NaiveDate};
use ledig_domain::{
    recurrence::{End, Pattern, Recurrence, Weekdays},
    time::{Minute, WallSpan},
};
use std::collections::BTreeSet;

/// From–to on the clock, hours and minutes as `(18, 30)`.
pub fn times(from: (u16, u16), to: (u16, u16)) -> Result<WallSpan, DemoError> {
    Minute::hm(from.0, from.1)
        .zip(Minute::hm(to.0, to.1))
        .and_then(|(from, to)| WallSpan::new(from, to))
        .ok_or_else(|| DemoError::Seed("not a time".to_owned()))
}

/// One date.
pub fn once(date: NaiveDate, times: WallSpan) -> Recurrence {
    Recurrence {
        start: date,
        times,
        pattern: Pattern::Once,
        end: End::Until(date),
        excluded: BTreeSet::new(),
        added: BTreeSet::new(),
        not_school_holidays: false,
        not_public_holidays: false,
    }
}

/// So many weeks on the weekday of the first date, not in school holidays and on public ones.
pub fn weekly(first: NaiveDate, times: WallSpan, weeks: u16) -> Recurrence {
    Recurrence {
        pattern: Pattern::Weekly {
            every: 1,
            on: Weekdays::of(&[first.weekday()]),
        },
        end: End::Count(weeks),
        not_school_holidays: true,
        not_public_holidays: true,
        ..once(first, times)
    }
}
