//! Who belongs to an organisation, and its teams.

use super::account::AddedPerson;
use crate::{Service, ServiceError, Viewer};
use ledig_domain::{
    id::{OrganisationId, PersonId, TeamId},
    people::{Gender, MembershipRole},
};
use serde::{Deserialize, Serialize};

/// A member to add. Someone without an account gets one, with a one-time password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMember {
    /// E-mail address.
    pub email: String,
    /// Full name; used only for a new account.
    pub name: String,
    /// What the member may do.
    pub role: MembershipRole,
}

/// A team as its form has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamForm {
    /// Its name.
    pub name: String,
    /// Its sport or activity.
    pub sport: String,
    /// The youngest, years.
    pub age_from: Option<u8>,
    /// The oldest, years.
    pub age_to: Option<u8>,
    /// Whom it is for.
    pub gender: Gender,
    /// It is adapted for disabled people.
    pub adapted: bool,
    /// Its level or division.
    pub level: String,
    /// How many it has.
    pub size: Option<u32>,
}

impl Service {
    /// Makes someone a member, or changes a member's role. For the organisation's leaders and administrators.
    ///
    /// # Errors
    /// `Invalid` at `email` or `name`.
    pub async fn add_member(
        &self,
        viewer: &Viewer,
        organisation: OrganisationId,
        new: &NewMember,
    ) -> Result<AddedPerson, ServiceError> {
        todo!("{viewer:?} {organisation} {new:?}")
    }

    /// Ends a membership at once.
    pub async fn remove_member(
        &self,
        viewer: &Viewer,
        organisation: OrganisationId,
        person: PersonId,
    ) -> Result<(), ServiceError> {
        todo!("{viewer:?} {organisation} {person}")
    }

    /// Makes a team, or changes the one with that id and version.
    pub async fn save_team(
        &self,
        viewer: &Viewer,
        organisation: OrganisationId,
        at: Option<(TeamId, i64)>,
        form: &TeamForm,
    ) -> Result<TeamId, ServiceError> {
        todo!("{viewer:?} {organisation} {at:?} {form:?}")
    }

    /// Retires a team: it stays on old cases and can be chosen no more.
    pub async fn retire_team(
        &self,
        viewer: &Viewer,
        organisation: OrganisationId,
        at: (TeamId, i64),
    ) -> Result<(), ServiceError> {
        todo!("{viewer:?} {organisation} {at:?}")
    }
}
