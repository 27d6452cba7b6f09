//! Short ways to say dates, times and recurrences, and strategies that make them.

use chrono::{NaiveDate, Weekday};
use ledig_domain::{
    calendar::Calendar,
    recurrence::{End, LeftOut, Nth, Pattern, PlannedDate, Recurrence, Weekdays},
    time::{Minute, WallSpan},
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The date of `2026-11-21`.
pub fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The dates of a text with one a word.
pub fn dates(text: &str) -> Vec<NaiveDate> {
    text.split_whitespace().map(date).collect()
}

/// The span of `18:00–19:30`.
pub fn times(text: &str) -> WallSpan {
    let (from, to) = text.split_once('–').expect("an en dash");
    WallSpan::new(from.parse().expect("a time"), to.parse().expect("a time")).expect("a span")
}

/// A recurrence at 18:00–19:30 without exceptions.
pub fn recurrence(start: &str, pattern: Pattern, end: End) -> Recurrence {
    Recurrence {
        start: date(start),
        times: times("18:00–19:30"),
        pattern,
        end,
        excluded: BTreeSet::new(),
        added: BTreeSet::new(),
        not_school_holidays: false,
        not_public_holidays: false,
    }
}

/// Every n weeks on these days.
pub fn weekly(every: u8, on: &[Weekday]) -> Pattern {
    Pattern::Weekly {
        every,
        on: Weekdays::of(on),
    }
}

/// Up to and including this date.
pub fn until(text: &str) -> End {
    End::Until(date(text))
}

/// All dates, left out or not.
pub fn listed(recurrence: &Recurrence) -> Vec<NaiveDate> {
    planned(recurrence, &Calendar::default())
        .iter()
        .map(|planned| planned.date)
        .collect()
}

/// The dates that stay.
pub fn kept(recurrence: &Recurrence, calendar: &Calendar) -> Vec<NaiveDate> {
    planned(recurrence, calendar)
        .iter()
        .filter(|planned| planned.left_out.is_none())
        .map(|planned| planned.date)
        .collect()
}

/// The dates that do not stay, with the reason.
pub fn left_out(recurrence: &Recurrence, calendar: &Calendar) -> Vec<(NaiveDate, LeftOut)> {
    planned(recurrence, calendar)
        .iter()
        .filter_map(|planned| Some((planned.date, planned.left_out?)))
        .collect()
}

fn planned(recurrence: &Recurrence, calendar: &Calendar) -> Vec<PlannedDate> {
    recurrence.expand(calendar).expect("dates")
}

/// Dates between two years, both included.
pub fn any_date_of(years: std::ops::RangeInclusive<i32>) -> impl Strategy<Value = NaiveDate> {
    (years, 1..=366u32).prop_map(|(year, day)| {
        NaiveDate::from_yo_opt(year, day).unwrap_or_else(|| NaiveDate::from_yo_opt(year, 1).expect("a date"))
    })
}

/// Any date at all, the ends of the calendar among them.
pub fn any_date() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::MIN.year_ce_days();
    let last = NaiveDate::MAX.year_ce_days();
    prop_oneof![
        4 => any_date_of(1990..=2060),
        1 => any_date_of(9990..=10_005),
        1 => any_date_of(-5..=5),
        1 => (first..=last).prop_map(from_ce_days),
        1 => (0..800i32).prop_map(move |days| from_ce_days(first + days)),
        1 => (0..800i32).prop_map(move |days| from_ce_days(last - days)),
    ]
}

trait CeDays {
    fn year_ce_days(self) -> i32;
}

impl CeDays for NaiveDate {
    fn year_ce_days(self) -> i32 {
        chrono::Datelike::num_days_from_ce(&self)
    }
}

fn from_ce_days(days: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(days).expect("between the ends")
}

/// Any weekday.
pub fn any_weekday() -> impl Strategy<Value = Weekday> {
    (0..7u8).prop_map(|day| Weekday::try_from(day).expect("0–6"))
}

/// A minute of the day.
pub fn any_minute() -> impl Strategy<Value = Minute> {
    (0..=1440u16).prop_map(|minute| Minute::new(minute).expect("up to 1440"))
}

/// From–to that can be meant.
pub fn any_times() -> impl Strategy<Value = WallSpan> {
    (any_minute(), any_minute()).prop_filter_map("not empty", |(from, to)| WallSpan::new(from, to))
}

/// A pattern that can be meant.
pub fn good_pattern() -> impl Strategy<Value = Pattern> {
    let nth = prop_oneof![(1..=5u8).prop_map(Nth::Number), Just(Nth::Last)];
    prop_oneof![
        1 => Just(Pattern::Once),
        4 => (1..=8u8, 1..=127u8).prop_map(|(every, on)| Pattern::Weekly { every, on: Weekdays(on) }),
        2 => (1..=12u8, 1..=31u8).prop_map(|(every, day)| Pattern::MonthlyByDate { every, day }),
        2 => (1..=12u8, nth, any_weekday())
            .prop_map(|(every, nth, on)| Pattern::MonthlyByWeekday { every, nth, on }),
    ]
}

/// A pattern with any numbers in it.
pub fn any_pattern() -> impl Strategy<Value = Pattern> {
    let nth = prop_oneof![any::<u8>().prop_map(Nth::Number), Just(Nth::Last)];
    prop_oneof![
        3 => good_pattern(),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(every, on)| Pattern::Weekly { every, on: Weekdays(on) }),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(every, day)| Pattern::MonthlyByDate { every, day }),
        1 => (any::<u8>(), nth, any_weekday())
            .prop_map(|(every, nth, on)| Pattern::MonthlyByWeekday { every, nth, on }),
    ]
}
