//! What each organisation got of what it ought to have.

use super::{entitlement, timetable::Timetable, world::World};
use std::collections::BTreeMap;

/// Entitlements and what was given, class by class.
pub(super) struct Fairness<'a> {
    /// Minutes a week.
    pub entitled: BTreeMap<&'a str, u64>,
    /// Minutes of the season by organisation and class of the wish.
    given: BTreeMap<(&'a str, usize), u64>,
    open_weeks: u64,
}

impl<'a> Fairness<'a> {
    pub(super) fn of(world: &World<'a>, table: &Timetable<'a>) -> Self {
        let mut given = BTreeMap::new();
        for held in &table.held {
            let request = &world.requests[held.spot.wish];
            let minutes = held.minutes() * held.weeks;
            *given
                .entry((request.wish.organisation.as_str(), request.class))
                .or_insert(0) += minutes;
        }
        let organisations = world.instance.organisations.iter();
        let entitled = organisations
            .map(|one| (one.id.as_str(), entitlement::of(world, one)))
            .collect();
        let season = &world.instance.season;
        let open = (1..=season.weeks).filter(|week| !season.closed_weeks.contains(week));
        Self {
            entitled,
            given,
            open_weeks: open.count() as u64,
        }
    }

    /// Thousandths of its entitlement that its wishes of this class and those before it got.
    pub(super) fn share(&self, organisation: &'a str, class: usize) -> u64 {
        let given: u64 = self
            .given
            .range((organisation, 0)..=(organisation, class))
            .map(|(_, minutes)| minutes)
            .sum();
        let entitled = self.entitled.get(organisation).copied().unwrap_or(0);
        1000 * given / (entitled * self.open_weeks).max(1)
    }

    /// The lowest share of an organisation with a wish of this class that is wanted; 0 where there is none.
    pub(super) fn lowest(&self, world: &World<'a>, class: usize) -> u64 {
        let wanted = world
            .requests
            .iter()
            .filter(|request| request.class == class && request.wanted > 0);
        wanted
            .map(|request| self.share(&request.wish.organisation, class))
            .min()
            .unwrap_or(0)
    }
}
