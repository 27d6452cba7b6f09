//! Closing spaces for a time.

use crate::{Service, ServiceError, Viewer, day::MinuteSpan};
use chrono::NaiveDate;
use ledig_domain::{
    id::{ClosureId, FacilityId, RequestId, SpaceId},
    time::Minute,
};
use serde::{Deserialize, Serialize};

/// A closure as its form has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosureForm {
    /// Where; its parts are closed with it.
    pub space: SpaceId,
    /// First day.
    pub from_date: NaiveDate,
    /// From when on that day.
    pub from: Minute,
    /// Last day.
    pub to_date: NaiveDate,
    /// Until when on that day.
    pub to: Minute,
    /// Why, in the manager's words.
    pub reason: String,
    /// Everyone may read the reason.
    pub public: bool,
}

/// A closure now or to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedClosure {
    /// Which.
    pub id: ClosureId,
    /// As it was made.
    pub form: ClosureForm,
    /// The space's name.
    pub space_name: String,
    /// Who made it.
    pub made_by: Option<String>,
    /// Whom it hits: booked dates within it that still stand.
    pub hits: Vec<ClosureHit>,
}

/// A booked date within a closure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosureHit {
    /// Its case.
    pub request: RequestId,
    /// The case's number.
    pub number: String,
    /// Who has it.
    pub who: String,
    /// The booked space's name.
    pub space_name: String,
    /// Which day.
    pub date: NaiveDate,
    /// When on that day.
    pub span: MinuteSpan,
}

/// The closures of a facility.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosuresPage {
    /// Which facility.
    pub facility: FacilityId,
    /// Its name.
    pub facility_name: String,
    /// Its part of the address.
    pub facility_slug: String,
    /// The municipality's date.
    pub today: NaiveDate,
    /// Now and to come, the first one first.
    pub closures: Vec<ManagedClosure>,
    /// Its spaces in tree order with their depth, to choose from.
    pub spaces: Vec<(SpaceId, String, u8)>,
    /// The viewer may close and lift.
    pub may_edit: bool,
}

impl Service {
    /// Closures of a facility, now and to come.
    pub async fn closures(
        &self,
        viewer: &Viewer,
        facility: FacilityId,
    ) -> Result<ClosuresPage, ServiceError> {
        todo!("{viewer:?} {facility}")
    }

    /// Whom a closure would hit. Nothing is changed.
    ///
    /// # Errors
    /// `Invalid` field by field.
    pub async fn try_closure(
        &self,
        viewer: &Viewer,
        form: &ClosureForm,
    ) -> Result<Vec<ClosureHit>, ServiceError> {
        todo!("{viewer:?} {form:?}")
    }

    /// Closes. Booked dates in it stay until they are cancelled: those hit are told and given back.
    ///
    /// # Errors
    /// `Invalid` field by field.
    pub async fn make_closure(
        &self,
        viewer: &Viewer,
        form: &ClosureForm,
    ) -> Result<(ClosureId, Vec<ClosureHit>), ServiceError> {
        todo!("{viewer:?} {form:?}")
    }

    /// Opens again, at once.
    pub async fn lift_closure(&self, viewer: &Viewer, id: ClosureId) -> Result<(), ServiceError> {
        todo!("{viewer:?} {id}")
    }
}
