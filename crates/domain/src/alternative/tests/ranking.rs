//! The order of alternatives, shifts and distances.

use super::*;
use proptest::{collection::vec, prelude::*};

fn candidate(id: u128, why: Way, capacity: Option<u32>) -> Candidate {
    let minutes = match why {
        Way::OtherTime { minutes } => minutes,
        _ => 0,
    };
    Candidate {
        alternative: Alternative {
            space: space_id(id),
            space_name: format!("Rom {id}"),
            facility_name: format!("Anlegg {id}"),
            times: span("18:00-19:30").shifted(i32::from(minutes)).unwrap(),
            why,
        },
        capacity,
    }
}

fn ways(candidates: Vec<Candidate>, persons: Option<u32>) -> Vec<Way> {
    rank(candidates, persons).into_iter().map(|one| one.why).collect()
}

fn time(minutes: i16) -> Way {
    Way::OtherTime { minutes }
}

fn place(metres: u32) -> Way {
    Way::OtherPlace { metres: Some(metres) }
}

#[test]
fn different_ways_come_before_more_of_one_way_in_order_of_preference() {
    let candidates = vec![
        candidate(1, place(100), None),
        candidate(2, time(30), None),
        candidate(2, time(-30), None),
        candidate(3, Way::OtherPart, None),
        candidate(4, Way::OtherPart, None),
    ];
    assert_eq!(ways(candidates, None), [Way::OtherPart, time(30), place(100)]);
}

#[test]
fn one_way_alone_fills_up_nearest_first_and_later_before_earlier() {
    let candidates = [60, -60, -30, 30, 90].map(|minutes| candidate(1, time(minutes), None));
    assert_eq!(ways(candidates.to_vec(), None), [time(30), time(-30), time(60)]);
}

#[test]
fn nearer_places_come_first_and_unknown_distances_last() {
    let unknown = Way::OtherPlace { metres: None };
    let candidates = vec![
        candidate(1, unknown, None),
        candidate(2, place(4000), None),
        candidate(3, place(300), None),
    ];
    assert_eq!(ways(candidates, None), [place(300), place(4000), unknown]);
}

#[test]
fn each_facility_comes_once_before_any_comes_twice() {
    let mut candidates = vec![
        candidate(1, place(100), None),
        candidate(2, place(100), None),
        candidate(3, place(900), None),
    ];
    candidates[1].alternative.facility_name = "Anlegg 1".into();
    assert_eq!(ways(candidates, None), [place(100), place(900), place(100)]);
}

#[test]
fn the_largest_of_the_smaller_parts_comes_first() {
    let candidates = vec![
        candidate(1, Way::SmallerPart, Some(30)),
        candidate(2, Way::SmallerPart, Some(60)),
        candidate(3, Way::SmallerPart, None),
    ];
    let spaces: Vec<_> = rank(candidates, None).into_iter().map(|one| one.space).collect();
    assert_eq!(spaces, [space_id(2), space_id(1), space_id(3)]);
}

#[test]
fn the_smallest_of_the_larger_wholes_comes_first() {
    let candidates = vec![
        candidate(1, Way::Larger, Some(200)),
        candidate(2, Way::Larger, Some(60)),
    ];
    let spaces: Vec<_> = rank(candidates, None).into_iter().map(|one| one.space).collect();
    assert_eq!(spaces, [space_id(2), space_id(1)]);
}

#[test]
fn what_holds_too_few_is_no_alternative_but_the_unknown_may_be() {
    let candidates = vec![
        candidate(1, Way::SmallerPart, Some(24)),
        candidate(2, Way::OtherPart, None),
        candidate(3, place(10), Some(25)),
    ];
    assert_eq!(ways(candidates, Some(25)), [Way::OtherPart, place(10)]);
}

#[test]
fn the_same_space_and_time_comes_once() {
    let twice = vec![
        candidate(1, Way::OtherPart, None),
        candidate(1, Way::OtherPart, None),
    ];
    assert_eq!(rank(twice, None).len(), 1);
}

#[test]
fn shifts_are_nearest_first_and_later_before_earlier() {
    assert_eq!(shifts(30, 90), [30, -30, 60, -60, 90, -90]);
    assert!(shifts(60, 59).is_empty());
    assert!(shifts(0, 90).is_empty());
}

#[test]
fn metres_are_those_of_the_map() {
    // Bekkestua–Sandvika, about 4.6 km as the crow flies; a degree of latitude is 111.2 km.
    let (bekkestua, sandvika) = ((59.9177, 10.5878), (59.8908, 10.5246));
    assert!((4500..4750).contains(&metres(bekkestua, sandvika)));
    assert_eq!(metres((60.0, 10.0), (61.0, 10.0)), 111_195);
    assert_eq!(metres(bekkestua, bekkestua), 0);
    assert_eq!(metres((f64::NAN, 0.0), bekkestua), u32::MAX);
}

fn any_way() -> impl Strategy<Value = Way> {
    prop_oneof![
        Just(Way::OtherPart),
        Just(Way::SmallerPart),
        Just(Way::Larger),
        (-6..6_i16).prop_map(|steps| time(steps * 30)),
        prop::option::of(0..5000_u32).prop_map(|metres| Way::OtherPlace { metres }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_ranking_does_not_depend_on_the_order_of_candidates(
        found in vec((0..9_u128, any_way(), prop::option::of(0..50_u32)), 0..12),
        persons in prop::option::of(0..50_u32),
    ) {
        let mut seen = std::collections::BTreeSet::new();
        let candidates: Vec<_> = found
            .into_iter()
            .map(|(id, why, capacity)| candidate(id, why, capacity))
            .filter(|one| seen.insert((one.alternative.space, one.alternative.times)))
            .collect();
        let mut reversed = candidates.clone();
        reversed.reverse();
        let ranked = rank(candidates, persons);
        prop_assert!(ranked.len() <= MAX_ALTERNATIVES);
        prop_assert_eq!(ranked, rank(reversed, persons));
    }

    #[test]
    fn shifts_are_within_reach_on_the_grid_and_never_zero(grid: u16, reach: u16) {
        for minutes in shifts(grid, reach) {
            prop_assert!(minutes != 0 && minutes.unsigned_abs() <= reach);
            prop_assert_eq!(minutes.unsigned_abs() % grid, 0);
        }
    }

    #[test]
    fn distance_is_the_same_both_ways(
        one in (-90.0..90.0, -180.0..180.0), other in (-90.0..90.0, -180.0..180.0),
    ) {
        prop_assert_eq!(metres(one, other), metres(other, one));
    }

    #[test]
    fn no_coordinates_make_distance_panic(one: (f64, f64), other: (f64, f64)) {
        let _ = metres(one, other);
    }
}
