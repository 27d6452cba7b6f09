//! What the form that edits booking rules refuses.

use super::*;

#[test]
fn the_default_rules_have_no_fault() {
    assert_eq!(rules().faults(), []);
}

#[test]
fn each_fault_of_rules_is_named() {
    use RulesFault as F;
    let fault = |change: fn(&mut BookingRules)| {
        let mut rules = rules();
        change(&mut rules);
        rules.faults()
    };
    for grid in GRIDS {
        let rules = BookingRules {
            grid_minutes: grid,
            ..rules()
        };
        assert_eq!(rules.faults(), []);
    }
    assert_eq!(fault(|r| r.grid_minutes = 0), [F::Grid]);
    assert_eq!(fault(|r| r.grid_minutes = 7), [F::Grid]);
    assert_eq!(fault(|r| r.min_minutes = 0), [F::MinMinutes]);
    assert_eq!(fault(|r| r.max_minutes = 1441), [F::MaxMinutes]);
    assert_eq!(
        fault(|r| (r.min_minutes, r.max_minutes) = (90, 60)),
        [F::MinOverMax]
    );
    assert_eq!(
        fault(|r| (r.grid_minutes, r.min_minutes, r.max_minutes) = (60, 65, 90)),
        [F::NoLengthOnGrid]
    );
    assert_eq!(fault(|r| r.setup_minutes = 721), [F::Setup]);
    assert_eq!(fault(|r| r.teardown_minutes = 721), [F::Teardown]);
    assert_eq!(fault(|r| (r.lead_hours, r.horizon_days) = (72, 2)), [F::Horizon]);
    assert_eq!(fault(|r| r.weekly_quota_minutes = Some(29)), [F::QuotaUnderMin]);
    assert_eq!(fault(|r| r.max_persons = Some(0)), [F::MaxPersons]);
    assert_eq!(
        fault(|r| (r.min_persons, r.max_persons) = (Some(9), Some(8))),
        [F::PersonsMinOverMax]
    );
}
