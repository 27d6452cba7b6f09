//! Which rule decides.

use super::*;

#[test]
fn an_organisation_that_is_suspended_or_dissolved_never_gets_a_yes() {
    for standing in [Standing::Suspended, Standing::Dissolved] {
        let facts = Facts {
            standing: Some(standing),
            ..facts()
        };
        assert_eq!(misses(&Terms::default(), &facts), [Miss::NotApproved]);
        let rules = [rule(1, Scope::Municipality, Terms::default())];
        assert_eq!(approved_by(&judge(&rules, &facts)), None);
    }
}

#[test]
fn no_rule_says_yes_over_unresolved_dates_but_the_rule_is_named() {
    let facts = Facts {
        unresolved: 3,
        ..facts()
    };
    let verdict = judge(&[rule(1, Scope::Municipality, Terms::default())], &facts);
    let tried = vec![("Regel 1".to_owned(), vec![Miss::Unresolved { dates: 3 }])];
    assert_eq!(verdict, Verdict::Person { tried });
}

#[test]
fn without_rules_a_person_decides() {
    assert_eq!(judge(&[], &facts()), Verdict::Person { tried: vec![] });
}

#[test]
fn an_inactive_rule_is_not_asked() {
    let mut off = rule(1, SPACE, Terms::default());
    off.active = false;
    assert_eq!(judge(&[off], &facts()), Verdict::Person { tried: vec![] });
}

#[test]
fn the_narrowest_scope_is_asked_first_whatever_the_order() {
    let rules = [
        rule(1, Scope::Municipality, Terms::default()),
        rule(2, FACILITY, Terms::default()),
        rule(3, SPACE, Terms::default()),
    ];
    assert_eq!(approved_by(&judge(&rules, &facts())), Some(3));
    let expected = Verdict::Approve {
        rule: rules[2].id,
        version: 2,
        name: "Regel 3".into(),
    };
    assert_eq!(judge(&rules, &facts()), expected);
}

#[test]
fn rules_of_the_same_kind_of_scope_are_asked_in_the_order_given() {
    let space = |number| Scope::Space(SpaceId(Uuid::from_u128(number)));
    let rules = [
        rule(1, space(9), Terms::default()),
        rule(2, space(1), Terms::default()),
    ];
    assert_eq!(approved_by(&judge(&rules, &facts())), Some(1));
}

#[test]
fn a_wider_rule_may_say_yes_where_a_narrower_one_misses() {
    let rules = [
        rule(1, Scope::Municipality, Terms::default()),
        rule(2, SPACE, only_schools()),
    ];
    assert_eq!(approved_by(&judge(&rules, &facts())), Some(1));
}

#[test]
fn every_rule_that_was_tried_tells_what_it_missed_narrowest_first() {
    let rules = [
        rule(1, Scope::Municipality, only_schools()),
        rule(2, SPACE, only_schools()),
    ];
    let tried = vec![
        ("Regel 2".to_owned(), vec![Miss::Kind]),
        ("Regel 1".to_owned(), vec![Miss::Kind]),
    ];
    assert_eq!(judge(&rules, &facts()), Verdict::Person { tried });
}

#[test]
fn a_request_without_dates_gets_no_yes() {
    let facts = Facts {
        dates: vec![],
        ..facts()
    };
    let rules = [rule(1, Scope::Municipality, Terms::default())];
    assert_eq!(approved_by(&judge(&rules, &facts)), None);
}
