//! The tree of spaces, its one rule of conflict, and what it means together with time.

use super::*;
use crate::{
    testing::space_id,
    time::{Span, Timestamp},
};
use proptest::{collection::vec, prelude::*};

fn node(id: u128, parent: Option<u128>) -> SpaceNode {
    SpaceNode {
        id: space_id(id),
        parent: parent.map(space_id),
    }
}

/// A hall (1) of two halves (2, 3); the first half is two quarters (4, 5). A gym (9) beside it.
fn hall() -> SpaceTree {
    let nodes = [
        node(1, None),
        node(2, Some(1)),
        node(3, Some(1)),
        node(4, Some(2)),
        node(5, Some(2)),
        node(9, None),
    ];
    SpaceTree::new(&nodes).unwrap()
}

fn conflict(one: u128, other: u128) -> bool {
    hall().conflicts(space_id(one), space_id(other))
}

/// Whether two bookings (space, from, to, setup, teardown; minutes) stand in each other's way.
fn overlap(one: (u128, i64, i64, u16, u16), other: (u128, i64, i64, u16, u16)) -> bool {
    let span = |(_, from, to, setup, teardown): (u128, i64, i64, u16, u16)| {
        let (start, end) = (Timestamp(from * 60), Timestamp(to * 60));
        Span { start, end }.widened(setup, teardown)
    };
    conflict(one.0, other.0) && span(one).overlaps(span(other))
}

#[test]
fn the_same_space_conflicts_with_itself() {
    assert!(conflict(1, 1));
    assert!(conflict(4, 4));
}

#[test]
fn a_parent_and_a_grandchild_conflict() {
    assert!(conflict(1, 2));
    assert!(conflict(1, 4));
    assert!(conflict(4, 1));
}

#[test]
fn a_sibling_is_free_and_so_is_a_cousin() {
    assert!(!conflict(2, 3));
    assert!(!conflict(4, 5));
    assert!(!conflict(4, 3));
    assert!(!conflict(1, 9));
}

#[test]
fn the_units_of_a_space_are_its_leaves() {
    let ids = |list: &[u128]| list.iter().map(|id| space_id(*id)).collect::<BTreeSet<_>>();
    assert_eq!(hall().units(space_id(1)), ids(&[3, 4, 5]));
    assert_eq!(hall().units(space_id(3)), ids(&[3]));
    assert_eq!(hall().units(space_id(77)), ids(&[]));
}

#[test]
fn the_same_space_at_a_partly_shared_time_overlaps() {
    assert!(overlap((2, 60, 120, 0, 0), (2, 90, 150, 0, 0)));
    assert!(overlap((2, 60, 120, 0, 0), (2, 70, 80, 0, 0)));
}

#[test]
fn a_grandchild_in_the_middle_of_the_wholes_time_overlaps() {
    assert!(overlap((1, 60, 240, 0, 0), (5, 119, 120, 0, 0)));
}

#[test]
fn touching_ends_are_free() {
    assert!(!overlap((1, 60, 120, 0, 0), (1, 120, 180, 0, 0)));
    assert!(!overlap((1, 120, 180, 0, 0), (4, 60, 120, 0, 0)));
}

#[test]
fn setup_that_reaches_into_the_time_before_overlaps() {
    assert!(overlap((2, 60, 120, 0, 0), (2, 120, 180, 15, 0)));
    assert!(!overlap((2, 60, 105, 0, 0), (2, 120, 180, 15, 0)));
    assert!(!overlap((3, 60, 120, 0, 0), (2, 120, 180, 15, 0)));
}

#[test]
fn teardown_alone_overlaps_the_time_after() {
    assert!(overlap((2, 60, 120, 0, 15), (2, 120, 180, 0, 0)));
    assert!(overlap((2, 60, 120, 0, 15), (2, 130, 180, 0, 0)));
    assert!(!overlap((2, 60, 120, 0, 15), (2, 135, 180, 0, 0)));
}

#[test]
fn setup_and_teardown_that_only_meet_are_free() {
    assert!(!overlap((2, 60, 120, 0, 15), (2, 150, 180, 15, 0)));
    assert!(overlap((2, 60, 120, 0, 15), (2, 149, 180, 15, 0)));
}

#[test]
fn doubles_missing_parents_and_cycles_are_refused() {
    let fault = |nodes: &[SpaceNode]| SpaceTree::new(nodes).unwrap_err();
    assert_eq!(
        fault(&[node(1, None), node(1, None)]),
        TreeFault::Twice(space_id(1))
    );
    assert_eq!(fault(&[node(1, Some(2))]), TreeFault::NoParent(space_id(1)));
    assert_eq!(fault(&[node(1, Some(1))]), TreeFault::Cycle(space_id(1)));
    assert_eq!(
        fault(&[node(1, Some(2)), node(2, Some(3)), node(3, Some(1))]),
        TreeFault::Cycle(space_id(1))
    );
}

#[test]
fn likeness_of_kinds_goes_both_ways() {
    for one in SpaceKind::ALL {
        assert!(one.is_like(*one));
        for other in SpaceKind::ALL {
            assert_eq!(one.is_like(*other), other.is_like(*one));
        }
    }
    assert!(SpaceKind::SportsHall.is_like(SpaceKind::Gym));
    assert!(!SpaceKind::SportsHall.is_like(SpaceKind::Kitchen));
}

/// A forest: each space's parent is an earlier one, or none.
fn any_forest() -> impl Strategy<Value = Vec<SpaceNode>> {
    vec(any::<Option<prop::sample::Index>>(), 1..24).prop_map(|parents| {
        let parent = |(index, pick): (usize, &Option<prop::sample::Index>)| {
            let parent = pick.filter(|_| index > 0).map(|pick| pick.index(index) as u128);
            node(index as u128, parent)
        };
        parents.iter().enumerate().map(parent).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn conflict_is_symmetric_reflexive_and_the_same_as_kinship(nodes in any_forest()) {
        let tree = SpaceTree::new(&nodes).unwrap();
        for one in &nodes {
            prop_assert!(tree.conflicts(one.id, one.id));
            for other in &nodes {
                let conflict = tree.conflicts(one.id, other.id);
                prop_assert_eq!(conflict, tree.conflicts(other.id, one.id));
                prop_assert_eq!(conflict, !tree.units(one.id).is_disjoint(&tree.units(other.id)));
                let kin = one.id == other.id
                    || tree.ancestors(one.id).contains(&other.id)
                    || tree.ancestors(other.id).contains(&one.id);
                prop_assert_eq!(conflict, kin);
            }
        }
    }

    #[test]
    fn descendants_are_those_that_have_it_among_their_ancestors(nodes in any_forest()) {
        let tree = SpaceTree::new(&nodes).unwrap();
        for one in &nodes {
            let below: BTreeSet<_> = tree.descendants(one.id).into_iter().collect();
            let expected: BTreeSet<_> =
                nodes.iter().map(|node| node.id).filter(|id| tree.ancestors(*id).contains(&one.id)).collect();
            prop_assert_eq!(below, expected);
        }
    }

    #[test]
    fn no_set_of_nodes_panics_or_hangs(nodes in vec((0..12_u128, prop::option::of(0..12_u128)), 0..14)) {
        let nodes: Vec<_> = nodes.into_iter().map(|(id, parent)| node(id, parent)).collect();
        if let Ok(tree) = SpaceTree::new(&nodes) {
            for id in 0..12 {
                let id = space_id(id);
                let _ = (tree.units(id), tree.ancestors(id), tree.descendants(id));
            }
        }
    }
}
