//! Facilities: the list to edit, one of them, and changes to it.

use crate::{Service, ServiceError, Viewer, places::Wheelchair};
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
    space::SpaceKind,
};
use serde::{Deserialize, Serialize};

/// A facility in the list to edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedFacility {
    /// Which.
    pub id: FacilityId,
    /// Its part of the address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its district.
    pub district: String,
    /// How many spaces it has.
    pub spaces: u32,
    /// It is retired: shown here only.
    pub retired: bool,
    /// The viewer may edit it.
    pub may_edit: bool,
}

/// A facility as its form has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FacilityForm {
    /// Its name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Postal code: four digits, or empty.
    pub postal_code: String,
    /// Postal town.
    pub town: String,
    /// District.
    pub district: String,
    /// Position as (latitude, longitude) in degrees.
    pub position: Option<(f64, f64)>,
    /// What it is, in words.
    pub description: String,
    /// Wheelchair access.
    pub wheelchair: Option<Wheelchair>,
    /// More about access.
    pub wheelchair_note: String,
    /// Where what is written comes from.
    pub source: String,
}

/// A facility to edit, with everything in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacilityEditor {
    /// Which.
    pub id: FacilityId,
    /// Its part of the address.
    pub slug: String,
    /// As it stands.
    pub form: FacilityForm,
    /// To be sent back with a change.
    pub version: i64,
    /// It is retired.
    pub retired: bool,
    /// Its opening hours.
    pub hours: OpeningHours,
    /// Its booking rules.
    pub rules: BookingRules,
    /// Its spaces in tree order, retired ones last.
    pub spaces: Vec<ManagedSpace>,
}

/// A space in the editor's tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedSpace {
    /// Which.
    pub id: SpaceId,
    /// Its part of the address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: SpaceKind,
    /// The space it is a part of.
    pub parent: Option<SpaceId>,
    /// 0 for a whole, 1 for its parts, and so on.
    pub depth: u8,
    /// How many persons it holds.
    pub capacity: Option<u32>,
    /// It can be booked.
    pub bookable: bool,
    /// It has opening hours of its own.
    pub own_hours: bool,
    /// It has booking rules of its own.
    pub own_rules: bool,
    /// It is retired.
    pub retired: bool,
}

impl Service {
    /// Facilities where the viewer has a post that sees or edits them, by name, retired ones last.
    pub async fn managed_facilities(&self, viewer: &Viewer) -> Result<Vec<ManagedFacility>, ServiceError> {
        todo!("{viewer:?}")
    }

    /// A facility to edit.
    pub async fn facility_editor(
        &self,
        viewer: &Viewer,
        id: FacilityId,
    ) -> Result<FacilityEditor, ServiceError> {
        todo!("{viewer:?} {id}")
    }

    /// Makes a facility; gives its id and its part of the address.
    ///
    /// # Errors
    /// `Invalid` field by field.
    pub async fn create_facility(
        &self,
        viewer: &Viewer,
        form: &FacilityForm,
    ) -> Result<(FacilityId, String), ServiceError> {
        todo!("{viewer:?} {form:?}")
    }

    /// Changes a facility.
    ///
    /// # Errors
    /// `Invalid`, `Stale`.
    pub async fn save_facility(
        &self,
        viewer: &Viewer,
        at: (FacilityId, i64),
        form: &FacilityForm,
    ) -> Result<(), ServiceError> {
        todo!("{viewer:?} {at:?} {form:?}")
    }

    /// Retires a facility, or takes it back into use. A retired one is on no public page and takes no bookings.
    ///
    /// # Errors
    /// `InTheWay` with the bookings to come; `Stale`.
    pub async fn retire_facility(
        &self,
        viewer: &Viewer,
        at: (FacilityId, i64),
        retired: bool,
    ) -> Result<(), ServiceError> {
        todo!("{viewer:?} {at:?} {retired}")
    }
}
