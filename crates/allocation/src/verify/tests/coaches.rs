use super::small::{assert_found, assert_none, faults, lock, only, session, wish, with};
use crate::{
    format::{
        Instance,
        wish::{Coach, Strength},
    },
    verify::Violation,
};
use serde_json::json;

/// Two teams in the hall and the gym with one coach.
fn led(one: Strength, other: Strength) -> Instance {
    let mut season = with([wish("a", 10, &["H1"]), wish("b", 10, &["H2", "G"])]);
    for (wish, strength) in season.wishes.iter_mut().zip([one, other]) {
        wish.coaches = vec![Coach {
            id: "kim".into(),
            strength,
        }];
    }
    season
}

fn then(season: &Instance, space: &str, from: &str, to: &str) -> Vec<Violation> {
    faults(
        season,
        [
            session("a", "H1", "mon", "17:00", "18:00"),
            session("b", space, "mon", from, to),
        ],
    )
}

#[test]
fn nobody_leads_two_sessions_at_a_time() {
    let season = led(Strength::Must, Strength::Must);
    assert_found!(then(&season, "H2", "17:30", "18:30"), Violation::Coach { coach, .. } if coach == "kim");
    assert_none!(then(&season, "H2", "18:00", "19:00"));
    for (one, other) in [
        (Strength::Should, Strength::Must),
        (Strength::Must, Strength::Should),
    ] {
        assert_none!(then(&led(one, other), "H2", "17:30", "18:30"));
    }
}

#[test]
fn the_way_to_another_facility_takes_its_time() {
    // 10 minutes and 3 for each kilometre, 1,001 metres: 14 minutes.
    let mut season = led(Strength::Must, Strength::Must);
    season.grid = 1;
    assert_found!(then(&season, "G", "18:13", "19:13"), Violation::Coach { .. });
    assert_none!(then(&season, "G", "18:14", "19:14"));
    season.spaces[4].lat = None;
    assert_found!(then(&season, "G", "18:09", "19:09"), Violation::Coach { .. });
    assert_none!(then(&season, "G", "18:10", "19:10"));
    season.spaces[4].facility = Some("H".into());
    assert_none!(then(&season, "G", "18:00", "19:00"));
}

#[test]
fn who_leads_teams_together_is_at_both() {
    let mut season = led(Strength::Must, Strength::Must);
    season.links = serde_json::from_value(json!([{"kind": "together", "wishes": ["a", "b"]}])).unwrap();
    assert_none!(then(&season, "H2", "17:00", "18:00"));
    season.links[0].strength = Strength::Should;
    assert_found!(then(&season, "H2", "17:00", "18:00"), Violation::Coach { .. });
}

#[test]
fn who_leads_teams_together_keeps_none_of_them_from_another_session() {
    let mut season = led(Strength::Must, Strength::Must);
    season.links = serde_json::from_value(json!([{"kind": "together", "wishes": ["a", "b"]}])).unwrap();
    for wish in &mut season.wishes {
        wish.sessions = 2;
        wish.per_day.most = 2;
        *wish = only(wish.clone(), "mon", "18:00", "19:00");
    }
    // In the gym until the moment when both could begin in the hall.
    let elsewhere = lock(&mut season, session("a", "G", "mon", "17:00", "18:00"));
    let possible = |season: &Instance| faults(season, [elsewhere.clone()]);
    assert_found!(possible(&season), Violation::PassedOver { goes, .. } if goes.is_empty());
    season.links[0].kind = crate::format::wish::LinkKind::BackToBack;
    assert_none!(possible(&season));
}
