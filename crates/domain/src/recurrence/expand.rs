//! From pattern to dates.

use super::{End, LeftOut, MAX_DATES, Nth, Pattern, PlannedDate, Recurrence, RecurrenceFault};
use crate::calendar::Calendar;
use chrono::{Datelike, NaiveDate, NaiveTime, TimeZone, Weekday};
use rrule::{Frequency, NWeekday, RRule, Tz, Unvalidated};
use std::{collections::BTreeSet, ops::RangeInclusive};

/// The years in which patterns are followed: those that can be written, and that `rrule` can count in.
const YEARS: RangeInclusive<i32> = 1..=9999;

impl Recurrence {
    /// Every date of the pattern and every added date, in order, each with why it is left out if it is.
    ///
    /// An added date is kept in holidays, and listed once if the pattern has it too. An excluded date is left
    /// out however it came in, as EXDATE is stronger than RDATE in RFC 5545 (section 3.8.5.1): an added date
    /// can thus be taken out, and had back, like any other.
    ///
    /// # Errors
    /// A pattern that cannot be meant, that gives no date at all, or more than [`MAX_DATES`], left-out ones
    /// counted. That all dates are left out is no error: they are listed, each with its reason.
    pub fn expand(&self, calendar: &Calendar) -> Result<Vec<PlannedDate>, RecurrenceFault> {
        let mut dates = self.pattern_dates()?;
        dates.extend(&self.added);
        match dates.len() {
            0 => Err(RecurrenceFault::NoDates),
            1..=MAX_DATES => Ok(dates
                .into_iter()
                .map(|date| PlannedDate {
                    date,
                    left_out: self.left_out(date, calendar),
                })
                .collect()),
            _ => Err(RecurrenceFault::TooMany),
        }
    }

    fn left_out(&self, date: NaiveDate, calendar: &Calendar) -> Option<LeftOut> {
        if self.excluded.contains(&date) {
            return Some(LeftOut::Excluded);
        }
        if self.added.contains(&date) {
            return None;
        }
        let public = || {
            let holiday = calendar.public_holiday(date)?;
            self.not_public_holidays
                .then_some(LeftOut::PublicHoliday(holiday))
        };
        let school = || {
            let off = calendar.school_off(date)?;
            self.not_school_holidays
                .then_some(LeftOut::SchoolHoliday(off.kind))
        };
        public().or_else(school)
    }

    /// The dates of the pattern; one more than allowed if there are too many.
    fn pattern_dates(&self) -> Result<BTreeSet<NaiveDate>, RecurrenceFault> {
        let Some(rule) = self.rule()? else {
            return Ok(BTreeSet::from([self.start]));
        };
        let rule = match self.end {
            End::Until(last) if last < self.start => return Err(RecurrenceFault::EndBeforeStart),
            End::Until(last) => rule.until(tagged(last.min(last_day()))),
            End::Count(0) => return Err(RecurrenceFault::EndBeforeStart),
            End::Count(count) => rule.count(u32::from(count)).until(tagged(last_day())),
        };
        if !YEARS.contains(&self.start.year()) {
            return Ok(BTreeSet::new());
        }
        // The pattern is checked above, so that the crate has nothing left to refuse.
        let Ok(set) = rule.build(tagged(self.start)) else {
            return Ok(BTreeSet::new());
        };
        let set = set.limit();
        Ok(set
            .into_iter()
            .take(MAX_DATES + 1)
            .map(|at| at.date_naive())
            .collect())
    }

    /// The pattern as a rule without an end; `None` for a single date.
    fn rule(&self) -> Result<Option<RRule<Unvalidated>>, RecurrenceFault> {
        let interval = |every: u8, most: u8| {
            if (1..=most).contains(&every) {
                Ok(u16::from(every))
            } else {
                Err(RecurrenceFault::Interval)
            }
        };
        Ok(Some(match self.pattern {
            Pattern::Once => return Ok(None),
            Pattern::Weekly { on, .. } if on.is_empty() => return Err(RecurrenceFault::NoWeekday),
            Pattern::Weekly { every, on } => RRule::new(Frequency::Weekly)
                .interval(interval(every, 8)?)
                .week_start(Weekday::Mon)
                .by_weekday(on.iter().map(NWeekday::Every).collect()),
            Pattern::MonthlyByDate { every, day } => RRule::new(Frequency::Monthly)
                .interval(interval(every, 12)?)
                .by_month_day(vec![day_of_month(day, 31)?]),
            Pattern::MonthlyByWeekday { every, nth, on } => {
                let nth = match nth {
                    Nth::Number(number) => day_of_month(number, 5)?,
                    Nth::Last => -1,
                };
                RRule::new(Frequency::Monthly)
                    .interval(interval(every, 12)?)
                    .by_weekday(vec![NWeekday::Nth(i16::from(nth), on)])
            }
        }))
    }
}

fn day_of_month(number: u8, most: i8) -> Result<i8, RecurrenceFault> {
    i8::try_from(number)
        .ok()
        .filter(|number| (1..=most).contains(number))
        .ok_or(RecurrenceFault::DayOfMonth)
}

fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or_default()
}

/// The date's midnight, tagged UTC: the rule is followed on the wall clock and meets no clock change.
fn tagged(date: NaiveDate) -> chrono::DateTime<Tz> {
    Tz::UTC.from_utc_datetime(&date.and_time(NaiveTime::MIN))
}
