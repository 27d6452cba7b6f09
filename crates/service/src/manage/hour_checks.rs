//! What opening hours and booking rules have to be like.

use super::HoldsFor;
use crate::{Fault, ServiceError, error::Faults};
use ledig_domain::{
    booking_rules::BookingRules,
    hours::{OpeningHours, WeekHours},
    time::{DAY_MINUTES, DateRange, WallSpan},
};

pub(super) fn check_hours(of: HoldsFor, hours: Option<&OpeningHours>) -> Result<(), ServiceError> {
    let mut faults = Faults::default();
    match hours {
        None if matches!(of, HoldsFor::Facility(_)) => faults.add("week", Fault::Required),
        None => {}
        Some(hours) => {
            check_week(&mut faults, "week", &hours.week);
            for season in &hours.seasons {
                faults.text("seasons", &season.name, 100);
                check_dates(&mut faults, "seasons", season.dates);
                check_week(&mut faults, "seasons", &season.week);
            }
            for exception in &hours.exceptions {
                faults.text("exceptions", &exception.reason, 200);
                check_dates(&mut faults, "exceptions", exception.dates);
                check_day(&mut faults, "exceptions", &exception.spans);
            }
        }
    }
    faults.check()
}

fn check_week(faults: &mut Faults, field: &'static str, week: &WeekHours) {
    for day in week {
        check_day(faults, field, day);
    }
}

fn check_day(faults: &mut Faults, field: &'static str, spans: &[WallSpan]) {
    let mut spans = spans.to_vec();
    spans.sort();
    if spans
        .windows(2)
        .any(|pair| matches!(pair, [one, next] if one.end_minutes() > next.from.get()))
    {
        faults.add(field, Fault::Overlapping);
    }
}

fn check_dates(faults: &mut Faults, field: &'static str, dates: DateRange) {
    if dates.to < dates.from {
        faults.add(field, Fault::EndBeforeStart);
    }
}

pub(super) fn check_rules(of: HoldsFor, rules: Option<&BookingRules>) -> Result<(), ServiceError> {
    let mut faults = Faults::default();
    let Some(rules) = rules else {
        if matches!(of, HoldsFor::Facility(_)) {
            faults.add("min_minutes", Fault::Required);
        }
        return faults.check();
    };
    if ![5, 10, 15, 30, 60].contains(&rules.grid_minutes) {
        faults.add("grid_minutes", Fault::Unknown);
    }
    let mut within = |field, value: u16, min: u16, max: u16| {
        if !(min..=max).contains(&value) {
            faults.add(
                field,
                Fault::OutOfRange {
                    min: i64::from(min),
                    max: i64::from(max),
                },
            );
        }
    };
    within("min_minutes", rules.min_minutes, 5, DAY_MINUTES);
    within("max_minutes", rules.max_minutes, rules.min_minutes, DAY_MINUTES);
    within("setup_minutes", rules.setup_minutes, 0, 480);
    within("teardown_minutes", rules.teardown_minutes, 0, 480);
    within("lead_hours", rules.lead_hours, 0, 24 * 90);
    within("horizon_days", rules.horizon_days, 1, 1100);
    within("cancel_hours", rules.cancel_hours, 0, 24 * 90);
    if rules
        .min_persons
        .zip(rules.max_persons)
        .is_some_and(|(min, max)| max < min)
    {
        faults.add("max_persons", Fault::EndBeforeStart);
    }
    if rules.note.chars().count() > 2000 {
        faults.add("note", Fault::TooLong { max: 2000 });
    }
    faults.check()
}
