//! What was published is kept, but not where more could be given.

use crate::{
    brute::{Lengths, Tiny},
    counts,
    goals::Best,
    share_out, told,
};
use ledig_allocation::{format::Instance, read::read, verify::verify};
use serde_json::{Value, json};

fn season(spaces: &Value, wish: &Value, rules: &Value, published: &Value) -> Instance {
    let season = json!({
        "format": 1, "name": "", "grid": 30, "seed": 0, "season": { "weeks": 5 }, "spaces": spaces,
        "organisations": [{ "id": "o", "kind": "sports_club" }], "wishes": [wish], "rules": rules,
        "published": { "sessions": [published] },
    });
    read(&season.to_string()).unwrap()
}

fn has_the_best_counts(season: &Instance) {
    let draft = share_out(season, 20_000);
    assert_eq!(verify(season, &draft), []);
    let mut best = Best(None);
    assert!(Tiny::of(season, Lengths::Shortest).try_all(&mut best, 10_000));
    assert_eq!(
        counts(season, &draft),
        best.0.unwrap(),
        "{}",
        told(season, &draft)
    );
}

#[test]
fn one_who_was_published_elsewhere_gets_the_place_where_his_sport_has_primacy() {
    let season = season(
        &json!([
            { "id": "H", "kind": "sports_hall", "open": [{ "days": ["mon"], "from": "17:00", "to": "18:00" }] },
            { "id": "G", "kind": "gym", "open": [{ "days": ["mon"], "from": "17:00", "to": "18:30" }] },
        ]),
        &json!({
            "id": "w", "organisation": "o", "sessions": 1, "min_minutes": 30, "max_minutes": 30,
            "team": { "age_from": 9, "age_to": 9, "sport": "judo", "size": 5 },
            "places": [{ "space": "G" }, { "space": "H" }],
            "windows": [{ "hours": { "days": ["mon"], "from": "17:00", "to": "18:30" } }],
        }),
        &json!({ "id": "tiny", "version": 1, "classes": [], "primacy": [{ "spaces": ["H"], "sports": ["judo"] }] }),
        &json!({ "wish": "w", "slot": { "spaces": ["G"], "day": "mon", "from": "17:00", "to": "17:30" }, "price": 1 }),
    );

    has_the_best_counts(&season);
}

#[test]
fn a_published_session_goes_to_another_hour_where_its_wish_can_have_two_then() {
    let season = season(
        &json!([{ "id": "H", "open": [{ "days": ["wed"], "from": "17:00", "to": "19:00" }] }]),
        &json!({
            "id": "w", "organisation": "o", "sessions": 2, "min_minutes": 60, "max_minutes": 60,
            "team": { "age_from": 9, "age_to": 9, "size": 5 }, "places": [{ "space": "H" }],
            "windows": [{ "hours": { "days": ["wed"], "from": "17:00", "to": "19:00" } }],
            "per_day": { "most": 2, "strength": "must" },
        }),
        &json!({ "id": "tiny", "version": 1, "classes": [] }),
        &json!({ "wish": "w", "slot": { "spaces": ["H"], "day": "wed", "from": "17:30", "to": "18:30" }, "price": 4 }),
    );

    has_the_best_counts(&season);
}
