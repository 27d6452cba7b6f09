//! A case as the one who decides sees it.

mod history;
mod outlook;
mod ranking;
mod week;

use super::{
    decide::{
        OfferSpace,
        offer::{manages, places},
        thing,
    },
    file::File,
    inbox::{Recommendation, undecided},
    page::CasePage,
    parts::{Applicant, SpaceRef},
};
use crate::{Service, ServiceError, Viewer, access::Action};
use chrono::NaiveDate;
use ledig_domain::{
    alternative::Alternative,
    auto_rule::Verdict,
    id::{LineId, RequestId},
    outcome::DateOutcome,
    priority::ClassPlace,
    time::{Timestamp, WallSpan},
};
use ledig_store::inbox;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Everything that a decision needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagerCase {
    /// The case.
    pub case: CasePage,
    /// Each undecided or waiting date as it looks now.
    pub outlook: Vec<Outlook>,
    /// A week with the request drawn in.
    pub week: CaseWeek,
    /// Others that want some of the same time, with this one among them, first one first.
    pub ranking: Vec<Competitor>,
    /// What the applicant has asked for, had and given back.
    pub history: History,
    /// What the rules say now: why none decides, or that one would.
    pub verdict: Verdict,
    /// What seems right.
    pub recommendation: Recommendation,
    /// The spaces that the viewer may offer, those of the facility first.
    pub places: Vec<OfferSpace>,
    /// Why the viewer may not decide.
    pub barred: Option<Barred>,
    /// The undecided case before and after this one in the inbox's order.
    pub neighbours: (Option<RequestId>, Option<RequestId>),
}

/// Why one may not decide a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Barred {
    /// One belongs to the organisation, or asked oneself.
    OwnOrganisation,
    /// One's role only looks.
    Role,
    /// There is nothing to decide.
    NothingOpen,
}

/// A date as it looks now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlook {
    /// Which.
    pub line: LineId,
    /// On which date.
    pub date: NaiveDate,
    /// Whether it can be had; a case officer sees who has it.
    pub outcome: DateOutcome,
    /// What could be offered instead, best first.
    pub alternatives: Vec<Alternative>,
    /// Other undecided cases that want the same time.
    pub wanted_by: Vec<RequestId>,
}

/// A week of the space, its parts and the whole it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseWeek {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Seven days.
    pub days: Vec<CaseDay>,
    /// Mondays of the weeks in which the request has dates.
    pub weeks: Vec<NaiveDate>,
}

/// A day of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseDay {
    /// Which.
    pub date: NaiveDate,
    /// When the space is open.
    pub open: Vec<WallSpan>,
    /// What is there, by start.
    pub entries: Vec<CaseEntry>,
}

/// Something in a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseEntry {
    /// When, on the day's clock.
    pub times: WallSpan,
    /// Where, by name.
    pub space: String,
    /// What.
    pub kind: EntryKind,
    /// Who, or why.
    pub label: String,
    /// Its case.
    pub request: Option<RequestId>,
}

/// What kind of thing stands in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Booked by another.
    Booked,
    /// Booked by the applicant.
    Own,
    /// Held for somebody.
    Held,
    /// Closed.
    Closed,
    /// What this case asks for.
    Asked,
    /// What another undecided case asks for.
    Competing,
}

/// A case that wants some of the same time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Competitor {
    /// Which.
    pub request: RequestId,
    /// The number that people say.
    pub number: String,
    /// This is the case that is looked at.
    pub this: bool,
    /// Who.
    pub applicant: Applicant,
    /// Where.
    pub space: SpaceRef,
    /// What for.
    pub purpose: String,
    /// Where they stand.
    pub class: ClassPlace,
    /// When they asked.
    pub sent_at: Timestamp,
    /// The dates on which the two want the same; all of its undecided dates for the case itself.
    pub dates: Vec<NaiveDate>,
    /// Undecided dates in all.
    pub total_dates: u32,
    /// What puts it before the next one.
    pub before_next: Option<Before>,
}

/// What puts one case before the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Before {
    /// A higher priority class.
    HigherClass,
    /// The same class, and asked first.
    AskedFirst,
}

/// An applicant's history with the municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// Cases in the last twelve months, this one not counted.
    pub cases: u32,
    /// Dates held in the last twelve months and to come.
    pub dates: u32,
    /// Of these, cancelled by themselves.
    pub given_back: u32,
    /// Minutes that they hold in the week of the request's first date.
    pub minutes_that_week: u32,
    /// The newest cases: id, number, place, first date and dates.
    pub latest: Vec<(RequestId, String, String, NaiveDate, u32)>,
}

impl Service {
    /// A case with all that a decision needs, for staff of its facility. `monday` chooses the week shown.
    ///
    /// # Errors
    /// `NotSignedIn`; `NotFound` for one who is not staff there.
    pub async fn manager_case(
        &self,
        viewer: &Viewer,
        id: RequestId,
        monday: Option<NaiveDate>,
    ) -> Result<ManagerCase, ServiceError> {
        if viewer.person.is_none() {
            return Err(ServiceError::NotSignedIn);
        }
        self.store()
            .read(async |tx| {
                let mut file = File::load(self, tx, viewer, id).await?;
                if !viewer.can(Action::SeeCaseAsStaff, &thing(&file.request)) {
                    return Err(ServiceError::NotFound);
                }
                let case = file.page(tx, viewer).await?;
                let week = week::load(tx, &file, viewer, monday).await?;
                let mut outlook = outlook::load(tx, &mut file).await?;
                for one in &mut outlook {
                    let own = |way: &Alternative| {
                        let facility = file.world.facility(way.space);
                        facility.is_some_and(|facility| manages(viewer, facility))
                    };
                    one.alternatives.retain(own);
                }
                let rivals: BTreeSet<RequestId> = file
                    .world
                    .rivals
                    .iter()
                    .map(|rival| rival.row.request_id)
                    .collect();
                let rivals: Vec<RequestId> = rivals.into_iter().chain([id]).collect();
                let rivals = inbox::by_ids(tx, &rivals).await?;
                let queue = undecided(tx, viewer).await?;
                let history = history::load(tx, &file, self.now()).await?;
                let ranking = ranking::ranking(&file, &rivals, viewer, &outlook);
                Ok(ManagerCase {
                    recommendation: ranking::recommendation(&file, &ranking, &outlook, viewer),
                    verdict: outlook::verdict(&file),
                    places: places(&file.world, viewer, file.request.facility_id),
                    barred: barred(&file, viewer, &case),
                    neighbours: neighbours(&queue, id),
                    case,
                    outlook,
                    week,
                    ranking,
                    history,
                })
            })
            .await
    }
}

fn barred(file: &File, viewer: &Viewer, case: &CasePage) -> Option<Barred> {
    if case.own || viewer.id() == Some(file.request.person_id) {
        Some(Barred::OwnOrganisation)
    } else if !viewer.can(Action::Decide, &thing(&file.request)) {
        Some(Barred::Role)
    } else if !case.may.decide {
        Some(Barred::NothingOpen)
    } else {
        None
    }
}

/// The undecided cases before and after, in the order in which they were sent.
fn neighbours(queue: &[inbox::Case], id: RequestId) -> (Option<RequestId>, Option<RequestId>) {
    let open: Vec<RequestId> = queue
        .iter()
        .filter(|case| case.asked > 0 || case.id == id)
        .map(|case| case.id)
        .collect();
    match open.iter().position(|one| *one == id) {
        Some(at) => (
            at.checked_sub(1).and_then(|before| open.get(before).copied()),
            open.get(at + 1).copied(),
        ),
        None => (None, open.first().copied()),
    }
}
