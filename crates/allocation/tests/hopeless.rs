//! Nobody is looked for who cannot have more, however the others stand.

use ledig_allocation::{
    allocate::allocate,
    format::{Draft, Instance},
    read::read,
    search::{Limits, Observer, Progress, Stage},
    verify::verify,
};
use serde_json::{Value, json};
use std::ops::ControlFlow;

/// Whether more sessions were looked for than everybody got in turn.
#[derive(Default)]
struct Searched(bool);

impl Observer for Searched {
    fn progress(&mut self, progress: Progress) -> ControlFlow<()> {
        self.0 |= progress.stage == Stage::Counts;
        ControlFlow::Continue(())
    }
}

/// A gym open an hour on Monday and Tuesday, and a team that wants two sessions and can come on Monday only.
fn season() -> Value {
    json!({
        "format": 1, "name": "", "grid": 30, "season": { "weeks": 10 },
        "spaces": [{ "id": "gym", "kind": "gym", "capacity": 20,
                     "open": [{ "days": ["mon", "tue"], "from": "17:00", "to": "18:00" }] }],
        "organisations": [{ "id": "club", "kind": "sports_club" }],
        "wishes": [{
            "id": "team", "organisation": "club", "team": { "age_from": 9, "age_to": 9, "size": 10 }, "sessions": 2,
            "min_minutes": 30, "max_minutes": 30, "places": [{ "space": "gym" }],
            "windows": [{ "hours": { "days": ["mon"], "from": "17:00", "to": "18:00" } }]
        }],
        "rules": { "id": "test", "version": 1, "classes": [] }
    })
}

const LIMITS: Limits = Limits {
    work: 5_000_000,
    threads: 1,
};

fn draft(season: &Value) -> (Draft, Searched) {
    let instance: Instance = read(&season.to_string()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let mut searched = Searched::default();
    let draft = allocate(&instance, &LIMITS, &mut searched);
    assert_eq!(verify(&instance, &draft), []);
    (draft, searched)
}

#[test]
fn a_second_session_on_the_only_day_is_not_searched_for() {
    let (given, searched) = draft(&season());
    assert_eq!((given.sessions.len(), given.refusals.len()), (1, 1));
    assert!(!searched.0);
}

#[test]
fn a_second_session_where_others_stand_is_searched_for() {
    let mut season = season();
    season["wishes"][0]["windows"][0]["hours"]["days"] = json!(["mon", "tue"]);
    let team = season["wishes"][0].clone();
    let others = ["second", "third"].map(|id| {
        let mut other = team.clone();
        other["id"] = json!(id);
        other
    });
    season["wishes"] = json!([team, others[0], others[1]]);
    let (given, searched) = draft(&season);
    assert_eq!(given.sessions.len(), 4);
    assert!(searched.0);
}

#[test]
fn who_has_a_lock_on_another_day_may_have_the_only_day_too() {
    let mut season = season();
    let slot = json!({ "spaces": ["gym"], "day": "tue", "from": "17:00", "to": "17:30" });
    season["locks"] = json!([{ "wish": "team", "slot": slot }]);
    assert_eq!(draft(&season).0.sessions.len(), 2);
}
