//! What stood in the way, start by start: the reason that holds, and no other.

use super::small::{assert_none, draft, lock, only, session, slot, why, wish, with};
use crate::{
    format::{
        Instance,
        draft::Session,
        refusal::{Blocking, Standing, Why},
        wish::{Coach, FreeDays, Need, Strength},
    },
    verify::{Violation, verify},
};
use serde_json::json;

/// Why «a» has nothing in H1 on Monday at 17, in a draft that is all right.
fn monday(season: &Instance, sessions: impl IntoIterator<Item = Session>) -> Option<Why> {
    let draft = draft(season, sessions);
    assert_none!(verify(season, &draft));
    why(&draft, "a", &slot("H1", "mon", "17:00", "18:00"))
}

/// «a» wants one hour in H1 on Monday at 17.
fn season() -> Instance {
    with([only(wish("a", 10, &["H1"]), "mon", "17:00", "18:00")])
}

fn taken(by: &[(&str, u32, Standing)]) -> Option<Why> {
    let by = by.iter().map(|&(wish, class, reason)| Blocking {
        wish: wish.to_owned(),
        class,
        reason,
    });
    Some(Why::Taken { by: by.collect() })
}

#[test]
fn a_place_that_is_none_for_such_a_group_comes_before_all_else() {
    let mut season = season();
    season.spaces[0].blocks =
        serde_json::from_value(json!([{"hours": {"days": ["mon"], "from": "17:30", "to": "18:00"}}]))
            .unwrap();
    assert_eq!(monday(&season, []), Some(Why::Closed));
    season.wishes[0].needs = ["mats", "bars"]
        .map(|feature| Need {
            feature: feature.into(),
            strength: Strength::Must,
        })
        .to_vec();
    assert_eq!(
        monday(&season, []),
        Some(Why::Lacks {
            feature: "mats".into()
        })
    );
    season.rules.min_groups = serde_json::from_value(json!([{"kind": "sports_hall", "size": 16}])).unwrap();
    assert_eq!(monday(&season, []), Some(Why::GroupTooSmall));
    season.spaces[1].capacity = Some(14);
    assert_eq!(monday(&season, []), Some(Why::TooSmall));
}

#[test]
fn closed_is_blocked_without_weeks_or_outside_the_hours_of_the_class() {
    let mut closed_weeks = season();
    closed_weeks.spaces[1].closed_weeks = (1..=10).collect();
    assert_eq!(monday(&closed_weeks, []), Some(Why::Closed));
    let mut late = season();
    late.rules.classes[0].hours = only(wish("a", 10, &[]), "mon", "16:00", "17:30")
        .windows
        .into_iter()
        .map(|window| window.hours)
        .collect();
    assert_eq!(monday(&late, []), Some(Why::Closed));
    let mut shut = season();
    shut.spaces[0].open.clear();
    assert_eq!(monday(&shut, []), Some(Why::Closed));
}

#[test]
fn own_sessions_come_before_minutes_and_minutes_before_others() {
    let mut season = season();
    season.wishes.push(wish("b", 10, &["H1"]));
    season.wishes[0].sessions = 2;
    season.wishes[0]
        .windows
        .extend(only(wish("a", 10, &[]), "sun", "17:00", "18:30").windows);
    let hour = session("b", "H1", "mon", "17:00", "18:00");
    let long = session("a", "H1", "sun", "17:00", "18:30");
    let both = || [long.clone(), hour.clone()];
    season.rules.classes[0].most_minutes = Some(149);
    assert_eq!(monday(&season, both()), Some(Why::MostMinutes));
    season.wishes[0].free_days_between = Some(FreeDays {
        days: 1,
        strength: Strength::Must,
    });
    assert_eq!(monday(&season, both()), Some(Why::OwnSession));
    season.wishes[0].free_days_between = None;
    season.rules.classes[0].most_minutes = Some(150);
    assert_eq!(monday(&season, both()), taken(&[("b", 1, Standing::Round)]));
}

#[test]
fn a_session_that_may_stay_says_by_what() {
    let hour = |space| session("b", space, "mon", "17:00", "18:00");
    let mut season = season();
    season.wishes.push(wish("b", 10, &["H1", "H2"]));
    assert_eq!(monday(&season, [hour("H1")]), taken(&[("b", 1, Standing::Round)]));
    season.wishes[0].team.age_from = 30;
    season.wishes[0].team.age_to = 30;
    assert_eq!(monday(&season, [hour("H1")]), taken(&[("b", 1, Standing::Class)]));
    for wish in &mut season.wishes {
        wish.coaches = vec![Coach {
            id: "kim".into(),
            strength: Strength::Must,
        }];
    }
    assert_eq!(monday(&season, [hour("H1")]), taken(&[("b", 1, Standing::Class)]));
    assert_eq!(monday(&season, [hour("H2")]), taken(&[("b", 1, Standing::Coach)]));
    let locked = lock(&mut season, hour("H2"));
    assert_eq!(monday(&season, [locked]), taken(&[("b", 1, Standing::Locked)]));
}

#[test]
fn what_could_go_but_for_another_is_told_apart() {
    let mut season = season();
    season.wishes[0].places = vec![crate::format::wish::Place::Space("H".into())];
    season.wishes.extend([
        wish("b", 10, &["H1"]),
        wish("c", 30, &["H2"]),
        wish("d", 30, &["H3"]),
        wish("e", 5, &["G"]),
    ]);
    season.links = serde_json::from_value(json!([{"kind": "together", "wishes": ["d", "e"]}])).unwrap();
    season.wishes[4].places = vec![crate::format::wish::Place::Space("H2".into())];
    season.wishes[2].windows[0].hours.from = crate::format::time::Clock::at(17 * 60);
    // «b» is of the same class, «d» goes with «e» of the same class, «c» could go.
    season.wishes[0] = only(season.wishes[0].clone(), "mon", "17:00", "19:00");
    season.wishes[0].min_minutes = 120;
    season.wishes[0].max_minutes = 120;
    let sessions = [
        session("b", "H1", "mon", "17:00", "18:00"),
        session("c", "H2", "mon", "17:00", "18:00"),
        session("d", "H3", "mon", "18:00", "19:00"),
        session("e", "H2", "mon", "18:00", "19:00"),
    ];
    let draft = draft(&season, sessions);
    assert_none!(verify(&season, &draft));
    let said = why(&draft, "a", &slot("H", "mon", "17:00", "19:00"));
    let all = [
        ("b", 1, Standing::Round),
        ("c", 2, Standing::Goes),
        ("d", 2, Standing::Together),
        ("e", 1, Standing::Round),
    ];
    assert_eq!(said, taken(&all));
}

#[test]
fn an_obstacle_of_a_linked_wish_is_the_bundles() {
    let mut season = season();
    season.wishes[0].places = vec![crate::format::wish::Place::Space("H1".into())];
    season
        .wishes
        .push(only(wish("b", 10, &["H2", "H3"]), "mon", "17:00", "18:00"));
    season.links = serde_json::from_value(json!([{"kind": "together", "wishes": ["a", "b"]}])).unwrap();
    season
        .wishes
        .extend([wish("c", 10, &["H2"]), wish("d", 10, &["H3"])]);
    let one = session("c", "H2", "mon", "17:00", "18:00");
    let other = session("d", "H3", "mon", "17:00", "18:00");
    let mut draft = draft(&season, [one, other]);
    assert_none!(verify(&season, &draft));
    let at = slot("H1", "mon", "17:00", "18:00");
    assert_eq!(why(&draft, "a", &at), taken(&[("c", 1, Standing::Round)]));
    // As true: with the other part.
    draft.refusals[0].obstacles[0].why = taken(&[("d", 1, Standing::Round)]).unwrap();
    assert_none!(verify(&season, &draft));
    draft.refusals[0].obstacles[0].why =
        taken(&[("c", 1, Standing::Round), ("d", 1, Standing::Round)]).unwrap();
    super::small::assert_found!(verify(&season, &draft), Violation::ObstacleFalse { .. });
}
