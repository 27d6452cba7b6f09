//! The steps of a case, typed: what the event log's details hold, and what the timeline shows.

use crate::Viewer;
use chrono::NaiveDate;
use ledig_domain::{
    auto_rule::Verdict,
    decision::{Outcome, RejectionReason},
    event::EventKind,
    id::{DecisionId, LineId, RuleId},
    priority::ClassPlace,
    request::LineState,
    time::{Timestamp, WallSpan},
};
use ledig_store::events::Event;
use serde::{Deserialize, Serialize};

/// One step of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    /// Who, as far as the viewer may know.
    pub by: StepBy,
    /// What.
    pub what: CaseEvent,
}

/// Who did a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepBy {
    /// Ledig itself: a rule, a deadline.
    System,
    /// The viewer.
    You,
    /// The applicant's side; the name where the viewer may know it.
    Applicant(Option<String>),
    /// The municipality's side; the name where the viewer may know it.
    Staff(Option<String>),
}

/// What happened in a case: the typed detail of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum CaseEvent {
    /// The request was sent.
    Sent {
        /// Dates asked for.
        asked: u32,
        /// Dates that wait.
        waiting: u32,
        /// Dates left out.
        dropped: u32,
    },
    /// A rule decided at once.
    DecidedByRule {
        /// The decision.
        decision: DecisionId,
        /// Which rule.
        rule: RuleId,
        /// In which version.
        version: u32,
        /// Its name then.
        name: String,
        /// Dates given.
        dates: Vec<NaiveDate>,
    },
    /// The rules left it to a person.
    LeftToPerson {
        /// Why.
        verdict: Verdict,
    },
    /// A person decided.
    Decided {
        /// The decision.
        decision: DecisionId,
        /// As a whole.
        outcome: Outcome,
        /// Dates given.
        approved: Vec<NaiveDate>,
        /// Dates refused, and why.
        rejected: Vec<(NaiveDate, RejectionReason)>,
    },
    /// Other times or places were offered.
    OfferMade {
        /// What.
        offers: Vec<OfferedDate>,
        /// Held until.
        until: Timestamp,
    },
    /// The applicant took offers.
    OfferAccepted {
        /// For these dates.
        dates: Vec<NaiveDate>,
        /// The decision that followed.
        decision: DecisionId,
    },
    /// Offers were declined, or ran out.
    OfferDeclined {
        /// For these dates.
        dates: Vec<NaiveDate>,
        /// Nobody answered in time.
        expired: bool,
    },
    /// The applicant took the request back.
    RequestWithdrawn,
    /// The applicant changed what becomes of dates.
    DateChanged {
        /// Which.
        dates: Vec<NaiveDate>,
        /// Where they stand now.
        became: LineState,
    },
    /// Time that the request wanted was given to another.
    TimeGivenAway {
        /// Which dates.
        dates: Vec<NaiveDate>,
        /// To whom, where that is public.
        to: Option<String>,
        /// Where the other stands.
        class: Option<ClassPlace>,
    },
    /// The one who booked cancelled dates.
    Withdrawn {
        /// Which.
        dates: Vec<NaiveDate>,
    },
    /// The owner of the space cancelled dates.
    Cancelled {
        /// Which.
        dates: Vec<NaiveDate>,
        /// Why, in the manager's words.
        reason: String,
    },
    /// A waiting date came free.
    WaitingCameFree {
        /// Which.
        date: NaiveDate,
        /// Held until then; `None` when a person must look first.
        until: Option<Timestamp>,
        /// Why this one was first.
        turn: Turn,
    },
}

/// What was offered for one date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferedDate {
    /// The date of the request.
    pub line: LineId,
    /// The date asked for.
    pub date: NaiveDate,
    /// The date offered.
    pub offered_date: NaiveDate,
    /// The space offered, by name.
    pub space: String,
    /// The times offered.
    pub times: WallSpan,
}

/// Why a waiting date got its turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// How many wanted the time.
    pub others: u32,
    /// What put this one first.
    pub because: TurnBecause,
    /// The class of this one.
    pub class: ClassPlace,
    /// Since when it waited.
    pub waited_since: Timestamp,
}

/// What put a waiting date first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TurnBecause {
    /// Nobody else waits for it.
    Only,
    /// A higher priority class.
    HigherClass,
    /// The same class, and waited longest.
    WaitedLongest,
    /// A person has to choose between those who wait.
    PersonChooses,
}

impl CaseEvent {
    /// Its kind in the log.
    pub fn kind(&self) -> EventKind {
        match self {
            Self::Sent { .. } => EventKind::RequestSent,
            Self::DecidedByRule { .. } => EventKind::DecidedByRule,
            Self::LeftToPerson { .. } => EventKind::LeftToPerson,
            Self::Decided { .. } => EventKind::Decided,
            Self::OfferMade { .. } => EventKind::OfferMade,
            Self::OfferAccepted { .. } => EventKind::OfferAccepted,
            Self::OfferDeclined { .. } => EventKind::OfferDeclined,
            Self::RequestWithdrawn => EventKind::RequestWithdrawn,
            Self::DateChanged { .. } => EventKind::DateChanged,
            Self::TimeGivenAway { .. } => EventKind::TimeGivenAway,
            Self::Withdrawn { .. } => EventKind::Withdrawn,
            Self::Cancelled { .. } => EventKind::Cancelled,
            Self::WaitingCameFree { .. } => EventKind::WaitingCameFree,
        }
    }

    /// Whether it follows from rules or from what others did, in nobody's name.
    pub fn by_system(&self) -> bool {
        matches!(
            self,
            Self::DecidedByRule { .. }
                | Self::LeftToPerson { .. }
                | Self::TimeGivenAway { .. }
                | Self::WaitingCameFree { .. }
                | Self::OfferDeclined { expired: true, .. }
        )
    }
}

/// The steps of a case from its events, as the viewer may see them. Events of other kinds are left out.
pub(crate) fn steps(events: &[Event], viewer: &Viewer) -> Vec<Step> {
    events.iter().filter_map(|event| step(event, viewer)).collect()
}

/// One step, if the event is one of a case.
pub(crate) fn step(event: &Event, viewer: &Viewer) -> Option<Step> {
    let what: CaseEvent = serde_json::from_value(event.detail.clone()).ok()?;
    let by = match event.actor {
        None => StepBy::System,
        Some(actor) if viewer.id() == Some(actor) => StepBy::You,
        // Who sees the case sees the names in it: the applicant's people, and staff. A decision names who decided.
        Some(_) if what.by_owner() => StepBy::Staff(event.actor_name.clone()),
        Some(_) => StepBy::Applicant(event.actor_name.clone()),
    };
    Some(Step {
        at: event.at,
        by,
        what,
    })
}

impl CaseEvent {
    /// Whether the municipality's side does it.
    fn by_owner(&self) -> bool {
        matches!(
            self,
            Self::Decided { .. } | Self::OfferMade { .. } | Self::Cancelled { .. }
        )
    }
}
