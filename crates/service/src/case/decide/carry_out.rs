//! A decision carried out: all or nothing.

use super::{Decide, Decided, LineDecision, thing};
use crate::case::{
    act::freed_by,
    plan::World,
    step::{CaseEvent, OfferedDate},
    write::{Case, Change, Notify, Refusals, outcome_of},
};
use crate::{Fault, ServiceError, Viewer, access::Action};
use ledig_domain::{
    decision::{DecidedBy, Offer},
    id::{LineId, RequestId},
    request::{LineMove, LineState},
    time::resolve_span,
};
use ledig_store::holds;

impl Change<'_> {
    /// A case that the viewer may decide, locked.
    pub(super) async fn case_to_decide(
        &mut self,
        viewer: &Viewer,
        id: RequestId,
    ) -> Result<Case, ServiceError> {
        let case = self.case(id).await?;
        if !viewer.can(Action::SeeCaseAsStaff, &thing(&case.request)) {
            return Err(ServiceError::NotFound);
        }
        // One who asked is a party too, also where it was for an organisation one has left since.
        let asked = viewer.id() == Some(case.request.person_id);
        if asked || !viewer.can(Action::Decide, &thing(&case.request)) {
            return Err(ServiceError::Forbidden);
        }
        Ok(case)
    }

    pub(super) async fn carry_out(
        &mut self,
        viewer: &Viewer,
        case: &mut Case,
        decide: &Decide,
        by: DecidedBy,
    ) -> Result<Decided, ServiceError> {
        let world = self.world_of(&case.request, viewer).await?;
        let mut approved = Vec::new();
        let mut refusals = Refusals::new();
        let mut offers = Vec::new();
        let until = self
            .now
            .plus(i64::from(self.service.settings().offer_hours) * 3600);
        for (line, decision) in &decide.lines {
            match decision {
                LineDecision::Approve if case.line(*line)?.starts_at <= self.now => {
                    return Err(ServiceError::field("lines", Fault::Past));
                }
                LineDecision::Approve => approved.push(*line),
                LineDecision::Reject { reason, text } => {
                    case.line(*line)?;
                    refusals.insert(*line, (*reason, text.trim().to_owned()));
                }
                LineDecision::Offer { space, date, times } => {
                    case.line(*line)?;
                    let starts_at = resolve_span(*date, *times, world.zone).start;
                    let offer = Offer {
                        space: *space,
                        date: *date,
                        times: *times,
                        until: until.min(starts_at),
                        by: by.clone(),
                        came_free: false,
                    };
                    offers.push((*line, offer));
                }
            }
        }
        self.offerable(viewer, &case.request, &offers).await?;
        // What is offered is let go first where it is decided otherwise.
        let named: Vec<LineId> = decide.lines.keys().copied().collect();
        let let_go = case.in_state(LineState::Offered, &named);
        let freed = freed_by(case, &let_go, &world);
        holds::release(self.tx, &let_go).await?;
        for line in refusals.keys() {
            case.step(*line, LineMove::Reject, self.now)?;
        }
        self.give(case, &approved, LineMove::Approve, &world).await?;
        self.offer(case, offers.clone(), &world).await?;
        let decided = !approved.is_empty() || !refusals.is_empty();
        let decision = match decided {
            true => Some(self.decision(case, by, &refusals, &decide.text).await?),
            false => None,
        };
        self.save(case).await?;
        if let Some(decision) = decision {
            let rejected = case.lines.iter().filter_map(|line| {
                let (reason, _) = refusals.get(&line.id)?;
                Some((line.date, *reason))
            });
            let event = CaseEvent::Decided {
                decision,
                outcome: outcome_of(case),
                approved: case.dates(&approved),
                rejected: rejected.collect(),
            };
            self.record(&case.request, &event, Notify::Applicant).await?;
        }
        self.record_offers(case, &offers, &world, decision.is_some())
            .await?;
        let told = self.tell_rivals(case, &approved, &world).await?;
        self.turn(&freed, &named, &world).await?;
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        Ok(Decided {
            request: case.request.id,
            decision,
            approved: count(approved.len()),
            rejected: count(refusals.len()),
            offered: count(offers.len()),
            told,
        })
    }

    async fn record_offers(
        &mut self,
        case: &Case,
        offers: &[(LineId, Offer)],
        world: &World,
        told_already: bool,
    ) -> Result<(), ServiceError> {
        let Some(until) = offers.iter().map(|(_, offer)| offer.until).min() else {
            return Ok(());
        };
        let mut dates = Vec::with_capacity(offers.len());
        for (id, offer) in offers {
            dates.push(OfferedDate {
                line: *id,
                date: case.line(*id)?.date,
                offered_date: offer.date,
                space: world.name(offer.space),
                times: offer.times,
            });
        }
        let event = CaseEvent::OfferMade { offers: dates, until };
        // One message tells both the decision and the offers.
        let notify = if told_already {
            Notify::Nobody
        } else {
            Notify::Applicant
        };
        self.record(&case.request, &event, notify).await
    }
}
