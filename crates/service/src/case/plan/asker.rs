//! Who asks, as the rules see it.

use super::world::Asker;
use crate::ServiceError;
use ledig_domain::{
    id::{OrganisationId, PersonId, TeamId},
    people::{ApplicantKind, PriceGroup},
    priority::Standpoint,
};
use ledig_store::{Tx, organisations, rules};

/// Loads who asks: an organisation with its team, or a private person.
///
/// # Errors
/// `NotFound` for an unknown organisation, or a team of another one.
pub(crate) async fn asker(
    tx: &mut Tx,
    organisation: Option<OrganisationId>,
    team: Option<TeamId>,
    person: Option<PersonId>,
) -> Result<Asker, ServiceError> {
    let found = match organisation {
        Some(id) => Some(
            organisations::by_id(tx, id)
                .await?
                .ok_or(ServiceError::NotFound)?,
        ),
        None => None,
    };
    let squad = match team {
        Some(id) => Some(
            organisations::team(tx, id)
                .await?
                .filter(|team| Some(team.organisation_id) == organisation)
                .ok_or(ServiceError::NotFound)?,
        ),
        None => None,
    };
    let kind = found.as_ref().map_or(ApplicantKind::Private, |one| one.kind);
    let class = match person {
        Some(_) => Some(rules::priority(tx).await?.place(Standpoint {
            kind,
            ages: squad.as_ref().and_then(|team| team.age_from.zip(team.age_to)),
            adapted: squad.as_ref().is_some_and(|team| team.adapted),
            gender: squad.as_ref().map(|team| team.gender),
        })),
        None => None,
    };
    Ok(Asker {
        organisation,
        person,
        kind,
        standing: found.as_ref().map(|one| one.standing),
        // Private persons hire at the market's price.
        price_group: found.as_ref().map_or(PriceGroup::Market, |one| one.price_group),
        class,
    })
}
