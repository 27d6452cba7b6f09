//! Facilities and spaces in memory: names, trees, units, and the hours and rules that hold for each space.

use crate::{ServiceError, day::Place};
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
};
use ledig_store::{
    Tx,
    facilities::{self, Facility},
    spaces::{self, Space},
    tree,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Facilities with their spaces, loaded in three queries whatever their number.
pub(crate) struct Landscape {
    facilities: HashMap<FacilityId, Facility>,
    spaces: HashMap<SpaceId, Space>,
    parts: HashMap<SpaceId, Vec<SpaceId>>,
    /// In order of the facilities' names, then of the trees.
    order: Vec<SpaceId>,
    rank: HashMap<SpaceId, usize>,
    units: BTreeMap<SpaceId, BTreeSet<SpaceId>>,
}

impl Landscape {
    /// Everything in use.
    pub(crate) async fn load(tx: &mut Tx) -> Result<Self, ServiceError> {
        let facilities = facilities::all(tx, false).await?;
        let spaces = spaces::all(tx).await?;
        let units = tree::all_units(tx).await?;
        Ok(Self::new(facilities, spaces, units))
    }

    /// Some facilities with their spaces in use.
    pub(crate) async fn of_facilities(tx: &mut Tx, list: &[FacilityId]) -> Result<Self, ServiceError> {
        let facilities = facilities::by_ids(tx, list).await?;
        Self::with_spaces(tx, facilities).await
    }

    /// Facilities at hand, with their spaces in use.
    pub(crate) async fn with_spaces(tx: &mut Tx, facilities: Vec<Facility>) -> Result<Self, ServiceError> {
        let ids: Vec<FacilityId> = facilities.iter().map(|facility| facility.id).collect();
        let mut spaces = spaces::by_facilities(tx, &ids).await?;
        spaces.retain(|space| !space.archived);
        let ids: Vec<SpaceId> = spaces.iter().map(|space| space.id).collect();
        let units = tree::units(tx, &ids).await?;
        Ok(Self::new(facilities, spaces, units))
    }

    fn new(
        facilities: Vec<Facility>,
        spaces: Vec<Space>,
        units: BTreeMap<SpaceId, BTreeSet<SpaceId>>,
    ) -> Self {
        let known: BTreeSet<SpaceId> = spaces.iter().map(|space| space.id).collect();
        let mut tops: HashMap<FacilityId, Vec<SpaceId>> = HashMap::new();
        let mut parts: HashMap<SpaceId, Vec<SpaceId>> = HashMap::new();
        for space in &spaces {
            // A part of a retired space stands for itself.
            match space.parent_id.filter(|parent| known.contains(parent)) {
                Some(parent) => parts.entry(parent).or_default().push(space.id),
                None => tops.entry(space.facility_id).or_default().push(space.id),
            }
        }
        let mut order = Vec::with_capacity(spaces.len());
        for facility in &facilities {
            let mut open: Vec<SpaceId> = tops.remove(&facility.id).unwrap_or_default();
            open.reverse();
            while let Some(next) = open.pop() {
                order.push(next);
                open.extend(parts.get(&next).into_iter().flatten().rev());
            }
        }
        Self {
            facilities: facilities
                .into_iter()
                .map(|facility| (facility.id, facility))
                .collect(),
            spaces: spaces.into_iter().map(|space| (space.id, space)).collect(),
            parts,
            rank: order.iter().enumerate().map(|(rank, id)| (*id, rank)).collect(),
            order,
            units,
        }
    }

    /// Every space, by facility and tree.
    pub(crate) fn order(&self) -> &[SpaceId] {
        &self.order
    }

    /// A space's place in [`Landscape::order`].
    pub(crate) fn rank(&self, id: SpaceId) -> usize {
        self.rank.get(&id).copied().unwrap_or(usize::MAX)
    }

    /// A space.
    pub(crate) fn space(&self, id: SpaceId) -> Option<&Space> {
        self.spaces.get(&id)
    }

    /// A facility.
    pub(crate) fn facility(&self, id: FacilityId) -> Option<&Facility> {
        self.facilities.get(&id)
    }

    /// Every facility, in no order.
    pub(crate) fn facilities(&self) -> impl Iterator<Item = &Facility> {
        self.facilities.values()
    }

    /// A space's parts, one level down.
    pub(crate) fn parts(&self, id: SpaceId) -> &[SpaceId] {
        self.parts.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Everything below a space, in tree order.
    pub(crate) fn below(&self, id: SpaceId) -> Vec<SpaceId> {
        let mut found = Vec::new();
        for part in self.parts(id) {
            found.push(*part);
            found.extend(self.below(*part));
        }
        found
    }

    /// The wholes that a space belongs to, the nearest first.
    pub(crate) fn above(&self, id: SpaceId) -> Vec<SpaceId> {
        let mut found: Vec<SpaceId> = Vec::new();
        let mut at = self.parent(id);
        while let Some(up) = at {
            if found.contains(&up) {
                break;
            }
            found.push(up);
            at = self.parent(up);
        }
        found
    }

    /// The whole that a space is a part of.
    pub(crate) fn parent(&self, id: SpaceId) -> Option<SpaceId> {
        self.spaces
            .get(&id)?
            .parent_id
            .filter(|parent| self.spaces.contains_key(parent))
    }

    /// 0 for a whole, 1 for its parts, and so on.
    pub(crate) fn depth(&self, id: SpaceId) -> u8 {
        u8::try_from(self.above(id).len()).unwrap_or(u8::MAX)
    }

    /// A space's units.
    pub(crate) fn units(&self, id: SpaceId) -> impl Iterator<Item = SpaceId> {
        self.units.get(&id).into_iter().flatten().copied()
    }

    /// The units of several spaces, each once.
    pub(crate) fn units_of(&self, spaces: impl IntoIterator<Item = SpaceId>) -> Vec<SpaceId> {
        let set: BTreeSet<SpaceId> = spaces.into_iter().flat_map(|space| self.units(space)).collect();
        set.into_iter().collect()
    }

    /// The opening hours that hold: the space's own, else its whole's, else the facility's.
    pub(crate) fn hours(&self, id: SpaceId) -> Option<&OpeningHours> {
        let space = self.spaces.get(&id)?;
        let own = space.hours.as_ref().or_else(|| {
            let up = self.above(id);
            up.iter().find_map(|whole| self.spaces.get(whole)?.hours.as_ref())
        });
        own.or_else(|| {
            self.facilities
                .get(&space.facility_id)
                .map(|facility| &facility.hours)
        })
    }

    /// The booking rules that hold: the space's own, else its whole's, else the facility's.
    pub(crate) fn rules(&self, id: SpaceId) -> Option<&BookingRules> {
        let space = self.spaces.get(&id)?;
        let own = space.rules.as_ref().or_else(|| {
            let up = self.above(id);
            up.iter().find_map(|whole| self.spaces.get(whole)?.rules.as_ref())
        });
        own.or_else(|| {
            self.facilities
                .get(&space.facility_id)
                .map(|facility| &facility.rules)
        })
    }

    /// A space's name with its hall's in front where it is a part: «Hauger idrettshall, del A». A part whose name
    /// already holds the hall's stays as it is, and a whole that cannot be booked adds nothing.
    pub(crate) fn full_name(&self, id: SpaceId) -> String {
        let Some(space) = self.spaces.get(&id) else {
            return String::new();
        };
        match self.parent(id).and_then(|parent| self.spaces.get(&parent)) {
            Some(whole) if whole.bookable && !space.name.contains(&whole.name) => {
                format!("{}, {}", whole.name, space.name)
            }
            _ => space.name.clone(),
        }
    }

    /// The space with its full name.
    pub(crate) fn place(&self, id: SpaceId) -> Option<Place> {
        let name = self.full_name(id);
        Some(Place {
            name,
            ..self.plain_place(id)?
        })
    }

    /// The space with its own name only.
    pub(crate) fn plain_place(&self, id: SpaceId) -> Option<Place> {
        let space = self.spaces.get(&id)?;
        let facility = self.facilities.get(&space.facility_id)?;
        Some(Place {
            id,
            name: space.name.clone(),
            slug: space.slug.clone(),
            kind: space.kind,
            capacity: space.capacity,
            facility: facility.id,
            facility_name: facility.name.clone(),
            facility_slug: facility.slug.clone(),
            district: facility.district.clone(),
            bookable: space.bookable,
        })
    }
}
