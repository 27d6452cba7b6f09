//! What may be offered instead of what was asked for.

use crate::case::{plan::World, write::Change};
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
};
use ledig_domain::{
    booking_rules::Breach,
    decision::Offer,
    id::{FacilityId, LineId, SpaceId},
    outcome::DateOutcome,
    time::resolve_span,
};
use ledig_store::requests::Request;
use serde::{Deserialize, Serialize};

/// The fields of an offer, in the form: each with `.` and the line's id.
const SPACE: &str = "offer_space";
const DATE: &str = "offer_date";
const TIMES: &str = "offer_times";

/// A space that one may offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferSpace {
    /// Which.
    pub id: SpaceId,
    /// Its facility.
    pub facility: FacilityId,
    /// Its facility's name and its own.
    pub name: String,
}

impl Service {
    /// The space of that name, facility first, among those that the viewer may offer.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn space_to_offer(&self, viewer: &Viewer, name: &str) -> Result<Option<SpaceId>, ServiceError> {
        let name = name.trim().to_lowercase();
        let land = self
            .store()
            .read(async |tx| Ok::<_, ServiceError>(self.land(tx).await?))
            .await?;
        let mut places = land
            .spaces
            .iter()
            .filter(|space| space.bookable && manages(viewer, space.facility));
        let found =
            places.find(|space| format!("{}, {}", space.facility_name, space.name).to_lowercase() == name);
        Ok(found.map(|space| space.id))
    }
}

/// Whether the viewer decides over what is asked for there.
pub(crate) fn manages(viewer: &Viewer, facility: FacilityId) -> bool {
    viewer.can(Action::Decide, &Thing::facility(facility))
}

/// Every space that the viewer may offer, those of the facility first.
pub(crate) fn places(world: &World, viewer: &Viewer, here: FacilityId) -> Vec<OfferSpace> {
    let mut places: Vec<OfferSpace> = world
        .land
        .spaces
        .iter()
        .filter(|space| space.bookable && manages(viewer, space.facility))
        .map(|space| OfferSpace {
            id: space.id,
            facility: space.facility,
            name: format!("{}, {}", space.facility_name, space.name),
        })
        .collect();
    places.sort_by(|a, b| (a.facility != here, &a.name).cmp(&(b.facility != here, &b.name)));
    places
}

impl Change<'_> {
    /// Checks offers, each for itself: the space is one's own to give, and open then. That nobody else has the
    /// time is seen when it is held.
    ///
    /// # Errors
    /// `Invalid`, with each fault at its date's field.
    pub(super) async fn offerable(
        &mut self,
        viewer: &Viewer,
        request: &Request,
        offers: &[(LineId, Offer)],
    ) -> Result<(), ServiceError> {
        if offers.is_empty() {
            return Ok(());
        }
        let mut world = self.world_of(request, viewer).await?;
        let spaces: Vec<SpaceId> = offers.iter().map(|(_, offer)| offer.space).collect();
        let windows: Vec<_> = offers
            .iter()
            .map(|(_, offer)| world.window(offer.date, offer.times))
            .collect();
        world.load_near(self.tx, &spaces, &windows, None).await?;
        let mut faults = Faults::default();
        for (line, offer) in offers {
            if let Some((field, fault)) = self.against(viewer, &world, offer) {
                faults.add(format!("{field}.{line}"), fault);
            }
        }
        faults.check()
    }

    /// The first thing that is against an offer, and at which field.
    fn against(&self, viewer: &Viewer, world: &World, offer: &Offer) -> Option<(&'static str, Fault)> {
        let Some(space) = world.info(offer.space).filter(|space| space.bookable) else {
            return Some((SPACE, Fault::Unknown));
        };
        if !manages(viewer, space.facility) {
            return Some((SPACE, Fault::NotYours));
        }
        if resolve_span(offer.date, offer.times, world.zone).start <= self.now {
            return Some((DATE, Fault::Breaks(vec![Breach::Past])));
        }
        let hours = world.land.footing.get(&offer.space).map(|footing| &footing.hours);
        if let Some(Err(not_open)) = hours.map(|hours| hours.check(offer.date, offer.times)) {
            return Some((TIMES, Fault::Breaks(vec![Breach::NotOpen(not_open)])));
        }
        match world.occupied(offer.space, offer.date, offer.times) {
            DateOutcome::Closed(reason) => Some((TIMES, Fault::Closed { reason })),
            _ => None,
        }
    }
}
