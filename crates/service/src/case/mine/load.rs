//! My page, loaded in a fixed number of queries.

use super::{CaseSummary, MyOffer, MyPage, show::Page};
use crate::case::{names::Places, plan::asker, step};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
};
use ledig_domain::{
    id::{OrganisationId, PersonId, RequestId},
    request::LineState,
};
use ledig_store::{
    Tx, bookings,
    decisions::{self, Decision},
    events, inbox, requests,
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
