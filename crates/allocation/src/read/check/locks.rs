//! What stands beforehand: locks, wishes held back, the published draft.

use super::{grid, slots, unknown};
use crate::{
    format::{lock::Published, wish::Slot},
    read::{
        at::{At, Faults},
        bounds,
        fault::{FaultKind, Thing},
        parts::Parts,
        tree::Tree,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything about what stands beforehand.
pub fn check(parts: &Parts, tree: &Tree, faults: &mut Faults) {
    let top = At::top("locks");
    let mut of_wish: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, lock) in parts.locks.iter() {
        let at = top.index(place);
        wish(&at.field("wish"), &lock.wish, parts, faults);
        let at_slot = at.field("slot");
        slots::check(&at_slot, &lock.slot, parts, faults);
        on_grid(&at_slot, &lock.slot, parts, faults);
        shape(&at_slot, &lock.slot, parts, tree, faults);
        let count = of_wish.entry(&lock.wish).or_default();
        *count += 1;
        if *count > bounds::LOCKS_OF_WISH {
            let wish = lock.wish.clone();
            let most = bounds::LOCKS_OF_WISH;
            faults.add(&at, FaultKind::TooManyLocks { wish, most });
        }
    }
    collisions(&top, parts, tree, faults);
    held_back(parts, faults);
    if let Some(Some(published)) = &parts.published {
        check_published(published, parts, faults);
    }
}

fn wish(at: &At<'_>, id: &str, parts: &Parts, faults: &mut Faults) {
    if parts.wishes.lacks(id) {
        unknown(at, Thing::Wish, id, faults);
    }
}

fn on_grid(at: &At<'_>, slot: &Slot, parts: &Parts, faults: &mut Faults) {
    let Some(grid) = grid(parts) else {
        return;
    };
    for (field, time) in [("from", slot.from), ("to", slot.to)] {
        if !time.minutes().is_multiple_of(grid) {
            faults.add(&at.field(field), FaultKind::OffGrid { time, grid });
        }
    }
}

/// One space, or adjoining units.
fn shape(at: &At<'_>, slot: &Slot, parts: &Parts, tree: &Tree, faults: &mut Faults) {
    let places: Vec<usize> = slot
        .spaces
        .iter()
        .filter_map(|id| parts.spaces.place(id))
        .collect();
    let told =
        places.len() < slot.spaces.len() || places.iter().collect::<BTreeSet<_>>().len() < places.len();
    if places.len() > 1 && !told && !tree.adjoin(&places) {
        let spaces = slot.spaces.clone();
        faults.add(&at.field("spaces"), FaultKind::NoPlacement { spaces });
    }
}

/// A unit, and a day from 0.
type UnitDay = (usize, usize);

/// Locks of which only one can stand. Each is told once, beside the one that was there before it.
fn collisions(top: &At<'_>, parts: &Parts, tree: &Tree, faults: &mut Faults) {
    // What each unit holds on each day: from, to, which lock.
    let mut held: BTreeMap<UnitDay, Vec<(u16, u16, usize)>> = BTreeMap::new();
    let mut units: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut same: BTreeMap<(&str, usize, u16, u16, BTreeSet<usize>), usize> = BTreeMap::new();
    let mut twice = BTreeSet::new();
    for (place, lock) in parts.locks.iter() {
        let slot = &lock.slot;
        let span = (slot.from.minutes(), slot.to.minutes());
        if span.1 <= span.0 {
            continue;
        }
        let mut taken = BTreeSet::new();
        for space in slot.spaces.iter().filter_map(|id| parts.spaces.place(id)) {
            let units = units.entry(space).or_insert_with(|| tree.units(space));
            // Wholes with more units are told for themselves.
            taken.extend(units.iter().take(bounds::UNITS).copied());
        }
        let day = slot.day.index();
        for unit in &taken {
            held.entry((*unit, day))
                .or_default()
                .push((span.0, span.1, place));
        }
        let key = (lock.wish.as_str(), day, span.0, span.1, taken);
        if key.4.is_empty() {
            continue;
        }
        let first = *same.entry(key).or_insert(place);
        if first != place {
            twice.insert(place);
            let first = top.index(first).pointer();
            faults.add(&top.index(place), FaultKind::SessionTwice { first });
        }
    }
    let mut told = BTreeMap::new();
    for sessions in held.values_mut() {
        sessions.retain(|session| !twice.contains(&session.2));
        sessions.sort_unstable();
        let mut last: Option<(u16, usize)> = None;
        for (from, to, lock) in sessions.iter().copied() {
            if let Some((_, other)) = last.filter(|last| from < last.0) {
                told.entry(lock.max(other)).or_insert(lock.min(other));
            }
            if last.is_none_or(|last| last.0 < to) {
                last = Some((to, lock));
            }
        }
    }
    for (lock, first) in told {
        let first = top.index(first).pointer();
        faults.add(&top.index(lock), FaultKind::LocksCollide { first });
    }
}

fn held_back(parts: &Parts, faults: &mut Faults) {
    let top = At::top("held_back");
    let mut seen = BTreeSet::new();
    for (place, id) in parts.held_back.iter() {
        let at = top.index(place);
        wish(&at, id, parts, faults);
        if !seen.insert(id) {
            let value = id.clone();
            faults.add(&at, FaultKind::Twice { value });
        }
    }
}

fn check_published(published: &Published, parts: &Parts, faults: &mut Faults) {
    let top = At::top("published");
    let list = top.field("sessions");
    bounds::count(&list, published.sessions.len(), bounds::PUBLISHED, faults);
    let mut seen = BTreeMap::new();
    for (place, session) in published.sessions.iter().enumerate() {
        let at = list.index(place);
        wish(&at.field("wish"), &session.wish, parts, faults);
        slots::check(&at.field("slot"), &session.slot, parts, faults);
        bounds::number(&at.field("price"), session.price, 0, bounds::PRICE, faults);
        let slot = &session.slot;
        let spaces: BTreeSet<&str> = slot.spaces.iter().map(String::as_str).collect();
        let key = (session.wish.as_str(), slot.day, slot.from, spaces);
        let first = *seen.entry(key).or_insert(place);
        if first != place {
            let first = list.index(first).pointer();
            faults.add(&at, FaultKind::SessionTwice { first });
        }
    }
}
