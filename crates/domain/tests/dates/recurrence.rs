//! Expansion: the cases that go wrong elsewhere, one by one.

use crate::support::{date, dates, kept, left_out, listed, recurrence, until, weekly};
use chrono::{Datelike, NaiveDate, Weekday};
use ledig_domain::{
    calendar::{Calendar, DayOffKind, PublicHoliday, SchoolDaysOff},
    recurrence::{End, LeftOut, MAX_DATES, Nth, Pattern, Recurrence, RecurrenceFault, Weekdays},
    time::DateRange,
};
use std::time::{Duration, Instant};

fn by_date(every: u8, day: u8) -> Pattern {
    Pattern::MonthlyByDate { every, day }
}

fn by_weekday(every: u8, nth: Nth, on: Weekday) -> Pattern {
    Pattern::MonthlyByWeekday { every, nth, on }
}

fn fault(recurrence: &Recurrence) -> RecurrenceFault {
    recurrence.expand(&Calendar::default()).expect_err("a fault")
}

/// Bærum-like breaks of one school year.
fn school_year() -> Calendar {
    let off = |from, to, kind| SchoolDaysOff {
        dates: DateRange {
            from: date(from),
            to: date(to),
        },
        kind,
        proxy: false,
    };
    Calendar {
        school: vec![
            off("2026-10-05", "2026-10-09", DayOffKind::AutumnBreak),
            off("2026-12-21", "2027-01-01", DayOffKind::ChristmasBreak),
            off("2027-02-22", "2027-02-26", DayOffKind::WinterBreak),
            off("2027-03-22", "2027-03-29", DayOffKind::EasterBreak),
        ],
    }
}

#[test]
fn first_date_today_already_begun_is_still_a_date_of_the_pattern() {
    // The domain has no clock: that the time has begun is for the rules of lead time.
    let one = recurrence("2026-11-21", Pattern::Once, End::Count(1));
    assert_eq!(listed(&one), dates("2026-11-21"));
    let series = recurrence("2026-11-21", weekly(1, &[Weekday::Sat]), End::Count(2));
    assert_eq!(listed(&series), dates("2026-11-21 2026-11-28"));
}

#[test]
fn the_start_is_no_date_unless_the_pattern_says_so() {
    let series = recurrence(
        "2026-08-18",
        weekly(1, &[Weekday::Mon, Weekday::Thu]),
        until("2026-08-27"),
    );
    assert_eq!(listed(&series), dates("2026-08-20 2026-08-24 2026-08-27"));
}

#[test]
fn weeks_start_on_monday_when_only_every_second_counts() {
    // Starting on a Wednesday: the Monday of the same week is past, so the next Monday is two weeks on.
    let series = recurrence(
        "2026-08-19",
        weekly(2, &[Weekday::Mon, Weekday::Wed, Weekday::Sun]),
        until("2026-09-06"),
    );
    assert_eq!(
        listed(&series),
        dates("2026-08-19 2026-08-23 2026-08-31 2026-09-02 2026-09-06")
    );
}

#[test]
fn week_53_is_a_week_like_any_other() {
    // 2026 has 53 weeks: every second week counts on through them, odd weeks become even ones.
    let series = recurrence(
        "2026-12-15",
        weekly(2, &[Weekday::Tue, Weekday::Sun]),
        until("2027-01-31"),
    );
    let weeks: Vec<_> = listed(&series).iter().map(|day| day.iso_week().week()).collect();
    assert_eq!(weeks, [51, 51, 53, 53, 2, 2, 4, 4]);
}

#[test]
fn the_31st_monthly_leaves_out_months_without_it() {
    let series = recurrence("2026-01-31", by_date(1, 31), until("2026-12-31"));
    assert_eq!(
        listed(&series),
        dates("2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31 2026-10-31 2026-12-31")
    );
}

#[test]
fn the_29th_of_february_comes_in_leap_years() {
    let series = recurrence("2026-02-01", by_date(12, 29), End::Count(3));
    assert_eq!(listed(&series), dates("2028-02-29 2032-02-29 2036-02-29"));
}

#[test]
fn every_third_month_counts_from_the_month_of_the_start() {
    let series = recurrence("2026-01-20", by_date(3, 15), End::Count(3));
    assert_eq!(listed(&series), dates("2026-04-15 2026-07-15 2026-10-15"));
}

#[test]
fn the_fifth_monday_leaves_out_months_with_four() {
    let series = recurrence(
        "2026-01-01",
        by_weekday(1, Nth::Number(5), Weekday::Mon),
        until("2026-12-31"),
    );
    assert_eq!(
        listed(&series),
        dates("2026-03-30 2026-06-29 2026-08-31 2026-11-30")
    );
}

#[test]
fn the_last_and_the_first_weekday_of_the_month() {
    let last = recurrence(
        "2026-01-01",
        by_weekday(1, Nth::Last, Weekday::Mon),
        End::Count(4),
    );
    assert_eq!(
        listed(&last),
        dates("2026-01-26 2026-02-23 2026-03-30 2026-04-27")
    );
    let first = recurrence(
        "2026-01-06",
        by_weekday(2, Nth::Number(1), Weekday::Mon),
        End::Count(2),
    );
    assert_eq!(listed(&first), dates("2026-03-02 2026-05-04"));
}

#[test]
fn a_weekday_that_never_comes_in_the_range_gives_no_dates() {
    let series = recurrence("2026-11-17", weekly(1, &[Weekday::Mon]), until("2026-11-22"));
    assert_eq!(fault(&series), RecurrenceFault::NoDates);
    let never = recurrence("2026-02-01", by_date(12, 30), End::Count(3));
    assert_eq!(fault(&never), RecurrenceFault::NoDates);
}

#[test]
fn a_series_over_two_seasons_goes_on_through_the_summer() {
    let series = recurrence("2026-08-18", weekly(1, &[Weekday::Tue]), until("2028-05-09"));
    let dates = listed(&series);
    assert_eq!(dates.len(), 91);
    assert!(dates.windows(2).all(|pair| (pair[1] - pair[0]).num_days() == 7));
}

#[test]
fn the_last_day_is_included() {
    let series = recurrence("2026-08-18", weekly(1, &[Weekday::Tue]), until("2026-09-01"));
    assert_eq!(listed(&series), dates("2026-08-18 2026-08-25 2026-09-01"));
    let same = recurrence("2026-08-18", weekly(1, &[Weekday::Tue]), until("2026-08-18"));
    assert_eq!(listed(&same), dates("2026-08-18"));
}

#[test]
fn school_holidays_are_left_out_and_told() {
    let mut series = recurrence("2026-09-29", weekly(1, &[Weekday::Tue]), until("2026-10-13"));
    series.not_school_holidays = true;
    assert_eq!(kept(&series, &school_year()), dates("2026-09-29 2026-10-13"));
    assert_eq!(
        left_out(&series, &school_year()),
        [(
            date("2026-10-06"),
            LeftOut::SchoolHoliday(DayOffKind::AutumnBreak)
        )]
    );
    series.not_school_holidays = false;
    assert!(left_out(&series, &school_year()).is_empty());
}

#[test]
fn public_holidays_are_left_out_and_told_by_their_own_name_also_within_school_holidays() {
    let mut series = recurrence("2027-03-22", weekly(1, &[Weekday::Mon]), until("2027-05-24"));
    series.not_public_holidays = true;
    assert_eq!(
        left_out(&series, &school_year()),
        [
            (
                date("2027-03-29"),
                LeftOut::PublicHoliday(PublicHoliday::EasterMonday)
            ),
            (
                date("2027-05-17"),
                LeftOut::PublicHoliday(PublicHoliday::ConstitutionDay)
            ),
        ]
    );
    series.not_school_holidays = true;
    assert_eq!(
        left_out(&series, &school_year())[..2],
        [
            (
                date("2027-03-22"),
                LeftOut::SchoolHoliday(DayOffKind::EasterBreak)
            ),
            (
                date("2027-03-29"),
                LeftOut::PublicHoliday(PublicHoliday::EasterMonday)
            ),
        ]
    );
}

#[test]
fn a_count_counts_left_out_dates_too() {
    let mut series = recurrence("2026-09-29", weekly(1, &[Weekday::Tue]), End::Count(3));
    series.not_school_holidays = true;
    series.excluded.insert(date("2026-09-29"));
    assert_eq!(listed(&series), dates("2026-09-29 2026-10-06 2026-10-13"));
    assert_eq!(kept(&series, &school_year()), dates("2026-10-13"));
}

#[test]
fn an_excluded_date_is_listed_as_left_out_and_one_outside_the_pattern_means_nothing() {
    let mut series = recurrence("2026-08-18", weekly(1, &[Weekday::Tue]), End::Count(2));
    series.excluded = dates("2026-08-18 2026-08-19").into_iter().collect();
    assert_eq!(kept(&series, &Calendar::default()), dates("2026-08-25"));
    assert_eq!(
        left_out(&series, &Calendar::default()),
        [(date("2026-08-18"), LeftOut::Excluded)]
    );
}

#[test]
fn an_added_date_is_kept_in_holidays_and_wherever_it_lies() {
    let mut series = recurrence("2026-09-29", weekly(1, &[Weekday::Tue]), End::Count(3));
    series.not_school_holidays = true;
    series.not_public_holidays = true;
    // Before the start, in a break, on the pattern's own date in the break, on a public holiday after the end.
    series.added = dates("2026-09-01 2026-10-07 2026-10-06 2026-12-25")
        .into_iter()
        .collect();
    assert_eq!(
        kept(&series, &school_year()),
        dates("2026-09-01 2026-09-29 2026-10-06 2026-10-07 2026-10-13 2026-12-25")
    );
    assert!(left_out(&series, &school_year()).is_empty());
}

#[test]
fn an_added_date_of_the_pattern_appears_once() {
    let mut series = recurrence("2026-08-18", weekly(1, &[Weekday::Tue]), End::Count(2));
    series.added = dates("2026-08-18 2026-08-25").into_iter().collect();
    assert_eq!(listed(&series), dates("2026-08-18 2026-08-25"));
}

#[test]
fn a_date_both_added_and_excluded_is_left_out() {
    let mut series = recurrence("2026-08-18", weekly(1, &[Weekday::Tue]), End::Count(1));
    series.added.insert(date("2026-08-20"));
    series.excluded.insert(date("2026-08-20"));
    assert_eq!(
        left_out(&series, &Calendar::default()),
        [(date("2026-08-20"), LeftOut::Excluded)]
    );
}

#[test]
fn added_dates_alone_make_a_recurrence() {
    let mut series = recurrence("2026-11-17", weekly(1, &[Weekday::Mon]), until("2026-11-22"));
    series.added.insert(date("2026-11-21"));
    assert_eq!(listed(&series), dates("2026-11-21"));
}

#[test]
fn dates_that_are_all_left_out_are_listed_with_their_reasons() {
    let mut series = recurrence("2026-10-06", weekly(1, &[Weekday::Tue]), End::Count(1));
    series.not_school_holidays = true;
    assert!(kept(&series, &school_year()).is_empty());
    assert_eq!(left_out(&series, &school_year()).len(), 1);
}

#[test]
fn a_pattern_that_cannot_be_meant_is_told() {
    let with = |pattern| fault(&recurrence("2026-08-18", pattern, End::Count(1)));
    assert_eq!(with(weekly(1, &[])), RecurrenceFault::NoWeekday);
    let stray_bit = Pattern::Weekly {
        every: 1,
        on: Weekdays(0x80),
    };
    assert_eq!(with(stray_bit), RecurrenceFault::NoWeekday);
    for every in [0, 9, 255] {
        assert_eq!(with(weekly(every, &[Weekday::Mon])), RecurrenceFault::Interval);
    }
    for every in [0, 13] {
        assert_eq!(with(by_date(every, 1)), RecurrenceFault::Interval);
        assert_eq!(
            with(by_weekday(every, Nth::Last, Weekday::Mon)),
            RecurrenceFault::Interval
        );
    }
    for day in [0, 32, 128, 255] {
        assert_eq!(with(by_date(1, day)), RecurrenceFault::DayOfMonth);
    }
    for nth in [0, 6, 255] {
        assert_eq!(
            with(by_weekday(1, Nth::Number(nth), Weekday::Mon)),
            RecurrenceFault::DayOfMonth
        );
    }
}

#[test]
fn an_end_before_the_start_is_told_but_means_nothing_for_one_date() {
    let series = |end| recurrence("2026-08-18", weekly(1, &[Weekday::Tue]), end);
    assert_eq!(
        fault(&series(until("2026-08-17"))),
        RecurrenceFault::EndBeforeStart
    );
    assert_eq!(fault(&series(End::Count(0))), RecurrenceFault::EndBeforeStart);
    assert_eq!(
        listed(&recurrence("2026-08-18", Pattern::Once, End::Count(0))),
        dates("2026-08-18")
    );
}

#[test]
fn four_hundred_dates_are_the_most() {
    let series = |count| recurrence("2026-08-18", weekly(1, &[Weekday::Tue]), End::Count(count));
    assert_eq!(listed(&series(400)).len(), MAX_DATES);
    assert_eq!(fault(&series(401)), RecurrenceFault::TooMany);
    assert_eq!(fault(&series(u16::MAX)), RecurrenceFault::TooMany);
    let mut full = series(400);
    full.added.insert(date("2026-08-19"));
    assert_eq!(fault(&full), RecurrenceFault::TooMany);
    full.added = dates("2026-08-18").into_iter().collect();
    assert_eq!(listed(&full).len(), MAX_DATES);
}

#[test]
fn a_far_away_end_is_too_many_at_once() {
    let begun = Instant::now();
    for last in [date("9999-12-31"), NaiveDate::MAX] {
        for pattern in [
            weekly(8, &[Weekday::Sun]),
            by_date(12, 31),
            by_weekday(1, Nth::Number(5), Weekday::Sun),
        ] {
            let series = recurrence("2026-08-18", pattern, End::Until(last));
            assert_eq!(fault(&series), RecurrenceFault::TooMany);
        }
    }
    // One that never comes is looked for until the last year that can be written.
    let never = recurrence("0001-02-01", by_date(12, 31), End::Until(NaiveDate::MAX));
    assert_eq!(fault(&never), RecurrenceFault::NoDates);
    // A generous bound that only an endless search breaks, so that a busy machine does not.
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[test]
fn the_ends_of_the_calendar_hold_single_dates_and_no_patterns() {
    for day in [
        NaiveDate::MIN,
        NaiveDate::MAX,
        date("0000-12-31"),
        date("+10000-01-01"),
    ] {
        let mut one = recurrence("2026-08-18", Pattern::Once, End::Count(1));
        one.start = day;
        one.added.insert(day);
        assert_eq!(listed(&one), [day]);
        let mut series = recurrence("2026-08-18", weekly(1, &[Weekday::Tue]), End::Count(1));
        series.start = day;
        assert_eq!(fault(&series), RecurrenceFault::NoDates);
    }
    let last = recurrence("9999-12-20", weekly(1, &[Weekday::Fri]), End::Count(400));
    assert_eq!(listed(&last), dates("9999-12-24 9999-12-31"));
}

#[test]
fn weekdays_are_a_set_from_monday_on() {
    let set = Weekdays::of(&[Weekday::Sun, Weekday::Tue, Weekday::Tue]);
    assert_eq!(set.iter().collect::<Vec<_>>(), [Weekday::Tue, Weekday::Sun]);
    assert!(set.contains(Weekday::Sun) && !set.contains(Weekday::Mon));
    assert!(!set.is_empty() && Weekdays::default().is_empty());
    assert_eq!(Weekdays::ALL.iter().count(), 7);
}
