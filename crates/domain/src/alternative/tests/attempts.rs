//! What is tried for a wish.

use super::*;
use std::collections::BTreeMap;

/// Hall 1 of three parts 2–4 at facility 1, hall 8 at facility 2.
fn spaces() -> Vec<SpaceInfo> {
    vec![
        space(1, 1, None, 90),
        space(2, 1, Some(1), 30),
        space(3, 1, Some(1), 30),
        space(4, 1, Some(1), 30),
        space(8, 2, None, 90),
    ]
}

fn tried(wish: &WishedTime, spaces: &[SpaceInfo]) -> Vec<(u128, Way)> {
    attempts(wish, spaces)
        .into_iter()
        .filter(|one| !matches!(one.why, Way::OtherTime { .. }))
        .map(|one| (one.space.0.as_u128(), one.why))
        .collect()
}

#[test]
fn for_a_part_its_siblings_and_the_whole_are_tried() {
    assert_eq!(
        tried(&wish(2, "18:00-19:30"), &spaces()),
        [(3, Way::OtherPart), (4, Way::OtherPart), (1, Way::Larger)]
    );
}

#[test]
fn for_the_whole_its_parts_are_tried_unless_they_hold_too_few() {
    let whole = wish(1, "18:00-19:30");
    assert_eq!(
        tried(&whole, &spaces()),
        [
            (2, Way::SmallerPart),
            (3, Way::SmallerPart),
            (4, Way::SmallerPart)
        ]
    );
    let many = WishedTime {
        persons: Some(31),
        ..whole
    };
    assert_eq!(tried(&many, &spaces()), []);
}

#[test]
fn other_times_are_on_the_grid_within_three_hours_and_start_the_same_day() {
    let times: Vec<_> = attempts(&wish(1, "22:30-24:00"), &spaces())
        .into_iter()
        .filter(|one| matches!(one.why, Way::OtherTime { .. }))
        .map(|one| one.times)
        .collect();
    assert_eq!(
        times[..3],
        [span("23:00-00:30"), span("22:00-23:30"), span("23:30-01:00")]
    );
    assert_eq!(times.last(), Some(&span("19:30-21:00")));
    assert_eq!(times.len(), 8);
}

#[test]
fn like_spaces_within_five_kilometres_are_tried_nearest_first() {
    let mut spaces = spaces();
    spaces.extend([space(9, 3, None, 90), space(10, 4, None, 90)]);
    for (index, north) in [
        (0, 0.0),
        (1, 0.0),
        (2, 0.0),
        (3, 0.0),
        (4, 0.044),
        (5, 0.01),
        (6, 0.046),
    ] {
        spaces[index].position = Some((59.9 + north, 10.5));
    }
    let far = |metres| Way::OtherPlace { metres: Some(metres) };
    let found = tried(&wish(1, "18:00-19:30"), &spaces);
    assert_eq!(found[3..], [(9, far(1112)), (8, far(4893))]);
}

#[test]
fn without_a_position_a_place_is_tried_only_in_the_same_district() {
    let mut spaces = spaces();
    spaces[0].district = Some("Bekkestua".into());
    spaces[4].district = Some("Rykkinn".into());
    let whole = wish(1, "18:00-19:30");
    assert!(!tried(&whole, &spaces).iter().any(|(id, _)| *id == 8));
    spaces[4].district = Some("Bekkestua".into());
    let unknown = Way::OtherPlace { metres: None };
    assert_eq!(tried(&whole, &spaces).last(), Some(&(8, unknown)));
}

#[test]
fn unlike_smaller_and_unbookable_spaces_are_not_tried() {
    let mut spaces = spaces();
    spaces[2].kind = SpaceKind::Kitchen;
    spaces[3].capacity = Some(22);
    spaces[0].bookable = false;
    assert_eq!(tried(&wish(2, "18:00-19:30"), &spaces), []);
    let few = WishedTime {
        persons: Some(15),
        ..wish(2, "18:00-19:30")
    };
    assert_eq!(
        tried(&few, &spaces),
        [(4, Way::OtherPart)],
        "told persons settle the size"
    );
}

#[test]
fn a_place_of_three_quarters_the_size_is_still_like_it_and_a_smaller_one_is_not() {
    let tried_with = |capacity| {
        let mut spaces = vec![space(1, 1, None, 40), space(2, 2, None, capacity)];
        for space in &mut spaces {
            space.position = Some((59.9, 10.5));
        }
        tried(&wish(1, "18:00-19:30"), &spaces).len()
    };
    assert_eq!((tried_with(30), tried_with(29)), (1, 0));
}

#[test]
fn another_hall_of_the_same_facility_comes_after_the_siblings() {
    let mut spaces = spaces();
    spaces.push(SpaceInfo {
        name: "A-hallen".into(),
        ..space(5, 1, None, 30)
    });
    let found = tried(&wish(2, "18:00-19:30"), &spaces);
    assert_eq!(found[2], (5, Way::OtherPart));
}

#[test]
fn a_space_that_is_not_known_gives_nothing_to_try() {
    assert_eq!(attempts(&wish(77, "18:00-19:30"), &spaces()), []);
}

#[test]
fn the_number_of_attempts_is_bounded_however_many_spaces_there_are() {
    let mut spaces: Vec<_> = (0..2000_u128).map(|id| space(id, id / 50, None, 30)).collect();
    for space in &mut spaces {
        space.position = Some((59.9, 10.5));
    }
    let found = attempts(
        &WishedTime {
            grid: 5,
            ..wish(0, "18:00-19:30")
        },
        &spaces,
    );
    assert!(found.len() <= 72, "{}", found.len());
    let places = found
        .iter()
        .filter(|one| matches!(one.why, Way::OtherPlace { .. }));
    let mut per_facility = BTreeMap::new();
    for one in places {
        *per_facility.entry(one.space.0.as_u128() / 50).or_insert(0) += 1;
    }
    assert_eq!(per_facility.into_values().collect::<Vec<_>>(), [3, 3, 3, 3]);
}

#[test]
fn spaces_that_are_no_tree_are_still_tried_as_neighbours() {
    let mut spaces = spaces();
    spaces[0].parent = Some(space_id(2));
    assert!(!attempts(&wish(2, "18:00-19:30"), &spaces).is_empty());
}
