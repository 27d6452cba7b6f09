//! Sessions somewhere: of last season, published, locked.

use super::unknown;
use crate::{
    format::wish::Slot,
    read::{
        at::{At, Faults},
        bounds,
        fault::{FaultKind, Thing},
        parts::Parts,
    },
};
use std::collections::BTreeSet;

/// Spaces that are there, and an end after the start.
pub fn check(at: &At<'_>, slot: &Slot, parts: &Parts, faults: &mut Faults) {
    let list = at.field("spaces");
    if slot.spaces.is_empty() {
        faults.add(&list, FaultKind::NoSpaces);
    }
    bounds::count(&list, slot.spaces.len(), bounds::UNITS, faults);
    let mut seen = BTreeSet::new();
    for (place, id) in slot.spaces.iter().enumerate() {
        let at = list.index(place);
        if parts.spaces.lacks(id) {
            unknown(&at, Thing::Space, id, faults);
        }
        if !seen.insert(id) {
            let value = id.clone();
            faults.add(&at, FaultKind::Twice { value });
        }
    }
    if slot.to <= slot.from {
        let what = FaultKind::EndsBeforeStart {
            from: slot.from,
            to: slot.to,
        };
        faults.add(&at.field("to"), what);
    }
}
