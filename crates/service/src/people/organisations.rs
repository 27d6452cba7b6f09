//! Organisations: the list, one of them, and changes to it.

use super::members::TeamForm;
use crate::{Service, ServiceError, Viewer};
use ledig_domain::{
    id::{OrganisationId, PersonId, TeamId},
    people::{ApplicantKind, MembershipRole, PriceGroup, Standing},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// Which organisations to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganisationFilter {
    /// In the name, the activities or the number.
    pub text: String,
    /// Only this kind.
    pub kind: Option<ApplicantKind>,
    /// Only this standing.
    pub standing: Option<Standing>,
    /// From 0.
    pub page: u32,
}

/// Organisations on a page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationList {
    /// By name.
    pub rows: Vec<OrganisationRow>,
    /// How many fit the filter in all.
    pub total: u32,
    /// How many are on a page.
    pub per_page: u32,
    /// Whether the viewer may register and change organisations.
    pub may_edit: bool,
}

/// An organisation in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationRow {
    /// Which.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: ApplicantKind,
    /// How the municipality regards it.
    pub standing: Standing,
    /// What it pays.
    pub price_group: PriceGroup,
    /// What it does, in its own words.
    pub activities: String,
    /// How many members have an account.
    pub members: u32,
    /// How many teams.
    pub teams: u32,
}

/// An organisation as its form has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationForm {
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: ApplicantKind,
    /// Organisation number; may be empty.
    pub number: String,
    /// What it does.
    pub activities: String,
    /// Where it is at home.
    pub home_area: String,
    /// How the municipality regards it.
    pub standing: Standing,
    /// What it pays.
    pub price_group: PriceGroup,
}

/// An organisation with its people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationPage {
    /// Which.
    pub id: OrganisationId,
    /// As it stands.
    pub form: OrganisationForm,
    /// Where it was found, when it was imported.
    pub source: String,
    /// To be sent back with a change.
    pub version: i64,
    /// Its members, leaders first.
    pub members: Vec<Member>,
    /// Its teams, youngest first.
    pub teams: Vec<Team>,
    /// The viewer may change the organisation.
    pub may_edit: bool,
    /// The viewer may change members and teams.
    pub may_edit_members: bool,
}

/// A member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Full name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// What the member may do.
    pub role: MembershipRole,
    /// Since when.
    pub since: Timestamp,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Which.
    pub id: TeamId,
    /// As it stands.
    pub form: TeamForm,
    /// To be sent back with a change.
    pub version: i64,
}

impl Service {
    /// Organisations, a page at a time.
    pub async fn organisations(
        &self,
        viewer: &Viewer,
        filter: &OrganisationFilter,
    ) -> Result<OrganisationList, ServiceError> {
        todo!("{viewer:?} {filter:?}")
    }

    /// One organisation with members and teams, for its own and for staff.
    pub async fn organisation(
        &self,
        viewer: &Viewer,
        id: OrganisationId,
    ) -> Result<OrganisationPage, ServiceError> {
        todo!("{viewer:?} {id}")
    }

    /// Registers an organisation, or changes the one with that id and version.
    ///
    /// # Errors
    /// `Invalid` at `name` or `number` (check digit, in use); `Stale`.
    pub async fn save_organisation(
        &self,
        viewer: &Viewer,
        at: Option<(OrganisationId, i64)>,
        form: &OrganisationForm,
    ) -> Result<OrganisationId, ServiceError> {
        todo!("{viewer:?} {at:?} {form:?}")
    }
}
