//! What is taken.

use super::*;
use crate::generate::{self, Size};

#[track_caller]
fn taken(season: &Value) -> Instance {
    read(&season.to_string()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn a_season_is_read_as_it_was_written() {
    let instance = taken(&season());
    let written = serde_json::to_string(&instance).unwrap();
    assert_eq!(read(&written).unwrap(), instance);
    assert_eq!(read_bytes(written.as_bytes()).unwrap(), instance);
}

#[test]
fn an_empty_season_is_taken() {
    let instance = taken(&json!({
        "format": 1, "name": "", "grid": 30, "season": { "weeks": 1 },
        "spaces": [], "organisations": [], "wishes": [],
        "rules": { "id": "none", "version": 1, "classes": [] }
    }));
    assert!(instance.wishes.is_empty() && instance.published.is_none());
    assert_eq!(remarks(&instance), []);
}

#[test]
fn odd_but_possible_things_are_taken() {
    for (path, value) in [
        ("/spaces/0/capacity", json!(0)),
        ("/wishes/2/team/size", json!(1_000_000)),
        ("/wishes/2/team/size", json!(0)),
        ("/rules/classes", json!([])),
        ("/spaces/0/open", json!([])),
        ("/wishes/0/extent/adjoining", json!(9)),
        ("/wishes/2/sessions", json!(7)),
        ("/locks/0/slot/spaces", json!(["b", "a"])),
        ("/locks/0/slot/spaces", json!(["hall"])),
        ("/locks/0/slot/to", json!("24:00")),
        ("/published/sessions/0/slot/from", json!("17:05")),
        ("/published/sessions/0/slot/spaces", json!(["a", "gym"])),
        ("/season/weeks", json!(40.0)),
        ("/seed", json!(u64::MAX)),
        ("/travel", json!({})),
        ("/published", json!(null)),
    ] {
        taken(&with(path, Some(value)));
    }
}

#[test]
fn windows_that_join_are_one() {
    let hours = |from: &str, to: &str| json!({ "hours": { "days": ["sat"], "from": from, "to": to } });
    let windows = json!([hours("10:00", "11:10"), hours("11:10", "12:00")]);
    taken(&with("/wishes/2/windows", Some(windows)));
    let apart = json!([hours("10:00", "11:10"), hours("11:15", "14:00")]);
    let told = faults(&with("/wishes/2/windows", Some(apart)));
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].path, "/wishes/2/windows/0/hours");
    // Where there is a duty to take unpopular times, its hours join, too.
    let friday = json!([{ "hours": { "days": ["fri"], "from": "15:00", "to": "16:00" } }]);
    taken(&with("/wishes/2/windows", Some(friday)));
}

#[test]
fn locks_that_touch_do_not_contradict() {
    let after =
        json!({ "wish": "j13", "slot": { "spaces": ["gym"], "day": "sat", "from": "12:00", "to": "13:00" } });
    taken(&with("/locks/-", Some(after)));
    let beside =
        json!({ "wish": "j13", "slot": { "spaces": ["a"], "day": "sat", "from": "10:00", "to": "13:00" } });
    taken(&with("/locks/-", Some(beside)));
}

#[test]
fn the_schema_takes_the_season_and_bounds_every_integer() {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&season()));
    assert!(jsonschema::validator_for(&draft_schema()).is_ok());
    assert_eq!(schema["properties"]["seed"]["maximum"], json!(u64::MAX));
    assert!(super::schema::INSTANCE.top.is_some() && super::schema::DRAFT.top.is_some());
    let forms = [&*super::schema::INSTANCE, &*super::schema::DRAFT];
    let fields = forms.iter().flat_map(|form| form.fields.values());
    assert!(fields.clone().all(|field| field.validator.is_some()));
    assert!(fields.count() > 20);
}

fn draft() -> Value {
    json!({
        "format": 1, "instance": "", "rules": "test", "rules_version": 1, "seed": 0, "work": 0, "ended": "optimal",
        "sessions": [{ "wish": "a", "slot": { "spaces": ["x"], "day": "mon", "from": "10:00", "to": "11:00" } }],
        "classes": [], "change_price": 0, "organisations": [], "quotas": [], "refusals": []
    })
}

/// Read at once, no draft may pass that would not pass with all its faults told.
#[test]
fn a_draft_is_read_piece_by_piece_as_strictly_as_whole() {
    let both = |text: &str| (draft_from(text.as_bytes()), read_draft(text.as_bytes()).ok());
    let right = draft().to_string();
    let (at_once, whole) = both(&right);
    assert!(at_once.is_some() && at_once == whole);
    let swapped = |from: &str, to: &str| {
        assert!(right.contains(from), "{from}");
        right.replacen(from, to, 1)
    };
    for wrong in [
        swapped("\"10:00\"", "\"10\""),
        swapped("\"10:00\"", "\" 10:00\""),
        swapped("\"10:00\"", "\"10.00\""),
        swapped("\"format\":1", "\"format\":1,\"format\":1"),
        swapped("\"wish\":\"a\"", "\"wish\":\"a\",\"team\":1"),
        swapped("\"work\":0", "\"work\":-1"),
        swapped("\"work\":0", "\"work\":null"),
        format!("{right} 1"),
        right.replace("\"work\":0", ""),
        right[..right.len() - 1].to_owned(),
    ] {
        assert_eq!(both(&wrong), (None, None), "{wrong}");
    }
    // A whole number is one with «.0», too; only the second look knows.
    assert!(read_draft(swapped("\"work\":0", "\"work\":0.0").as_bytes()).is_ok());
}

#[test]
fn a_draft_is_read_by_its_form() {
    let draft = draft();
    assert_eq!(
        read_draft(draft.to_string().as_bytes()).unwrap().sessions.len(),
        1
    );
    let mut wrong = draft;
    put(&mut wrong, "/sessions/0/slot/day", Some(json!("someday")));
    put(&mut wrong, "/ended", Some(json!("never")));
    put(&mut wrong, "/seed", None);
    let told = read_draft(wrong.to_string().as_bytes()).unwrap_err();
    let paths: Vec<_> = told.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["", "/ended", "/sessions/0/slot/day"]);
}

#[test]
fn made_up_seasons_are_taken() {
    for size in [Size::S, Size::M] {
        let made = generate::instance(size, 3);
        assert_eq!(read(&serde_json::to_string(&made).unwrap()).unwrap(), made);
    }
}
