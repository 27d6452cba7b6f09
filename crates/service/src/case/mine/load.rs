//! My page, loaded in a fixed number of queries.

use super::{CaseSummary, MyOffer, MyPage, NextStep, NextTime, WaitingDate};
use crate::case::{
    names::{Party, Places},
    parts::{LineCounts, OpenOffer},
    plan::{World, asker},
    step::{self, Step},
};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
};
use ledig_domain::{
    id::{DecisionId, OrganisationId, PersonId, RequestId},
    people::ApplicantKind,
    request::{LineState, RequestState},
    time::{Timestamp, WallSpan},
};
use ledig_store::{
    Tx,
    bookings::{self, Upcoming},
    decisions::{self, Decision},
    events, inbox,
    requests::{self, Line},
};
use std::cmp::Reverse;

/// The most coming times on the page.
const NEXT: u32 = 60;

/// The most cases on the page.
const CASES: u32 = 100;

impl Service {
    /// My page. With an organisation acted for, that one's; otherwise everything that one is part of.
    ///
    /// # Errors
    /// `NotSignedIn`.
    pub async fn my_page(&self, viewer: &Viewer) -> Result<MyPage, ServiceError> {
        viewer.may(Action::SeeMyPage, &Thing::NONE)?;
        let person = viewer.person.as_ref().ok_or(ServiceError::NotSignedIn)?;
        let (organisations, alone) = match person.acting_for {
            Some(organisation) => (vec![organisation], None),
            None => {
                let all = person.memberships.iter().map(|one| one.organisation);
                (all.collect(), Some(person.id))
            }
        };
        self.store()
            .read(async |tx| {
                let mine = Mine {
                    organisations,
                    person: alone,
                };
                self.load_mine(tx, viewer, &mine).await
            })
            .await
    }

    async fn load_mine(&self, tx: &mut Tx, viewer: &Viewer, mine: &Mine) -> Result<MyPage, ServiceError> {
        let now = self.now();
        let who = asker(tx, None, None, viewer.id()).await?;
        let world = self.bare_world(tx, viewer, who, None).await?;
        let cases = inbox::of_applicants(tx, &mine.organisations, mine.person, CASES).await?;
        let ids: Vec<RequestId> = cases.iter().map(|case| case.id).collect();
        let open = requests::waiting_or_offered(tx, &ids, now).await?;
        let booked = bookings::upcoming(tx, &mine.organisations, mine.person, now, NEXT).await?;
        let next_total = bookings::count_upcoming(tx, &mine.organisations, mine.person, now).await?;
        let last = events::last_of_requests(tx, &ids).await?;
        let decisions = decisions::of_requests(tx, &ids).await?;
        let usual = decisions::usual(tx).await?;
        let wanted = cases
            .iter()
            .map(|case| case.space_id)
            .chain(booked.iter().map(|one| one.space_id))
            .chain(open.iter().flat_map(|line| [line.space_id, line.wish_space_id]))
            .chain(
                open.iter()
                    .filter_map(|line| line.offer.as_ref().map(|offer| offer.space)),
            )
            .collect();
        let places = Places::load(tx, &world, wanted).await?;
        let page = Page {
            viewer,
            world: &world,
            places: &places,
            cases: &cases,
        };
        let summaries = cases.iter().map(|case| {
            let mine = |decision: &&Decision| decision.request_id == case.id;
            let newest = decisions.iter().rfind(mine).map(|decision| decision.id);
            let step = last.iter().find(|event| event.request_id == Some(case.id));
            let lines = open.iter().filter(|line| line.request_id == case.id);
            let usual = usual.of(case.facility_id);
            page.summary(
                case,
                lines,
                step.and_then(|event| step::step(event, viewer)),
                newest,
                usual,
            )
        });
        let mut summaries: Vec<CaseSummary> = summaries.collect();
        summaries.sort_by_key(|case| Reverse(case.last_step.as_ref().map_or(case.sent_at, |step| step.at)));
        let waiting = open.iter().filter(|line| line.state == LineState::Waiting);
        let mut offers: Vec<MyOffer> = open.iter().filter_map(|line| page.offer(line)).collect();
        offers.sort_by_key(|offer| offer.offer.until);
        Ok(MyPage {
            today: self.today(),
            now,
            acting_for: viewer.acting_for().map(|membership| membership.organisation),
            next: booked.iter().map(|one| page.next(one)).collect(),
            next_total,
            waiting: waiting.filter_map(|line| page.waiting(line)).collect(),
            offers,
            cases: summaries,
        })
    }
}

/// Whose cases.
struct Mine {
    organisations: Vec<OrganisationId>,
    person: Option<PersonId>,
}

struct Page<'a> {
    viewer: &'a Viewer,
    world: &'a World,
    places: &'a Places,
    cases: &'a [inbox::Case],
}

impl Page<'_> {
    fn case(&self, id: RequestId) -> Option<&inbox::Case> {
        self.cases.iter().find(|case| case.id == id)
    }

    fn may_change(&self, case: &inbox::Case) -> bool {
        let thing = Thing::case(case.facility_id, case.organisation_id, case.person_id);
        self.viewer.can(Action::ChangeCase, &thing)
    }

    fn next(&self, one: &Upcoming) -> NextTime {
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

    fn waiting(&self, line: &Line) -> Option<WaitingDate> {
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

    fn offer(&self, line: &Line) -> Option<MyOffer> {
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

    fn summary<'l>(
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
