use super::small::{assert_found, assert_none, faults, lock, session, wish, with};
use crate::{
    format::{
        Instance,
        draft::Session,
        wish::{FreeDays, PerDay, Strength},
    },
    verify::Violation,
};
use serde_json::json;

/// One wish for that many sessions in H1.
fn team(sessions: u8) -> Instance {
    let mut wish = wish("a", 10, &["H1"]);
    wish.sessions = sessions;
    with([wish])
}

fn on(day: &str, from: &str, to: &str) -> Session {
    session("a", "H1", day, from, to)
}

#[test]
fn no_more_sessions_on_a_day_than_must_be() {
    let mut season = team(2);
    let both = || [on("mon", "17:00", "18:00"), on("mon", "19:00", "20:00")];
    assert_found!(
        faults(&season, both()),
        Violation::PerDay {
            most: 1,
            found: 2,
            ..
        }
    );
    assert_none!(faults(
        &season,
        [on("mon", "17:00", "18:00"), on("tue", "17:00", "18:00")]
    ));
    season.wishes[0].per_day = PerDay {
        most: 1,
        strength: Strength::Should,
    };
    assert_none!(faults(&season, both()));
    season.wishes[0].per_day = PerDay {
        most: 2,
        strength: Strength::Must,
    };
    assert_none!(faults(&season, both()));
}

#[test]
fn sessions_of_a_wish_do_not_overlap() {
    let mut season = team(2);
    season.wishes[0].per_day.most = 2;
    season.wishes[0]
        .places
        .push(crate::format::wish::Place::Space("H2".into()));
    let other = |from, to| session("a", "H2", "mon", from, to);
    assert_none!(faults(
        &season,
        [on("mon", "17:00", "18:00"), other("18:00", "19:00")]
    ));
    assert_found!(
        faults(&season, [on("mon", "17:00", "18:00"), other("17:30", "18:30")]),
        Violation::OwnOverlap { .. }
    );
}

#[test]
fn free_days_are_counted_round_the_week() {
    let mut season = team(2);
    let and =
        |season: &Instance, day| faults(season, [on("mon", "17:00", "18:00"), on(day, "17:00", "18:00")]);
    season.wishes[0].free_days_between = Some(FreeDays {
        days: 2,
        strength: Strength::Must,
    });
    for day in ["tue", "wed", "sat", "sun"] {
        assert_found!(and(&season, day), Violation::FreeDays { days: 2, .. });
    }
    for day in ["thu", "fri"] {
        assert_none!(and(&season, day));
    }
    season.wishes[0].free_days_between = Some(FreeDays {
        days: 2,
        strength: Strength::Should,
    });
    assert_none!(and(&season, "tue"));
}

#[test]
fn no_more_minutes_than_the_class_may_have() {
    let mut season = team(2);
    season.rules.classes[0].most_minutes = Some(150);
    let long = |to| [on("mon", "17:00", "18:30"), on("tue", "17:00", to)];
    assert_none!(faults(&season, long("18:00")));
    assert_found!(
        faults(&season, long("18:30")),
        Violation::MostMinutes {
            most: 150,
            found: 180,
            ..
        }
    );
    season.rules.classes[0].most_minutes = None;
    assert_none!(faults(&season, long("18:30")));
}

#[test]
fn no_more_sessions_than_are_wanted() {
    let three = || ["mon", "tue", "wed"].map(|day| on(day, "17:00", "18:00"));
    let mut season = team(3);
    assert_none!(faults(&season, three()));
    season.rules.classes[0].most_sessions = Some(2);
    assert_found!(
        faults(&season, three()),
        Violation::TooMany {
            wanted: 2,
            found: 3,
            ..
        }
    );
    season.rules.classes[0].most_sessions = None;
    season.rules.classes[0].most_minutes = Some(179);
    assert_found!(
        faults(&season, three()),
        Violation::TooMany {
            wanted: 2,
            found: 3,
            ..
        }
    );
    assert_none!(faults(&season, three().into_iter().take(2)));
}

#[test]
fn wishes_held_back_or_excluded_get_only_what_is_locked() {
    let held = || on("mon", "17:00", "18:00");
    let mut season = team(1);
    season.held_back = vec!["a".into()];
    assert_found!(faults(&season, [held()]), Violation::HeldBack { .. });
    assert_none!(faults(&season, []));
    let locked = lock(&mut season, held());
    assert_none!(faults(&season, [locked]));
    let mut season = team(1);
    season.rules.excluded =
        serde_json::from_value(json!([{"who": {"age_to": 9}, "reason": "young"}])).unwrap();
    assert_none!(faults(&season, [held()]));
    season.rules.excluded[0].who.age_to = Some(10);
    assert_found!(faults(&season, [held()]), Violation::Excluded { .. });
    assert_none!(faults(&season, []));
}
