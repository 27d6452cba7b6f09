//! Organisations: the list, one of them, and changes to it.

use super::{one_time::PasswordState, teams::TeamForm};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Place, Thing},
};
use ledig_domain::{
    id::{OrganisationId, PersonId, TeamId},
    people::{ApplicantKind, MembershipRole, PriceGroup, Standing},
    time::Timestamp,
};
use ledig_store::{
    names::by_name,
    organisations::{self, Organisation},
    people,
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
    /// Whose the password is.
    pub password: PasswordState,
    /// The viewer may give a new one-time password.
    pub may_give_password: bool,
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

/// Organisations on a page of the list.
const PER_PAGE: u32 = 50;

impl Service {
    /// Organisations, a page at a time. Three queries.
    pub async fn organisations(
        &self,
        viewer: &Viewer,
        filter: &OrganisationFilter,
    ) -> Result<OrganisationList, ServiceError> {
        viewer.may(Action::SeePeople, &Thing::SOMEWHERE)?;
        let mut tx = self.reader().await?;
        let mut found = organisations::search(&mut tx, &filter.text, u32::from(u16::MAX)).await?;
        found.retain(|one| {
            filter.kind.is_none_or(|kind| one.kind == kind)
                && filter.standing.is_none_or(|standing| one.standing == standing)
        });
        found.sort_by(|one, other| by_name(&one.name, &other.name));
        let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let per_page = PER_PAGE as usize;
        let shown: Vec<Organisation> = found
            .into_iter()
            .skip(filter.page as usize * per_page)
            .take(per_page)
            .collect();
        let ids: Vec<OrganisationId> = shown.iter().map(|one| one.id).collect();
        let members = people::members(&mut tx, &ids, self.now()).await?;
        let teams = organisations::teams(&mut tx, &ids).await?;
        tx.rollback().await?;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let rows = shown.into_iter().map(|one| OrganisationRow {
            id: one.id,
            name: one.name,
            kind: one.kind,
            standing: one.standing,
            price_group: one.price_group,
            activities: one.activities,
            members: count(
                members
                    .iter()
                    .filter(|(organisation, _)| *organisation == one.id)
                    .count(),
            ),
            teams: count(
                teams
                    .iter()
                    .filter(|team| team.organisation_id == one.id && !team.archived)
                    .count(),
            ),
        });
        Ok(OrganisationList {
            rows: rows.collect(),
            total,
            per_page: PER_PAGE,
            may_edit: viewer.can(Action::EditOrganisation, &Thing::NONE),
        })
    }

    /// One organisation with members and teams, for its own and for staff. Three queries.
    pub async fn organisation(
        &self,
        viewer: &Viewer,
        id: OrganisationId,
    ) -> Result<OrganisationPage, ServiceError> {
        let thing = Thing {
            place: Place::Somewhere,
            ..Thing::organisation(id)
        };
        viewer.may(Action::SeeMembers, &thing)?;
        let mut tx = self.reader().await?;
        let found = organisations::by_id(&mut tx, id)
            .await?
            .ok_or(ServiceError::NotFound)?;
        let members = people::members(&mut tx, &[id], self.now()).await?;
        let teams = organisations::teams(&mut tx, &[id]).await?;
        tx.rollback().await?;
        let now = self.now();
        let may_give = |member: &people::Member| {
            let unused_elsewhere = member.password_until.is_none() || member.elsewhere;
            let thing = if unused_elsewhere {
                Thing::NONE
            } else {
                Thing::organisation(id)
            };
            viewer.id() != Some(member.person_id) && viewer.can(Action::GivePassword, &thing)
        };
        let mut members: Vec<Member> = members
            .into_iter()
            .map(|(_, member)| Member {
                password: PasswordState::of(member.password_until, now),
                may_give_password: may_give(&member),
                person: member.person_id,
                name: member.name,
                email: member.email,
                role: member.role,
                since: member.since,
            })
            .collect();
        members.sort_by(|one, other| {
            one.role
                .cmp(&other.role)
                .then_with(|| by_name(&one.name, &other.name))
        });
        let mut teams: Vec<Team> = teams
            .into_iter()
            .filter(|team| !team.archived)
            .map(team)
            .collect();
        teams.sort_by(|one, other| {
            let age = |team: &Team| (team.form.age_from.is_none(), team.form.age_from, team.form.age_to);
            age(one)
                .cmp(&age(other))
                .then_with(|| by_name(&one.form.name, &other.form.name))
        });
        Ok(OrganisationPage {
            id,
            source: found.source,
            version: found.version,
            form: OrganisationForm {
                name: found.name,
                kind: found.kind,
                number: found
                    .org_number
                    .map(|number| number.as_str().to_owned())
                    .unwrap_or_default(),
                activities: found.activities,
                home_area: found.home_area,
                standing: found.standing,
                price_group: found.price_group,
            },
            members,
            teams,
            may_edit: viewer.can(Action::EditOrganisation, &Thing::NONE),
            may_edit_members: viewer.can(Action::EditMembers, &Thing::organisation(id)),
        })
    }
}

fn team(row: organisations::Team) -> Team {
    Team {
        id: row.id,
        version: row.version,
        form: TeamForm {
            name: row.name,
            sport: row.sport,
            age_from: row.age_from,
            age_to: row.age_to,
            gender: row.gender,
            adapted: row.adapted,
            level: row.level,
            size: row.size,
        },
    }
}
