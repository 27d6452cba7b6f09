//! What sessions are worth, reckoned by hand.

use super::small::{assert_none, draft, lock, only, session, slot, wish, with};
use crate::{
    format::{
        Instance,
        wish::{Coach, FreeDays, Need, PerDay, Strength, Window},
    },
    verify::verify,
};
use serde_json::json;

/// What one session of «a» is worth, on Monday from 17 in H1, in a season changed like that.
fn worth(change: impl Fn(&mut Instance)) -> u64 {
    let mut season = with([wish("a", 10, &["H1"]), wish("b", 10, &["H2"])]);
    change(&mut season);
    let sessions = [
        session("a", "H1", "mon", "17:00", "18:00"),
        session("b", "H2", "mon", "17:00", "18:00"),
    ];
    draft(&season, sessions).classes[0].points - 100
}

#[test]
fn a_session_is_worth_less_for_each_thing_that_is_not_as_it_should_be() {
    let places = |ids: &'static [&'static str]| {
        move |season: &mut Instance| season.wishes[0].places = wish("a", 10, ids).places
    };
    assert_eq!(worth(|_| ()), 100);
    assert_eq!(worth(places(&["H", "G", "H1"])), 100 - 2 * 6);
    assert_eq!(worth(places(&["G", "G", "G", "G", "G", "G", "H1"])), 100 - 5 * 6);
    assert_eq!(worth(places(&["G"])), 100 - 5 * 6);
    let preferred = |from: &'static str| {
        move |season: &mut Instance| {
            let more = only(wish("a", 10, &[]), "mon", from, "18:30").windows.remove(0);
            season.wishes[0].windows.push(Window {
                preferred: true,
                ..more
            });
        }
    };
    assert_eq!(worth(preferred("17:00")), 100);
    assert_eq!(worth(preferred("17:30")), 80);
    assert_eq!(
        worth(|season| season.wishes[0] = only(season.wishes[0].clone(), "mon", "17:30", "19:00")),
        60
    );
    // Outside all windows it matters no more which of them are preferred.
    assert_eq!(
        worth(|season| {
            season.wishes[0] = only(season.wishes[0].clone(), "mon", "17:30", "19:00");
            season.wishes[0].windows[0].preferred = true;
        }),
        60
    );
    let last = |from: &'static str| {
        move |season: &mut Instance| {
            season.wishes[0].last_season = vec![slot("H1", "mon", from, "19:00")];
        }
    };
    assert_eq!(worth(last("17:00")), 120);
    assert_eq!(worth(last("17:30")), 100);
    let need = |strength| {
        move |season: &mut Instance| {
            season.wishes[0].needs = vec![
                Need {
                    feature: "mats".into(),
                    strength
                };
                2
            ];
        }
    };
    assert_eq!(worth(need(Strength::Should)), 70);
    // A place without what must be there is as bad as none that was asked for.
    assert_eq!(worth(need(Strength::Must)), 100 - 5 * 6);
    assert_eq!(
        worth(|season| {
            season.rules.classes[0].hours = only(wish("a", 10, &[]), "tue", "17:00", "19:00")
                .windows
                .into_iter()
                .map(|window| window.hours)
                .collect();
            season.rules.classes[0].hours_must = false;
        }),
        100 - 2 * 15
    );
}

#[test]
fn coaches_and_links_that_should_be_are_worth_something() {
    let coach = |strength| {
        move |season: &mut Instance| {
            for wish in &mut season.wishes {
                wish.coaches = vec![Coach {
                    id: "kim".into(),
                    strength: Strength::Should,
                }];
            }
            season.wishes[1].coaches[0].strength = strength;
        }
    };
    assert_eq!(worth(coach(Strength::Must)), 100 - 15);
    assert_eq!(worth(coach(Strength::Should)), 100 - 2 * 15);
    let link = |kind: &'static str| {
        move |season: &mut Instance| {
            season.links =
                serde_json::from_value(json!([{"kind": kind, "wishes": ["a", "b"], "strength": "should"}]))
                    .unwrap();
        }
    };
    assert_eq!(worth(link("together")), 100);
    assert_eq!(worth(link("back_to_back")), 100 - 2 * 15);
}

#[test]
fn crowded_days_and_near_days_that_should_not_be_cost_each_session() {
    let mut a = wish("a", 10, &["H1"]);
    a.sessions = 3;
    a.per_day = PerDay {
        most: 1,
        strength: Strength::Should,
    };
    a.free_days_between = Some(FreeDays {
        days: 1,
        strength: Strength::Should,
    });
    let season = with([a]);
    let points = |days: [&str; 2]| {
        let sessions = [
            session("a", "H1", days[0], "17:00", "18:00"),
            session("a", "H1", days[1], "19:00", "20:00"),
        ];
        draft(&season, sessions).classes[0].points
    };
    assert_eq!(points(["mon", "wed"]), 200);
    assert_eq!(points(["mon", "tue"]), 170);
    assert_eq!(points(["mon", "mon"]), 170);
}

#[test]
fn points_never_fall_below_nothing() {
    let mut season = with([wish("a", 10, &["H1"])]);
    season.rules.points.duty = 101;
    let locked = lock(&mut season, session("a", "H1", "mon", "16:00", "17:00"));
    let draft = draft(&season, [locked]);
    assert_none!(verify(&season, &draft));
    assert_eq!(draft.classes[0].points, 0);
}
