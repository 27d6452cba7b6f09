//! Wall clock ↔ instants: clock changes, odd zones, the ends of the calendar.

use crate::support::{any_date, any_date_of, any_times, date, kept, recurrence, times, until, weekly};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Weekday};
use ledig_domain::{
    calendar::Calendar,
    time::{Minute, Timestamp, Zone, local, local_date, resolve, resolve_span},
};
use proptest::prelude::*;

const OSLO: Zone = Zone::Europe__Oslo;

/// The instant of `2026-03-29T01:00:00Z`.
fn instant(text: &str) -> Timestamp {
    let at = chrono::DateTime::parse_from_rfc3339(text).expect("an instant");
    Timestamp(at.timestamp())
}

fn minute(text: &str) -> u16 {
    text.parse::<Minute>().expect("a time").get()
}

/// Date and time on the clock, to the minute.
fn wall(at: Timestamp, zone: Zone) -> NaiveDateTime {
    let (date, minute) = local(at, zone);
    date.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(minute.get().into())
}

#[test]
fn weekly_series_across_both_clock_changes_keeps_its_time() {
    // Every day of a season, from before the change to winter time until after the change to summer time.
    let mut series = recurrence(
        "2026-08-18",
        weekly(1, &[Weekday::Tue, Weekday::Sun]),
        until("2027-05-12"),
    );
    series.times = times("20:00–21:30");
    let dates = kept(&series, &Calendar::default());
    assert_eq!(dates.len(), 77);
    let mut offsets = std::collections::BTreeSet::new();
    for date in dates {
        let span = resolve_span(date, series.times, OSLO);
        assert_eq!(local(span.start, OSLO), (date, "20:00".parse().unwrap()));
        assert_eq!(local(span.end, OSLO), (date, "21:30".parse().unwrap()));
        assert_eq!(span.seconds(), 90 * 60);
        offsets.insert(span.start.0.rem_euclid(86_400));
    }
    assert_eq!(offsets.into_iter().collect::<Vec<_>>(), [18 * 3600, 19 * 3600]);
}

#[test]
fn a_booking_inside_the_gap_moves_forward_by_the_gap() {
    // 29 March 2026: 02:00 becomes 03:00 in Oslo.
    let day = date("2026-03-29");
    assert_eq!(
        resolve(day, minute("01:59"), OSLO),
        instant("2026-03-29T00:59:00Z")
    );
    assert_eq!(
        resolve(day, minute("02:00"), OSLO),
        instant("2026-03-29T01:00:00Z")
    );
    assert_eq!(
        resolve(day, minute("02:30"), OSLO),
        instant("2026-03-29T01:30:00Z")
    );
    assert_eq!(
        resolve(day, minute("03:00"), OSLO),
        instant("2026-03-29T01:00:00Z")
    );
    assert_eq!(resolve_span(day, times("02:15–02:45"), OSLO).seconds(), 30 * 60);
    assert_eq!(resolve_span(day, times("01:00–04:00"), OSLO).seconds(), 2 * 3600);
    // The start is moved past the end: what is left still guards its minute.
    assert_eq!(resolve_span(day, times("02:30–03:00"), OSLO).seconds(), 60);
}

#[test]
fn a_booking_inside_the_fold_means_the_first_instant() {
    // 25 October 2026: 03:00 becomes 02:00 in Oslo.
    let day = date("2026-10-25");
    assert_eq!(
        resolve(day, minute("02:30"), OSLO),
        instant("2026-10-25T00:30:00Z")
    );
    assert_eq!(
        resolve(day, minute("03:00"), OSLO),
        instant("2026-10-25T02:00:00Z")
    );
    assert_eq!(resolve_span(day, times("02:00–03:00"), OSLO).seconds(), 2 * 3600);
    // Both instants of 02:30 read the same on the clock.
    assert_eq!(
        local(instant("2026-10-25T00:30:00Z"), OSLO),
        local(instant("2026-10-25T01:30:00Z"), OSLO)
    );
}

#[test]
fn ends_at_24_00_at_the_next_midnight() {
    let day = date("2026-11-21");
    let span = resolve_span(day, times("22:00–24:00"), OSLO);
    assert_eq!(span.end, resolve(date("2026-11-22"), 0, OSLO));
    assert_eq!(span, resolve_span(day, times("22:00–00:00"), OSLO));
    assert_eq!(local_date(span.end, OSLO), date("2026-11-22"));
    assert_eq!(local_date(span.end.plus(-1), OSLO), day);
}

#[test]
fn spans_midnight_into_the_next_day_also_over_a_clock_change() {
    let span = resolve_span(date("2026-11-21"), times("22:30–01:30"), OSLO);
    assert_eq!(span.seconds(), 3 * 3600);
    assert_eq!(
        local(span.end, OSLO),
        (date("2026-11-22"), "01:30".parse().unwrap())
    );
    let night = times("22:00–04:00");
    assert_eq!(resolve_span(date("2026-03-28"), night, OSLO).seconds(), 5 * 3600);
    assert_eq!(resolve_span(date("2026-10-24"), night, OSLO).seconds(), 7 * 3600);
}

#[test]
fn the_zone_of_the_municipality_counts_not_the_browsers() {
    let day = date("2026-11-21");
    let (oslo, tokyo) = (resolve(day, 1080, OSLO), resolve(day, 1080, Zone::Asia__Tokyo));
    assert_eq!(oslo.0 - tokyo.0, 8 * 3600);
    assert_eq!(local_date(instant("2026-11-20T23:30:00Z"), OSLO), day);
    assert_eq!(
        local_date(instant("2026-11-20T23:30:00Z"), Zone::America__New_York),
        date("2026-11-20")
    );
}

#[test]
fn a_gap_of_half_an_hour_on_lord_howe() {
    // 4 October 2026: 02:00 becomes 02:30.
    let (zone, day) = (Zone::Australia__Lord_Howe, date("2026-10-04"));
    assert_eq!(
        local(resolve(day, minute("02:10"), zone), zone),
        (day, "02:40".parse().unwrap())
    );
    assert_eq!(resolve_span(day, times("01:00–03:00"), zone).seconds(), 90 * 60);
}

#[test]
fn a_gap_of_two_hours_at_troll_and_one_at_midnight_in_asuncion() {
    let (zone, day) = (Zone::Antarctica__Troll, date("2026-03-29"));
    assert_eq!(
        local(resolve(day, minute("02:30"), zone), zone),
        (day, "04:30".parse().unwrap())
    );
    let (zone, day) = (Zone::America__Asuncion, date("2023-10-01"));
    assert_eq!(
        local(resolve(day, 0, zone), zone),
        (day, "01:00".parse().unwrap())
    );
    assert_eq!(resolve(date("2023-09-30"), 1440, zone), resolve(day, 0, zone));
}

#[test]
fn the_day_that_samoa_left_out_falls_on_the_day_after() {
    // 30 December 2011 did not come in Apia.
    let zone = Zone::Pacific__Apia;
    let (before, missing, after) = (date("2011-12-29"), date("2011-12-30"), date("2011-12-31"));
    let mut last = resolve(before, 1439, zone);
    for minute in 0..1440 {
        let at = resolve(missing, minute, zone);
        assert!(at > last, "minute {minute}");
        assert_eq!(at, resolve(after, minute, zone));
        last = at;
    }
    assert_eq!(resolve(before, 1440, zone), resolve(after, 0, zone));
}

#[test]
fn the_ends_of_the_calendar_and_of_time_do_not_panic() {
    for zone in ZONES {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            for minute in [0, 1, 719, 1439, 1440, 2879, 2880, u16::MAX] {
                let _ = resolve(day, minute, zone);
            }
            let _ = resolve_span(day, times("22:00–04:00"), zone);
        }
        for at in [
            i64::MIN,
            i64::MIN + 1,
            -8_334_601_228_800,
            0,
            8_210_266_876_799,
            i64::MAX,
        ] {
            let _ = local(Timestamp(at), zone);
        }
        assert!(local_date(Timestamp(i64::MAX), zone) > local_date(Timestamp(i64::MIN), zone));
    }
}

const ZONES: [Zone; 9] = [
    OSLO,
    Zone::UTC,
    Zone::Australia__Lord_Howe,
    Zone::Pacific__Apia,
    Zone::Antarctica__Troll,
    Zone::America__Asuncion,
    Zone::Asia__Kathmandu,
    Zone::Africa__Casablanca,
    Zone::America__St_Johns,
];

fn any_zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(&ZONES[..])
}

proptest! {
    #[test]
    fn a_time_on_the_clock_is_found_again_or_moved_forward_by_the_gap(
        day in any_date_of(1990..=2060), minute in 0..=1440u16, zone in any_zone(),
    ) {
        let wanted = day.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(minute.into());
        let at = resolve(day, minute, zone);
        let moved = wall(at, zone) - wanted;
        if zone.from_local_datetime(&wanted).earliest().is_some() {
            prop_assert_eq!(moved, TimeDelta::zero());
            for earlier in [1800, 3600, 7200, 10_800] {
                prop_assert_ne!(wall(at.plus(-earlier), zone), wanted, "not the first instant");
            }
        } else {
            // As far as the clock jumped: so long before, the time was read before the gap.
            prop_assert!(moved > TimeDelta::zero());
            let length = moved.num_seconds();
            prop_assert_eq!(wall(at.plus(-length), zone), wanted - moved);
        }
    }

    #[test]
    fn a_span_is_never_empty_and_oslos_hours_are_as_on_the_clock_on_all_days_but_two(
        day in any_date_of(2000..=2060), times in any_times(),
    ) {
        let span = resolve_span(day, times, OSLO);
        prop_assert!(span.start < span.end);
        let off_by = span.seconds() - i64::from(times.minutes()) * 60;
        prop_assert!(off_by.abs() <= 3600);
        if off_by != 0 {
            let midnights = [resolve(day, 0, OSLO), resolve(day, 1440, OSLO), resolve(day, 2880, OSLO)];
            prop_assert!(midnights.windows(2).any(|day| day[1].0 - day[0].0 != 86_400));
        }
    }

    #[test]
    fn no_date_time_or_instant_panics(
        day in any_date(), minute in any::<u16>(), times in any_times(), at in any::<i64>(), zone in any_zone(),
    ) {
        let _ = resolve(day, minute, zone);
        let span = resolve_span(day, times, zone);
        prop_assert!(span.start < span.end);
        let _ = (local(Timestamp(at), zone), local(span.start, zone));
    }
}
