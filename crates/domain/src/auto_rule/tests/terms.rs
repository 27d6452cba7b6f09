//! What each term refuses.

use super::*;

#[test]
fn terms_that_ask_for_nothing_hold_for_everyone() {
    assert_eq!(misses(&Terms::default(), &facts()), []);
    let private = Facts {
        kind: ApplicantKind::Private,
        standing: None,
        persons: None,
        ..facts()
    };
    assert_eq!(misses(&Terms::default(), &private), []);
    let empty_set = Terms {
        weekdays: Some(Weekdays::default()),
        ..Terms::default()
    };
    assert_eq!(misses(&empty_set, &facts()), []);
}

#[test]
fn a_rule_for_other_kinds_or_price_groups_misses() {
    assert_eq!(misses(&only_schools(), &facts()), [Miss::Kind]);
    let market = Terms {
        price_groups: BTreeSet::from([PriceGroup::Market]),
        ..Terms::default()
    };
    assert_eq!(misses(&market, &facts()), [Miss::PriceGroup]);
}

#[test]
fn approved_only_refuses_pending_organisations_and_private_persons() {
    let terms = Terms {
        approved_only: true,
        ..Terms::default()
    };
    for standing in [Some(Standing::Pending), None] {
        let facts = Facts { standing, ..facts() };
        assert_eq!(misses(&terms, &facts), [Miss::NotApproved]);
        assert_eq!(misses(&Terms::default(), &facts), []);
    }
    assert_eq!(misses(&terms, &facts()), []);
}

#[test]
fn one_date_that_is_too_long_is_enough_to_miss() {
    let terms = Terms {
        max_minutes: Some(90),
        ..Terms::default()
    };
    assert_eq!(misses(&terms, &facts()), []);
    let mut facts = facts();
    facts.dates.push(on(Weekday::Tue, "18:00-19:31"));
    assert_eq!(misses(&terms, &facts), [Miss::TooLong { max: 90 }]);
}

#[test]
fn dates_lie_within_the_hours_to_the_minute() {
    let hours = span("16:00-19:30");
    let terms = Terms {
        within: Some(hours),
        ..Terms::default()
    };
    assert_eq!(misses(&terms, &facts()), []);
    for times in ["15:59-17:00", "18:00-19:31", "20:00-21:00", "19:00-16:30"] {
        let facts = Facts {
            dates: vec![on(Weekday::Tue, times)],
            ..facts()
        };
        assert_eq!(misses(&terms, &facts), [Miss::OutsideHours(hours)], "{times}");
    }
}

#[test]
fn hours_over_midnight_hold_times_before_across_and_after_it() {
    let terms = Terms {
        within: Some(span("20:00-02:00")),
        ..Terms::default()
    };
    let outside = |times: &str| {
        let facts = Facts {
            dates: vec![on(Weekday::Sat, times)],
            ..facts()
        };
        !misses(&terms, &facts).is_empty()
    };
    assert!(!outside("20:00-24:00"));
    assert!(!outside("23:00-01:00"));
    assert!(!outside("00:00-02:00"));
    assert!(outside("01:00-02:15"));
    assert!(outside("19:45-21:00"));
}

#[test]
fn one_date_on_another_weekday_is_enough_to_miss() {
    let terms = Terms {
        weekdays: Some(Weekdays::of(&[Weekday::Mon, Weekday::Tue])),
        ..Terms::default()
    };
    assert_eq!(misses(&terms, &facts()), []);
    let mut facts = facts();
    facts.dates.push(on(Weekday::Wed, "18:00-19:30"));
    assert_eq!(misses(&terms, &facts), [Miss::Weekday]);
}

#[test]
fn weekly_minutes_and_number_of_dates_are_counted_up_to_the_limit() {
    let weekly = |max| Terms {
        weekly_minutes: Some(max),
        ..Terms::default()
    };
    assert_eq!(misses(&weekly(90), &facts()), []);
    let over = Miss::WeeklyMinutes {
        max: 89,
        would_be: 90,
    };
    assert_eq!(misses(&weekly(89), &facts()), [over]);
    let dates = |max| Terms {
        max_dates: Some(max),
        ..Terms::default()
    };
    assert_eq!(misses(&dates(1), &facts()), []);
    let many = Miss::TooManyDates { max: 0, asked: 1 };
    assert_eq!(misses(&dates(0), &facts()), [many]);
}

#[test]
fn persons_must_be_told_where_a_rule_limits_them() {
    let terms = Terms {
        max_persons: Some(20),
        ..Terms::default()
    };
    assert_eq!(misses(&terms, &facts()), []);
    for persons in [Some(21), None] {
        let facts = Facts { persons, ..facts() };
        assert_eq!(misses(&terms, &facts), [Miss::Persons { max: 20 }]);
    }
}

#[test]
fn competitors_matter_only_where_the_rule_says_so() {
    let facts = Facts {
        competitors: 2,
        ..facts()
    };
    assert_eq!(misses(&Terms::default(), &facts), []);
    let terms = Terms {
        no_competitors: true,
        ..Terms::default()
    };
    assert_eq!(misses(&terms, &facts), [Miss::Competitors { others: 2 }]);
}

#[test]
fn each_fault_of_terms_is_named() {
    use TermsFault as F;
    let fault = |change: fn(&mut Terms)| {
        let mut terms = Terms {
            name: "Fast trening".into(),
            ..Terms::default()
        };
        change(&mut terms);
        terms.faults()
    };
    assert_eq!(fault(|_| ()), []);
    assert_eq!(fault(|t| t.name = "  ".into()), [F::NoName]);
    assert_eq!(fault(|t| t.max_minutes = Some(0)), [F::MaxMinutes]);
    assert_eq!(fault(|t| t.max_minutes = Some(1441)), [F::MaxMinutes]);
    assert_eq!(fault(|t| t.weekdays = Some(Weekdays::default())), [F::Weekdays]);
    assert_eq!(fault(|t| t.weekly_minutes = Some(10_081)), [F::WeeklyMinutes]);
    assert_eq!(fault(|t| t.max_dates = Some(401)), [F::MaxDates]);
    assert_eq!(fault(|t| t.max_persons = Some(0)), [F::MaxPersons]);
}

#[test]
fn a_rule_that_asks_for_nothing_is_known_as_such() {
    let mut terms = Terms {
        name: "Ja til alt".into(),
        ..Terms::default()
    };
    assert!(terms.asks_for_nothing());
    terms.no_competitors = true;
    assert!(!terms.asks_for_nothing());
}
