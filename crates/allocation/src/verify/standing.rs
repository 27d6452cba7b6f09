//! Who may stay: the sessions in the way of another, by class and round.

use super::{
    next::{Verdict, blockers, unit_in_the_way},
    timetable::{Spot, Timetable},
    world::World,
};
use crate::format::refusal::{Blocking, Standing, Why};
use std::collections::BTreeSet;

/// A bundle that nothing but other wishes' sessions keeps from being: whether all of those may go.
pub(super) fn of_those_in_the_way(world: &World<'_>, table: &Timetable<'_>, bundle: &[Spot]) -> Verdict {
    let asks = bundle
        .iter()
        .map(|spot| counts_as(world, table, spot))
        .min()
        .unwrap_or_default();
    let blockers = blockers(world, table, bundle);
    let case = Case::of(world, table, &blockers, asks);
    let standings: Vec<Standing> = blockers
        .iter()
        .map(|&number| case.standing(bundle, number))
        .collect();
    if standings.iter().all(|&standing| standing == Standing::Goes) {
        return Verdict::Possible(case.going.into_iter().collect());
    }
    let mut by: Vec<Blocking> = blockers
        .iter()
        .zip(standings)
        .map(|(&number, reason)| {
            let held = &table.held[number];
            let class = u32::try_from(held.class).unwrap_or(u32::MAX);
            Blocking {
                wish: held.session.wish.clone(),
                class,
                reason,
            }
        })
        .collect();
    by.sort();
    by.dedup();
    Verdict::Not(Why::Taken { by })
}

/// Class and round of a next session.
fn counts_as(world: &World<'_>, table: &Timetable<'_>, spot: &Spot) -> (usize, usize) {
    let class = world.session_class(spot.wish, &spot.units);
    (
        class,
        1 + table
            .of_wish(spot.wish)
            .filter(|held| held.class <= class)
            .count(),
    )
}

/// Sessions in the way of one that would count as `asks`.
struct Case<'t, 'a> {
    world: &'t World<'a>,
    table: &'t Timetable<'a>,
    /// Those in the way that are not locked, and what goes with them.
    going: BTreeSet<usize>,
    asks: (usize, usize),
}

impl<'t, 'a> Case<'t, 'a> {
    fn of(
        world: &'t World<'a>,
        table: &'t Timetable<'a>,
        blockers: &BTreeSet<usize>,
        asks: (usize, usize),
    ) -> Self {
        let free = blockers
            .iter()
            .copied()
            .filter(|&number| !table.held[number].locked);
        let going = free
            .flat_map(|number| [vec![number], table.mates(world, number)].concat())
            .collect();
        Self {
            world,
            table,
            going,
            asks,
        }
    }

    /// Class and round that a session costs its wish: of a wish's last rounds in a class as many as would go, the first.
    fn costs(&self, number: usize) -> (usize, usize) {
        let held = &self.table.held[number];
        let has = self
            .table
            .of_wish(held.spot.wish)
            .filter(|own| own.class <= held.class)
            .count();
        let going = self.going.iter().map(|&number| &self.table.held[number]);
        let lost = going
            .filter(|other| other.spot.wish == held.spot.wish && other.class == held.class)
            .count();
        (held.class, (has + 1).saturating_sub(lost))
    }

    fn may_stay(&self, number: usize) -> bool {
        self.table.held[number].locked || self.costs(number) <= self.asks
    }

    fn standing(&self, bundle: &[Spot], number: usize) -> Standing {
        let held = &self.table.held[number];
        let in_unit = bundle.iter().any(|spot| unit_in_the_way(spot, &held.spot));
        if held.locked {
            Standing::Locked
        } else if self.may_stay(number) && !in_unit {
            Standing::Coach
        } else if held.class < self.asks.0 {
            Standing::Class
        } else if self.may_stay(number) {
            Standing::Round
        } else if self
            .table
            .mates(self.world, number)
            .into_iter()
            .any(|mate| self.may_stay(mate))
        {
            Standing::Together
        } else {
            Standing::Goes
        }
    }
}
