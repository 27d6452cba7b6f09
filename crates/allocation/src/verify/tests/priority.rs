//! The priority invariant: what may go, and what may stay.

use super::small::{assert_found, assert_none, faults, lock, only, session, wish, with};
use crate::{
    format::{
        Instance,
        wish::{Coach, Strength},
    },
    verify::Violation,
};
use serde_json::json;

/// Two wishes of those ages for one hour in H1.
fn one_hour(a: u8, b: u8) -> Instance {
    with(
        [a, b]
            .into_iter()
            .zip(["a", "b"])
            .map(|(age, id)| only(wish(id, age, &["H1"]), "mon", "17:00", "18:00")),
    )
}

fn hour(wish: &str) -> crate::format::draft::Session {
    session(wish, "H1", "mon", "17:00", "18:00")
}

#[test]
fn nothing_is_left_free_that_somebody_could_have() {
    let season = one_hour(10, 10);
    assert_found!(faults(&season, []), Violation::PassedOver { goes, .. } if goes.is_empty());
    assert_none!(faults(&season, [hour("a")]));
    assert_none!(faults(&season, [hour("b")]));
}

#[test]
fn a_class_that_comes_after_does_not_keep_one_out() {
    let season = one_hour(10, 30);
    assert_found!(faults(&season, [hour("b")]), Violation::PassedOver { goes, .. } if goes == &["b"]);
    assert_none!(faults(&season, [hour("a")]));
    let mut season = one_hour(10, 30);
    let locked = lock(&mut season, hour("b"));
    assert_none!(faults(&season, [locked]));
}

#[test]
fn no_second_session_before_somebodys_first() {
    let mut season = one_hour(10, 10);
    season.wishes[1].sessions = 2;
    season.wishes[1].windows = wish("b", 10, &[]).windows;
    let second = session("b", "H1", "tue", "17:00", "18:00");
    assert_found!(faults(&season, [hour("b"), second.clone()]), Violation::PassedOver { goes, .. } if goes == &["b"]);
    // Who has one session may keep another's first from a second of its own.
    season.wishes[0].sessions = 2;
    season.wishes[0].windows = only(wish("a", 10, &[]), "wed", "17:00", "18:00")
        .windows
        .into_iter()
        .chain(season.wishes[0].windows.clone())
        .collect();
    let own = session("a", "H1", "wed", "17:00", "18:00");
    assert_none!(faults(&season, [own, hour("b"), second]));
}

#[test]
fn a_wish_that_would_lose_two_sessions_loses_its_last_two_rounds() {
    let mut season = one_hour(10, 10);
    season.wishes[0].min_minutes = 120;
    season.wishes[0].max_minutes = 120;
    season.wishes[0] = only(season.wishes[0].clone(), "mon", "17:00", "19:00");
    season.wishes[1].sessions = 3;
    season.wishes[1].per_day.most = 2;
    season.wishes[1].windows = wish("b", 10, &[]).windows;
    let both = [hour("b"), session("b", "H1", "mon", "18:00", "19:00")];
    let third = session("b", "H1", "tue", "17:00", "18:00");
    // With three it would be left with one; with two of two with none.
    let found = faults(&season, both.clone().into_iter().chain([third]));
    assert_found!(found, Violation::PassedOver { goes, .. } if goes == &["b", "b"]);
    season.wishes[1].sessions = 2;
    assert_none!(faults(&season, both));
}

#[test]
fn a_sport_in_its_own_space_comes_before_a_class() {
    let mut season = one_hour(10, 30);
    season.wishes[1].team.sport = "judo".into();
    assert_found!(faults(&season, [hour("b")]), Violation::PassedOver { .. });
    season.rules.primacy = serde_json::from_value(json!([{"spaces": ["H1"], "sports": ["judo"]}])).unwrap();
    assert_none!(faults(&season, [hour("b")]));
    assert_found!(faults(&season, [hour("a")]), Violation::PassedOver { goes, .. } if goes == &["a"]);
}

#[test]
fn a_coach_elsewhere_stands_in_the_way_like_a_session() {
    let mut season = one_hour(10, 30);
    season.wishes[1].places = vec![crate::format::wish::Place::Space("H2".into())];
    for wish in &mut season.wishes {
        wish.coaches = vec![Coach {
            id: "kim".into(),
            strength: Strength::Must,
        }];
    }
    let elsewhere = || session("b", "H2", "mon", "17:00", "18:00");
    assert_found!(faults(&season, [elsewhere()]), Violation::PassedOver { goes, .. } if goes == &["b"]);
    season.wishes[1].team.age_from = 9;
    season.wishes[1].team.age_to = 9;
    assert_none!(faults(&season, [elsewhere()]));
}

#[test]
fn what_goes_takes_its_bundle_with_it() {
    let mut season = one_hour(10, 30);
    season
        .wishes
        .push(only(wish("c", 8, &["H2"]), "mon", "17:00", "18:00"));
    let together = || [hour("b"), session("c", "H2", "mon", "17:00", "18:00")];
    assert_found!(faults(&season, together()), Violation::PassedOver { .. });
    season.links = serde_json::from_value(json!([{"kind": "together", "wishes": ["b", "c"]}])).unwrap();
    assert_none!(faults(&season, together()));
    season.wishes[2].team.age_from = 40;
    season.wishes[2].team.age_to = 40;
    assert_found!(faults(&season, together()), Violation::PassedOver { goes, .. } if goes.len() == 2);
}

#[test]
fn own_sessions_stay_where_they_are() {
    let mut season = one_hour(10, 10);
    season.wishes[0].sessions = 2;
    assert_none!(faults(&season, [hour("a")]));
    season.wishes[0].windows = only(wish("a", 10, &[]), "tue", "17:00", "18:30").windows;
    season.wishes[0].per_day.most = 2;
    assert_none!(faults(
        &season,
        [session("a", "H1", "tue", "17:00", "18:00"), hour("b")]
    ));
}

/// «b» has an hour in its own sport's space, or two, and one in the gym; «a» is of the same sport.
fn at_home(home: &[&str]) -> (Instance, Vec<crate::format::draft::Session>) {
    let mut season = one_hour(30, 30);
    season.rules.primacy = serde_json::from_value(json!([{"spaces": ["H1"], "sports": ["judo"]}])).unwrap();
    for wish in &mut season.wishes {
        wish.team.sport = "judo".into();
    }
    season.wishes[1].windows = wish("b", 30, &[]).windows;
    season.wishes[1].places = wish("b", 30, &["H1", "G"]).places;
    season.wishes[1].sessions = u8::try_from(home.len() + 1).unwrap();
    let at_home = home.iter().map(|day| session("b", "H1", day, "17:00", "18:00"));
    let sessions = at_home
        .chain([session("b", "G", "sun", "17:00", "18:00")])
        .collect();
    (season, sessions)
}

#[test]
fn rounds_are_counted_class_by_class_where_primacy_makes_them_differ() {
    // The hour in the gym comes after those in the own space, so that the only one there is a first session.
    let (season, sessions) = at_home(&["mon"]);
    assert_none!(faults(&season, sessions));
    let (season, sessions) = at_home(&["mon", "tue"]);
    assert_found!(faults(&season, sessions), Violation::PassedOver { goes, .. } if goes == &["b"]);
    // One in the gym does not make the first in the own space a second.
    let (mut season, mut sessions) = at_home(&["mon", "tue"]);
    season.wishes[0].sessions = 2;
    season.wishes[0].places = wish("a", 30, &["H1", "G"]).places;
    season.wishes[0]
        .windows
        .extend(only(wish("a", 30, &[]), "sat", "17:00", "18:00").windows);
    season.spaces[0].blocks =
        serde_json::from_value(json!([{"hours": {"days": ["sat"], "from": "17:00", "to": "18:00"}}]))
            .unwrap();
    sessions.push(session("a", "G", "sat", "17:00", "18:00"));
    assert_found!(faults(&season, sessions), Violation::PassedOver { goes, .. } if goes == &["b"]);
}
