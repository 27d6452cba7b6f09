//! The list of facilities.

use super::Wheelchair;
use crate::{Service, ServiceError, Viewer, search::What};
use ledig_domain::{id::FacilityId, space::SpaceKind};
use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl Eq for FacilityRow {}

impl Service {
    /// The facilities that fit.
    pub async fn facilities(
        &self,
        viewer: &Viewer,
        filter: &FacilityFilter,
    ) -> Result<FacilityList, ServiceError> {
        todo!("{viewer:?} {filter:?}")
    }
}
