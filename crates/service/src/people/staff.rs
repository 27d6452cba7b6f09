//! The municipality's staff: who has which role where.

use super::account::AddedPerson;
use crate::{Service, ServiceError, StaffPost, Viewer};
use ledig_domain::{
    id::{FacilityId, PersonId},
    people::StaffRole,
};
use serde::{Deserialize, Serialize};

/// The people page of the staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffPage {
    /// The staff, administrators first, then by name.
    pub staff: Vec<StaffMember>,
    /// Facilities to give a role for, by name.
    pub facilities: Vec<(FacilityId, String)>,
    /// The viewer may change roles.
    pub may_edit: bool,
}

/// A role that somebody has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffMember {
    /// Who.
    pub person: PersonId,
    /// Full name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// The role and where it holds.
    pub post: StaffPost,
    /// The facility's name, where it holds for one.
    pub facility_name: Option<String>,
    /// The only administrator: cannot be taken away.
    pub last_administrator: bool,
}

/// A role to give. Someone without an account gets one, with a one-time password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewStaff {
    /// E-mail address.
    pub email: String,
    /// Full name; used only for a new account.
    pub name: String,
    /// The role.
    pub role: StaffRole,
    /// Where; `None` for the whole municipality. An administrator is always for all of it.
    pub facility: Option<FacilityId>,
}

impl Service {
    /// Who is on the staff.
    pub async fn staff(&self, viewer: &Viewer) -> Result<StaffPage, ServiceError> {
        todo!("{viewer:?}")
    }

    /// Gives a role.
    ///
    /// # Errors
    /// `Invalid` at `email`, `name` or `facility`.
    pub async fn add_staff(&self, viewer: &Viewer, new: &NewStaff) -> Result<AddedPerson, ServiceError> {
        todo!("{viewer:?} {new:?}")
    }

    /// Takes a role.
    ///
    /// # Errors
    /// `Invalid` (`LastAdministrator`) at `role` when nobody would be administrator any more.
    pub async fn remove_staff(
        &self,
        viewer: &Viewer,
        person: PersonId,
        post: StaffPost,
    ) -> Result<(), ServiceError> {
        todo!("{viewer:?} {person} {post:?}")
    }
}
