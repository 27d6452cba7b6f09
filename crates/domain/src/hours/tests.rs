//! Opening hours: which spans hold on a date, and whether a time lies in them.

mod faults;
mod property;

use super::*;
use crate::testing::{daily, date, span};

/// A Monday.
const MONDAY: &str = "2026-11-23";

fn range(from: &str, to: &str) -> DateRange {
    DateRange {
        from: date(from),
        to: date(to),
    }
}

fn exception(reason: &str, from: &str, to: &str, spans: &[&str]) -> HoursException {
    HoursException {
        reason: reason.into(),
        dates: range(from, to),
        spans: spans.iter().map(|text| span(text)).collect(),
    }
}

fn season(name: &str, from: &str, to: &str, spans: &[&str]) -> SeasonHours {
    SeasonHours {
        name: name.into(),
        dates: range(from, to),
        week: daily(spans).week,
    }
}

#[test]
fn each_weekday_has_its_own_spans_in_order_of_the_clock() {
    let mut hours = OpeningHours::default();
    hours.week[0] = vec![span("17:00-22:00"), span("08:00-12:00")];
    assert_eq!(hours.on(date(MONDAY)), [span("08:00-12:00"), span("17:00-22:00")]);
    assert_eq!(hours.on(date("2026-11-24")), []);
}

#[test]
fn an_exception_goes_before_a_season_and_a_season_before_the_week() {
    let mut hours = daily(&["08:00-22:00"]);
    hours.seasons = vec![season("Sommer", "2026-06-20", "2026-08-15", &["10:00-18:00"])];
    hours.exceptions = vec![exception("Maling", "2026-07-01", "2026-07-02", &[])];
    assert_eq!(hours.on(date("2026-06-19")), [span("08:00-22:00")]);
    assert_eq!(hours.on(date("2026-06-20")), [span("10:00-18:00")]);
    assert_eq!(hours.on(date("2026-07-02")), []);
    assert_eq!(hours.on(date("2026-08-15")), [span("10:00-18:00")]);
    assert_eq!(hours.on(date("2026-08-16")), [span("08:00-22:00")]);
}

#[test]
fn the_first_season_and_the_first_exception_that_hold_the_date_count() {
    let mut hours = daily(&["08:00-22:00"]);
    hours.seasons = vec![
        season("Ferie", "2026-07-01", "2026-07-31", &["12:00-16:00"]),
        season("Sommer", "2026-06-20", "2026-08-15", &["10:00-18:00"]),
    ];
    assert_eq!(hours.on(date("2026-07-15")), [span("12:00-16:00")]);
    hours.exceptions = vec![
        exception("Cup", "2026-07-15", "2026-07-15", &["06:00-23:00"]),
        exception("Stengt", "2026-07-01", "2026-07-31", &[]),
    ];
    assert_eq!(hours.on(date("2026-07-15")), [span("06:00-23:00")]);
    assert_eq!(hours.on(date("2026-07-16")), []);
}

#[test]
fn outside_opening_hours_by_a_minute_is_outside() {
    let hours = daily(&["17:00-21:45"]);
    let open = NotOpen::Outside(vec![span("17:00-21:45")]);
    assert_eq!(hours.check(date(MONDAY), span("17:00-21:45")), Ok(()));
    assert_eq!(hours.check(date(MONDAY), span("16:59-18:00")), Err(open.clone()));
    assert_eq!(hours.check(date(MONDAY), span("20:00-21:46")), Err(open));
}

#[test]
fn with_two_spans_a_day_a_time_must_lie_in_one_of_them() {
    let hours = daily(&["08:00-12:00", "17:00-22:00"]);
    assert_eq!(hours.check(date(MONDAY), span("08:00-12:00")), Ok(()));
    assert_eq!(hours.check(date(MONDAY), span("17:00-18:00")), Ok(()));
    let both = vec![span("08:00-12:00"), span("17:00-22:00")];
    assert_eq!(
        hours.check(date(MONDAY), span("11:00-18:00")),
        Err(NotOpen::Outside(both))
    );
}

#[test]
fn spans_that_touch_count_as_one() {
    let hours = daily(&["08:00-16:00", "16:00-22:00"]);
    assert_eq!(hours.check(date(MONDAY), span("15:00-17:00")), Ok(()));
    assert_eq!(hours.open_on(date(MONDAY)), [(480, 1320)]);
}

#[test]
fn a_span_over_midnight_holds_times_on_both_sides_and_across() {
    let mut hours = OpeningHours::default();
    hours.week[4] = vec![span("18:00-02:00")];
    let (friday, saturday) = (date("2026-11-27"), date("2026-11-28"));
    assert_eq!(hours.check(friday, span("22:00-02:00")), Ok(()));
    assert_eq!(hours.check(saturday, span("00:30-02:00")), Ok(()));
    assert!(hours.check(friday, span("22:00-02:15")).is_err());
    assert_eq!(
        hours.check(saturday, span("01:00-03:00")),
        Err(NotOpen::Outside(vec![span("00:00-02:00")]))
    );
}

#[test]
fn a_time_over_midnight_fits_where_the_next_day_opens_at_midnight() {
    let hours = daily(&["00:00-24:00"]);
    assert_eq!(hours.check(date(MONDAY), span("22:00-03:00")), Ok(()));
    assert_eq!(hours.open_on(date(MONDAY)), [(0, 1440)]);
}

#[test]
fn a_time_that_ends_at_midnight_needs_no_hours_on_the_next_day() {
    let mut hours = OpeningHours::default();
    hours.week[0] = vec![span("18:00-24:00")];
    assert_eq!(hours.check(date(MONDAY), span("22:00-24:00")), Ok(()));
    assert_eq!(hours.check(date(MONDAY), span("22:00-00:00")), Ok(()));
    assert!(hours.check(date(MONDAY), span("22:00-00:15")).is_err());
}

#[test]
fn a_day_without_hours_is_closed() {
    let mut hours = daily(&["08:00-22:00"]);
    hours.week[6].clear();
    assert_eq!(
        hours.check(date("2026-11-29"), span("10:00-11:00")),
        Err(NotOpen::ClosedDay)
    );
}

#[test]
fn an_exception_that_closes_or_shortens_the_day_tells_its_reason() {
    let mut hours = daily(&["08:00-22:00"]);
    hours.exceptions = vec![
        exception("Julestengt", "2026-12-24", "2026-12-26", &[]),
        exception("Kort dag", "2026-12-31", "2026-12-31", &["08:00-14:00"]),
    ];
    let check = |day: &str, times: &str| hours.check(date(day), span(times));
    let because = |reason: &str| Err(NotOpen::Exception(reason.into()));
    assert_eq!(check("2026-12-25", "10:00-11:00"), because("Julestengt"));
    assert_eq!(check("2026-12-31", "13:00-15:00"), because("Kort dag"));
    assert_eq!(check("2026-12-31", "13:00-14:00"), Ok(()));
    assert_eq!(
        check("2026-12-31", "07:00-09:00"),
        Err(NotOpen::Outside(vec![span("08:00-14:00")])),
        "it would not have been open without the exception either"
    );
}

#[test]
fn an_exception_tells_its_reason_also_on_a_day_that_is_closed_anyway() {
    let hours = OpeningHours {
        exceptions: vec![exception("Julestengt", "2026-12-24", "2026-12-26", &[])],
        ..OpeningHours::default()
    };
    let reason = Err(NotOpen::Exception("Julestengt".into()));
    assert_eq!(hours.check(date("2026-12-25"), span("10:00-11:00")), reason);
}

#[test]
fn a_time_over_midnight_into_a_closed_day_tells_that_days_reason() {
    let mut hours = daily(&["00:00-24:00"]);
    hours.exceptions = vec![exception("Flom", "2026-11-24", "2026-11-24", &[])];
    assert_eq!(
        hours.check(date(MONDAY), span("22:00-02:00")),
        Err(NotOpen::Exception("Flom".into()))
    );
}

#[test]
fn the_evening_before_an_exception_keeps_its_hours_after_midnight() {
    let mut hours = daily(&["18:00-02:00"]);
    hours.exceptions = vec![exception("Stengt", "2026-11-24", "2026-11-24", &[])];
    assert_eq!(hours.open_on(date("2026-11-24")), [(0, 120)]);
    assert_eq!(hours.open_on(date("2026-11-25")), [(1080, 1440)]);
}

#[test]
fn a_season_that_begins_on_the_date_leaves_the_evening_before_alone() {
    let mut hours = daily(&["18:00-01:00"]);
    hours.seasons = vec![season("Sommer", "2026-06-20", "2026-08-15", &["10:00-18:00"])];
    assert_eq!(hours.open_on(date("2026-06-20")), [(0, 60), (600, 1080)]);
}
