//! Changes to spaces and their tree.

use super::obstacles::Halt;
use super::{SpaceForm, spaces::family_below};
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    import::slug::unique,
    record::Note,
};
use ledig_domain::{
    event::EventKind,
    id::{FacilityId, SpaceId},
};
use ledig_store::{
    Tx, facilities,
    spaces::{self, Space},
    tree,
};
use serde_json::json;
use std::collections::HashSet;

impl Service {
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
