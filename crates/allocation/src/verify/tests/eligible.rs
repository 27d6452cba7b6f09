//! Whom a rule is about: every test given holds.

use super::small::{assert_none, draft, wish, with};
use crate::{format::Instance, verify::verify};
use serde_json::{Value, json};

/// The place of the first class that fits «a», where the first two are for `first` and for all.
fn class(season: &Instance, first: &Value) -> u32 {
    let mut season = season.clone();
    season.rules.classes[0].who = serde_json::from_value(first.clone()).unwrap();
    season.rules.classes[1].who = serde_json::from_value(json!({})).unwrap();
    season.held_back = vec!["a".into()];
    let draft = draft(&season, []);
    assert_none!(verify(&season, &draft));
    draft.refusals[0].class
}

#[test]
fn a_rule_is_about_those_of_whom_every_test_holds() {
    let mut season = with([wish("a", 10, &["H1"])]);
    let team = json!({"age_from": 10, "age_to": 12, "size": 1, "sport": "judo", "level": "elite", "gender": "female"});
    season.wishes[0].team = serde_json::from_value(team).unwrap();
    for (who, fits) in [
        (json!({}), true),
        (json!({"kinds": ["music", "sports_club"]}), true),
        (json!({"kinds": ["music"]}), false),
        (json!({"age_from": 10}), true),
        (json!({"age_from": 11}), false),
        (json!({"age_to": 12}), true),
        (json!({"age_to": 11}), false),
        (json!({"genders": ["female"]}), true),
        (json!({"genders": ["male", "mixed"]}), false),
        (json!({"sports": ["judo"]}), true),
        (json!({"sports": ["golf"]}), false),
        (json!({"levels": ["elite"]}), true),
        (json!({"levels": ["other"]}), false),
        (json!({"adapted": true}), false),
        (json!({"local_percent": 100}), true),
        (json!({"sports": ["judo"], "levels": ["other"]}), false),
    ] {
        assert_eq!(class(&season, &who), if fits { 1 } else { 2 }, "{who}");
    }
    season.wishes[0].team.gender = None;
    season.wishes[0].team.adapted = true;
    season.organisations[0].local_percent = Some(50);
    for (who, fits) in [
        (json!({"genders": ["female", "male", "mixed"]}), false),
        (json!({"adapted": true}), true),
        (json!({"local_percent": 50}), true),
        (json!({"local_percent": 51}), false),
    ] {
        assert_eq!(class(&season, &who), if fits { 1 } else { 2 }, "{who}");
    }
}
