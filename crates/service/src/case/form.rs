//! What the booking page needs before anything is asked for.

use super::{
    parts::{Contact, SpaceRef, contact, season_around, space_ref},
    plan::{World, asker},
};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
};
use chrono::NaiveDate;
use ledig_domain::{
    alternative::SpaceInfo,
    booking_rules::BookingRules,
    calendar::SchoolDaysOff,
    hours::OpeningHours,
    id::{FacilityId, OrganisationId, SpaceId, TeamId},
    people::Standing,
    space::SpaceKind,
    time::DateRange,
};
use ledig_store::{Tx, facilities, organisations};
use serde::{Deserialize, Serialize};

/// Everything that the booking page shows around the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingForm {
    /// The space that was asked for.
    pub space: SpaceRef,
    /// The facility's name in addresses.
    pub facility_slug: String,
    /// The facility's spaces that can be booked, in tree order; the wished one among them.
    pub choices: Vec<SpaceChoice>,
    /// The space's rules.
    pub rules: BookingRules,
    /// The space's opening hours.
    pub hours: OpeningHours,
    /// For whom the viewer may ask; empty for one who is not signed in.
    pub parties: Vec<Party>,
    /// The party that the viewer acts for now.
    pub acting_for: Option<OrganisationId>,
    /// The viewer may ask as a private person here.
    pub private_allowed: bool,
    /// Whether anyone is signed in.
    pub signed_in: bool,
    /// The municipality's date.
    pub today: NaiveDate,
    /// Days on which schools are off, from today on.
    pub school_days_off: Vec<SchoolDaysOff>,
    /// The season to suggest for recurring time.
    pub season: DateRange,
    /// Whom to ask.
    pub contact: Contact,
}

/// A space to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceChoice {
    /// Which.
    pub id: SpaceId,
    /// Its name, with its hall's in front where it is a part.
    pub name: String,
    /// What kind.
    pub kind: SpaceKind,
    /// 0 for a whole, 1 for its parts, and so on.
    pub depth: u8,
    /// How many persons it holds, if known.
    pub capacity: Option<u32>,
}

/// An organisation that one may act for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Which.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// How the municipality regards it.
    pub standing: Standing,
    /// The role lets one ask for time; a coach may only look.
    pub may_ask: bool,
    /// Its teams.
    pub teams: Vec<PartyTeam>,
}

/// A team to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyTeam {
    /// Which.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// How many it has, if known.
    pub size: Option<u32>,
}

impl Service {
    /// What the booking page needs for a space.
    ///
    /// # Errors
    /// `NotFound` for a space that is unknown, retired or not bookable.
    pub async fn booking_form(&self, viewer: &Viewer, space: SpaceId) -> Result<BookingForm, ServiceError> {
        viewer.may(Action::Preview, &Thing::NONE)?;
        self.store()
            .read(async |tx| {
                let asker = asker(tx, None, None, viewer.id()).await?;
                let world = self.bare_world(tx, viewer, asker, None).await?;
                let info = world
                    .info(space)
                    .filter(|info| info.bookable)
                    .ok_or(ServiceError::NotFound)?;
                let footing = world.land.footing.get(&space).ok_or(ServiceError::NotFound)?;
                let today = self.today();
                let mut off = world.calendar.school.clone();
                off.retain(|off| off.dates.to >= today);
                let facility = facilities::by_id(tx, info.facility).await?;
                Ok(BookingForm {
                    space: space_ref(&world, space, info.facility),
                    facility_slug: facility.ok_or(ServiceError::NotFound)?.slug,
                    choices: choices(&world, info.facility),
                    rules: footing.rules.clone(),
                    hours: footing.hours.clone(),
                    parties: parties(tx, viewer).await?,
                    acting_for: viewer.acting_for().map(|membership| membership.organisation),
                    private_allowed: footing.rules.private_persons,
                    signed_in: viewer.person.is_some(),
                    today,
                    school_days_off: off,
                    season: season_around(today),
                    contact: contact(tx, &world, space).await?,
                })
            })
            .await
    }
}

/// The facility's bookable spaces in tree order.
fn choices(world: &World, facility: FacilityId) -> Vec<SpaceChoice> {
    let here: Vec<&SpaceInfo> = world
        .land
        .spaces
        .iter()
        .filter(|one| one.facility == facility)
        .collect();
    let mut found = Vec::with_capacity(here.len());
    let roots = here.iter().filter(|one| {
        one.parent
            .is_none_or(|up| here.iter().all(|other| other.id != up))
    });
    let mut open: Vec<(&SpaceInfo, u8)> = roots.map(|root| (*root, 0)).collect();
    open.reverse();
    while let Some((one, depth)) = open.pop() {
        if one.bookable {
            found.push(SpaceChoice {
                id: one.id,
                name: one.name.clone(),
                kind: one.kind,
                depth,
                capacity: one.capacity,
            });
        }
        let parts = here.iter().rev().filter(|part| part.parent == Some(one.id));
        open.extend(parts.map(|part| (*part, depth.saturating_add(1))));
    }
    found
}

/// For whom the viewer may ask, with their teams.
async fn parties(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Party>, ServiceError> {
    let Some(person) = &viewer.person else {
        return Ok(Vec::new());
    };
    let ids: Vec<OrganisationId> = person.memberships.iter().map(|one| one.organisation).collect();
    let teams = organisations::teams(tx, &ids).await?;
    let party = |membership: &crate::Membership| Party {
        id: membership.organisation,
        name: membership.name.clone(),
        standing: membership.standing,
        may_ask: viewer.can(Action::RequestFor, &Thing::organisation(membership.organisation))
            && !matches!(membership.standing, Standing::Suspended | Standing::Dissolved),
        teams: teams
            .iter()
            .filter(|team| team.organisation_id == membership.organisation && !team.archived)
            .map(|team| PartyTeam {
                id: team.id,
                name: team.name.clone(),
                size: team.size,
            })
            .collect(),
    };
    Ok(person.memberships.iter().map(party).collect())
}
