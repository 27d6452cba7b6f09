//! Minutes of the day, spans on the clock, spans of instants.

use crate::support::{any_minute, any_times, date, times};
use ledig_domain::time::{DateRange, Minute, Span, Timestamp, WallSpan};
use proptest::prelude::*;

fn minute(text: &str) -> Option<u16> {
    text.parse::<Minute>().ok().map(Minute::get)
}

#[test]
fn a_time_is_read_as_people_type_it() {
    for text in ["18:05", "18.05", "1805", " 18:05 "] {
        assert_eq!(minute(text), Some(1085), "{text}");
    }
    assert_eq!(minute("18"), Some(1080));
    assert_eq!(minute("7"), Some(420));
    assert_eq!(minute("7:5"), Some(425));
    assert_eq!(minute(" 7:60"), None);
    assert_eq!(minute("00:00"), Some(0));
    assert_eq!(minute("24:00"), Some(1440));
    assert_eq!(minute("24"), Some(1440));
    for text in [
        "24:01", "25", "18:60", "", ":", "18:", ":30", "180", "18:005", "-1", "+7", "1.8.5", "kl 18", "½7",
        "１８",
    ] {
        assert_eq!(minute(text), None, "{text}");
    }
}

#[test]
fn a_minute_outside_the_day_is_refused_also_in_json() {
    assert_eq!(Minute::new(1441), None);
    assert_eq!(Minute::hm(24, 1), None);
    assert_eq!(Minute::hm(u16::MAX, 0), None);
    assert!(serde_json::from_str::<Minute>("1441").is_err());
    assert_eq!(
        serde_json::from_str::<Minute>("1440").unwrap(),
        Minute::END_OF_DAY
    );
}

#[test]
fn a_span_that_is_empty_or_starts_at_24_is_none() {
    let noon = Minute::hm(12, 0).unwrap();
    assert_eq!(WallSpan::new(noon, noon), None);
    assert_eq!(WallSpan::new(Minute::END_OF_DAY, noon), None);
    assert!(serde_json::from_str::<WallSpan>(r#"{"from":720,"to":720}"#).is_err());
    assert_eq!(
        serde_json::from_str::<WallSpan>(r#"{"from":720,"to":780}"#).unwrap(),
        times("12:00–13:00")
    );
}

#[test]
fn ends_at_24_00_on_its_own_day() {
    for span in [times("22:00–24:00"), times("22:00–00:00")] {
        assert!(!span.crosses_midnight());
        assert_eq!(span.end_minutes(), 1440);
        assert_eq!(span.minutes(), 120);
    }
}

#[test]
fn spans_midnight() {
    let span = times("22:30–01:30");
    assert!(span.crosses_midnight());
    assert_eq!(span.end_minutes(), 1530);
    assert_eq!(span.minutes(), 180);
    assert_eq!(span.to_string(), "22:30–01:30");
}

#[test]
fn a_shifted_span_keeps_its_length_and_its_start_its_day() {
    let span = times("18:00–19:30");
    assert_eq!(span.shifted(90), Some(times("19:30–21:00")));
    assert_eq!(span.shifted(-18 * 60), Some(times("00:00–01:30")));
    assert_eq!(span.shifted(270), Some(times("22:30–24:00")));
    assert_eq!(span.shifted(300), Some(times("23:00–00:30")));
    assert_eq!(span.shifted(6 * 60), None);
    assert_eq!(span.shifted(-18 * 60 - 1), None);
    assert_eq!(span.shifted(i32::MAX), None);
    assert_eq!(span.shifted(i32::MIN), None);
}

#[test]
fn touching_ends_do_not_overlap() {
    let span = |start, end| Span {
        start: Timestamp(start),
        end: Timestamp(end),
    };
    assert!(!span(0, 60).overlaps(span(60, 120)));
    assert!(span(0, 61).overlaps(span(60, 120)));
    assert!(span(0, 200).overlaps(span(60, 120)));
    assert_eq!(span(3600, 7200).widened(15, 30), span(2700, 9000));
    assert_eq!(span(3600, 7200).seconds(), 3600);
}

#[test]
fn an_instant_stays_at_the_ends_of_the_range() {
    assert_eq!(Timestamp(i64::MAX).plus(1), Timestamp(i64::MAX));
    assert_eq!(Timestamp(i64::MIN).plus(-1), Timestamp(i64::MIN));
    let whole = Span {
        start: Timestamp(i64::MIN),
        end: Timestamp(i64::MAX),
    };
    assert_eq!(whole.widened(u16::MAX, u16::MAX), whole);
    assert_eq!(whole.seconds(), i64::MAX);
}

#[test]
fn a_date_range_holds_both_its_ends() {
    let range = DateRange {
        from: date("2026-10-05"),
        to: date("2026-10-09"),
    };
    assert!(range.contains(range.from) && range.contains(range.to));
    assert!(!range.contains(date("2026-10-04")) && !range.contains(date("2026-10-10")));
}

proptest! {
    #[test]
    fn a_time_reads_back_what_it_prints(minute in any_minute()) {
        prop_assert_eq!(minute.to_string().parse::<Minute>().unwrap(), minute);
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,8}") {
        let _ = text.parse::<Minute>();
    }

    #[test]
    fn a_shift_is_undone_by_its_opposite(times in any_times(), by in -1500..1500i32) {
        prop_assert!(times.minutes() > 0 && times.minutes() <= 1440);
        if let Some(moved) = times.shifted(by) {
            prop_assert_eq!(moved.minutes(), times.minutes());
            prop_assert_eq!(i32::from(moved.from.get()), i32::from(times.from.get()) + by);
            let back = moved.shifted(-by).unwrap();
            prop_assert_eq!((back.from, back.end_minutes()), (times.from, times.end_minutes()));
        }
    }
}
