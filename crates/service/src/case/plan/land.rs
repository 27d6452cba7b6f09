//! Every space in use, with what holds there: read once, and again only after a change.

use crate::{Service, ServiceError};
use ledig_domain::{
    alternative::SpaceInfo,
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
};
use ledig_store::{
    Tx,
    facilities::{self, Facility},
    spaces::{self, Edition, Space},
    tree,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError},
};

/// What holds for a space.
#[derive(Clone, Debug)]
pub(crate) struct Footing {
    /// Its booking rules, its own or the facility's.
    pub rules: BookingRules,
    /// Its opening hours, its own or the facility's.
    pub hours: OpeningHours,
    /// Its units.
    pub units: Vec<SpaceId>,
}

/// Every space in use.
#[derive(Debug, Default)]
pub(crate) struct Land {
    /// As the search for alternatives sees them.
    pub spaces: Vec<SpaceInfo>,
    /// What holds there.
    pub footing: HashMap<SpaceId, Footing>,
    places: HashMap<SpaceId, usize>,
}

/// The land as it was read last, with its edition. Every process keeps its own; the edition is asked for in each
/// transaction, so that none sees another's change late.
#[derive(Debug, Default)]
pub(crate) struct LandCache(Mutex<Option<(Edition, Arc<Land>)>>);

impl Service {
    /// Every space in use, as this transaction sees them.
    pub(crate) async fn land(&self, tx: &mut Tx) -> Result<Arc<Land>, ServiceError> {
        let edition = spaces::edition(tx).await?;
        let cache = &self.land_cache().0;
        let kept = cache.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, land)) = kept.filter(|(known, _)| *known == edition) {
            return Ok(land);
        }
        let houses = facilities::all(tx, false).await?;
        let all = spaces::all(tx).await?;
        let units = tree::all_units(tx).await?;
        let land = Arc::new(Land::new(&houses, &all, &units));
        // What a writer sees may be taken back again: only what is committed is kept.
        if !tx.reads_only() {
            return Ok(land);
        }
        let fresh = Some((edition, Arc::clone(&land)));
        *cache.lock().unwrap_or_else(PoisonError::into_inner) = fresh;
        Ok(land)
    }
}

impl Land {
    fn new(houses: &[Facility], all: &[Space], units: &BTreeMap<SpaceId, BTreeSet<SpaceId>>) -> Self {
        let by_id: HashMap<SpaceId, &Space> = all.iter().map(|space| (space.id, space)).collect();
        let houses: HashMap<FacilityId, &Facility> = houses.iter().map(|house| (house.id, house)).collect();
        let mut land = Self::default();
        for space in all {
            let Some(house) = houses.get(&space.facility_id) else {
                continue;
            };
            land.places.insert(space.id, land.spaces.len());
            land.spaces.push(info(space, house, &by_id));
            let rules = inherited(space, &by_id, |one| one.rules.as_ref());
            let hours = inherited(space, &by_id, |one| one.hours.as_ref());
            let own = Footing {
                rules: rules.unwrap_or(&house.rules).clone(),
                hours: hours.unwrap_or(&house.hours).clone(),
                units: units
                    .get(&space.id)
                    .map(|its| its.iter().copied().collect())
                    .unwrap_or_default(),
            };
            land.footing.insert(space.id, own);
        }
        land
    }

    /// A space's name and facility.
    pub fn info(&self, space: SpaceId) -> Option<&SpaceInfo> {
        self.places.get(&space).map(|place| &self.spaces[*place])
    }
}

fn info(space: &Space, house: &Facility, by_id: &HashMap<SpaceId, &Space>) -> SpaceInfo {
    SpaceInfo {
        id: space.id,
        name: full_name(space, by_id),
        facility: house.id,
        facility_name: house.name.clone(),
        district: (!house.district.is_empty()).then(|| house.district.clone()),
        position: house.lat.zip(house.lon),
        parent: space.parent_id,
        kind: space.kind,
        capacity: space.capacity,
        bookable: space.bookable,
    }
}

/// A space's name, with its hall's in front where it is a part.
fn full_name(space: &Space, by_id: &HashMap<SpaceId, &Space>) -> String {
    match space.parent_id.and_then(|parent| by_id.get(&parent)) {
        Some(parent) => format!("{}, {}", full_name(parent, by_id), space.name),
        None => space.name.clone(),
    }
}

/// The space's own, or the nearest ancestor's.
fn inherited<'a, T>(
    space: &'a Space,
    by_id: &HashMap<SpaceId, &'a Space>,
    own: impl Fn(&'a Space) -> Option<&'a T>,
) -> Option<&'a T> {
    let mut at = Some(space);
    // A tree is never deeper than the number of spaces.
    for _ in 0..=by_id.len() {
        let one = at?;
        if let Some(found) = own(one) {
            return Some(found);
        }
        at = one.parent_id.and_then(|parent| by_id.get(&parent).copied());
    }
    None
}
