//! An organisation's teams.

use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    record::Note,
};
use ledig_domain::{
    event::EventKind,
    id::{OrganisationId, TeamId},
    people::Gender,
};
use ledig_store::{
    Tx,
    organisations::{self, Team},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

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
    /// Makes a team, or changes the one with that id and version.
    ///
    /// # Errors
    /// `Invalid` at `name` or `age_to`; `Stale`.
    pub async fn save_team(
        &self,
        viewer: &Viewer,
        organisation: OrganisationId,
        at: Option<(TeamId, i64)>,
        form: &TeamForm,
    ) -> Result<TeamId, ServiceError> {
        viewer.may(Action::EditMembers, &Thing::organisation(organisation))?;
        let mut faults = Faults::default();
        let name = faults.text("name", &form.name, 100);
        if form.age_from.zip(form.age_to).is_some_and(|(from, to)| to < from) {
            faults.add("age_to", Fault::EndBeforeStart);
        }
        faults.check()?;
        let now = self.now();
        let (id, version) = at.unwrap_or_else(|| (self.new_id(now), 1));
        let team = Team {
            id,
            organisation_id: organisation,
            name,
            sport: form.sport.trim().to_owned(),
            age_from: form.age_from,
            age_to: form.age_to,
            gender: form.gender,
            adapted: form.adapted,
            level: form.level.trim().to_owned(),
            size: form.size,
            archived: false,
            version,
        };
        let team = &team;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    match at {
                        None => organisations::insert_teams(tx, std::slice::from_ref(team)).await?,
                        Some(_) => {
                            own_team(tx, organisation, id).await?;
                            organisations::update_team(tx, team).await?;
                        }
                    }
                    self.note_team(
                        tx,
                        viewer,
                        organisation,
                        id,
                        if at.is_some() { "changed" } else { "made" },
                    )
                    .await?;
                    Ok(id)
                }
            })
            .await
    }

    /// Retires a team: it stays on old cases and can be chosen no more.
    pub async fn retire_team(
        &self,
        viewer: &Viewer,
        organisation: OrganisationId,
        at: (TeamId, i64),
    ) -> Result<(), ServiceError> {
        viewer.may(Action::EditMembers, &Thing::organisation(organisation))?;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let team = own_team(tx, organisation, at.0).await?;
                    organisations::update_team(
                        tx,
                        &Team {
                            archived: true,
                            version: at.1,
                            ..team
                        },
                    )
                    .await?;
                    self.note_team(tx, viewer, organisation, at.0, "retired").await
                }
            })
            .await
    }

    async fn note_team(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        organisation: OrganisationId,
        team: TeamId,
        what: &str,
    ) -> Result<(), ServiceError> {
        let note = Note {
            kind: EventKind::OrganisationChanged,
            facility: None,
            subject: json!({ "organisation": organisation, "team": team }),
            detail: json!({ "team": what }),
        };
        self.note(tx, viewer, self.now(), note).await?;
        Ok(())
    }
}

/// A team of that organisation and of no other.
async fn own_team(tx: &mut Tx, organisation: OrganisationId, id: TeamId) -> Result<Team, ServiceError> {
    let team = organisations::team(tx, id).await?;
    team.filter(|team| team.organisation_id == organisation)
        .ok_or(ServiceError::NotFound)
}
