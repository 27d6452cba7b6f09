//! The figures of a draft, reckoned by hand.

use super::small::{Change, assert_found, assert_none, draft, session, wish, with};
use crate::{
    format::{
        Instance,
        draft::{Ended, Session},
    },
    verify::{Thing, Violation, verify},
};
use serde_json::json;

/// Two sessions for «a» (young, club) of 90 and 60 minutes, one of 60 for «b» (old, band).
fn two() -> (Instance, [Session; 3]) {
    let mut a = wish("a", 10, &["H1"]);
    a.sessions = 2;
    let mut b = wish("b", 30, &["H2"]);
    b.organisation = "band".into();
    let sessions = [
        session("a", "H1", "mon", "17:00", "18:30"),
        session("a", "H1", "tue", "17:00", "18:00"),
        session("b", "H2", "mon", "17:00", "18:00"),
    ];
    (with([a, b]), sessions)
}

#[test]
fn classes_are_told_by_rounds_minutes_shares_and_points() {
    let (season, sessions) = two();
    let right = draft(&season, sessions);
    assert_none!(verify(&season, &right));
    let [young, old] = &right.classes[..] else {
        panic!("{:?}", right.classes)
    };
    assert_eq!(
        (young.name.as_str(), young.wishes, young.minutes),
        ("young", 1, 150)
    );
    assert_eq!(
        (&young.wanted[..3], &young.given[..3]),
        (&[1, 1, 0][..], &[1, 1, 0][..])
    );
    // Each organisation ought to have 60 minutes, and got 150 and 60.
    assert_eq!((young.lowest_share, old.lowest_share), (2500, 1000));
    assert_eq!((young.points, old.points), (200, 100));
    let changes: [Change; 6] = [
        ("wishes", |draft| draft.classes[0].wishes += 1),
        ("wanted", |draft| draft.classes[0].wanted[2] += 1),
        ("given", |draft| draft.classes[0].given.truncate(1)),
        ("minutes", |draft| draft.classes[0].minutes -= 1),
        ("lowest_share", |draft| draft.classes[0].lowest_share += 1),
        ("points", |draft| draft.classes[1].points = 0),
    ];
    for (name, change) in changes {
        let mut wrong = right.clone();
        change(&mut wrong);
        let found = verify(&season, &wrong);
        assert!(
            matches!(&found[..], [Violation::ClassFigure { figure, .. }] if figure == name),
            "{name}: {found:?}"
        );
    }
    let mut short = right.clone();
    short.classes[0].given.truncate(2);
    assert_none!(verify(&season, &short));
    short.classes.pop();
    assert_found!(
        verify(&season, &short),
        Violation::Lines {
            what: Thing::Class,
            ..
        }
    );
}

#[test]
fn a_bound_is_never_below_what_was_given_and_met_where_optimal() {
    let (season, sessions) = two();
    let mut draft = draft(&season, sessions);
    draft.ended = Ended::Optimal;
    assert_none!(verify(&season, &draft));
    draft.classes[0].at_most = 1;
    assert_found!(
        verify(&season, &draft),
        Violation::Bound {
            at_most: 1,
            given: 2,
            ..
        }
    );
    draft.classes[0].at_most = 3;
    assert_found!(
        verify(&season, &draft),
        Violation::NotOptimal {
            at_most: 3,
            given: 2,
            ..
        }
    );
    draft.ended = Ended::Work;
    assert_none!(verify(&season, &draft));
    draft.classes[0].at_most_in_place = 1;
    assert_found!(
        verify(&season, &draft),
        Violation::Bound {
            at_most: 1,
            given: 2,
            ..
        }
    );
    draft.classes[0].at_most_in_place = 4;
    assert_found!(
        verify(&season, &draft),
        Violation::InPlace {
            at_most: 3,
            in_place: 4,
            ..
        }
    );
}

#[test]
fn those_that_fit_no_class_have_the_last_line() {
    let season = with([wish("a", 99, &["H1"])]);
    let draft = draft(&season, [session("a", "H1", "mon", "17:00", "18:00")]);
    assert_none!(verify(&season, &draft));
    assert_eq!(
        draft
            .classes
            .iter()
            .map(|line| line.name.as_str())
            .collect::<Vec<_>>(),
        ["young", "old", ""]
    );
    assert_eq!(
        (
            draft.classes[2].wishes,
            draft.classes[2].given[0],
            draft.classes[2].points
        ),
        (1, 1, 100)
    );
}

#[test]
fn a_sport_in_its_own_space_counts_before_every_class() {
    let (mut season, sessions) = two();
    season.wishes[0].team.sport = "handball".into();
    season.wishes[0]
        .places
        .push(crate::format::wish::Place::Space("G".into()));
    season.rules.primacy =
        serde_json::from_value(json!([{"spaces": ["H"], "sports": ["handball"]}])).unwrap();
    // The session in the hall is the wish's first, the one in the gym its second, whichever is earlier in the week.
    for (gym, hours) in [(0, [60, 90]), (1, [90, 60])] {
        let mut in_gym = sessions.clone();
        in_gym[gym].slot.spaces = vec!["G".into()];
        let draft = draft(&season, in_gym);
        assert_eq!(
            (draft.classes[0].given[0], &draft.classes[1].given[..2]),
            (1, &[0, 1][..])
        );
        assert_eq!([draft.classes[0].minutes, draft.classes[1].minutes], hours);
    }
    let mut in_gym = sessions;
    in_gym[0].slot.spaces = vec!["G".into()];
    let draft = draft(&season, in_gym);
    assert_none!(verify(&season, &draft));
    let [first, young, _] = &draft.classes[..] else {
        panic!("{:?}", draft.classes)
    };
    assert_eq!(
        (first.name.as_str(), first.wishes, first.minutes, first.points),
        ("primacy", 0, 60, 0)
    );
    assert_eq!((young.wishes, young.minutes, young.points), (1, 90, 194));
}

#[test]
fn shares_count_the_weeks_in_which_there_are_sessions() {
    let (mut season, sessions) = two();
    season.season.closed_weeks = vec![1, 2];
    season.spaces[1].closed_weeks = vec![2, 3, 4, 5, 6];
    let draft = draft(&season, sessions);
    assert_none!(verify(&season, &draft));
    // 150 minutes in 4 of 8 weeks, of 60 in each.
    assert_eq!(draft.organisations[0].share, 1250);
    assert_eq!(
        (
            draft.organisations[0].given_minutes,
            draft.organisations[0].wished_minutes
        ),
        (150, 120)
    );
}

#[test]
fn organisations_are_told_one_by_one() {
    let (season, sessions) = two();
    let right = draft(&season, sessions);
    let changes: [Change; 4] = [
        ("entitled_minutes", |draft| {
            draft.organisations[0].entitled_minutes = 61;
        }),
        ("wished_minutes", |draft| {
            draft.organisations[0].wished_minutes = 60;
        }),
        ("given_minutes", |draft| draft.organisations[0].given_minutes = 60),
        ("share", |draft| draft.organisations[0].share = 1),
    ];
    for (name, change) in changes {
        let mut wrong = right.clone();
        change(&mut wrong);
        let found = verify(&season, &wrong);
        assert!(
            matches!(&found[..], [Violation::OrganisationFigure { figure, .. }] if figure == name),
            "{found:?}"
        );
    }
    let mut wrong = right;
    wrong.organisations.swap(0, 1);
    assert_found!(
        verify(&season, &wrong),
        Violation::Lines {
            what: Thing::Organisation,
            ..
        }
    );
}

#[test]
fn an_entitlement_is_reckoned_by_its_basis() {
    let (mut season, _) = two();
    season.organisations[0].members = serde_json::from_value(
        json!([{"age_from": 6, "age_to": 12, "count": 101}, {"age_from": 13, "age_to": 20, "count": 1}, {"age_from": 40, "age_to": 50, "count": 9}]),
    )
    .unwrap();
    season.organisations[0].unused_percent = 30;
    season.organisations[0].local_percent = Some(49);
    for (entitlement, minutes) in [
        (json!({"basis": "equal"}), 60),
        (json!({"basis": "wished"}), 120),
        (
            json!({"basis": {"members": [{"age_from": 0, "age_to": 19, "milli_minutes": 1500}]}}),
            // 102 members of one and a half each.
            153,
        ),
        (
            json!({"basis": {"teams": [{"who": {"age_to": 12}, "minutes": 77}, {"minutes": 5}]}}),
            77,
        ),
        // A tenth of 30 per cent less of 60, then three quarters of 58 rounded down.
        (
            json!({"unused_malus_percent": 10, "local": {"below_percent": 50, "factor_percent": 75}}),
            43,
        ),
        (json!({"local": {"below_percent": 49, "factor_percent": 75}}), 60),
        (json!({"floor_minutes": 100}), 100),
        (json!({"floor_minutes": 100, "cap_minutes": 90}), 90),
    ] {
        season.rules.entitlement = serde_json::from_value(entitlement.clone()).unwrap();
        assert_eq!(
            draft(&season, []).organisations[0].entitled_minutes,
            minutes,
            "{entitlement}"
        );
    }
}

#[test]
fn a_quota_is_told_in_thousandths_of_all_minutes() {
    let (mut season, sessions) = two();
    season.rules.quotas =
        serde_json::from_value(json!([{"name": "bands", "who": {"kinds": ["music"]}, "percent": 30}]))
            .unwrap();
    let right = draft(&season, sessions);
    assert_none!(verify(&season, &right));
    // 60 of 210 minutes.
    assert_eq!(right.quotas[0].given, 285);
    let mut wrong = right;
    wrong.quotas[0].given = 286;
    assert_found!(verify(&season, &wrong), Violation::QuotaFigure { figure, .. } if figure == "given");
    wrong.quotas.clear();
    assert_found!(
        verify(&season, &wrong),
        Violation::Lines {
            what: Thing::Quota,
            ..
        }
    );
    assert_eq!(draft(&season, []).quotas[0].given, 0);
}

#[test]
fn changes_to_what_was_published_have_their_price() {
    let (mut season, sessions) = two();
    let published = |from, price| json!({"wish": "a", "slot": {"spaces": ["H1"], "day": "mon", "from": from, "to": "19:00"}, "price": price});
    season.published =
        serde_json::from_value(json!({"sessions": [published("17:00", 5), published("17:30", 3)]})).unwrap();
    let mut elsewhere = sessions.clone();
    elsewhere[0].slot.spaces = vec!["H2".into()];
    assert_eq!(self::draft(&season, elsewhere).change_price, 8);
    let mut draft = draft(&season, sessions);
    assert_eq!(draft.change_price, 3);
    assert_none!(verify(&season, &draft));
    draft.change_price = 8;
    assert_found!(
        verify(&season, &draft),
        Violation::ChangePrice {
            expected: 3,
            found: 8
        }
    );
}

#[test]
fn only_who_could_have_something_is_among_the_lowest() {
    let (mut season, sessions) = two();
    let mut third = wish("c", 10, &["G"]);
    third.organisation = "band".into();
    season.wishes.push(third);
    // The band has nothing in the class of the young.
    assert_eq!(draft(&season, sessions.clone()).classes[0].lowest_share, 0);
    season.held_back = vec!["c".into()];
    let draft = draft(&season, sessions);
    assert_none!(verify(&season, &draft));
    assert_eq!(draft.classes[0].lowest_share, 2500);
}
