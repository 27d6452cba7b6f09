use super::small::{assert_found, assert_none, draft, faults, lock, only, session, wish, with};
use crate::{
    format::wish::{Coach, FreeDays, Need, Strength},
    verify::{Violation, verify},
};

#[test]
fn a_lock_is_in_the_draft_as_it_is_and_marked() {
    let mut season = with([wish("a", 10, &["H1"])]);
    let locked = lock(&mut season, session("a", "H1", "mon", "17:00", "18:00"));
    let right = draft(&season, [locked.clone()]);
    assert_none!(verify(&season, &right));
    let mut unmarked = right.clone();
    unmarked.sessions[0].locked = false;
    assert_found!(verify(&season, &unmarked), Violation::LockMissing { .. });
    let mut longer = right;
    longer.sessions[0].slot.to = longer.sessions[0]
        .slot
        .to
        .minutes()
        .checked_add(30)
        .map(crate::format::time::Clock::at)
        .unwrap();
    let found = verify(&season, &longer);
    assert_found!(&found, Violation::LockMissing { .. });
    assert_found!(&found, Violation::NotLocked { .. });
    season.locks.push(season.locks[0].clone());
    assert_found!(faults(&season, [locked]), Violation::LockMissing { .. });
}

#[test]
fn nothing_else_is_marked() {
    let season = with([wish("a", 10, &["H1"])]);
    let mut marked = session("a", "H1", "mon", "17:00", "18:00");
    marked.locked = true;
    assert_found!(faults(&season, [marked]), Violation::NotLocked { .. });
}

#[test]
fn a_lock_stands_where_it_breaks_wish_and_rules() {
    let mut season = with([only(wish("a", 10, &["H1"]), "mon", "17:00", "18:00")]);
    let team = &mut season.wishes[0];
    team.needs = vec![Need {
        feature: "mats".into(),
        strength: Strength::Must,
    }];
    team.coaches = vec![Coach {
        id: "kim".into(),
        strength: Strength::Must,
    }];
    team.free_days_between = Some(FreeDays {
        days: 3,
        strength: Strength::Must,
    });
    season.spaces[4].capacity = Some(0);
    season.spaces[4].closed_weeks = (1..=10).collect();
    let odd = [
        session("a", "G", "mon", "07:10", "07:20"),
        session("a", "H", "mon", "07:10", "07:20"),
        session("a", "G", "tue", "07:10", "07:20"),
    ];
    assert_found!(faults(&season, odd.clone()), Violation::OffGrid { .. });
    let locked = odd.map(|session| lock(&mut season, session));
    assert_none!(faults(&season, locked));
}

#[test]
fn a_lock_does_not_stand_on_another() {
    let mut season = with([wish("a", 10, &["H1"]), wish("b", 10, &["H"])]);
    let one = lock(&mut season, session("a", "H1", "mon", "17:00", "18:00"));
    let other = lock(&mut season, session("b", "H", "mon", "17:30", "18:30"));
    assert_found!(faults(&season, [one, other]), Violation::UnitTaken { .. });
}

#[test]
fn what_is_not_locked_keeps_the_rules_beside_what_is() {
    let mut season = with([wish("a", 10, &["H1"])]);
    season.wishes[0].sessions = 3;
    let locked = [("17:00", "18:00"), ("18:00", "19:00")]
        .map(|(from, to)| lock(&mut season, session("a", "H1", "mon", from, to)));
    let and = |day, from, to| {
        faults(
            &season,
            locked.iter().cloned().chain([session("a", "H1", day, from, to)]),
        )
    };
    assert_none!(and("tue", "17:00", "18:00"));
    assert_found!(and("mon", "19:00", "20:00"), Violation::PerDay { found: 3, .. });
}

#[test]
fn more_may_be_locked_than_is_wanted() {
    let mut season = with([wish("a", 10, &["H1"])]);
    let locked = ["mon", "tue"].map(|day| lock(&mut season, session("a", "H1", day, "17:00", "18:00")));
    assert_none!(faults(&season, locked.clone()));
    let more = locked
        .into_iter()
        .chain([session("a", "H1", "wed", "17:00", "18:00")]);
    assert_found!(
        faults(&season, more),
        Violation::TooMany {
            wanted: 1,
            found: 3,
            ..
        }
    );
}
