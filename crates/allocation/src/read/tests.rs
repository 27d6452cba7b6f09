//! What the reader takes, and what it tells of what it does not take.

mod allowed;
mod each_fault;
mod many;
mod mutated;
mod remarks;

use super::*;
use serde_json::{Value, json};

/// A small season with everything in it.
fn season() -> Value {
    json!({
        "format": 1, "name": "Høst", "grid": 15, "seed": 7,
        "season": { "weeks": 40, "closed_weeks": [8] },
        "travel": { "fixed_minutes": 10, "minutes_per_km": 3 },
        "spaces": [
            { "id": "hall", "kind": "sports_hall", "capacity": 90, "lat": 59.9, "lon": 10.5, "closed_weeks": [20],
              "open": [{ "days": ["mon", "tue", "wed", "thu", "fri"], "from": "16:00", "to": "22:00" }],
              "blocks": [{ "hours": { "days": ["mon"], "from": "16:00", "to": "17:00" }, "reason": "skole" }] },
            { "id": "a", "parent": "hall" },
            { "id": "b", "parent": "hall" },
            { "id": "c", "parent": "hall" },
            { "id": "gym", "kind": "gym", "lat": 59.91, "lon": 10.51, "features": ["mats"],
              "open": [{ "days": ["sat"], "from": "08:00", "to": "24:00" }] },
        ],
        "organisations": [
            { "id": "haslum", "kind": "sports_club", "members": [{ "age_from": 6, "age_to": 12, "count": 300 }],
              "local_percent": 90, "unused_percent": 5 },
            { "id": "kor", "kind": "music" },
        ],
        "wishes": [
            { "id": "j13", "organisation": "haslum",
              "team": { "age_from": 12, "age_to": 13, "gender": "female", "sport": "handball", "size": 20 },
              "sessions": 2, "min_minutes": 60, "max_minutes": 90, "extent": { "adjoining": 2 },
              "places": [{ "space": "hall" }],
              "windows": [{ "hours": { "days": ["mon", "wed"], "from": "16:00", "to": "20:00" }, "preferred": true }],
              "per_day": { "most": 1 }, "free_days_between": { "days": 1, "strength": "should" },
              "coaches": [{ "id": "kari" }],
              "last_season": [{ "spaces": ["a", "b"], "day": "mon", "from": "17:00", "to": "18:00" }] },
            { "id": "g13", "organisation": "haslum",
              "team": { "age_from": 12, "age_to": 13, "sport": "handball", "size": 18 },
              "sessions": 2, "min_minutes": 60, "max_minutes": 60, "extent": "part",
              "places": [{ "near": { "kinds": ["sports_hall", "gym"], "of": "gym", "metres": 5000 } }],
              "windows": [{ "hours": { "days": ["mon", "wed"], "from": "16:00", "to": "20:00" } }] },
            { "id": "sang", "organisation": "kor",
              "team": { "age_from": 18, "age_to": 90, "size": 30 },
              "sessions": 1, "min_minutes": 120, "max_minutes": 150,
              "places": [{ "any": { "kinds": ["gym"] } }, { "space": "gym" }],
              "windows": [{ "hours": { "days": ["sat"], "from": "10:00", "to": "16:00" } }],
              "needs": [{ "feature": "mats", "strength": "must" }] },
        ],
        "links": [{ "kind": "together", "wishes": ["j13", "g13"], "strength": "must" }],
        "rules": {
            "id": "test", "version": 1,
            "sources": [{ "title": "Regler", "url": "https://example.no" }], "remarks": ["En merknad"],
            "classes": [{ "name": "Barn", "who": { "age_to": 13, "kinds": ["sports_club"], "genders": ["female"] },
                          "hours": [{ "days": ["mon"], "from": "16:00", "to": "20:30" }], "most_sessions": 2,
                          "most_minutes": 180 }],
            "entitlement": { "basis": { "members": [{ "age_from": 6, "age_to": 19, "milli_minutes": 2000 }] },
                             "floor_minutes": 30, "cap_minutes": 3000, "unused_malus_percent": 50,
                             "local": { "below_percent": 50, "factor_percent": 70 } },
            "primacy": [{ "spaces": ["gym"], "sports": ["gymnastics"] }],
            "min_groups": [{ "kind": "sports_hall", "size": 8 }],
            "excluded": [{ "who": { "age_to": 9 }, "reason": "under 10" }],
            "quotas": [{ "name": "jenter", "who": { "genders": ["female"] }, "percent": 40 }],
            "off_peak_duty": { "over_minutes": 240, "hours": [{ "days": ["fri"], "from": "16:00", "to": "22:00" }] },
            "points": { "place_step": 5, "possible": 20, "duty": 40, "last_season": 20, "should": 10 }
        },
        "locks": [{ "wish": "sang", "slot": { "spaces": ["gym"], "day": "sat", "from": "10:00", "to": "12:00" } }],
        "held_back": ["sang"],
        "published": { "sessions": [
            { "wish": "j13", "slot": { "spaces": ["a", "b"], "day": "mon", "from": "17:00", "to": "18:00" }, "price": 5 }
        ] }
    })
}

/// The season with a value put somewhere (a `-` at the end adds to a list), or taken away.
fn with(path: &str, value: Option<Value>) -> Value {
    let mut season = season();
    put(&mut season, path, value);
    season
}

fn put(season: &mut Value, path: &str, value: Option<Value>) {
    let (above, last) = path.rsplit_once('/').unwrap();
    match (season.pointer_mut(above).unwrap(), value) {
        (Value::Object(object), Some(value)) => {
            object.insert(last.into(), value);
        }
        (Value::Object(object), None) => {
            object.remove(last).unwrap();
        }
        (Value::Array(list), Some(value)) if last == "-" => list.push(value),
        (Value::Array(list), Some(value)) => list[last.parse::<usize>().unwrap()] = value,
        (Value::Array(list), None) => {
            list.remove(last.parse().unwrap());
        }
        (other, _) => panic!("{above} is {other}"),
    }
}

fn faults(season: &Value) -> Vec<Fault> {
    read(&season.to_string()).expect_err("it has a fault")
}

#[track_caller]
fn assert_only(season: &Value, path: &str, what: &FaultKind) {
    let expected = Fault {
        path: path.into(),
        what: what.clone(),
    };
    assert_eq!(faults(season), [expected]);
}
