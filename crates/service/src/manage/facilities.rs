//! Facilities: the list to edit, one of them, and changes to it.

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
    facilities::{self},
    names::by_name,
    spaces::{self, Space},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// A facility in the list to edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedFacility {
    /// Which.
    pub id: FacilityId,
    /// Its part of the address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its district.
    pub district: String,
    /// How many spaces it has.
    pub spaces: u32,
    /// It is retired: shown here only.
    pub retired: bool,
    /// The viewer may edit it.
    pub may_edit: bool,
}

/// A facility as its form has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FacilityForm {
    /// Its name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Postal code: four digits, or empty.
    pub postal_code: String,
    /// Postal town.
    pub town: String,
    /// District.
    pub district: String,
    /// Position as (latitude, longitude) in degrees.
    pub position: Option<(f64, f64)>,
    /// What it is, in words.
    pub description: String,
    /// Wheelchair access.
    pub wheelchair: Option<Wheelchair>,
    /// More about access.
    pub wheelchair_note: String,
    /// Where what is written comes from.
    pub source: String,
}

/// A facility to edit, with everything in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacilityEditor {
    /// Which.
    pub id: FacilityId,
    /// Its part of the address.
    pub slug: String,
    /// As it stands.
    pub form: FacilityForm,
    /// To be sent back with a change.
    pub version: i64,
    /// It is retired.
    pub retired: bool,
    /// Its opening hours.
    pub hours: OpeningHours,
    /// Its booking rules.
    pub rules: BookingRules,
    /// Its spaces in tree order, retired ones last.
    pub spaces: Vec<ManagedSpace>,
}

/// A space in the editor's tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedSpace {
    /// Which.
    pub id: SpaceId,
    /// Its part of the address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: SpaceKind,
    /// The space it is a part of.
    pub parent: Option<SpaceId>,
    /// 0 for a whole, 1 for its parts, and so on.
    pub depth: u8,
    /// How many persons it holds.
    pub capacity: Option<u32>,
    /// It can be booked.
    pub bookable: bool,
    /// It has opening hours of its own.
    pub own_hours: bool,
    /// It has booking rules of its own.
    pub own_rules: bool,
    /// It is retired.
    pub retired: bool,
}

impl Service {
    /// Facilities where the viewer has a post that sees or edits them, by name, retired ones last. Two queries.
    pub async fn managed_facilities(&self, viewer: &Viewer) -> Result<Vec<ManagedFacility>, ServiceError> {
        viewer.may(Action::SeeBoard, &Thing::SOMEWHERE)?;
        let mut tx = self.reader().await?;
        let mut found = facilities::all(&mut tx, true).await?;
        found.retain(|facility| viewer.can(Action::SeeBoard, &Thing::facility(facility.id)));
        let ids: Vec<FacilityId> = found.iter().map(|facility| facility.id).collect();
        let spaces = spaces::by_facilities(&mut tx, &ids).await?;
        tx.rollback().await?;
        let mut count: HashMap<FacilityId, u32> = HashMap::new();
        for space in spaces.iter().filter(|space| !space.archived) {
            *count.entry(space.facility_id).or_default() += 1;
        }
        found.sort_by(|one, other| {
            one.archived
                .cmp(&other.archived)
                .then_with(|| by_name(&one.name, &other.name))
        });
        let rows = found.into_iter().map(|facility| ManagedFacility {
            id: facility.id,
            spaces: count.get(&facility.id).copied().unwrap_or_default(),
            may_edit: viewer.can(Action::EditFacility, &Thing::facility(facility.id)),
            slug: facility.slug,
            name: facility.name,
            district: facility.district,
            retired: facility.archived,
        });
        Ok(rows.collect())
    }

    /// A facility to edit. Two queries.
    pub async fn facility_editor(
        &self,
        viewer: &Viewer,
        id: FacilityId,
    ) -> Result<FacilityEditor, ServiceError> {
        viewer.may(Action::EditFacility, &Thing::facility(id))?;
        let mut tx = self.reader().await?;
        let facility = facilities::by_id(&mut tx, id)
            .await?
            .ok_or(ServiceError::NotFound)?;
        let spaces = spaces::by_facility(&mut tx, id).await?;
        tx.rollback().await?;
        Ok(FacilityEditor {
            id,
            slug: facility.slug,
            version: facility.version,
            retired: facility.archived,
            hours: facility.hours,
            rules: facility.rules,
            spaces: tree_of(&spaces),
            form: FacilityForm {
                name: facility.name,
                address: facility.address,
                postal_code: facility.postal_code,
                town: facility.town,
                district: facility.district,
                position: facility.lat.zip(facility.lon),
                description: facility.description,
                wheelchair: Some(facility.wheelchair),
                wheelchair_note: facility.wheelchair_note,
                source: facility.source,
            },
        })
    }
}

/// Spaces in tree order, retired ones last.
pub(super) fn tree_of(spaces: &[Space]) -> Vec<ManagedSpace> {
    let mut order = Vec::with_capacity(spaces.len());
    let in_use = |space: &&Space| !space.archived;
    let known: BTreeSet<SpaceId> = spaces.iter().filter(in_use).map(|space| space.id).collect();
    let up = |space: &Space| space.parent_id.filter(|parent| known.contains(parent));
    let parts_of = |parent: Option<SpaceId>| {
        let parts: Vec<&Space> = spaces
            .iter()
            .filter(in_use)
            .filter(|space| up(space) == parent)
            .collect();
        parts.into_iter().rev()
    };
    let mut open: Vec<(&Space, u8)> = parts_of(None).map(|space| (space, 0)).collect();
    while let Some((space, depth)) = open.pop() {
        order.push(managed(space, depth));
        open.extend(parts_of(Some(space.id)).map(|part| (part, depth + 1)));
    }
    order.extend(
        spaces
            .iter()
            .filter(|space| space.archived)
            .map(|space| managed(space, 0)),
    );
    order
}

fn managed(space: &Space, depth: u8) -> ManagedSpace {
    ManagedSpace {
        id: space.id,
        slug: space.slug.clone(),
        name: space.name.clone(),
        kind: space.kind,
        parent: space.parent_id,
        depth,
        capacity: space.capacity,
        bookable: space.bookable,
        own_hours: space.hours.is_some(),
        own_rules: space.rules.is_some(),
        retired: space.archived,
    }
}
