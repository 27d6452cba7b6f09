//! The rows and events of a case of the season.

use super::{
    book::{Footing, Season},
    season::Series,
};
use crate::case::step::CaseEvent;
use chrono::NaiveDate;
use ledig_domain::{
    decision::{DecidedBy, Outcome, appeal_deadline},
    event::EventKind,
    id::{EventId, PersonId, RequestId},
    outcome::DateOutcome,
    request::{LineState, OccurrenceState},
    time::{Timestamp, local_date, resolve_span},
};
use ledig_store::{
    StoreError, Tx,
    bookings::{self, Booking, Occurrence},
    decisions::{self, Decision, DecisionLine},
    events::NewEvent,
    requests::{Line, Request},
};

impl Season<'_> {
    pub(super) fn line(&self, one: &Series, request: RequestId, position: u32, date: NaiveDate) -> Line {
        let service = self.making.service;
        let span = resolve_span(date, one.times, service.zone());
        Line {
            id: service.new_id(self.making.now),
            request_id: request,
            position,
            date,
            wish_space_id: one.space,
            wish_from: one.times.from,
            wish_to: one.times.to,
            space_id: one.space,
            from_minute: one.times.from,
            to_minute: one.times.to,
            starts_at: span.start,
            ends_at: span.end,
            state: LineState::Approved,
            outcome: DateOutcome::Free,
            waiting_since: None,
            offer: None,
            version: 2,
        }
    }

    pub(super) async fn decide(
        &self,
        tx: &mut Tx,
        request: &Request,
        lines: &[Line],
        (by, at): (&DecidedBy, Timestamp),
    ) -> Result<(), StoreError> {
        let service = self.making.service;
        let settings = service.settings();
        let decision = Decision {
            id: decision_id(request),
            request_id: request.id,
            number: 1,
            outcome: Outcome::Approved,
            decided_by: by.clone(),
            reason: None,
            reason_text: String::new(),
            appeal_deadline: appeal_deadline(local_date(at, service.zone()), settings.appeal_days),
            appeal_body: settings.appeal_body.clone(),
            supersedes: None,
            decided_at: at,
        };
        let rows: Vec<DecisionLine> = lines
            .iter()
            .map(|line| DecisionLine {
                decision_id: decision.id,
                line_id: line.id,
                date: line.date,
                space_id: line.space_id,
                from_minute: line.from_minute,
                to_minute: line.to_minute,
                state: LineState::Approved,
                reason: None,
                reason_text: String::new(),
            })
            .collect();
        decisions::insert(tx, &decision, &rows).await
    }

    pub(super) async fn book(
        &self,
        tx: &mut Tx,
        request: &Request,
        lines: &[Line],
        (footing, at): (&Footing, Timestamp),
    ) -> Result<(), StoreError> {
        let service = self.making.service;
        let booking = Booking {
            id: service.new_id(at),
            request_id: request.id,
            created_at: at,
        };
        let booking = bookings::ensure(tx, booking).await?;
        let dates: Vec<Occurrence> = lines
            .iter()
            .map(|line| Occurrence {
                id: service.new_id(at),
                booking_id: booking.id,
                line_id: line.id,
                space_id: line.space_id,
                date: line.date,
                from_minute: line.from_minute,
                to_minute: line.to_minute,
                starts_at: line.starts_at,
                ends_at: line.ends_at,
                setup_minutes: footing.setup_minutes,
                teardown_minutes: footing.teardown_minutes,
                state: OccurrenceState::Confirmed,
                changed_reason: String::new(),
                version: 1,
            })
            .collect();
        bookings::book(tx, &dates, at).await
    }

    /// Notes the steps of the case.
    pub(super) fn log(
        &self,
        request: &Request,
        dates: &[NaiveDate],
        (by, decided_at): (&DecidedBy, Timestamp),
        log: &mut Vec<NewEvent>,
    ) {
        let sent = CaseEvent::Sent {
            asked: u32::try_from(dates.len()).unwrap_or_default(),
            waiting: 0,
            dropped: 0,
        };
        let applicant = Some(request.person_id);
        log.push(self.event(
            request,
            EventKind::RequestSent,
            &sent,
            (applicant, request.sent_at),
        ));
        let decision = decision_id(request);
        match by {
            DecidedBy::Rule { rule, version, name } => {
                let event = CaseEvent::DecidedByRule {
                    decision,
                    rule: *rule,
                    version: *version,
                    name: name.clone(),
                    dates: dates.to_vec(),
                };
                log.push(self.event(request, EventKind::DecidedByRule, &event, (None, decided_at)));
            }
            DecidedBy::Person { person, .. } => {
                let left = CaseEvent::LeftToPerson {
                    verdict: request.verdict.clone(),
                };
                log.push(self.event(request, EventKind::LeftToPerson, &left, (None, request.sent_at)));
                let event = CaseEvent::Decided {
                    decision,
                    outcome: Outcome::Approved,
                    approved: dates.to_vec(),
                    rejected: Vec::new(),
                };
                log.push(self.event(request, EventKind::Decided, &event, (Some(*person), decided_at)));
            }
        }
    }

    fn event(
        &self,
        request: &Request,
        kind: EventKind,
        event: &CaseEvent,
        (actor, at): (Option<PersonId>, Timestamp),
    ) -> NewEvent {
        NewEvent {
            id: self.making.service.new_id::<EventId>(at),
            at,
            kind,
            actor,
            acting_for: request
                .organisation_id
                .filter(|_| actor == Some(request.person_id)),
            request_id: Some(request.id),
            facility_id: Some(request.facility_id),
            subject: serde_json::json!({ "request": request.id, "number": request.case_number }),
            detail: serde_json::to_value(event).unwrap_or_default(),
        }
    }
}

/// The decision of a bulk case: its id follows from the request's.
fn decision_id(request: &Request) -> ledig_domain::id::DecisionId {
    ledig_domain::id::DecisionId(uuid::Uuid::from_u128(request.id.0.as_u128() ^ 1))
}
