//! Closing, and opening again.

use super::closures::{ClosureForm, ClosureHit};
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    landscape::Landscape,
    record::Note,
};
use ledig_domain::{
    event::EventKind,
    id::{ClosureId, FacilityId, RequestId, SpaceId},
    time::resolve,
};
use ledig_store::{
    Tx,
    closures::{self, Closure},
    outbox::{self, NewMessage},
    spaces,
};
use serde_json::json;
use std::collections::BTreeSet;

impl Service {
    /// Whom a closure would hit. Nothing is changed.
    ///
    /// # Errors
    /// `Invalid` field by field.
    pub async fn try_closure(
        &self,
        viewer: &Viewer,
        form: &ClosureForm,
    ) -> Result<Vec<ClosureHit>, ServiceError> {
        let closure = self.closure(viewer, form)?;
        let mut tx = self.reader().await?;
        let landscape = place_to_close(&mut tx, viewer, form.space).await?;
        let hits = self
            .hits(&mut tx, &landscape, std::slice::from_ref(&closure))
            .await?;
        tx.rollback().await?;
        Ok(hits.into_iter().flatten().collect())
    }

    /// Closes. Booked dates in it stay until they are cancelled: those hit are told and given back.
    ///
    /// # Errors
    /// `Invalid` field by field.
    pub async fn make_closure(
        &self,
        viewer: &Viewer,
        form: &ClosureForm,
    ) -> Result<(ClosureId, Vec<ClosureHit>), ServiceError> {
        let closure = &self.closure(viewer, form)?;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let landscape = place_to_close(tx, viewer, form.space).await?;
                    closures::insert(tx, std::slice::from_ref(closure)).await?;
                    let hits = self.hits(tx, &landscape, std::slice::from_ref(closure)).await?;
                    let hits: Vec<ClosureHit> = hits.into_iter().flatten().collect();
                    let requests: BTreeSet<RequestId> = hits.iter().map(|hit| hit.request).collect();
                    let facility = landscape.space(form.space).map(|space| space.facility_id);
                    let detail =
                        json!({ "from": closure.starts_at, "to": closure.ends_at, "hits": requests });
                    let event = self
                        .note(
                            tx,
                            viewer,
                            self.now(),
                            note(EventKind::ClosureMade, facility, closure, detail),
                        )
                        .await?;
                    let messages: Vec<NewMessage> = requests
                        .iter()
                        .map(|request| NewMessage {
                            event_id: event,
                            kind: EventKind::ClosureMade.code().to_owned(),
                            payload: json!({ "request": request, "to": "applicant", "closure": closure.id }),
                            due_at: self.now(),
                        })
                        .collect();
                    outbox::put(tx, &messages).await?;
                    Ok((closure.id, hits))
                }
            })
            .await
    }

    /// Opens again, at once.
    pub async fn lift_closure(&self, viewer: &Viewer, id: ClosureId) -> Result<(), ServiceError> {
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let closure = closures::by_id(tx, id).await?.ok_or(ServiceError::NotFound)?;
                    let space = spaces::by_id(tx, closure.space_id)
                        .await?
                        .ok_or(ServiceError::NotFound)?;
                    viewer.may(Action::Close, &Thing::facility(space.facility_id))?;
                    closures::lift(tx, id, self.now()).await?;
                    let note = note(
                        EventKind::ClosureLifted,
                        Some(space.facility_id),
                        &closure,
                        json!({}),
                    );
                    self.note(tx, viewer, self.now(), note).await?;
                    self.time_came_free(tx, viewer, closure.space_id, closure.span())
                        .await
                }
            })
            .await
    }

    /// The closure of a form.
    fn closure(&self, viewer: &Viewer, form: &ClosureForm) -> Result<Closure, ServiceError> {
        let mut faults = Faults::default();
        let reason = faults.text("reason", &form.reason, 300);
        let starts_at = resolve(form.from_date, form.from.get(), self.zone());
        let ends_at = resolve(form.to_date, form.to.get(), self.zone());
        if ends_at <= starts_at {
            faults.add("to", Fault::EndBeforeStart);
        } else if ends_at <= self.now() {
            faults.add("to", Fault::Past);
        }
        faults.check()?;
        Ok(Closure {
            id: self.new_id(self.now()),
            space_id: form.space,
            starts_at,
            ends_at,
            reason,
            public: form.public,
            created_by: viewer.id(),
            created_at: self.now(),
            lifted_at: None,
        })
    }
}

fn note(kind: EventKind, facility: Option<FacilityId>, closure: &Closure, detail: serde_json::Value) -> Note {
    Note {
        kind,
        facility,
        subject: json!({ "closure": closure.id, "space": closure.space_id }),
        detail,
    }
}

/// The facility of a space that the viewer may close.
async fn place_to_close(tx: &mut Tx, viewer: &Viewer, space: SpaceId) -> Result<Landscape, ServiceError> {
    let found = spaces::by_id(tx, space).await?;
    let found = found.ok_or_else(|| ServiceError::field("space", Fault::Unknown))?;
    viewer.may(Action::Close, &Thing::facility(found.facility_id))?;
    Landscape::of_facilities(tx, &[found.facility_id]).await
}
