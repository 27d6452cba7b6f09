//! Reasons that were once told wrongly.

use ledig_allocation::{
    allocate::allocate,
    format::{Instance, refusal::Standing, refusal::Why},
    read::read,
    search::Limits,
    verify::verify,
};
use serde_json::{Value, json};

const LIMITS: Limits = Limits {
    work: 10_000,
    threads: 1,
};

/// A gym that eight can be in and that is not for fewer than six, open an hour.
fn season(wishes: &[Value]) -> Value {
    json!({
        "format": 1, "name": "", "grid": 30, "season": { "weeks": 10 },
        "spaces": [{ "id": "gym", "kind": "gym", "capacity": 8,
                     "open": [{ "days": ["mon"], "from": "17:00", "to": "18:00" }] }],
        "organisations": [{ "id": "club", "kind": "sports_club" }],
        "wishes": wishes,
        "rules": { "id": "test", "version": 1, "classes": [], "min_groups": [{ "kind": "gym", "size": 6 }] }
    })
}

fn wish(id: &str, size: u32, sessions: u8, minutes: u16) -> Value {
    json!({
        "id": id, "organisation": "club", "team": { "age_from": 9, "age_to": 9, "size": size }, "sessions": sessions,
        "min_minutes": minutes, "max_minutes": minutes, "places": [{ "space": "gym" }], "per_day": { "most": 2 },
        "windows": [{ "hours": { "days": ["mon"], "from": "17:00", "to": "18:00" } }]
    })
}

fn instance(season: &Value) -> Instance {
    read(&season.to_string()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn of_several_reasons_for_a_bundle_the_first_in_the_order_is_told() {
    let mut season = season(&[wish("few", 5, 1, 30), wish("many", 9, 1, 30)]);
    season["links"] = json!([{ "kind": "back_to_back", "wishes": ["few", "many"] }]);
    let season = instance(&season);
    let draft = allocate(&season, &LIMITS, &mut ());
    assert_eq!(verify(&season, &draft), []);
    for refusal in &draft.refusals {
        let reasons: Vec<&Why> = refusal.obstacles.iter().map(|obstacle| &obstacle.why).collect();
        assert_eq!(reasons, [&Why::TooSmall], "{}", refusal.wish);
    }
    assert_eq!(draft.refusals.len(), 2);
}

#[test]
fn what_is_locked_is_not_among_what_a_wish_would_lose() {
    // One of its two sessions is locked: the other is its second, and comes after anybody's first.
    let mut season = season(&[wish("two", 8, 2, 30), wish("one", 8, 1, 60)]);
    let slot = json!({ "spaces": ["gym"], "day": "mon", "from": "17:00", "to": "17:30" });
    season["locks"] = json!([{ "wish": "two", "slot": slot }]);
    let season = instance(&season);
    let draft = allocate(&season, &LIMITS, &mut ());
    assert_eq!(verify(&season, &draft), []);
    let Why::Taken { by } = &draft.refusals[0].obstacles[0].why else {
        panic!("{:?}", draft.refusals);
    };
    let reasons: Vec<Standing> = by.iter().map(|one| one.reason).collect();
    assert_eq!(reasons, [Standing::Locked, Standing::Goes]);
}
