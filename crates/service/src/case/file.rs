//! A case with everything that was written about it, and the page made of it.

use super::{
    cancel::{cancel_until, may_cancel},
    decide::{party, thing},
    names::{Party, Places},
    page::{CaseActions, CaseLine, CasePage, DecisionSummary, LineActions, LineCancelled},
    parts::{LineCounts, OpenOffer, contact},
    plan::{World, asker},
    step::{CaseEvent, Step, steps},
};
use crate::{Service, ServiceError, Viewer, access::Action};
use ledig_domain::{
    id::{LineId, RequestId, SpaceId},
    request::{LineMove, LineState, OccurrenceState, RequestState},
    time::{Timestamp, local_date},
};
use ledig_store::{
    Tx,
    bookings::{self, Occurrence},
    decisions::{self, Decision, DecisionLine},
    events::{self, Event},
    requests::{self, Line, Request},
};

/// A case with everything that was written about it.
pub(crate) struct File {
    /// The request.
    pub request: Request,
    /// Its dates.
    pub lines: Vec<Line>,
    /// Who asks, as the rules see it; nothing is busy in the world yet.
    pub world: World,
    decisions: Vec<Decision>,
    said: Vec<DecisionLine>,
    occurrences: Vec<Occurrence>,
    events: Vec<Event>,
    places: Places,
    usual_seconds: Option<i64>,
}

impl File {
    /// Loads a case that the viewer may see, in a fixed number of queries.
    ///
    /// # Errors
    /// `NotFound` where it is not there, or not for the viewer.
    pub async fn load(
        service: &Service,
        tx: &mut Tx,
        viewer: &Viewer,
        id: RequestId,
    ) -> Result<Self, ServiceError> {
        let request = requests::by_id(tx, id)
            .await?
            .filter(|request| viewer.can(Action::SeeCase, &thing(request)))
            .ok_or(ServiceError::NotFound)?;
        let lines = requests::lines(tx, id).await?;
        let decisions = decisions::of_request(tx, id).await?;
        let newest: Vec<_> = decisions.last().map(|decision| decision.id).into_iter().collect();
        let who = asker(
            tx,
            request.organisation_id,
            request.team_id,
            Some(request.person_id),
        )
        .await?;
        let world = service.bare_world(tx, viewer, who, request.persons).await?;
        let wanted = lines
            .iter()
            .flat_map(|line| {
                let offered: Option<SpaceId> = line.offer.as_ref().map(|offer| offer.space);
                [Some(line.space_id), Some(line.wish_space_id), offered]
            })
            .flatten()
            .chain([request.space_id])
            .collect();
        let places = Places::load(tx, &world, wanted).await?;
        Ok(Self {
            said: decisions::lines(tx, &newest).await?,
            occurrences: bookings::occurrences(tx, id).await?,
            events: events::of_request(tx, id).await?,
            usual_seconds: decisions::usual_seconds(tx, request.facility_id).await?,
            request,
            lines,
            world,
            decisions,
            places,
        })
    }

    /// The page.
    pub async fn page(&self, tx: &mut Tx, viewer: &Viewer) -> Result<CasePage, ServiceError> {
        let request = &self.request;
        let case = thing(request);
        let own = party(viewer, request);
        let withdrawn = request.state == RequestState::Withdrawn;
        let acts = viewer.can(Action::ChangeCase, &case) && !withdrawn;
        let owner = !own && viewer.can(Action::CancelAsOwner, &case);
        let lines: Vec<CaseLine> = self
            .lines
            .iter()
            .map(|line| self.line(line, acts, owner))
            .collect();
        let has = |states: &[LineState]| self.lines.iter().any(|line| states.contains(&line.state));
        let open = has(&[LineState::Asked, LineState::Waiting, LineState::Offered]);
        let may = CaseActions {
            withdraw: acts && open,
            answer_all: lines.iter().filter(|line| line.may.answer).count() > 0,
            cancel_all: lines.iter().filter(|line| line.may.cancel).count() > 0,
            decide: open
                && request.person_id != viewer.id().unwrap_or(request.person_id)
                && viewer.can(Action::Decide, &case),
        };
        Ok(CasePage {
            id: request.id,
            number: request.case_number.clone(),
            version: request.version,
            state: request.state,
            applicant: Party::load(tx, request).await?.seen_by(viewer),
            own,
            space: self.places.get(request.space_id, request.facility_id),
            recurrence: request.recurrence.clone(),
            purpose: request.purpose.clone(),
            persons: request.persons,
            class: request.class_place.clone(),
            sent_at: request.sent_at,
            verdict: request.verdict.clone(),
            usual_seconds: self.usual_seconds,
            counts: LineCounts::of(self.lines.iter().map(|line| line.state)),
            lines,
            decisions: self.summaries(),
            timeline: self.timeline(viewer),
            may,
            contact: contact(tx, &self.world, request.space_id).await?,
            now: self.world.now,
            today: local_date(self.world.now, self.world.zone),
        })
    }

    /// What happened, oldest first.
    pub fn timeline(&self, viewer: &Viewer) -> Vec<Step> {
        steps(&self.events, viewer)
    }

    fn summaries(&self) -> Vec<DecisionSummary> {
        let newest = self.decisions.last().map(|decision| decision.id);
        self.decisions
            .iter()
            .rev()
            .map(|decision| DecisionSummary {
                id: decision.id,
                outcome: decision.outcome,
                by: decision.decided_by.clone(),
                at: decision.decided_at,
                appeal_until: decision.appeal_deadline,
                superseded: Some(decision.id) != newest,
            })
            .collect()
    }

    fn line(&self, line: &Line, acts: bool, owner: bool) -> CaseLine {
        let facility = self.request.facility_id;
        let now = self.world.now;
        let date = local_date(line.starts_at, self.world.zone);
        let as_wished =
            date == line.date && line.times() == line.wished() && line.space_id == line.wish_space_id;
        // The newest one: a date may be given again after it was cancelled.
        let occurrence = self.occurrences.iter().rfind(|one| one.line_id == line.id);
        let standing = occurrence.filter(|one| one.state == OccurrenceState::Confirmed);
        let said = self.said.iter().find(|said| said.line_id == line.id);
        let coming = line.starts_at > now;
        let allows = |wanted: LineMove| acts && coming && line.state.after(wanted).is_ok();
        let offer = line.offer.as_ref().filter(|_| line.state == LineState::Offered);
        let may = LineActions {
            answer: acts && offer.is_some_and(|offer| offer.until > now),
            drop: allows(LineMove::Drop),
            wait: allows(LineMove::Wait),
            ask: allows(LineMove::Ask),
            cancel: standing
                .is_some_and(|one| (acts && may_cancel(one, &self.world)) || (owner && one.starts_at > now)),
        };
        CaseLine {
            id: line.id,
            date,
            times: line.times(),
            space: self.places.get(line.space_id, facility),
            state: line.state,
            wished: (!as_wished).then(|| {
                let place = self.places.get(line.wish_space_id, facility);
                (line.date, place.name, line.wished())
            }),
            offer: offer.map(|offer| OpenOffer {
                space: self.places.get(offer.space, facility),
                date: offer.date,
                times: offer.times,
                until: offer.until,
                came_free: offer.came_free,
            }),
            occurrence: standing.map(|one| one.id),
            rejected: said
                .filter(|_| line.state == LineState::Rejected)
                .and_then(|said| Some((said.reason?, said.reason_text.clone()))),
            cancelled: occurrence
                .filter(|_| line.state == LineState::Cancelled)
                .map(|one| self.cancelled(line.id, one)),
            waiting_since: line.waiting_since,
            starts_at: line.starts_at,
            ends_at: line.ends_at,
            cancel_until: standing
                .filter(|one| one.starts_at > now)
                .map(|one| cancel_until(one, &self.world)),
            may,
        }
    }

    fn cancelled(&self, line: LineId, occurrence: &Occurrence) -> LineCancelled {
        let at = self.events.iter().rev().find_map(|event| {
            let dates = match serde_json::from_value(event.detail.clone()).ok()? {
                CaseEvent::Withdrawn { dates } | CaseEvent::Cancelled { dates, .. } => dates,
                _ => return None,
            };
            dates.contains(&occurrence.date).then_some(event.at)
        });
        let sent = self.lines.iter().find(|one| one.id == line);
        let fallback = sent.map_or(Timestamp::default(), |one| one.starts_at);
        LineCancelled {
            by_owner: occurrence.state == OccurrenceState::Cancelled,
            reason: occurrence.changed_reason.clone(),
            at: at.unwrap_or(fallback),
        }
    }
}
