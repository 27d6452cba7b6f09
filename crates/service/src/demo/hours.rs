//! Opening hours of the demo's spaces: the week from the facts, seasons and closed days from the assumptions.

use super::seed::{DayOfYear, Seed};
use crate::import::{defaults, facility_rows::SpaceRecord};
use chrono::{Datelike, NaiveDate};
use ledig_domain::{
    calendar::Calendar,
    hours::{OpeningHours, SeasonHours, WeekHours},
    time::{DateRange, WallSpan},
};

/// The hours of a space for the years around the date.
pub fn of(space: &SpaceRecord, seed: &Seed, calendar: &Calendar, today: NaiveDate) -> OpeningHours {
    let mut hours = defaults::hours(space, calendar, today);
    let years = || today.year() - 1..=today.year() + 1;
    for closed in &seed.closed {
        let word = closed.words.is_empty() || closed.words.contains(&space.word);
        if word && closed.kinds.contains(&space.kind) {
            let dates = years().filter_map(|year| dates(closed.from, closed.to, year));
            hours
                .exceptions
                .extend(dates.map(|dates| defaults::closed(&closed.reason, dates)));
        }
    }
    let summer = &seed.summer;
    if summer.kinds.contains(&space.kind) {
        let span = WallSpan::new(summer.weekday.0, summer.weekday.1);
        let week: WeekHours = std::array::from_fn(|day| span.filter(|_| day < 5).into_iter().collect());
        hours.seasons = years()
            .filter_map(|year| {
                Some(SeasonHours {
                    name: summer.name.clone(),
                    dates: dates(summer.from, summer.to, year)?,
                    week: week.clone(),
                })
            })
            .collect();
    }
    hours.exceptions.sort_by_key(|exception| exception.dates);
    hours
}

/// The dates in a year; to the next year where the end is earlier in the year than the start.
fn dates(from: DayOfYear, to: DayOfYear, year: i32) -> Option<DateRange> {
    let over_new_year = (to.1, to.0) < (from.1, from.0);
    Some(DateRange {
        from: NaiveDate::from_ymd_opt(year, from.1, from.0)?,
        to: NaiveDate::from_ymd_opt(year + i32::from(over_new_year), to.1, to.0)?,
    })
}
