//! A refusal is there where it ought to be, with true figures, obstacles and nearest wish.

use super::small::{Change, assert_found, assert_none, draft, only, session, wish, with};
use crate::{
    format::{
        Draft, Instance,
        draft::Session,
        refusal::{Barred, Blocking, Standing, Why},
        time::Clock,
    },
    verify::{Thing, Violation, ties::lot, verify},
};
use serde_json::json;

/// «a» and «b» want H1 on Monday from 17 to 19, and «b» has all of it; no parts of the hall are free.
pub(super) fn one_of_two() -> (Instance, [Session; 1]) {
    let mut season = with(["a", "b"].map(|id| only(wish(id, 10, &["H1"]), "mon", "17:00", "18:30")));
    season.wishes[0].team.size = 10;
    season.spaces[1].capacity = Some(20);
    (season, [session("b", "H1", "mon", "17:00", "18:30")])
}

fn changed(change: impl Fn(&mut Draft)) -> Vec<Violation> {
    let (season, sessions) = one_of_two();
    let mut draft = draft(&season, sessions);
    assert_none!(verify(&season, &draft));
    change(&mut draft);
    verify(&season, &draft)
}

#[test]
fn who_got_less_is_told_why_and_nobody_else() {
    let found = changed(|draft| draft.refusals.clear());
    assert!(
        matches!(&found[..], [Violation::NoRefusal { wish }] if wish == "a"),
        "{found:?}"
    );
    let twice = changed(|draft| draft.refusals.push(draft.refusals[0].clone()));
    assert!(
        matches!(&twice[..], [Violation::Refused { wish }] if wish == "a"),
        "{twice:?}"
    );
    let other = changed(|draft| {
        let mut refusal = draft.refusals[0].clone();
        refusal.wish = "b".into();
        draft.refusals.push(refusal);
    });
    assert!(
        matches!(&other[..], [Violation::Refused { wish }] if wish == "b"),
        "{other:?}"
    );
    let unknown = changed(|draft| {
        let mut refusal = draft.refusals[0].clone();
        refusal.wish = "z".into();
        draft.refusals.push(refusal);
    });
    assert_found!(
        unknown,
        Violation::Unknown {
            what: Thing::Refusal,
            ..
        }
    );
}

#[test]
fn refusals_stand_in_the_order_of_the_wishes() {
    let mut season = with([wish("a", 10, &[]), wish("b", 10, &[])]);
    season.held_back = vec!["a".into(), "b".into()];
    let mut draft = draft(&season, []);
    assert_none!(verify(&season, &draft));
    draft.refusals.swap(0, 1);
    assert_found!(
        verify(&season, &draft),
        Violation::Lines {
            what: Thing::Refusal,
            ..
        }
    );
}

#[test]
fn the_figures_of_a_refusal_are_right() {
    let changes: [Change; 10] = [
        ("rules_version", |draft| draft.refusals[0].rules_version += 1),
        ("class", |draft| draft.refusals[0].class += 1),
        ("asked", |draft| draft.refusals[0].asked += 1),
        ("wanted", |draft| draft.refusals[0].wanted += 1),
        ("given", |draft| draft.refusals[0].given += 1),
        ("place", |draft| draft.refusals[0].tie.place += 1),
        ("of", |draft| draft.refusals[0].tie.of += 1),
        ("share", |draft| draft.refusals[0].tie.share += 1),
        ("quota", |draft| draft.refusals[0].tie.quota = true),
        ("lot", |draft| draft.refusals[0].tie.lot ^= 1),
    ];
    for (name, change) in changes {
        let found = changed(change);
        assert!(
            matches!(&found[..], [Violation::RefusalFigure { figure, .. }] if figure == name),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn a_lot_is_drawn_from_seed_and_wish() {
    // printf '\0\0\0\0\0\0\0\7a' | sha256sum | cut -c-16
    assert_eq!(lot(7, "a"), LOT_OF_A);
    assert_ne!(lot(7, "a"), lot(8, "a"));
    assert_ne!(lot(7, "a"), lot(7, "b"));
}

const LOT_OF_A: u64 = 0x4aa8_66eb_5e11_e1d1;

#[test]
fn ties_go_by_sessions_share_quota_and_lot() {
    let ids = ["a", "b", "c", "d", "e"];
    let mut season = with(ids.map(|id| only(wish(id, 10, &["H1"]), "mon", "16:00", "17:30")));
    season.wishes[0].sessions = 2;
    season.wishes[1].organisation = "band".into();
    season.wishes[2].team.adapted = true;
    season.rules.quotas =
        serde_json::from_value(json!([{"name": "para", "who": {"adapted": true}, "percent": 10}])).unwrap();
    let draft = draft(&season, [session("a", "H1", "mon", "16:00", "17:30")]);
    assert_none!(verify(&season, &draft));
    let tie = |id: &str| {
        draft
            .refusals
            .iter()
            .find(|refusal| refusal.wish == id)
            .map(|refusal| refusal.tie.clone())
            .unwrap()
    };
    // The band has nothing; «c» is adapted; «a» has a session already; «d» and «e» by lot.
    assert_eq!((tie("b").place, tie("c").place, tie("a").place), (1, 2, 5));
    assert_eq!(
        (tie("b").share, tie("c").share, tie("c").quota, tie("d").quota),
        (0, 1500, true, false)
    );
    assert_eq!(tie("d").place < tie("e").place, lot(7, "d") < lot(7, "e"));
    assert!(ids.iter().all(|id| tie(id).of == 5));
}

#[test]
fn a_group_that_has_its_part_has_not_too_little() {
    let (mut season, _) = one_of_two();
    season.rules.quotas =
        serde_json::from_value(json!([{"name": "para", "who": {"adapted": true}, "percent": 50}])).unwrap();
    for wish in &mut season.wishes {
        wish.team.adapted = true;
    }
    season
        .wishes
        .push(only(wish("c", 10, &["H2"]), "mon", "17:00", "18:30"));
    let quota = |to: &str| {
        let sessions = [
            session("b", "H1", "mon", "17:00", "18:00"),
            session("c", "H2", "mon", "17:00", to),
        ];
        let draft = draft(&season, sessions);
        assert_none!(verify(&season, &draft));
        draft.refusals[0].tie.quota
    };
    assert!(!quota("18:00"));
    assert!(quota("18:30"));
}

#[test]
fn barred_is_what_was_barred() {
    let expected = |change: fn(&mut Instance)| {
        let mut season = with([wish("a", 10, &["H1"])]);
        change(&mut season);
        let mut draft = draft(&season, []);
        assert_none!(verify(&season, &draft));
        let barred = draft.refusals[0].barred.clone();
        draft.refusals[0].barred = Some(Barred::Link { wish: "z".into() });
        assert_found!(verify(&season, &draft), Violation::Barred { .. });
        barred
    };
    assert_eq!(
        expected(|season| season.held_back = vec!["a".into()]),
        Some(Barred::HeldBack)
    );
    let excluded = expected(|season| {
        let rules = json!([{"who": {"age_from": 20}, "reason": ""}, {"who": {}, "reason": ""}]);
        season.rules.excluded = serde_json::from_value(rules).unwrap();
    });
    assert_eq!(excluded, Some(Barred::Excluded { rule: 1 }));
    assert_eq!(
        expected(|season| season.wishes[0].places.clear()),
        Some(Barred::NoPlace)
    );
    assert_eq!(
        expected(|season| season.spaces[1].capacity = Some(1)),
        Some(Barred::NoPlace)
    );
    assert_eq!(expected(|season| season.spaces[0].open.clear()), None);
}

#[test]
fn obstacles_are_runs_that_are_true_from_first_to_last() {
    let at = |minutes: u16| Clock::at(minutes);
    let one_run = |draft: &mut Draft| {
        let refusal = &mut draft.refusals[0];
        assert_eq!(refusal.obstacles.len(), 2);
        refusal.obstacles.truncate(1);
        refusal.obstacles[0].last = at(17 * 60 + 30);
    };
    assert_none!(changed(one_run));
    assert_found!(
        changed(|draft| draft.refusals[0].obstacles.truncate(1)),
        Violation::ObstacleMissing { start, .. } if start.minutes() == 17 * 60 + 30
    );
    for change in [
        |draft: &mut Draft| draft.refusals[0].obstacles[1].last = Clock::at(18 * 60),
        |draft: &mut Draft| draft.refusals[0].obstacles[0].first = Clock::at(16 * 60),
        |draft: &mut Draft| draft.refusals[0].obstacles[0].spaces = vec!["H2".into()],
        |draft: &mut Draft| draft.refusals[0].obstacles[0].spaces = vec!["H9".into()],
        |draft: &mut Draft| draft.refusals[0].obstacles[0].day = Some(crate::format::time::Day::Tue),
    ] {
        assert_found!(changed(change), Violation::ObstacleOfNothing { .. });
    }
}

#[test]
fn an_obstacle_names_exactly_the_sessions_in_the_way() {
    let by = |wish: &str, class, reason| {
        vec![Blocking {
            wish: wish.into(),
            class,
            reason,
        }]
    };
    for wrong in [
        Why::Closed,
        Why::TooSmall,
        Why::Taken { by: Vec::new() },
        Why::Taken {
            by: by("a", 1, Standing::Round),
        },
        Why::Taken {
            by: by("b", 0, Standing::Round),
        },
        Why::Taken {
            by: by("b", 1, Standing::Class),
        },
        Why::Taken {
            by: [by("a", 1, Standing::Round), by("b", 1, Standing::Round)].concat(),
        },
    ] {
        let found = changed(|draft| draft.refusals[0].obstacles[0].why = wrong.clone());
        assert!(
            matches!(&found[..], [Violation::ObstacleFalse { said, .. }] if *said == wrong),
            "{found:?}"
        );
    }
    let right = Why::Taken {
        by: by("b", 1, Standing::Round),
    };
    assert_none!(changed(|draft| draft.refusals[0].obstacles[0].why = right.clone()));
}

#[test]
fn what_holds_at_any_time_may_be_said_once_without_a_day() {
    let mut season = with([wish("a", 40, &["H1"])]);
    season.spaces[1].capacity = Some(1);
    let mut draft = draft(&season, []);
    let refusal = &mut draft.refusals[0];
    refusal.obstacles.truncate(1);
    refusal.obstacles[0].day = None;
    refusal.obstacles[0].last = Clock::at(19 * 60);
    assert_none!(verify(&season, &draft));
    draft.refusals[0].obstacles[0].last = Clock::at(18 * 60);
    assert_found!(verify(&season, &draft), Violation::ObstacleMissing { .. });
    draft.refusals[0].obstacles[0].why = Why::GroupTooSmall;
    assert_found!(verify(&season, &draft), Violation::ObstacleFalse { .. });
}
