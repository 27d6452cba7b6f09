//! Names of people, organisations, teams and spaces for pages, as far as the viewer may see them.

use super::{
    parts::{Applicant, SpaceRef, space_ref},
    plan::World,
};
use crate::{
    ServiceError, Viewer,
    access::{Action, Thing},
};
use ledig_domain::{
    id::{FacilityId, OrganisationId, PersonId, SpaceId, TeamId},
    people::ApplicantKind,
};
use ledig_store::{Tx, facilities, inbox, organisations, people, requests::Request, spaces};
use std::collections::HashMap;

/// Spaces by id, those out of use too.
pub(crate) struct Places(HashMap<SpaceId, SpaceRef>);

impl Places {
    /// Of the world's spaces, and those of `wanted` that are out of use: two queries more only if there are such.
    pub async fn load(tx: &mut Tx, world: &World, wanted: Vec<SpaceId>) -> Result<Self, ServiceError> {
        let mut found = HashMap::new();
        let mut old = Vec::new();
        for id in wanted {
            match world.info(id) {
                Some(info) => {
                    found.insert(id, space_ref(world, id, info.facility));
                }
                None => old.push(id),
            }
        }
        if !old.is_empty() {
            let rows = spaces::by_ids(tx, &old).await?;
            let houses: Vec<FacilityId> = rows.iter().map(|space| space.facility_id).collect();
            let houses: HashMap<FacilityId, String> = facilities::by_ids(tx, &houses)
                .await?
                .into_iter()
                .map(|house| (house.id, house.name))
                .collect();
            for space in rows {
                let place = SpaceRef {
                    id: space.id,
                    name: space.name,
                    facility: space.facility_id,
                    facility_name: houses.get(&space.facility_id).cloned().unwrap_or_default(),
                };
                found.insert(place.id, place);
            }
        }
        Ok(Self(found))
    }

    /// The space, nameless if it was not asked for.
    pub fn get(&self, id: SpaceId, facility: FacilityId) -> SpaceRef {
        self.0.get(&id).cloned().unwrap_or_else(|| SpaceRef {
            id,
            name: String::new(),
            facility,
            facility_name: String::new(),
        })
    }
}

/// What is known of an applicant.
pub(crate) struct Party {
    /// At which facility the case is.
    pub facility: FacilityId,
    /// The organisation, with name and kind.
    pub organisation: Option<(OrganisationId, String, ApplicantKind)>,
    /// The team, with its name.
    pub team: Option<(TeamId, String)>,
    /// Who sent it, with the name.
    pub person: (PersonId, String),
}

impl Party {
    /// Of a case in a list.
    pub fn of(case: &inbox::Case) -> Self {
        let organisation = case.organisation_id.map(|id| {
            let name = case.organisation_name.clone().unwrap_or_default();
            (
                id,
                name,
                case.organisation_kind.unwrap_or(ApplicantKind::Association),
            )
        });
        Self {
            facility: case.facility_id,
            organisation,
            team: case.team_id.zip(case.team_name.clone()),
            person: (case.person_id, case.person_name.clone()),
        }
    }

    /// Of a request: three queries at most.
    pub async fn load(tx: &mut Tx, request: &Request) -> Result<Self, ServiceError> {
        let organisation = match request.organisation_id {
            Some(id) => organisations::by_id(tx, id)
                .await?
                .map(|one| (id, one.name, one.kind)),
            None => None,
        };
        let team = match request.team_id {
            Some(id) => organisations::team(tx, id).await?.map(|team| (id, team.name)),
            None => None,
        };
        let name = people::by_id(tx, request.person_id).await?.map(|one| one.name);
        Ok(Self {
            facility: request.facility_id,
            organisation,
            team,
            person: (request.person_id, name.unwrap_or_default()),
        })
    }

    /// As the viewer may see it: persons by name only for their own people and for staff.
    pub fn seen_by(self, viewer: &Viewer) -> Applicant {
        let own = match &self.organisation {
            Some((organisation, ..)) => viewer.is_member(*organisation),
            None => viewer.id() == Some(self.person.0),
        };
        let named = own || viewer.can(Action::SeeBoard, &Thing::facility(self.facility));
        let person_name = named.then(|| self.person.1.clone());
        let (organisation, name, kind) = match self.organisation {
            Some((id, name, kind)) => (Some(id), name, kind),
            None => (
                None,
                person_name.clone().unwrap_or_default(),
                ApplicantKind::Private,
            ),
        };
        let (team, team_name) = self.team.unzip();
        Applicant {
            organisation,
            name,
            team,
            team_name,
            kind,
            person: self.person.0,
            person_name,
        }
    }
}
