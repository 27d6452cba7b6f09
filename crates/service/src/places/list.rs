//! The list of facilities.

use super::Wheelchair;
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    landscape::Landscape,
    search::What,
};
use ledig_domain::{id::FacilityId, space::SpaceKind};
use ledig_store::{facilities::Facility, names::by_name};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, collections::BTreeMap};

/// Which facilities to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FacilityFilter {
    /// In the name, address or a space's name.
    pub text: String,
    /// With a space that serves this.
    pub what: Option<What>,
    /// In this district.
    pub district: String,
    /// Only where a wheelchair gets in.
    pub wheelchair: bool,
}

/// The list of facilities.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacilityList {
    /// By name.
    pub rows: Vec<FacilityRow>,
    /// How many there are without a filter.
    pub total: u32,
    /// Every district with the number of its facilities under the other filters.
    pub districts: Vec<(String, u32)>,
    /// Every kind of space with the number of facilities that have it under the other filters.
    pub kinds: Vec<(SpaceKind, u32)>,
}

/// A facility in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacilityRow {
    /// Which.
    pub id: FacilityId,
    /// Its part of the address: `/anlegg/{slug}`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Street, postal code and town.
    pub address: String,
    /// Its district.
    pub district: String,
    /// The kinds of its spaces, the most usual first.
    pub kinds: Vec<SpaceKind>,
    /// How many bookable spaces it has.
    pub spaces: u32,
    /// Wheelchair access.
    pub wheelchair: Wheelchair,
    /// Position as (latitude, longitude), where known.
    pub position: Option<(f64, f64)>,
}

impl Service {
    /// The facilities that fit.
    pub async fn facilities(
        &self,
        viewer: &Viewer,
        filter: &FacilityFilter,
    ) -> Result<FacilityList, ServiceError> {
        viewer.may(Action::SeePlaces, &Thing::NONE)?;
        let mut tx = self.reader().await?;
        let landscape = Landscape::load(&mut tx).await?;
        tx.rollback().await?;
        let kinds = filter.what.map(What::kinds);
        let mut every: Vec<Seen<'_>> = landscape
            .facilities()
            .map(|facility| Seen::new(&landscape, facility))
            .collect();
        every.sort_by(|one, other| by_name(&one.facility.name, &other.facility.name));
        let words = filter.text.trim().to_lowercase();
        let fits = |seen: &Seen<'_>, district: bool, kind: bool| {
            (!filter.wheelchair || seen.wheelchair_gets_in())
                && (words.is_empty() || seen.words.contains(&words))
                && (!district || filter.district.is_empty() || seen.facility.district == filter.district)
                && (!kind
                    || kinds
                        .as_ref()
                        .is_none_or(|kinds| kinds.iter().any(|kind| seen.has(*kind))))
        };
        let mut districts: BTreeMap<&str, u32> = BTreeMap::new();
        let mut of_kind: BTreeMap<SpaceKind, u32> = BTreeMap::new();
        for seen in every.iter().filter(|seen| fits(seen, false, true)) {
            if !seen.facility.district.is_empty() {
                *districts.entry(&seen.facility.district).or_default() += 1;
            }
        }
        for seen in every.iter().filter(|seen| fits(seen, true, false)) {
            for kind in &seen.kinds {
                *of_kind.entry(*kind).or_default() += 1;
            }
        }
        Ok(FacilityList {
            rows: every
                .iter()
                .filter(|seen| fits(seen, true, true))
                .map(Seen::row)
                .collect(),
            total: u32::try_from(every.len()).unwrap_or(u32::MAX),
            districts: districts
                .into_iter()
                .map(|(name, count)| (name.to_owned(), count))
                .collect(),
            kinds: of_kind.into_iter().collect(),
        })
    }
}

/// A facility with what filters look at.
struct Seen<'a> {
    facility: &'a Facility,
    kinds: Vec<SpaceKind>,
    bookable: u32,
    access: Vec<Wheelchair>,
    words: String,
}

impl<'a> Seen<'a> {
    fn new(landscape: &Landscape, facility: &'a Facility) -> Self {
        let spaces: Vec<_> = landscape
            .order()
            .iter()
            .filter_map(|id| landscape.space(*id))
            .filter(|space| space.facility_id == facility.id)
            .collect();
        let mut count: BTreeMap<SpaceKind, u32> = BTreeMap::new();
        for space in spaces.iter().filter(|space| space.bookable) {
            *count.entry(space.kind).or_default() += 1;
        }
        let mut kinds: Vec<SpaceKind> = count.keys().copied().collect();
        kinds.sort_by_key(|kind| (Reverse(count.get(kind).copied()), *kind));
        let mut words = format!("{} {} {}", facility.name, facility.address, facility.district);
        for space in &spaces {
            words.push(' ');
            words.push_str(&space.name);
        }
        Self {
            facility,
            kinds,
            bookable: count.values().sum(),
            access: spaces.iter().map(|space| space.wheelchair).collect(),
            words: words.to_lowercase(),
        }
    }

    fn has(&self, kind: SpaceKind) -> bool {
        self.kinds.contains(&kind)
    }

    fn wheelchair_gets_in(&self) -> bool {
        let gets_in = |access: &Wheelchair| matches!(access, Wheelchair::Yes | Wheelchair::Partly);
        gets_in(&self.facility.wheelchair) || self.access.iter().any(gets_in)
    }

    fn row(&self) -> FacilityRow {
        let facility = self.facility;
        let town = format!("{} {}", facility.postal_code, facility.town);
        let address: Vec<&str> = [facility.address.as_str(), town.trim()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        FacilityRow {
            id: facility.id,
            slug: facility.slug.clone(),
            name: facility.name.clone(),
            address: address.join(", "),
            district: facility.district.clone(),
            kinds: self.kinds.clone(),
            spaces: self.bookable,
            wheelchair: facility.wheelchair,
            position: facility.lat.zip(facility.lon),
        }
    }
}
