//! What each group gets in a draft.

use super::{Amount, By, Drafted};
use crate::{
    format::{
        Instance,
        place::Space,
        wish::{Organisation, Slot, Team, Wish},
    },
    read::tree::Tree,
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything, or a group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    Total,
    Group(By, String),
}

/// What each gets. Every group that asks for something is there.
pub type Amounts = BTreeMap<Key, Amount>;

/// What each group gets in a draft of a season.
pub fn of((instance, draft): Drafted<'_>) -> Amounts {
    let ground = Ground::of(instance);
    let organisations: BTreeMap<&str, &Organisation> = instance
        .organisations
        .iter()
        .map(|organisation| (organisation.id.as_str(), organisation))
        .collect();
    let wishes: BTreeMap<&str, &Wish> = instance
        .wishes
        .iter()
        .map(|wish| (wish.id.as_str(), wish))
        .collect();
    let mut amounts = Amounts::from([(Key::Total, Amount::default())]);
    for wish in &instance.wishes {
        for key in keys(wish, &organisations) {
            amounts.entry(key).or_default();
        }
    }
    for session in &draft.sessions {
        let Some(wish) = wishes.get(session.wish.as_str()) else {
            continue;
        };
        let slot = &session.slot;
        let minutes = u64::from(slot.to.minutes().saturating_sub(slot.from.minutes()));
        let weeks = ground.weeks(slot);
        let place = Key::Group(By::PlaceDistrict, ground.district(slot));
        for key in keys(wish, &organisations).into_iter().chain([Key::Total, place]) {
            let amount = amounts.entry(key).or_default();
            amount.sessions += 1;
            amount.weekly_minutes += minutes;
            amount.season_minutes += minutes * weeks;
        }
    }
    amounts
}

/// The groups that a wish is of.
fn keys(wish: &Wish, organisations: &BTreeMap<&str, &Organisation>) -> Vec<Key> {
    let organisation = organisations.get(wish.organisation.as_str());
    let home = organisation
        .and_then(|one| one.district.clone())
        .unwrap_or_default();
    let gender = wish.team.gender.map_or("", |gender| gender.code());
    vec![
        Key::Group(By::Age, age(&wish.team).into()),
        Key::Group(By::Sport, wish.team.sport.clone()),
        Key::Group(By::Gender, gender.into()),
        Key::Group(By::HomeDistrict, home),
        Key::Group(By::Organisation, wish.organisation.clone()),
    ]
}

/// The age group of a team: halfway between its youngest and its oldest.
fn age(team: &Team) -> &'static str {
    match u16::midpoint(team.age_from.into(), team.age_to.into()) {
        0..=5 => "0–5",
        6..=12 => "6–12",
        13..=19 => "13–19",
        20..=66 => "20–66",
        _ => "67–",
    }
}

/// The spaces of a season.
struct Ground<'a> {
    instance: &'a Instance,
    tree: Tree,
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Ground<'a> {
    fn of(instance: &'a Instance) -> Self {
        let spaces = instance.spaces.iter().enumerate();
        Self {
            instance,
            tree: Tree::of_valid(&instance.spaces),
            places: spaces.map(|(place, space)| (space.id.as_str(), place)).collect(),
        }
    }

    /// In how many weeks of the season all units of a session are open.
    fn weeks(&self, slot: &Slot) -> u64 {
        let season = &self.instance.season;
        let mut closed: BTreeSet<u16> = season.closed_weeks.iter().copied().collect();
        let spaces = slot.spaces.iter().filter_map(|id| self.places.get(id.as_str()));
        for unit in spaces.flat_map(|place| self.tree.units(*place)) {
            for space in self.upwards(unit) {
                closed.extend(&space.closed_weeks);
            }
        }
        let closed = closed.range(1..=season.weeks).count();
        u64::from(season.weeks).saturating_sub(closed as u64)
    }

    /// The district of the first space of a session.
    fn district(&self, slot: &Slot) -> String {
        let first = slot.spaces.first().and_then(|id| self.places.get(id.as_str()));
        let mut known = first.into_iter().flat_map(|place| self.upwards(*place));
        known.find_map(|space| space.district.clone()).unwrap_or_default()
    }

    /// A space and those above it.
    fn upwards(&self, place: usize) -> impl Iterator<Item = &'a Space> {
        let above = |place: &usize| self.tree.parent[*place];
        std::iter::successors(Some(place), above).map(|place| &self.instance.spaces[place])
    }
}
