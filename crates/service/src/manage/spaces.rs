//! Spaces: one to edit, and changes to the tree.

use super::ManagedSpace;
use crate::{Service, ServiceError, Viewer, places::Wheelchair};
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
    space::SpaceKind,
};
use serde::{Deserialize, Serialize};

/// A space as its form has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceForm {
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: SpaceKind,
    /// The space it is a part of.
    pub parent: Option<SpaceId>,
    /// How many persons it holds.
    pub capacity: Option<u32>,
    /// Size in square metres.
    pub size_m2: Option<u32>,
    /// Equipment.
    pub equipment: Vec<String>,
    /// Wheelchair access.
    pub wheelchair: Wheelchair,
    /// It can be booked; otherwise it only groups its parts.
    pub bookable: bool,
    /// What about it was assumed for want of a source; empty otherwise.
    pub assumption: String,
    /// Its place among its siblings, from 0.
    pub sort: u32,
}

/// A space to edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceEditor {
    /// Which.
    pub id: SpaceId,
    /// Its part of the address.
    pub slug: String,
    /// Its facility.
    pub facility: FacilityId,
    /// The facility's name.
    pub facility_name: String,
    /// The facility's part of the address.
    pub facility_slug: String,
    /// As it stands.
    pub form: SpaceForm,
    /// To be sent back with a change.
    pub version: i64,
    /// It is retired.
    pub retired: bool,
    /// Its own opening hours; `None` where the whole's or the facility's hold.
    pub own_hours: Option<OpeningHours>,
    /// The opening hours that hold.
    pub hours: OpeningHours,
    /// Its own booking rules; `None` where the whole's or the facility's hold.
    pub own_rules: Option<BookingRules>,
    /// The booking rules that hold.
    pub rules: BookingRules,
    /// The facility's spaces in tree order, to choose a parent from; itself and its parts left out.
    pub parents: Vec<ManagedSpace>,
}

impl Service {
    /// A space to edit.
    pub async fn space_editor(&self, viewer: &Viewer, id: SpaceId) -> Result<SpaceEditor, ServiceError> {
        todo!("{viewer:?} {id}")
    }

    /// Makes a space in a facility; gives its id and its part of the address. A part made in a space that is booked
    /// is refused while bookings of that space are to come, unless it takes over all of them as its first part.
    ///
    /// # Errors
    /// `Invalid` field by field; `InTheWay`.
    pub async fn create_space(
        &self,
        viewer: &Viewer,
        facility: FacilityId,
        form: &SpaceForm,
    ) -> Result<(SpaceId, String), ServiceError> {
        todo!("{viewer:?} {facility} {form:?}")
    }

    /// Changes a space, also its place in the tree; bookings to come move with it.
    ///
    /// # Errors
    /// `Invalid`; `Stale`; `InTheWay` with the bookings that would collide.
    pub async fn save_space(
        &self,
        viewer: &Viewer,
        at: (SpaceId, i64),
        form: &SpaceForm,
    ) -> Result<(), ServiceError> {
        todo!("{viewer:?} {at:?} {form:?}")
    }

    /// Retires a space with its parts, or takes it back into use.
    ///
    /// # Errors
    /// `InTheWay` with the bookings to come; `Stale`.
    pub async fn retire_space(
        &self,
        viewer: &Viewer,
        at: (SpaceId, i64),
        retired: bool,
    ) -> Result<(), ServiceError> {
        todo!("{viewer:?} {at:?} {retired}")
    }
}
