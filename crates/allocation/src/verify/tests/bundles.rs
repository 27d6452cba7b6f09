use super::small::{assert_found, assert_none, draft, faults, lock, only, session, wish, with};
use crate::{
    format::{Instance, refusal::Barred, wish::Strength},
    verify::{Violation, verify},
};
use serde_json::json;

fn linked(kind: &str) -> Instance {
    let mut season = with([wish("a", 10, &["H1", "G"]), wish("b", 10, &["H1", "H2", "G"])]);
    season.links = serde_json::from_value(json!([{"kind": kind, "wishes": ["a", "b"]}])).unwrap();
    season
}

fn and(season: &Instance, space: &str, day: &str, from: &str, to: &str) -> Vec<Violation> {
    faults(
        season,
        [
            session("a", "H1", "mon", "17:00", "18:00"),
            session("b", space, day, from, to),
        ],
    )
}

#[test]
fn back_to_back_is_right_after_in_the_same_units() {
    let mut season = linked("back_to_back");
    assert_none!(and(&season, "H1", "mon", "18:00", "19:00"));
    for (space, day, from, to) in [
        ("H2", "mon", "18:00", "19:00"),
        ("H1", "tue", "18:00", "19:00"),
        ("H1", "mon", "18:30", "19:30"),
    ] {
        assert_found!(and(&season, space, day, from, to), Violation::Unbundled { .. });
    }
    season.links[0].strength = Strength::Should;
    assert_none!(and(&season, "H2", "tue", "18:30", "19:30"));
    season.links[0].strength = Strength::Must;
    season.links[0].wishes.reverse();
    assert_found!(
        and(&season, "H1", "mon", "18:00", "19:00"),
        Violation::Unbundled { .. }
    );
}

#[test]
fn together_is_at_the_same_time_in_one_whole() {
    let season = linked("together");
    assert_none!(and(&season, "H2", "mon", "17:00", "18:00"));
    for (space, day, from, to) in [
        ("G", "mon", "17:00", "18:00"),
        ("H2", "tue", "17:00", "18:00"),
        ("H2", "mon", "17:00", "18:30"),
        ("H1", "mon", "17:00", "18:00"),
    ] {
        assert_found!(and(&season, space, day, from, to), Violation::Unbundled { .. });
    }
}

#[test]
fn a_session_alone_is_no_bundle_unless_it_is_locked() {
    let mut season = linked("together");
    let alone = || session("a", "H1", "mon", "17:00", "18:00");
    assert_found!(faults(&season, [alone()]), Violation::Unbundled { partner, .. } if partner == "b");
    let locked = lock(&mut season, alone());
    let draft = draft(&season, [locked]);
    assert_none!(verify(&season, &draft));
    assert_eq!(draft.refusals[0].barred, Some(Barred::Link { wish: "a".into() }));
}

#[test]
fn linked_wishes_want_what_the_least_of_them_wants() {
    let mut season = linked("together");
    season.wishes[0].sessions = 2;
    let both = [
        session("a", "H1", "mon", "17:00", "18:00"),
        session("b", "H2", "mon", "17:00", "18:00"),
    ];
    let mut right = draft(&season, both.clone());
    assert_none!(verify(&season, &right));
    assert_eq!((right.refusals[0].wanted, right.refusals[0].given), (1, 1));
    assert_eq!(right.refusals[0].barred, None);
    assert_eq!(right.refusals.pop().unwrap().obstacles, []);
    let third = session("a", "H1", "tue", "17:00", "18:00");
    let found = faults(&season, both.into_iter().chain([third]));
    assert_found!(
        found,
        Violation::TooMany {
            wanted: 1,
            found: 2,
            ..
        }
    );
}

#[test]
fn a_bundle_is_passed_over_where_it_could_be_as_one() {
    for (kind, b) in [("together", "H2"), ("back_to_back", "H1")] {
        let mut season = linked(kind);
        for wish in &mut season.wishes {
            *wish = only(wish.clone(), "mon", "17:00", "19:00");
        }
        assert_found!(faults(&season, []), Violation::PassedOver { goes, .. } if goes.is_empty());
        // The older ones have what one of the two would need.
        season
            .wishes
            .push(only(wish("c", 30, &[b]), "mon", "17:00", "19:00"));
        season.wishes[0].places.truncate(1);
        season.wishes[1].places = vec![crate::format::wish::Place::Space(b.into())];
        let taken = session("c", b, "mon", "17:30", "18:30");
        assert_found!(faults(&season, [taken.clone()]), Violation::PassedOver { goes, .. } if goes == &["c"]);
        season.wishes[2].team.age_from = 9;
        season.wishes[2].team.age_to = 9;
        assert_none!(faults(&season, [taken]));
    }
}

#[test]
fn three_may_come_one_after_the_other() {
    let mut season = with(["a", "b", "c"].map(|id| wish(id, 10, &["H1"])));
    season.links =
        serde_json::from_value(json!([{"kind": "back_to_back", "wishes": ["a", "b", "c"]}])).unwrap();
    let hours = [("17:00", "18:00"), ("18:00", "19:00"), ("19:00", "20:00")];
    let at = |order: [usize; 3]| {
        let each = ["a", "b", "c"].into_iter().zip(order.map(|place| hours[place]));
        let sessions: Vec<_> = each
            .map(|(id, (from, to))| session(id, "H1", "mon", from, to))
            .collect();
        faults(&season, sessions)
    };
    assert_none!(at([0, 1, 2]));
    assert_found!(at([1, 0, 2]), Violation::Unbundled { .. });
    assert_found!(at([0, 2, 1]), Violation::Unbundled { .. });
}
