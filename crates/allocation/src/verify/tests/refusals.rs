//! A refusal is there where it ought to be, with true figures, obstacles and nearest wish.

use super::small::{Change, assert_found, assert_none, draft, only, session, slot, wish, with};
use crate::{
    format::{
        Draft, Instance,
        draft::Session,
        refusal::{Barred, Blocking, Differs, Nearest, Standing, Why},
        time::Clock,
        wish::{Place, Slot},
    },
    verify::{Thing, Violation, ties::lot, verify},
};
use serde_json::json;

/// «a» and «b» want H1 on Monday from 17 to 19, and «b» has all of it; no parts of the hall are free.
fn one_of_two() -> (Instance, [Session; 1]) {
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

fn nearest(differs: Differs, slot: Slot, change: impl Fn(&mut Instance)) -> Vec<Violation> {
    let (mut season, sessions) = one_of_two();
    change(&mut season);
    let mut draft = draft(&season, sessions);
    draft.refusals[0].nearest = Some(Nearest { differs, slot });
    verify(&season, &draft)
}

#[test]
fn the_nearest_wish_differs_in_what_it_says() {
    let all = [
        Differs::Time,
        Differs::Day,
        Differs::Place,
        Differs::Length,
        Differs::PlaceAndTime,
    ];
    for (right, slot) in [
        (Differs::Time, slot("H1", "mon", "18:30", "19:30")),
        (Differs::Day, slot("H1", "tue", "17:00", "18:30")),
        (Differs::Place, slot("H2", "mon", "17:00", "18:00")),
        (Differs::PlaceAndTime, slot("H3", "tue", "20:00", "21:00")),
    ] {
        for differs in all {
            let found = nearest(differs, slot.clone(), |_| ());
            if differs == right {
                assert_none!(found);
            } else {
                assert_found!(found, Violation::NearestNotSo { .. });
            }
        }
    }
    for wrong in [
        slot("H", "mon", "17:00", "18:00"),
        slot("G", "mon", "17:00", "18:00"),
        slot("H2", "mon", "17:00", "19:00"),
    ] {
        assert_found!(
            nearest(Differs::Place, wrong, |_| ()),
            Violation::NearestNotSo { .. }
        );
    }
    assert_found!(
        nearest(Differs::Time, slot("H1", "mon", "18:45", "19:45"), |_| ()),
        Violation::NearestNotSo { .. }
    );
    assert_found!(
        nearest(Differs::Time, slot("H9", "mon", "19:00", "20:00"), |_| ()),
        Violation::Unknown { .. }
    );
}

#[test]
fn a_shorter_session_is_a_nearest_wish_too() {
    let shorter = |from, to| {
        let (mut season, _) = one_of_two();
        season.wishes[1].max_minutes = 60;
        let mut draft = draft(&season, [session("b", "H1", "mon", "17:30", "18:30")]);
        draft.refusals[0].nearest = Some(Nearest {
            differs: Differs::Length,
            slot: slot("H1", "mon", from, to),
        });
        verify(&season, &draft)
    };
    assert_none!(shorter("17:00", "17:30"));
    assert_found!(shorter("17:30", "18:00"), Violation::NearestNotFree { .. });
    assert_found!(shorter("17:00", "18:00"), Violation::NearestNotSo { .. });
}

#[test]
fn the_nearest_wish_would_have_been_served() {
    let late = || slot("H1", "mon", "18:30", "19:30");
    let found = nearest(Differs::Time, late(), |season| {
        let hours = only(wish("a", 10, &[]), "mon", "16:00", "19:00")
            .windows
            .remove(0)
            .hours;
        season.rules.classes[0].hours = vec![hours];
    });
    assert_found!(
        found,
        Violation::NearestNotFree {
            why: Some(Why::Closed),
            ..
        }
    );
    let too_small = nearest(Differs::Place, slot("H2", "mon", "17:00", "18:00"), |season| {
        season.spaces[2].capacity = Some(9);
    });
    assert_found!(
        too_small,
        Violation::NearestNotFree {
            why: Some(Why::TooSmall),
            ..
        }
    );
    assert_found!(
        nearest(Differs::Time, slot("H1", "mon", "18:00", "19:00"), |_| ()),
        Violation::NearestNotFree {
            why: Some(Why::Taken { .. }),
            ..
        }
    );
    // Somebody who could go is not nobody.
    let mut season = one_of_two().0;
    season
        .wishes
        .push(only(wish("c", 30, &["H2"]), "mon", "17:00", "18:00"));
    season.wishes[0].places = vec![Place::Space("H1".into())];
    let sessions = [
        session("b", "H1", "mon", "17:00", "18:30"),
        session("c", "H2", "mon", "17:00", "18:00"),
    ];
    let mut draft = draft(&season, sessions);
    draft.refusals[0].nearest = Some(Nearest {
        differs: Differs::Place,
        slot: slot("H2", "mon", "17:30", "18:30"),
    });
    assert_found!(
        verify(&season, &draft),
        Violation::NearestNotFree { why: None, .. }
    );
}
