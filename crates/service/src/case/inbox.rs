//! The manager's inbox: what the rules left open.

mod load;
pub(crate) use load::undecided;

use super::parts::{Applicant, SpaceRef};
use chrono::NaiveDate;
use ledig_domain::{
    coded,
    id::{FacilityId, RequestId},
    priority::ClassPlace,
    recurrence::Recurrence,
    request::RequestState,
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

coded! {
    /// Which cases.
    pub enum InboxShow {
        /// Those that a person must look at.
        Undecided = "undecided",
        /// Those with an offer that the applicant has not answered.
        Offered = "offered",
        /// Those that were decided or taken back, newest first.
        Done = "done",
    }
}

coded! {
    /// In which order.
    pub enum InboxSort {
        /// Waited longest first.
        Waiting = "waiting",
        /// First date first.
        FirstDate = "first_date",
        /// Highest priority class first, then waited longest.
        Class = "class",
        /// By the applicant's name.
        Applicant = "applicant",
        /// Most conflicts first.
        Conflicts = "conflicts",
    }
}

/// What to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InboxFilter {
    /// Which cases.
    pub show: InboxShow,
    /// Only of this facility.
    pub facility: Option<FacilityId>,
    /// Only those whose applicant, purpose, place or number holds the text.
    pub text: String,
    /// Only with conflicts or competitors (`true`), or only without (`false`).
    pub conflicts: Option<bool>,
    /// In which order.
    pub sort: InboxSort,
    /// Page, from 0.
    pub page: u32,
}

impl Default for InboxFilter {
    fn default() -> Self {
        Self {
            show: InboxShow::Undecided,
            facility: None,
            text: String::new(),
            conflicts: None,
            sort: InboxSort::Waiting,
            page: 0,
        }
    }
}

/// The inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inbox {
    /// The rows of the page.
    pub rows: Vec<InboxRow>,
    /// How many fit the filter.
    pub total: u32,
    /// Rows on a page.
    pub page_size: u32,
    /// How many are undecided in all that the viewer may decide.
    pub undecided: u32,
    /// When the oldest of those was sent.
    pub oldest: Option<Timestamp>,
    /// Facilities to choose from, with how many undecided cases each.
    pub facilities: Vec<(FacilityId, String, u32)>,
    /// How long deciding has usually taken, seconds.
    pub usual_seconds: Option<i64>,
    /// Now.
    pub now: Timestamp,
    /// The municipality's date.
    pub today: NaiveDate,
}

/// A case in the inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InboxRow {
    /// Which.
    pub id: RequestId,
    /// The number that people say.
    pub number: String,
    /// The version that a decision must name.
    pub version: i64,
    /// Who asks.
    pub applicant: Applicant,
    /// The viewer belongs to the applicant, and may not decide.
    pub own: bool,
    /// Where.
    pub space: SpaceRef,
    /// When, as it was asked for.
    pub recurrence: Recurrence,
    /// What for.
    pub purpose: String,
    /// How many persons, if told.
    pub persons: Option<u32>,
    /// Undecided dates.
    pub dates: u32,
    /// Of these, dates that are taken.
    pub conflicts: u32,
    /// Other undecided cases that want some of the same time.
    pub competitors: u32,
    /// First date.
    pub first: NaiveDate,
    /// Last date.
    pub last: NaiveDate,
    /// Where the applicant stands.
    pub class: Option<ClassPlace>,
    /// Where it stands.
    pub state: RequestState,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// What seems right.
    pub recommendation: Recommendation,
}

/// What seems right, by priority class and what is free. A person decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Everything is free, and nobody stands before.
    ApproveAll,
    /// All but some taken dates.
    ApproveAllBut {
        /// How many are taken.
        taken: u32,
    },
    /// Another case that wants the same time stands before.
    Yield {
        /// Who.
        to: String,
        /// Their case.
        request: RequestId,
        /// Their class.
        class: ClassPlace,
        /// On how many dates.
        dates: u32,
    },
    /// Others want the same time; this one stands first.
    FirstAmong {
        /// How many others.
        others: u32,
        /// Dates that are taken besides.
        taken: u32,
    },
    /// Every date is taken: offer something else.
    AllTaken,
    /// One's own organisation: another person must decide.
    OwnOrganisation,
    /// Nothing to decide.
    Nothing,
}
