//! The parts of my page, as they are shown.

use super::{CaseSummary, MyOffer, NextStep, NextTime, WaitingDate};
use crate::case::{
    names::{Party, Places},
    parts::{LineCounts, OpenOffer},
    plan::World,
    step::Step,
};
use crate::{
    Viewer,
    access::{Action, Thing},
};
use ledig_domain::{
    id::{DecisionId, RequestId},
    people::ApplicantKind,
    request::{LineState, RequestState},
    time::{Timestamp, WallSpan},
};
use ledig_store::{bookings::Upcoming, inbox, requests::Line};

/// What the page is put together from.
pub(super) struct Page<'a> {
    pub(super) viewer: &'a Viewer,
    pub(super) world: &'a World,
    pub(super) places: &'a Places,
    pub(super) cases: &'a [inbox::Case],
}

impl Page<'_> {
    fn case(&self, id: RequestId) -> Option<&inbox::Case> {
        self.cases.iter().find(|case| case.id == id)
    }

    fn may_change(&self, case: &inbox::Case) -> bool {
        let thing = Thing::case(case.facility_id, case.organisation_id, case.person_id);
        self.viewer.can(Action::ChangeCase, &thing)
    }

    /// A coming time.
    pub(super) fn next(&self, one: &Upcoming) -> NextTime {
        let party = Party {
            facility: one.facility_id,
            organisation: one.organisation_id.map(|id| {
                let kind = one.organisation_kind.unwrap_or(ApplicantKind::Association);
                (id, one.organisation_name.clone().unwrap_or_default(), kind)
            }),
            team: one.team_id.zip(one.team_name.clone()),
            person: (one.person_id, one.person_name.clone()),
        };
        let thing = Thing::case(one.facility_id, one.organisation_id, one.person_id);
        let hours = self
            .world
            .land
            .footing
            .get(&one.space_id)
            .map_or(0, |footing| footing.rules.cancel_hours);
        let cancel_until = one.starts_at.plus(-i64::from(hours) * 3600);
        NextTime {
            request: one.request_id,
            line: one.line_id,
            occurrence: one.id,
            date: one.date,
            times: WallSpan {
                from: one.from_minute,
                to: one.to_minute,
            },
            space: self.places.get(one.space_id, one.facility_id),
            applicant: party.seen_by(self.viewer),
            purpose: one.purpose.clone(),
            starts_at: one.starts_at,
            ends_at: one.ends_at,
            cancel_until,
            may_cancel: self.viewer.can(Action::ChangeCase, &thing)
                && one.starts_at > self.world.now
                && self.world.now <= cancel_until,
        }
    }

    /// A date that waits.
    pub(super) fn waiting(&self, line: &Line) -> Option<WaitingDate> {
        let case = self.case(line.request_id)?;
        Some(WaitingDate {
            request: case.id,
            line: line.id,
            date: line.date,
            times: line.times(),
            space: self.places.get(line.space_id, case.facility_id),
            applicant: Party::of(case).seen_by(self.viewer),
            since: line.waiting_since.unwrap_or(case.sent_at),
        })
    }

    /// An offer to answer, while it stands.
    pub(super) fn offer(&self, line: &Line) -> Option<MyOffer> {
        let case = self.case(line.request_id)?;
        let offer = line
            .offer
            .as_ref()
            .filter(|offer| line.state == LineState::Offered && offer.until > self.world.now)?;
        Some(MyOffer {
            request: case.id,
            version: case.version,
            line: line.id,
            wished: (
                line.date,
                self.places.get(line.wish_space_id, case.facility_id).name,
                line.wished(),
            ),
            offer: OpenOffer {
                space: self.places.get(offer.space, case.facility_id),
                date: offer.date,
                times: offer.times,
                until: offer.until,
                came_free: offer.came_free,
            },
            applicant: Party::of(case).seen_by(self.viewer),
            may_answer: self.may_change(case),
        })
    }

    /// A case in short.
    pub(super) fn summary<'l>(
        &self,
        case: &inbox::Case,
        lines: impl Iterator<Item = &'l Line>,
        last_step: Option<Step>,
        decision: Option<DecisionId>,
        usual_seconds: Option<i64>,
    ) -> CaseSummary {
        let counts = LineCounts {
            asked: case.asked,
            waiting: case.waiting,
            dropped: case.dropped,
            offered: case.offered,
            approved: case.approved,
            rejected: case.rejected,
            cancelled: case.cancelled,
        };
        let until = lines
            .filter(|line| line.state == LineState::Offered)
            .filter_map(|line| line.offer.as_ref().map(|offer| offer.until))
            .min();
        CaseSummary {
            id: case.id,
            number: case.case_number.clone(),
            applicant: Party::of(case).seen_by(self.viewer),
            space: self.places.get(case.space_id, case.facility_id),
            recurrence: case.recurrence.clone(),
            purpose: case.purpose.clone(),
            first: case.first_date,
            last: case.last_date,
            state: case.state,
            counts,
            sent_at: case.sent_at,
            last_step,
            next_step: next_step(case, until, decision, usual_seconds),
        }
    }
}

fn next_step(
    case: &inbox::Case,
    until: Option<Timestamp>,
    decision: Option<DecisionId>,
    usual_seconds: Option<i64>,
) -> NextStep {
    match (case.state, until, decision) {
        (RequestState::Withdrawn, ..) => NextStep::Nothing,
        (_, Some(until), _) => NextStep::AnswerOffer {
            dates: case.offered,
            until,
        },
        (RequestState::Open, ..) => NextStep::WaitForDecision { usual_seconds },
        _ if case.waiting > 0 => NextStep::WaitForFree { dates: case.waiting },
        (.., Some(decision)) => NextStep::SeeDecision { decision },
        _ => NextStep::Nothing,
    }
}
