//! What every change of a case is made of: load and lock, give, hold, decide, tell, save.

mod book;
mod case;
mod decide;
mod judge;
mod tell;
mod turn;

pub(crate) use book::range_of;
pub(crate) use case::Case;
pub(crate) use decide::{Refusals, outcome_of};
pub(crate) use judge::{by_rule, slots, verdict_on};
pub(crate) use turn::Freed;

use crate::{Service, ServiceError, Viewer, case::step::CaseEvent};
use ledig_domain::{
    id::{OrganisationId, PersonId},
    time::Timestamp,
};
use ledig_store::{
    Tx,
    events::{self, NewEvent},
    outbox::{self, NewMessage},
    requests::Request,
};

/// One change: a transaction with its instant and its actor.
pub(crate) struct Change<'a> {
    /// The use cases' handle: ids, zone, settings.
    pub service: &'a Service,
    /// The transaction.
    pub tx: &'a mut Tx,
    /// Now.
    pub now: Timestamp,
    /// Who acts; nobody for a deadline.
    pub actor: Option<PersonId>,
    /// For whom the actor acts.
    pub acting_for: Option<OrganisationId>,
}

/// Whether an event calls for a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notify {
    /// The applicant is told.
    Applicant,
    /// The managers of the facility are told.
    Managers,
    /// Nobody is told: another event of the same change tells it, or the actor is the only one concerned.
    Nobody,
}

impl<'a> Change<'a> {
    /// A change by the viewer.
    pub fn by(service: &'a Service, tx: &'a mut Tx, viewer: &Viewer) -> Self {
        Self {
            now: service.now(),
            actor: viewer.id(),
            acting_for: viewer.person.as_ref().and_then(|person| person.acting_for),
            service,
            tx,
        }
    }

    /// A change that time itself makes.
    pub fn by_time(service: &'a Service, tx: &'a mut Tx) -> Self {
        Self::by(service, tx, &Viewer::ANYBODY)
    }

    /// Appends an event to the case's log, and a message to the outbox.
    pub async fn record(
        &mut self,
        request: &Request,
        event: &CaseEvent,
        notify: Notify,
    ) -> Result<(), ServiceError> {
        // A rule, a deadline and what follows for others happens in nobody's name.
        let own = !event.by_system();
        let id = self.service.new_id(self.now);
        let row = NewEvent {
            id,
            at: self.now,
            kind: event.kind(),
            actor: self.actor.filter(|_| own),
            acting_for: self.acting_for.filter(|_| own),
            request_id: Some(request.id),
            facility_id: Some(request.facility_id),
            subject: serde_json::json!({ "request": request.id, "number": request.case_number }),
            detail: serde_json::to_value(event).map_err(|fault| ServiceError::Internal(fault.to_string()))?,
        };
        events::append(self.tx, &[row]).await?;
        let to = match notify {
            Notify::Applicant => "applicant",
            Notify::Managers => "managers",
            Notify::Nobody => return Ok(()),
        };
        let message = NewMessage {
            event_id: id,
            kind: event.kind().code().to_owned(),
            payload: serde_json::json!({ "request": request.id, "to": to }),
            due_at: self.now,
        };
        outbox::put(self.tx, &[message]).await?;
        Ok(())
    }
}
