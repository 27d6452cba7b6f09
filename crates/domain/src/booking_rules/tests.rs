//! Booking rules: what each limit refuses, at the limit and one step past it.

mod faults;
mod property;

use super::*;
use crate::testing::span;

const NOW: Timestamp = Timestamp(1_800_000_000);

fn rules() -> BookingRules {
    BookingRules::default()
}

/// A well-behaved wish for tomorrow.
fn wanted(times: &str) -> Wanted {
    Wanted {
        times: span(times),
        starts_at: NOW.plus(DAY),
        persons: None,
        private: false,
        week_minutes: 0,
    }
}

fn ahead(seconds: i64) -> Wanted {
    Wanted {
        starts_at: NOW.plus(seconds),
        ..wanted("18:00-19:30")
    }
}

#[test]
fn a_time_within_every_rule_breaks_nothing() {
    assert_eq!(rules().check(&wanted("18:00-19:30"), NOW), []);
}

#[test]
fn shorter_than_minimum_is_refused() {
    let rules = BookingRules {
        min_minutes: 60,
        ..rules()
    };
    assert_eq!(rules.check(&wanted("18:00-19:00"), NOW), []);
    assert_eq!(
        rules.check(&wanted("18:00-18:45"), NOW),
        [Breach::TooShort { min: 60 }]
    );
}

#[test]
fn longer_than_maximum_is_refused_also_over_midnight() {
    let rules = BookingRules {
        max_minutes: 120,
        ..rules()
    };
    assert_eq!(rules.check(&wanted("23:00-01:00"), NOW), []);
    assert_eq!(
        rules.check(&wanted("23:00-01:15"), NOW),
        [Breach::TooLong { max: 120 }]
    );
}

#[test]
fn not_on_the_start_grid_is_refused_at_either_end() {
    let rules = BookingRules {
        grid_minutes: 30,
        ..rules()
    };
    assert_eq!(rules.check(&wanted("18:30-20:00"), NOW), []);
    assert_eq!(rules.check(&wanted("22:30-24:00"), NOW), []);
    let off = [Breach::OffGrid { grid: 30 }];
    assert_eq!(rules.check(&wanted("18:15-20:00"), NOW), off);
    assert_eq!(rules.check(&wanted("18:00-19:45"), NOW), off);
}

#[test]
fn too_late_is_refused_a_second_past_the_lead_time() {
    let rules = BookingRules {
        lead_hours: 2,
        ..rules()
    };
    assert_eq!(rules.check(&ahead(2 * HOUR), NOW), []);
    assert_eq!(
        rules.check(&ahead(2 * HOUR - 1), NOW),
        [Breach::TooSoon { lead_hours: 2 }]
    );
}

#[test]
fn a_time_that_has_begun_is_past_and_not_merely_too_soon() {
    assert_eq!(rules().check(&ahead(0), NOW), [Breach::Past]);
    assert_eq!(rules().check(&ahead(-DAY), NOW), [Breach::Past]);
    let at_once = BookingRules {
        lead_hours: 0,
        ..rules()
    };
    assert_eq!(at_once.check(&ahead(1), NOW), []);
}

#[test]
fn too_early_is_refused_past_the_horizon_in_whole_days() {
    let rules = BookingRules {
        horizon_days: 30,
        ..rules()
    };
    assert_eq!(rules.check(&ahead(31 * DAY - 1), NOW), []);
    assert_eq!(
        rules.check(&ahead(31 * DAY), NOW),
        [Breach::TooFar { horizon_days: 30 }]
    );
}

#[test]
fn over_the_weekly_quota_is_refused_with_what_it_would_be() {
    let rules = BookingRules {
        weekly_quota_minutes: Some(240),
        ..rules()
    };
    let held = |week_minutes| Wanted {
        week_minutes,
        ..wanted("18:00-19:30")
    };
    assert_eq!(rules.check(&held(150), NOW), []);
    let over = Breach::OverQuota {
        quota: 240,
        would_be: 255,
    };
    assert_eq!(rules.check(&held(165), NOW), [over]);
}

#[test]
fn persons_are_checked_when_told() {
    let rules = BookingRules {
        min_persons: Some(8),
        max_persons: Some(30),
        ..rules()
    };
    assert_eq!(rules.check_party(None, false), []);
    assert_eq!(rules.check_party(Some(8), false), []);
    assert_eq!(rules.check_party(Some(30), false), []);
    assert_eq!(
        rules.check_party(Some(7), false),
        [Breach::TooFewPersons { min: 8 }]
    );
    assert_eq!(
        rules.check_party(Some(31), false),
        [Breach::TooManyPersons { max: 30 }]
    );
}

#[test]
fn a_private_person_may_ask_only_where_the_rules_say_so() {
    let rules = BookingRules {
        private_persons: false,
        ..rules()
    };
    assert_eq!(rules.check_party(None, false), []);
    assert_eq!(rules.check_party(None, true), [Breach::OrganisationsOnly]);
}

#[test]
fn everything_that_is_broken_is_told_at_once_in_a_fixed_order() {
    let rules = BookingRules {
        min_minutes: 60,
        weekly_quota_minutes: Some(10),
        max_persons: Some(5),
        private_persons: false,
        ..rules()
    };
    let wanted = Wanted {
        starts_at: NOW.plus(60),
        persons: Some(6),
        private: true,
        ..wanted("18:05-18:25")
    };
    assert_eq!(
        rules.check(&wanted, NOW),
        [
            Breach::TooShort { min: 60 },
            Breach::OffGrid { grid: 15 },
            Breach::TooSoon { lead_hours: 2 },
            Breach::OverQuota {
                quota: 10,
                would_be: 20
            },
            Breach::TooManyPersons { max: 5 },
            Breach::OrganisationsOnly,
        ]
    );
}

#[test]
fn the_owner_of_a_booking_may_cancel_until_so_many_hours_before() {
    let rules = BookingRules {
        cancel_hours: 24,
        ..rules()
    };
    assert!(rules.may_cancel(NOW.plus(24 * HOUR), NOW));
    assert!(!rules.may_cancel(NOW.plus(24 * HOUR - 1), NOW));
}

#[test]
fn a_date_that_has_begun_is_never_cancelled_by_its_owner() {
    let rules = BookingRules {
        cancel_hours: 0,
        ..rules()
    };
    assert!(rules.may_cancel(NOW.plus(1), NOW));
    assert!(!rules.may_cancel(NOW, NOW));
    assert!(!rules.may_cancel(NOW.plus(-1), NOW));
}
