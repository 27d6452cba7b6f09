//! Spaces: one to edit, and changes to the tree.

use super::{ManagedSpace, facilities::tree_of};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    places::Wheelchair,
};
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
    space::SpaceKind,
};
use ledig_store::{
    facilities,
    spaces::{self, Space},
};
use serde::{Deserialize, Serialize};

/// A space as its form has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceForm {
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: SpaceKind,
    /// The space it is a part of.
    pub parent: Option<SpaceId>,
    /// How many persons it holds.
    pub capacity: Option<u32>,
    /// Size in square metres.
    pub size_m2: Option<u32>,
    /// Equipment.
    pub equipment: Vec<String>,
    /// Wheelchair access.
    pub wheelchair: Wheelchair,
    /// It can be booked; otherwise it only groups its parts.
    pub bookable: bool,
    /// What about it was assumed for want of a source; empty otherwise.
    pub assumption: String,
    /// Its place among its siblings, from 0.
    pub sort: u32,
}

/// A space to edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceEditor {
    /// Which.
    pub id: SpaceId,
    /// Its part of the address.
    pub slug: String,
    /// Its facility.
    pub facility: FacilityId,
    /// The facility's name.
    pub facility_name: String,
    /// The facility's part of the address.
    pub facility_slug: String,
    /// As it stands.
    pub form: SpaceForm,
    /// To be sent back with a change.
    pub version: i64,
    /// It is retired.
    pub retired: bool,
    /// Its own opening hours; `None` where the whole's or the facility's hold.
    pub own_hours: Option<OpeningHours>,
    /// The opening hours that hold.
    pub hours: OpeningHours,
    /// Its own booking rules; `None` where the whole's or the facility's hold.
    pub own_rules: Option<BookingRules>,
    /// The booking rules that hold.
    pub rules: BookingRules,
    /// The facility's spaces in tree order, to choose a parent from; itself and its parts left out.
    pub parents: Vec<ManagedSpace>,
}

impl Service {
    /// A space to edit. Three queries.
    pub async fn space_editor(&self, viewer: &Viewer, id: SpaceId) -> Result<SpaceEditor, ServiceError> {
        let mut tx = self.reader().await?;
        let space = spaces::by_id(&mut tx, id).await?.ok_or(ServiceError::NotFound)?;
        viewer.may(Action::EditFacility, &Thing::facility(space.facility_id))?;
        let facility = facilities::by_id(&mut tx, space.facility_id)
            .await?
            .ok_or(ServiceError::NotFound)?;
        let every = spaces::by_facility(&mut tx, space.facility_id).await?;
        tx.rollback().await?;
        let own = family_below(&every, id);
        let up = above(&every, &space);
        let hours = space
            .hours
            .clone()
            .or_else(|| up.iter().find_map(|whole| whole.hours.clone()));
        let rules = space
            .rules
            .clone()
            .or_else(|| up.iter().find_map(|whole| whole.rules.clone()));
        let mut parents = tree_of(&every);
        parents.retain(|one| !one.retired && !own.contains(&one.id));
        Ok(SpaceEditor {
            id,
            slug: space.slug,
            facility: facility.id,
            facility_name: facility.name,
            facility_slug: facility.slug,
            version: space.version,
            retired: space.archived,
            own_hours: space.hours,
            hours: hours.unwrap_or(facility.hours),
            own_rules: space.rules,
            rules: rules.unwrap_or(facility.rules),
            parents,
            form: SpaceForm {
                name: space.name,
                kind: space.kind,
                parent: space.parent_id,
                capacity: space.capacity,
                size_m2: space.size_m2,
                equipment: space.equipment,
                wheelchair: space.wheelchair,
                bookable: space.bookable,
                assumption: space.assumption,
                sort: u32::try_from(space.sort).unwrap_or_default(),
            },
        })
    }
}

/// The space and everything below it.
pub(super) fn family_below(every: &[Space], id: SpaceId) -> Vec<SpaceId> {
    let mut found = vec![id];
    let mut next = 0;
    while let Some(at) = found.get(next).copied() {
        next += 1;
        let parts = every
            .iter()
            .filter(|space| space.parent_id == Some(at))
            .map(|space| space.id);
        let new: Vec<SpaceId> = parts.filter(|part| !found.contains(part)).collect();
        found.extend(new);
    }
    found
}

/// The wholes that a space belongs to, the nearest first.
fn above<'a>(every: &'a [Space], space: &Space) -> Vec<&'a Space> {
    let mut found: Vec<&Space> = Vec::new();
    let mut at = space.parent_id;
    while let Some(whole) = at.and_then(|id| every.iter().find(|one| one.id == id)) {
        if found.len() > every.len() {
            break;
        }
        found.push(whole);
        at = whole.parent_id;
    }
    found
}
