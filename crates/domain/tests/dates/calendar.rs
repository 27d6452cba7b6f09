//! Public holidays and the school calendar.

use crate::support::{any_date, date};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use ledig_domain::{
    calendar::{Calendar, DayOffKind, PublicHoliday, SchoolDaysOff},
    time::DateRange,
};
use proptest::prelude::*;

fn holidays(year: i32) -> Vec<(String, PublicHoliday)> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    first
        .iter_days()
        .take_while(|day| day.year() == year)
        .filter_map(|day| Some((day.to_string(), Calendar::default().public_holiday(day)?)))
        .collect()
}

#[test]
fn the_twelve_public_holidays_of_2027() {
    use PublicHoliday as Day;
    let expected = [
        ("2027-01-01", Day::NewYear),
        ("2027-03-25", Day::MaundyThursday),
        ("2027-03-26", Day::GoodFriday),
        ("2027-03-28", Day::EasterSunday),
        ("2027-03-29", Day::EasterMonday),
        ("2027-05-01", Day::LabourDay),
        ("2027-05-06", Day::Ascension),
        ("2027-05-16", Day::WhitSunday),
        ("2027-05-17", Day::ConstitutionDay), // Whit Monday, too
        ("2027-12-25", Day::ChristmasDay),
        ("2027-12-26", Day::BoxingDay),
    ];
    let expected: Vec<_> = expected.map(|(day, holiday)| (day.to_owned(), holiday)).into();
    assert_eq!(holidays(2027), expected);
    assert_eq!(holidays(2026).len(), 12);
}

/// The earliest (22 March) and the latest (25 April) that can be are among them.
#[test]
fn easter_falls_where_the_almanac_says() {
    let known = [
        "1818-03-22",
        "1900-04-15",
        "1943-04-25",
        "1954-04-18",
        "1961-04-02",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "2100-03-28",
    ];
    for day in known {
        assert_eq!(
            Calendar::default().public_holiday(date(day)),
            Some(PublicHoliday::EasterSunday),
            "{day}"
        );
    }
}

/// Gauss' algorithm in Lichtenberg's form: worked out apart from the one in use.
fn easter_by_gauss(year: i32) -> NaiveDate {
    let k = year / 100;
    let m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
    let s = 2 - (3 * k + 3) / 4;
    let a = year % 19;
    let d = (19 * a + m) % 30;
    let r = (d + a / 11) / 29;
    let full_moon = 21 + d - r;
    let first_sunday = 7 - (year + year / 4 + s).rem_euclid(7);
    let to_sunday = 7 - (full_moon - first_sunday).rem_euclid(7);
    let days = u64::try_from(full_moon + to_sunday - 1).unwrap();
    NaiveDate::from_ymd_opt(year, 3, 1).unwrap() + Days::new(days)
}

#[test]
fn easter_is_the_same_by_a_second_algorithm_for_every_year() {
    for year in 1583..=9999 {
        let easter = easter_by_gauss(year);
        assert_eq!(easter.weekday(), Weekday::Sun);
        assert_eq!(
            Calendar::default().public_holiday(easter),
            Some(PublicHoliday::EasterSunday),
            "{year}"
        );
    }
}

#[test]
fn a_day_with_two_names_has_the_fixed_one() {
    assert_eq!(
        Calendar::default().public_holiday(date("2012-05-17")),
        Some(PublicHoliday::ConstitutionDay)
    );
    assert_eq!(
        Calendar::default().public_holiday(date("2008-05-01")),
        Some(PublicHoliday::LabourDay)
    );
}

#[test]
fn days_that_only_feel_like_holidays_are_none() {
    for day in ["2026-12-24", "2026-12-31", "2026-04-04", "2026-11-22"] {
        assert_eq!(Calendar::default().public_holiday(date(day)), None, "{day}");
    }
}

#[test]
fn school_is_off_from_the_first_to_the_last_day() {
    let off = SchoolDaysOff {
        dates: DateRange {
            from: date("2026-10-05"),
            to: date("2026-10-09"),
        },
        kind: DayOffKind::AutumnBreak,
        proxy: true,
    };
    let calendar = Calendar {
        school: vec![off.clone()],
    };
    assert_eq!(calendar.school_off(date("2026-10-05")), Some(&off));
    assert_eq!(calendar.school_off(date("2026-10-09")), Some(&off));
    assert_eq!(calendar.school_off(date("2026-10-10")), None);
    assert_eq!(Calendar::default().school_off(date("2026-10-05")), None);
}

proptest! {
    #[test]
    fn no_date_panics(date in any_date()) {
        let _ = Calendar::default().public_holiday(date);
    }
}
