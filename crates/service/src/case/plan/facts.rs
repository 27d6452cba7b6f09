//! What the rules that decide at once get to see.

use super::{
    make::{Settled, Slot},
    world::World,
};
use chrono::Datelike;
use ledig_domain::{
    alternative::SpaceInfo,
    auto_rule::{AutoRule, FactDate, Facts, Scope, Verdict, judge},
    id::{RequestId, SpaceId},
    time::Span,
};
use ledig_store::requests;
use std::collections::{BTreeMap, BTreeSet};

/// An undecided date of another case.
#[derive(Clone, Debug)]
pub(crate) struct Rival {
    /// The date, with its case.
    pub row: requests::Rival,
    /// The units that it wants.
    pub units: Vec<SpaceId>,
}

impl Rival {
    /// Whether it wants some of these units in the span.
    pub fn wants(&self, units: &[SpaceId], span: Span) -> bool {
        self.row.span().overlaps(span) && units.iter().any(|unit| self.units.contains(unit))
    }
}

/// Whether the rule holds in the space.
pub(crate) fn in_scope(scope: Scope, space: SpaceId, spaces: &[SpaceInfo]) -> bool {
    let find = |id: SpaceId| spaces.iter().find(|one| one.id == id);
    match scope {
        Scope::Municipality => true,
        Scope::Facility(facility) => find(space).is_some_and(|one| one.facility == facility),
        Scope::Space(root) => {
            let mut at = Some(space);
            // A tree is never deeper than the number of spaces.
            for _ in 0..=spaces.len() {
                match at {
                    Some(id) if id == root => return true,
                    Some(id) => at = find(id).and_then(|one| one.parent),
                    None => return false,
                }
            }
            false
        }
    }
}

/// What the rules say of the dates. For one who is not signed in no rule is asked.
pub(crate) fn judge_slots(world: &World, wished: SpaceId, slots: &[Slot]) -> Verdict {
    if world.asker.person.is_none() {
        return Verdict::Person { tried: Vec::new() };
    }
    let have: Vec<&Slot> = slots
        .iter()
        .filter(|slot| slot.settled == Settled::Have)
        .collect();
    let mut spaces: BTreeSet<SpaceId> = have.iter().map(|slot| slot.space).collect();
    if spaces.is_empty() {
        spaces.insert(wished);
    }
    let rules: Vec<AutoRule> = world
        .rules
        .iter()
        .filter(|rule| {
            spaces
                .iter()
                .all(|space| in_scope(rule.scope, *space, &world.land.spaces))
        })
        .cloned()
        .collect();
    judge(&rules, &facts(world, slots, &have))
}

fn facts(world: &World, slots: &[Slot], have: &[&Slot]) -> Facts {
    let mut weeks: BTreeMap<(i32, u32), u32> = BTreeMap::new();
    for slot in have {
        let week = slot.date.iso_week();
        *weeks
            .entry((week.year(), week.week()))
            .or_insert_with(|| world.held.in_week(slot.date)) += u32::from(slot.times.minutes());
    }
    let unresolved = slots
        .iter()
        .filter(|slot| matches!(slot.settled, Settled::Ask | Settled::Open));
    Facts {
        kind: world.asker.kind,
        standing: world.asker.standing,
        price_group: world.asker.price_group,
        dates: have
            .iter()
            .map(|slot| FactDate {
                weekday: slot.date.weekday(),
                times: slot.times,
            })
            .collect(),
        persons: world.persons,
        busiest_week_minutes: weeks.values().copied().max().unwrap_or(0),
        competitors: competitors(world, have),
        unresolved: u32::try_from(unresolved.count()).unwrap_or(u32::MAX),
    }
}

fn competitors(world: &World, have: &[&Slot]) -> u32 {
    let wants_same = |rival: &Rival| {
        have.iter().any(|slot| {
            world
                .land
                .footing
                .get(&slot.space)
                .is_some_and(|footing| rival.wants(&footing.units, slot.span))
        })
    };
    let others: BTreeSet<RequestId> = world
        .rivals
        .iter()
        .filter(|rival| wants_same(rival))
        .map(|rival| rival.row.request_id)
        .collect();
    u32::try_from(others.len()).unwrap_or(u32::MAX)
}
