//! Which alternatives are tried, which can be had, and which are shown.

mod attempts;
mod property;
mod ranking;

use super::*;
use crate::{
    id::FacilityId,
    space::SpaceKind,
    testing::{space_id, span},
};
use uuid::Uuid;

/// A sports hall that can be asked for, at its facility's place.
fn space(id: u128, facility: u128, parent: Option<u128>, capacity: u32) -> SpaceInfo {
    SpaceInfo {
        id: space_id(id),
        name: format!("Rom {id}"),
        facility: FacilityId(Uuid::from_u128(facility)),
        facility_name: format!("Anlegg {facility}"),
        district: None,
        position: None,
        parent: parent.map(space_id),
        kind: SpaceKind::SportsHall,
        capacity: Some(capacity),
        bookable: true,
    }
}

fn wish(id: u128, times: &str) -> WishedTime {
    WishedTime {
        space: space_id(id),
        times: span(times),
        persons: None,
        grid: 30,
    }
}
