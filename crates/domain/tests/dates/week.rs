//! Weeks of ISO 8601.

use crate::support::{any_date, date};
use chrono::{Datelike, NaiveDate, Weekday};
use ledig_domain::time::week::IsoWeek;
use proptest::prelude::*;

fn week(text: &str) -> IsoWeek {
    text.parse().expect("a week")
}

#[test]
fn a_week_has_the_seven_days_from_monday() {
    let week = IsoWeek::of(date("2026-11-21"));
    assert_eq!(week.to_string(), "2026-W47");
    assert_eq!((week.year(), week.week()), (2026, 47));
    assert_eq!(week.monday(), date("2026-11-16"));
    assert_eq!(week.sunday(), date("2026-11-22"));
    assert_eq!(week.days()[5], date("2026-11-21"));
}

#[test]
fn week_53() {
    assert_eq!(IsoWeek::of(date("2026-12-31")), week("2026-W53"));
    assert_eq!(IsoWeek::of(date("2027-01-03")), week("2026-W53"));
    assert_eq!(week("2026-W53").next(), week("2027-W01"));
    assert_eq!(week("2027-W01").prev(), week("2026-W53"));
    assert_eq!(week("2025-W52").next(), week("2026-W01"));
    assert!("2025-W53".parse::<IsoWeek>().is_err());
    assert_eq!(IsoWeek::new(2025, 53), None);
}

#[test]
fn days_around_new_year_belong_to_the_year_of_their_thursday() {
    assert_eq!(IsoWeek::of(date("2024-12-30")), week("2025-W01"));
    assert_eq!(IsoWeek::of(date("2021-01-03")), week("2020-W53"));
}

#[test]
fn a_text_that_is_no_week_is_refused() {
    for text in [
        "", "2026", "2026-47", "2026-W", "2026-W0", "2026-W00", "2026-W54", "26-W47", "2026-W7", "2026-W+7",
        "2026-w47",
    ] {
        assert!(text.parse::<IsoWeek>().is_err(), "{text}");
    }
    assert!(serde_json::from_str::<IsoWeek>("\"2025-W53\"").is_err());
    assert_eq!(serde_json::to_string(&week("2026-W47")).unwrap(), "\"2026-W47\"");
}

#[test]
fn the_ends_of_the_calendar_have_a_week() {
    for end in [NaiveDate::MIN, NaiveDate::MAX] {
        let week = IsoWeek::of(end);
        let _ = (week.days(), week.sunday(), week.to_string());
        assert_eq!(week.monday().weekday(), Weekday::Mon);
        assert!(week.next() >= week && week.prev() <= week);
    }
}

proptest! {
    #[test]
    fn every_date_lies_in_its_week(date in any_date()) {
        let week = IsoWeek::of(date);
        prop_assert_eq!(week.monday().weekday(), Weekday::Mon);
        prop_assert!(week.days().contains(&date) || date < week.monday());
        if (1..=9998).contains(&date.year()) {
            prop_assert_eq!(week.to_string().parse::<IsoWeek>().unwrap(), week);
            prop_assert_eq!(week.next().prev(), week);
            prop_assert_eq!((week.year(), week.week()), (date.iso_week().year(), date.iso_week().week()));
        }
    }

    #[test]
    fn no_text_panics(text in "[0-9Ww -]{0,9}") {
        let _ = text.parse::<IsoWeek>();
    }
}
