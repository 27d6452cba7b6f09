//! Opening hours minute by minute.

use super::*;
use crate::testing::{any_date, any_raw_span, any_week};
use proptest::{collection::vec, prelude::*};

prop_compose! {
    fn any_hours()(
        week in any_week(),
        season in any_week(),
        from in any_date(),
        days in -2..40_i64,
        closed in any_date(),
        spans in vec(any_raw_span(), 0..3),
    ) -> OpeningHours {
        let dates = DateRange { from, to: from + chrono::TimeDelta::days(days) };
        OpeningHours {
            week,
            seasons: vec![SeasonHours { name: "Sommer".into(), dates, week: season }],
            exceptions: vec![HoursException {
                reason: "Stengt".into(),
                dates: DateRange { from: closed, to: closed },
                spans,
            }],
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_time_is_open_exactly_when_each_of_its_minutes_is(hours in any_hours(), near in 0..60_i64, times in any_raw_span()) {
        let day = hours.seasons[0].dates.from + chrono::TimeDelta::days(near - 10);
        let open_at = |minute: u16| {
            let day = if minute < 1440 { day } else { day.succ_opt().unwrap() };
            let minute = minute % 1440;
            hours.open_on(day).iter().any(|(from, to)| *from <= minute && minute < *to)
        };
        prop_assume!(times.from < Minute::END_OF_DAY);
        let expected = (times.from.get()..times.end_minutes()).all(open_at);
        prop_assert_eq!(hours.check(day, times).is_ok(), expected);
    }

    #[test]
    fn what_is_open_on_a_day_is_in_order_apart_and_within_the_day(hours in any_hours(), day in any_date()) {
        let open = hours.open_on(day);
        for (from, to) in &open {
            prop_assert!(from < to && *to <= 1440);
        }
        for pair in open.windows(2) {
            prop_assert!(pair[0].1 < pair[1].0);
        }
    }

    #[test]
    fn nothing_panics_on_any_hours(hours in any_hours(), day in any_date(), times in any_raw_span()) {
        let _ = hours.faults();
        for day in [day, NaiveDate::MIN, NaiveDate::MAX] {
            let _ = (hours.on(day), hours.open_on(day), hours.check(day, times));
        }
    }
}
