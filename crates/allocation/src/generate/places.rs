//! Where a team wants to be: at home, or near it.

use super::{
    chance::Chance,
    clubs::is_room,
    hall::{Ground, Hall},
    sports::Sport,
};
use crate::format::wish::{Extent, Place, Wish};
use ledig_domain::space::SpaceKind;

/// The halls by their distance from a club's home, the home first.
pub(super) struct Near<'a> {
    home: String,
    halls: Vec<&'a Hall>,
}

impl<'a> Near<'a> {
    pub(super) fn new(home: &str, ground: &'a Ground) -> Self {
        let halls = &ground.halls;
        let home = ground.find(home).map(|(_, home)| home);
        let distance = |hall: &Hall| home.map_or(0, |home| home.metres(hall));
        let mut order: Vec<(u32, usize)> = halls
            .iter()
            .enumerate()
            .filter(|(_, hall)| home.is_none_or(|home| home.in_reach(hall)))
            .map(|(place, hall)| (distance(hall), place))
            .collect();
        order.sort_unstable();
        Self {
            home: home.map_or_else(String::new, |home| home.id.clone()),
            halls: order
                .into_iter()
                .take(60)
                .filter_map(|(_, place)| halls.get(place))
                .collect(),
        }
    }

    /// How much of which spaces a team wants: one to four named ones, half of the teams anything near besides.
    pub(super) fn choose(&self, sport: &Sport, young: bool, chance: &mut Chance) -> (Extent, Vec<Place>) {
        let extent = extent(sport, young, chance);
        let first = self.of(&sport.kinds[..1], 6);
        let mut named: Vec<&Hall> = first.first().copied().into_iter().collect();
        let mut others: Vec<&Hall> = first.into_iter().skip(1).collect();
        chance.shuffle(&mut others);
        named.extend(others.into_iter().take(chance.weighted(&[20, 35, 30, 15])));
        let elsewhere = &sport.kinds[1..];
        let rooms = extent == Extent::Part && young && sport.need.is_none() || named.is_empty();
        if rooms || !elsewhere.is_empty() {
            let other_kinds = if rooms { &[SpaceKind::Gym][..] } else { elsewhere };
            let mut others = self.of(other_kinds, 5);
            others.retain(|hall| named.iter().all(|named| named.id != hall.id));
            chance.shuffle(&mut others);
            named.extend(others.into_iter().take(chance.between(1, 2) as usize));
        }
        if extent == Extent::Part && !is_room(sport.kinds[0]) && chance.percent(8) {
            let parts = named.iter().map(|hall| chance.pick_ref(&hall.units).clone());
            return (Extent::AsNamed, parts.map(Place::Space).collect());
        }
        let mut places: Vec<Place> = named.iter().map(|hall| Place::Space(hall.id.clone())).collect();
        match chance.below(100) {
            0..45 => places.push(Place::Near {
                kinds: sport.kinds.into(),
                of: self.home.clone(),
                metres: chance.pick(&[1500, 2500, 4000]),
            }),
            45..47 => places.push(Place::Near {
                kinds: sport.kinds.into(),
                of: self.home.clone(),
                metres: 8000,
            }),
            _ => {}
        }
        (extent, places)
    }

    /// The nearest of those kinds.
    fn of(&self, kinds: &[SpaceKind], most: usize) -> Vec<&'a Hall> {
        let halls = self.halls.iter().copied();
        halls
            .filter(|hall| kinds.contains(&hall.kind))
            .take(most)
            .collect()
    }
}

fn extent(sport: &Sport, young: bool, chance: &mut Chance) -> Extent {
    if is_room(sport.kinds[0]) {
        return Extent::AsNamed;
    }
    let whole = if young { sport.whole / 3 } else { sport.whole };
    match chance.below(100) {
        drawn if drawn < whole => Extent::Whole,
        drawn if drawn < whole + sport.two => Extent::Adjoining(2),
        _ => Extent::Part,
    }
}

/// How many units a session takes in the first place that the wish names; one where that is not known.
pub(super) fn units(wish: &Wish, ground: &Ground) -> u64 {
    match wish.extent {
        Extent::Part => 1,
        Extent::Adjoining(units) => u64::from(units),
        Extent::AsNamed | Extent::Whole => match wish.places.first() {
            Some(Place::Space(id)) => ground.find(id).map_or(1, |(_, hall)| hall.units.len() as u64),
            _ => 1,
        },
    }
}
