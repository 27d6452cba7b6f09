//! The nearest wish that would have been served: it differs in what it says, and is free.

use super::{
    refusals::one_of_two,
    small::{assert_found, assert_none, draft, only, session, slot, wish},
};
use crate::{
    format::{
        Instance,
        refusal::{Differs, Nearest, Why},
        wish::{Place, Slot},
    },
    verify::{Violation, verify},
};

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
