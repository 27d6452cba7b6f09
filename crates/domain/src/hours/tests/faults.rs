//! What the form that edits opening hours refuses.

use super::*;

#[test]
fn faults_name_overlaps_reversed_dates_and_missing_names_by_their_place() {
    let mut hours = daily(&["08:00-12:00", "12:00-16:00"]);
    assert_eq!(hours.faults(), []);
    hours.week[2] = vec![span("10:00-14:00"), span("08:00-11:00")];
    hours.seasons = vec![season(" ", "2026-08-15", "2026-06-20", &["10:00-18:00"])];
    hours.exceptions = vec![exception(
        "",
        "2026-12-26",
        "2026-12-24",
        &["10:00-14:00", "13:00-15:00"],
    )];
    let (season, exception) = (HoursPart::Season(0), HoursPart::Exception(0));
    assert_eq!(
        hours.faults(),
        [
            HoursFault::Overlap {
                part: HoursPart::Week,
                day: Some(chrono::Weekday::Wed),
                one: span("08:00-11:00"),
                other: span("10:00-14:00"),
            },
            HoursFault::NoName { part: season },
            HoursFault::DatesReversed { part: season },
            HoursFault::NoName { part: exception },
            HoursFault::DatesReversed { part: exception },
            HoursFault::Overlap {
                part: exception,
                day: None,
                one: span("10:00-14:00"),
                other: span("13:00-15:00"),
            },
        ]
    );
}

#[test]
fn faults_see_overlap_over_midnight_also_from_sunday_to_monday() {
    let mut hours = OpeningHours::default();
    hours.week[6] = vec![span("20:00-03:00")];
    hours.week[0] = vec![span("02:00-10:00")];
    assert_eq!(
        hours.faults(),
        [HoursFault::Overlap {
            part: HoursPart::Week,
            day: Some(chrono::Weekday::Mon),
            one: span("20:00-03:00"),
            other: span("02:00-10:00"),
        }]
    );
    hours.week[0] = vec![span("03:00-10:00")];
    assert_eq!(hours.faults(), []);
}
