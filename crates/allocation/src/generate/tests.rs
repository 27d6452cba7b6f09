//! The generator keeps to what is known of real seasons.

use super::*;
use crate::format::wish::{Extent, Slot};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

fn wholes(instance: &Instance) -> usize {
    instance
        .spaces
        .iter()
        .filter(|space| space.parent.is_none())
        .count()
}

fn units(instance: &Instance) -> usize {
    let parents: BTreeSet<_> = instance
        .spaces
        .iter()
        .filter_map(|space| space.parent.as_ref())
        .collect();
    let leaves = instance
        .spaces
        .iter()
        .filter(|space| !parents.contains(&space.id));
    leaves.count()
}

fn counts(instance: &Instance) -> [usize; 4] {
    let (organisations, wishes) = (instance.organisations.len(), instance.wishes.len());
    [wholes(instance), units(instance), organisations, wishes]
}

#[test]
fn a_size_has_the_numbers_that_it_promises() {
    assert_eq!(counts(&instance(Size::S, 1)), [13, 23, 28, 190]);
    assert_eq!(counts(&instance(Size::M, 1)), [53, 89, 110, 850]);
    assert_eq!(counts(&instance(Size::L, 1)), [190, 270, 350, 2500]);
}

#[test]
fn a_region_is_ten_cities() {
    assert_eq!(counts(&instance(Size::Xl, 1)), [1900, 2700, 3500, 25_000]);
}

#[test]
fn a_seed_gives_the_same_season_everywhere() {
    let text = serde_json::to_string(&instance(Size::S, 1)).unwrap();
    let hash = Sha256::digest(text.as_bytes());
    let hex: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "85a76fb2da5cdcad");
    assert_ne!(instance(Size::S, 1), instance(Size::S, 2));
}

#[test]
fn between_nine_and_thirteen_tenths_of_the_time_is_asked_for() {
    for (size, seed) in [
        (Size::S, 1),
        (Size::S, 2),
        (Size::S, 3),
        (Size::M, 1),
        (Size::L, 1),
    ] {
        let instance = instance(size, seed);
        let percent = demand(&instance) * 100 / supply(&instance.spaces);
        assert!((90..=130).contains(&percent), "{size:?} {seed}: {percent}");
    }
}

#[test]
fn most_want_the_evening_between_17_and_20() {
    let instance = instance(Size::M, 1);
    let wanting = |hour: u16| {
        let covers = |wish: &&Wish| {
            let mut preferred = wish.windows.iter().filter(|window| window.preferred);
            preferred
                .any(|window| (window.hours.from.minutes()..window.hours.to.minutes()).contains(&(hour * 60)))
        };
        instance.wishes.iter().filter(covers).count()
    };
    for hour in [17, 18, 19] {
        assert!(
            wanting(hour) > 2 * wanting(15) && wanting(hour) > 2 * wanting(21),
            "{hour}"
        );
    }
}

#[test]
fn most_want_what_they_had_and_a_tenth_want_whole_halls() {
    for size in [Size::M, Size::L] {
        let instance = instance(size, 1);
        let percent = |count: usize| count * 100 / instance.wishes.len();
        let repeating = instance
            .wishes
            .iter()
            .filter(|wish| !wish.last_season.is_empty())
            .count();
        assert!((60..=80).contains(&percent(repeating)), "{}", percent(repeating));
        let whole = instance
            .wishes
            .iter()
            .filter(|wish| wish.extent == Extent::Whole)
            .count();
        assert!((7..=13).contains(&percent(whole)), "{}", percent(whole));
        let mut teams: BTreeMap<&str, usize> = BTreeMap::new();
        for coach in instance.wishes.iter().flat_map(|wish| &wish.coaches) {
            *teams.entry(&coach.id).or_default() += 1;
        }
        let with_two = teams.values().filter(|teams| **teams == 2).count();
        assert!(with_two * 5 > teams.len(), "{with_two} of {}", teams.len());
        assert!(!instance.links.is_empty() && !instance.locks.is_empty() && !instance.held_back.is_empty());
    }
}

#[test]
fn nobody_was_in_anothers_way_last_season() {
    let instance = instance(Size::M, 1);
    let parts = |id: &String| -> Vec<String> {
        let parts = instance
            .spaces
            .iter()
            .filter(|space| space.parent.as_ref() == Some(id));
        let parts: Vec<String> = parts.map(|part| part.id.clone()).collect();
        if parts.is_empty() { vec![id.clone()] } else { parts }
    };
    let mut taken: BTreeMap<(String, usize), Vec<&Slot>> = BTreeMap::new();
    for slot in instance.wishes.iter().flat_map(|wish| &wish.last_season) {
        for unit in slot.spaces.iter().flat_map(parts) {
            let others = taken.entry((unit, slot.day.index())).or_default();
            assert!(
                others
                    .iter()
                    .all(|other| other.to <= slot.from || slot.to <= other.from)
            );
            others.push(slot);
        }
    }
    assert!(taken.len() > 200);
}

#[test]
fn few_clubs_are_large() {
    let instance = instance(Size::L, 1);
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for wish in &instance.wishes {
        *sizes.entry(&wish.organisation).or_default() += 1;
    }
    let mut sizes: Vec<usize> = sizes.into_values().collect();
    sizes.sort_unstable_by(|one, other| other.cmp(one));
    let fifth: usize = sizes.iter().take(sizes.len() / 5).sum();
    assert!(fifth * 100 / instance.wishes.len() > 50, "{fifth}");
    assert!(sizes.first().is_some_and(|largest| *largest < 200));
}

#[test]
fn the_reader_takes_it() {
    for (size, seed) in [(Size::S, 1), (Size::S, 2), (Size::S, 3), (Size::M, 1)] {
        let text = serde_json::to_string(&instance(size, seed)).unwrap();
        assert_eq!(
            crate::read::read(&text).map(|read| read.wishes.len()),
            Ok(instance(size, seed).wishes.len())
        );
    }
}
