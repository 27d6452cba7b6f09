//! Spaces: one to edit, and changes to the tree.

use super::{ManagedSpace, facilities::tree_of, obstacles::Halt};
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    import::slug::unique,
    places::Wheelchair,
    record::Note,
};
use ledig_domain::{
    booking_rules::BookingRules,
    event::EventKind,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
    space::SpaceKind,
};
use ledig_store::{
    Tx, facilities,
    spaces::{self, Space},
    tree,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashSet;

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

    /// Makes a space in a facility; gives its id and its part of the address. Bookings to come of the space it is made
    /// in hold the new part too.
    ///
    /// # Errors
    /// `Invalid` field by field; `InTheWay`.
    pub async fn create_space(
        &self,
        viewer: &Viewer,
        facility: FacilityId,
        form: &SpaceForm,
    ) -> Result<(SpaceId, String), ServiceError> {
        viewer.may(Action::EditFacility, &Thing::facility(facility))?;
        let id: SpaceId = self.new_id(self.now());
        let done = self
            .store()
            .write(|| {
                async move |tx: &mut Tx| {
                    facilities::by_id(tx, facility)
                        .await?
                        .ok_or(ServiceError::NotFound)?;
                    let every = spaces::by_facility(tx, facility).await?;
                    checked(form, id, &every)?;
                    let mut taken: HashSet<String> = every.iter().map(|space| space.slug.clone()).collect();
                    let slug = unique(&form.name, &mut taken);
                    let space = filled(
                        form,
                        Space {
                            id,
                            facility_id: facility,
                            parent_id: None,
                            slug: slug.clone(),
                            name: String::new(),
                            kind: form.kind,
                            capacity: None,
                            size_m2: None,
                            equipment: Vec::new(),
                            wheelchair: form.wheelchair,
                            bookable: form.bookable,
                            hours: None,
                            rules: None,
                            assumption: String::new(),
                            sort: 0,
                            archived: false,
                            version: 1,
                        },
                    );
                    spaces::insert(tx, std::slice::from_ref(&space)).await?;
                    tree::rederive(tx, facility, self.now()).await?;
                    self.note_space(
                        tx,
                        viewer,
                        facility,
                        id,
                        json!({ "made": true, "parent": form.parent }),
                    )
                    .await?;
                    Ok((id, slug))
                }
            })
            .await;
        self.told(done).await
    }

    /// Changes a space, also its place in the tree; bookings to come move with it.
    ///
    /// # Errors
    /// `Invalid`; `Stale`; `InTheWay` with the bookings that would collide.
    pub async fn save_space(
        &self,
        viewer: &Viewer,
        at: (SpaceId, i64),
        form: &SpaceForm,
    ) -> Result<(), ServiceError> {
        let done = self
            .store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let before = spaces::by_id(tx, at.0).await?.ok_or(ServiceError::NotFound)?;
                    let facility = before.facility_id;
                    viewer.may(Action::EditFacility, &Thing::facility(facility))?;
                    let every = spaces::by_facility(tx, facility).await?;
                    checked(form, at.0, &every)?;
                    let detail = json!({
                        "parent": { "before": before.parent_id, "after": form.parent },
                        "bookable": { "before": before.bookable, "after": form.bookable },
                    });
                    spaces::update(
                        tx,
                        &filled(
                            form,
                            Space {
                                version: at.1,
                                ..before
                            },
                        ),
                    )
                    .await?;
                    tree::rederive(tx, facility, self.now()).await?;
                    self.note_space(tx, viewer, facility, at.0, detail).await?;
                    Ok(())
                }
            })
            .await;
        self.told(done).await
    }

    /// Retires a space with its parts, or takes it back into use.
    ///
    /// # Errors
    /// `InTheWay` with the bookings to come; `Stale`.
    pub async fn retire_space(
        &self,
        viewer: &Viewer,
        at: (SpaceId, i64),
        retired: bool,
    ) -> Result<(), ServiceError> {
        let done = self
            .store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let space = spaces::by_id(tx, at.0).await?.ok_or(ServiceError::NotFound)?;
                    let facility = space.facility_id;
                    viewer.may(Action::EditFacility, &Thing::facility(facility))?;
                    let every = spaces::by_facility(tx, facility).await?;
                    for id in family_below(&every, at.0) {
                        let Some(one) = every.iter().find(|one| one.id == id) else {
                            continue;
                        };
                        let version = if id == at.0 { at.1 } else { one.version };
                        spaces::update(
                            tx,
                            &Space {
                                archived: retired,
                                version,
                                ..one.clone()
                            },
                        )
                        .await?;
                    }
                    tree::rederive(tx, facility, self.now()).await?;
                    self.note_space(tx, viewer, facility, at.0, json!({ "retired": retired }))
                        .await?;
                    Ok(())
                }
            })
            .await;
        self.told(done).await
    }

    async fn told<T>(&self, done: Result<T, Halt>) -> Result<T, ServiceError> {
        match done {
            Ok(value) => Ok(value),
            Err(halt) => Err(self.explain(halt).await),
        }
    }

    pub(super) async fn note_space(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        facility: FacilityId,
        space: SpaceId,
        detail: serde_json::Value,
    ) -> Result<(), ServiceError> {
        let note = Note {
            kind: EventKind::SpaceChanged,
            facility: Some(facility),
            subject: json!({ "space": space }),
            detail,
        };
        self.note(tx, viewer, self.now(), note).await?;
        Ok(())
    }
}

/// The space and everything below it.
fn family_below(every: &[Space], id: SpaceId) -> Vec<SpaceId> {
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

fn checked(form: &SpaceForm, id: SpaceId, every: &[Space]) -> Result<(), ServiceError> {
    let mut faults = Faults::default();
    faults.text("name", &form.name, 200);
    if let Some(parent) = form.parent {
        match every.iter().find(|space| space.id == parent) {
            None => faults.add("parent", Fault::Unknown),
            Some(_) if family_below(every, id).contains(&parent) => faults.add("parent", Fault::NotATree),
            Some(_) => {}
        }
    }
    if form
        .capacity
        .is_some_and(|capacity| !(1..=100_000).contains(&capacity))
    {
        faults.add("capacity", Fault::OutOfRange { min: 1, max: 100_000 });
    }
    if form.size_m2.is_some_and(|size| !(1..=10_000_000).contains(&size)) {
        faults.add(
            "size_m2",
            Fault::OutOfRange {
                min: 1,
                max: 10_000_000,
            },
        );
    }
    faults.check()
}

fn filled(form: &SpaceForm, space: Space) -> Space {
    let equipment = form.equipment.iter().map(|item| item.trim().to_owned());
    Space {
        parent_id: form.parent,
        name: form.name.trim().to_owned(),
        kind: form.kind,
        capacity: form.capacity,
        size_m2: form.size_m2,
        equipment: equipment.filter(|item| !item.is_empty()).collect(),
        wheelchair: form.wheelchair,
        bookable: form.bookable,
        assumption: form.assumption.trim().to_owned(),
        sort: i64::from(form.sort),
        ..space
    }
}
