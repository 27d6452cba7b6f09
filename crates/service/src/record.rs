//! The log of what administrators, managers and leaders change.

use crate::{Service, ServiceError, Viewer};
use ledig_domain::{
    event::EventKind,
    id::{EventId, FacilityId},
    time::Timestamp,
};
use ledig_store::{
    Tx,
    events::{self, NewEvent},
};
use serde_json::Value;

/// What is noted of a change.
pub(crate) struct Note {
    /// What happened.
    pub(crate) kind: EventKind,
    /// At which facility.
    pub(crate) facility: Option<FacilityId>,
    /// To what: kinds and ids.
    pub(crate) subject: Value,
    /// What exactly: codes, before and after; no personal data but ids.
    pub(crate) detail: Value,
}

impl Service {
    /// Notes a change by the viewer; gives the event's id for messages that it calls for.
    pub(crate) async fn note(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        now: Timestamp,
        note: Note,
    ) -> Result<EventId, ServiceError> {
        let id: EventId = self.new_id(now);
        let event = NewEvent {
            id,
            at: now,
            kind: note.kind,
            actor: viewer.id(),
            acting_for: viewer.person.as_ref().and_then(|person| person.acting_for),
            request_id: None,
            facility_id: note.facility,
            subject: note.subject,
            detail: note.detail,
        };
        events::append(tx, &[event]).await?;
        Ok(id)
    }
}
