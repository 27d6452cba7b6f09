//! Expansion compared with two other ways to work it out, over any input.

use crate::support::{any_date, any_date_of, any_pattern, any_times, good_pattern};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use ledig_domain::{
    calendar::{Calendar, DayOffKind, SchoolDaysOff},
    recurrence::{End, LeftOut, MAX_DATES, Nth, Pattern, Recurrence, RecurrenceFault},
    time::{DateRange, Zone, local, resolve_span},
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Whether the day belongs to the pattern, asked of one day alone.
fn belongs(pattern: Pattern, start: NaiveDate, day: NaiveDate) -> bool {
    let months = |of: NaiveDate| of.year() * 12 + of.month0().cast_signed();
    let nth_month = |every: u8| (months(day) - months(start)) % i32::from(every) == 0;
    match pattern {
        Pattern::Once => day == start,
        Pattern::Weekly { every, on } => {
            let weeks =
                (day.week(Weekday::Mon).first_day() - start.week(Weekday::Mon).first_day()).num_weeks();
            weeks % i64::from(every) == 0 && on.contains(day.weekday())
        }
        Pattern::MonthlyByDate { every, day: wanted } => nth_month(every) && day.day() == u32::from(wanted),
        Pattern::MonthlyByWeekday { every, nth, on } => {
            let right_one = match nth {
                Nth::Number(number) => day.day0() / 7 + 1 == u32::from(number),
                Nth::Last => (day + Days::new(7)).month() != day.month(),
            };
            nth_month(every) && day.weekday() == on && right_one
        }
    }
}

/// The dates of the pattern up to a horizon, day by day.
fn day_by_day(recurrence: &Recurrence, horizon: NaiveDate) -> Vec<NaiveDate> {
    let (last, count) = match (recurrence.pattern, recurrence.end) {
        (Pattern::Once, _) => (recurrence.start, 1),
        (_, End::Until(last)) => (last, usize::MAX),
        (_, End::Count(count)) => (horizon, count.into()),
    };
    recurrence
        .start
        .iter_days()
        .take_while(|day| *day <= last.min(horizon))
        .filter(|day| belongs(recurrence.pattern, recurrence.start, *day))
        .take(count)
        .collect()
}

/// What iCalendar says, for the `rrule` crate to read.
fn as_rrule(recurrence: &Recurrence) -> String {
    let stamp = |day: &NaiveDate| format!("{}T180000Z", day.format("%Y%m%d"));
    let list = |days: &BTreeSet<NaiveDate>| days.iter().map(stamp).collect::<Vec<_>>().join(",");
    let short = |day: Weekday| day.to_string()[..2].to_uppercase();
    let rule = match recurrence.pattern {
        Pattern::Once => "FREQ=DAILY;COUNT=1".to_owned(),
        Pattern::Weekly { every, on } => {
            let days: Vec<_> = on.iter().map(short).collect();
            format!("FREQ=WEEKLY;INTERVAL={every};WKST=MO;BYDAY={}", days.join(","))
        }
        Pattern::MonthlyByDate { every, day } => format!("FREQ=MONTHLY;INTERVAL={every};BYMONTHDAY={day}"),
        Pattern::MonthlyByWeekday { every, nth, on } => {
            let nth = match nth {
                Nth::Number(number) => i16::from(number),
                Nth::Last => -1,
            };
            format!("FREQ=MONTHLY;INTERVAL={every};BYDAY={nth}{}", short(on))
        }
    };
    let end = match (recurrence.pattern, recurrence.end) {
        (Pattern::Once, _) => String::new(),
        (_, End::Until(last)) => format!(";UNTIL={}", stamp(&last)),
        (_, End::Count(count)) => format!(";COUNT={count}"),
    };
    let mut text = format!("DTSTART:{}\nRRULE:{rule}{end}", stamp(&recurrence.start));
    if !recurrence.added.is_empty() {
        text += &format!("\nRDATE:{}", list(&recurrence.added));
    }
    if !recurrence.excluded.is_empty() {
        text += &format!("\nEXDATE:{}", list(&recurrence.excluded));
    }
    text
}

prop_compose! {
    /// A recurrence that can be meant, of up to three years or so many dates, with exceptions in and near it.
    fn good_recurrence()(
        start in any_date_of(1990..=2060), pattern in good_pattern(), times in any_times(),
        days in prop_oneof![0..60u64, 0..1100u64], count in 1..=400u16, by_count: bool,
        excluded in prop::collection::btree_set(0..400u64, 0..8), added in prop::collection::btree_set(0..400u64, 0..4),
    ) -> Recurrence {
        let at = |days: u64| start + Days::new(days);
        Recurrence {
            start, times, pattern,
            end: if by_count { End::Count(count) } else { End::Until(at(days)) },
            excluded: excluded.into_iter().map(at).collect(),
            added: added.into_iter().map(at).collect(),
            not_school_holidays: false,
            not_public_holidays: false,
        }
    }
}

prop_compose! {
    /// A recurrence with anything in it.
    fn any_recurrence()(
        start in any_date(), pattern in any_pattern(), times in any_times(),
        end in prop_oneof![any::<u16>().prop_map(End::Count), any_date().prop_map(End::Until)],
        excluded in prop::collection::btree_set(any_date(), 0..4), added in prop::collection::btree_set(any_date(), 0..4),
        not_school_holidays: bool, not_public_holidays: bool,
    ) -> Recurrence {
        Recurrence { start, times, pattern, end, excluded, added, not_school_holidays, not_public_holidays }
    }
}

prop_compose! {
    /// Up to four breaks, anywhere, backwards ones too.
    fn any_calendar()(breaks in prop::collection::vec((any_date(), any_date()), 0..4)) -> Calendar {
        let off = |(from, to)| SchoolDaysOff { dates: DateRange { from, to }, kind: DayOffKind::DayOff, proxy: false };
        Calendar { school: breaks.into_iter().map(off).collect() }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn expansion_equals_a_model_that_asks_day_by_day(mut recurrence in good_recurrence()) {
        recurrence.added.clear();
        let horizon = recurrence.start + Days::new(5000);
        let model = day_by_day(&recurrence, horizon);
        match recurrence.expand(&Calendar::default()) {
            Ok(planned) => {
                let found: Vec<_> = planned.iter().map(|planned| planned.date).filter(|day| *day <= horizon).collect();
                prop_assert_eq!(found, model);
                for planned in planned {
                    let excluded = recurrence.excluded.contains(&planned.date).then_some(LeftOut::Excluded);
                    prop_assert_eq!(planned.left_out, excluded);
                }
            }
            Err(RecurrenceFault::NoDates) => prop_assert!(model.is_empty()),
            Err(RecurrenceFault::TooMany) => prop_assert!(model.len() > MAX_DATES),
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn expansion_equals_what_the_rrule_crate_reads_from_icalendar(recurrence in good_recurrence()) {
        let set: rrule::RRuleSet = as_rrule(&recurrence).parse().unwrap();
        let theirs: BTreeSet<_> = set.all(2000).dates.iter().map(|at| at.date_naive()).collect();
        match recurrence.expand(&Calendar::default()) {
            Ok(planned) => {
                let ours: BTreeSet<_> =
                    planned.iter().filter(|planned| planned.left_out.is_none()).map(|planned| planned.date).collect();
                prop_assert_eq!(ours, theirs);
            }
            Err(RecurrenceFault::NoDates) => prop_assert!(theirs.is_empty()),
            Err(RecurrenceFault::TooMany) => prop_assert!(theirs.len() + recurrence.excluded.len() > MAX_DATES),
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn a_series_is_at_the_same_time_on_the_clock_all_season(recurrence in good_recurrence()) {
        let zone = Zone::Europe__Oslo;
        // Between 02:00 and 03:00 the clock itself may jump.
        let night = 120..180u16;
        let end = recurrence.times.end_minutes() % 1440;
        for planned in recurrence.expand(&Calendar::default()).unwrap_or_default() {
            let span = resolve_span(planned.date, recurrence.times, zone);
            if !night.contains(&recurrence.times.from.get()) {
                prop_assert_eq!(local(span.start, zone), (planned.date, recurrence.times.from));
                if !night.contains(&end) {
                    prop_assert_eq!(local(span.end, zone).1.get(), end);
                }
            }
        }
    }

    #[test]
    fn nothing_panics_and_every_answer_is_in_order_and_bounded(
        recurrence in any_recurrence(), calendar in any_calendar(),
    ) {
        if let Ok(planned) = recurrence.expand(&calendar) {
            prop_assert!((1..=MAX_DATES).contains(&planned.len()));
            prop_assert!(planned.windows(2).all(|pair| pair[0].date < pair[1].date));
            for planned in planned {
                prop_assert!(planned.date >= recurrence.start || recurrence.added.contains(&planned.date));
                match planned.left_out {
                    Some(LeftOut::Excluded) => prop_assert!(recurrence.excluded.contains(&planned.date)),
                    Some(LeftOut::SchoolHoliday(_)) => prop_assert!(recurrence.not_school_holidays),
                    Some(LeftOut::PublicHoliday(_)) => prop_assert!(recurrence.not_public_holidays),
                    None => prop_assert!(!recurrence.excluded.contains(&planned.date)),
                }
                let span = resolve_span(planned.date, recurrence.times, Zone::Europe__Oslo);
                prop_assert!(span.start < span.end);
            }
        }
    }

    #[test]
    fn a_recurrence_is_stored_and_read_back_unchanged(recurrence in any_recurrence()) {
        let text = serde_json::to_string(&recurrence).unwrap();
        prop_assert_eq!(serde_json::from_str::<Recurrence>(&text).unwrap(), recurrence);
    }
}
