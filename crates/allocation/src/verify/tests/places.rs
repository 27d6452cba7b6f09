use super::small::{assert_found, assert_none, faults, only, session, wish, with};
use crate::{
    format::{
        Instance,
        wish::{Extent, Need, Place, Strength},
    },
    verify::Violation,
};
use ledig_domain::space::SpaceKind;

fn in_space(season: &Instance, spaces: &str) -> Vec<Violation> {
    faults(season, [session("a", spaces, "mon", "17:00", "18:00")])
}

#[test]
fn a_session_is_in_a_placement_of_its_wish() {
    let season = with([wish("a", 10, &["H1"])]);
    assert_none!(in_space(&season, "H1"));
    for wrong in ["H2", "H", "H1+H1", "G"] {
        assert_found!(in_space(&season, wrong), Violation::NoPlacement { .. });
    }
}

#[test]
fn an_extent_makes_placements_of_the_space_named() {
    let all = [
        "H", "H1", "H2", "H3", "G", "H1+H2", "H2+H3", "H1+H3", "H2+H1", "H1+H2+H3",
    ];
    for (extent, named, right) in [
        (Extent::AsNamed, "H", &["H"][..]),
        (Extent::Whole, "H2", &["H"]),
        (Extent::Part, "H", &["H1", "H2", "H3"]),
        (Extent::Part, "G", &["G"]),
        (Extent::Adjoining(2), "H", &["H1+H2", "H2+H3"]),
        (Extent::Adjoining(3), "H", &["H1+H2+H3"]),
        (Extent::Adjoining(2), "G", &[]),
    ] {
        let mut team = wish("a", 10, &[named]);
        team.extent = extent;
        let season = with([team]);
        for spaces in all {
            let found = in_space(&season, spaces);
            if right.contains(&spaces) {
                assert_none!(found);
            } else {
                assert_found!(found, Violation::NoPlacement { .. });
            }
        }
    }
}

#[test]
fn kinds_name_wholes_near_by_or_anywhere() {
    let mut team = wish("a", 10, &[]);
    let kinds = vec![SpaceKind::Gym, SpaceKind::SportsHall];
    team.places = vec![Place::Any { kinds: kinds.clone() }];
    let mut season = with([team]);
    assert_none!(in_space(&season, "H"));
    assert_none!(in_space(&season, "G"));
    assert_found!(in_space(&season, "H1"), Violation::NoPlacement { .. });
    // The gym is 0.009 degrees away: 1,001 metres.
    season.wishes[0].places = vec![Place::Near {
        kinds: kinds.clone(),
        of: "H3".into(),
        metres: 1001,
    }];
    assert_none!(in_space(&season, "G"));
    season.wishes[0].places = vec![Place::Near {
        kinds,
        of: "H3".into(),
        metres: 1000,
    }];
    assert_none!(in_space(&season, "H"));
    assert_found!(in_space(&season, "G"), Violation::NoPlacement { .. });
    season.spaces[4].lat = None;
    season.wishes[0].places = vec![Place::Near {
        kinds: vec![SpaceKind::Gym],
        of: "H".into(),
        metres: u32::MAX,
    }];
    assert_found!(in_space(&season, "G"), Violation::NoPlacement { .. });
}

#[test]
fn no_more_come_than_fit() {
    let mut season = with([wish("a", 10, &["H"])]);
    season.wishes[0].extent = Extent::Adjoining(2);
    for (capacities, size, fits) in [
        ([Some(7), Some(8), None], 15, true),
        ([Some(7), Some(8), None], 16, false),
        ([Some(7), None, None], 1000, true),
        ([Some(0), Some(0), Some(0)], 0, false),
    ] {
        season.wishes[0].team.size = size;
        for (part, capacity) in [1, 2, 3].into_iter().zip(capacities) {
            season.spaces[part].capacity = capacity;
        }
        let found = in_space(&season, "H1+H2");
        if fits {
            assert_none!(found);
        } else {
            assert_found!(found, Violation::TooSmall { .. });
        }
    }
}

#[test]
fn a_whole_without_a_figure_fits_the_sum_of_its_parts() {
    let mut season = with([wish("a", 10, &["H"])]);
    for part in 1..4 {
        season.spaces[part].capacity = Some(5);
    }
    assert_none!(in_space(&season, "H"));
    season.spaces[3].capacity = Some(4);
    assert_found!(in_space(&season, "H"), Violation::TooSmall { .. });
    season.spaces[0].capacity = Some(15);
    assert_none!(in_space(&season, "H"));
}

#[test]
fn every_unit_has_what_must_be_there() {
    let mut season = with([wish("a", 10, &["H"])]);
    season.wishes[0].extent = Extent::Adjoining(2);
    season.wishes[0].needs = vec![Need {
        feature: "mats".into(),
        strength: Strength::Must,
    }];
    assert_found!(in_space(&season, "H1+H2"), Violation::Lacks { .. });
    season.spaces[1].features = vec!["mats".into()];
    assert_found!(in_space(&season, "H1+H2"), Violation::Lacks { .. });
    season.spaces[2].features = vec!["mats".into()];
    assert_none!(in_space(&season, "H1+H2"));
    season.spaces[1].features.clear();
    season.spaces[0].features = vec!["mats".into()];
    assert_none!(in_space(&season, "H1+H2"));
    season.spaces[0].features.clear();
    season.wishes[0].needs[0].strength = Strength::Should;
    assert_none!(in_space(&season, "H1+H2"));
}

#[test]
fn a_kind_of_space_is_not_for_fewer_than_the_rules_say() {
    let mut season = with([wish("a", 10, &["H1"])]);
    season.rules.min_groups =
        serde_json::from_value(serde_json::json!([{"kind": "sports_hall", "size": 15}])).unwrap();
    assert_none!(in_space(&season, "H1"));
    season.wishes[0].team.size = 14;
    assert_found!(in_space(&season, "H1"), Violation::GroupTooSmall { .. });
    season.wishes[0].places = vec![Place::Space("G".into())];
    assert_none!(in_space(&season, "G"));
}

#[test]
fn a_unit_holds_one_session_at_a_time() {
    let season = with([wish("a", 10, &["H1"]), wish("b", 10, &["H"])]);
    let beside = [
        session("a", "H1", "mon", "17:00", "18:00"),
        session("b", "H", "mon", "18:00", "19:00"),
    ];
    assert_none!(faults(&season, beside));
    let over = [
        session("a", "H1", "mon", "17:00", "18:30"),
        session("b", "H", "mon", "18:00", "19:00"),
    ];
    assert_found!(faults(&season, over), Violation::UnitTaken { unit, .. } if unit == "H1");
    let other_part = with([wish("a", 10, &["H1"]), wish("b", 10, &["H2"])]);
    let at_once = [
        session("a", "H1", "mon", "17:00", "18:00"),
        session("b", "H2", "mon", "17:00", "18:00"),
    ];
    assert_none!(faults(&other_part, at_once));
}

#[test]
fn a_session_needs_a_week_in_which_all_its_units_are_open() {
    let mut season = with([only(wish("a", 10, &["H"]), "mon", "17:00", "18:00")]);
    season.season.closed_weeks = (1..=4).collect();
    season.spaces[0].closed_weeks = (5..=8).collect();
    season.spaces[1].closed_weeks = vec![9];
    season.spaces[2].closed_weeks = vec![];
    assert_none!(in_space(&season, "H"));
    season.spaces[2].closed_weeks = vec![10];
    assert_found!(in_space(&season, "H"), Violation::NoWeeks { .. });
}
