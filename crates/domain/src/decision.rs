//! A decision: outcome, reasons, by which rule or person, and until when it can be appealed.

use crate::{
    coded,
    id::{PersonId, RuleId, SpaceId},
    time::{Timestamp, WallSpan},
};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

coded! {
    /// What a decision says as a whole.
    pub enum Outcome {
        /// Every date that was asked for.
        Approved = "approved",
        /// Some of them.
        Partly = "partly",
        /// None.
        Rejected = "rejected",
    }
}

coded! {
    /// Why a date is refused.
    pub enum RejectionReason {
        /// Given to somebody with higher priority.
        HigherPriority = "higher_priority",
        /// Already taken.
        Taken = "taken",
        /// The municipality needs the space itself.
        OwnUse = "own_use",
        /// The space does not suit the activity.
        Unsuitable = "unsuitable",
        /// Closed, or without staff.
        Closed = "closed",
        /// Against the rules for the space.
        AgainstRules = "against_rules",
        /// Details are missing.
        Incomplete = "incomplete",
        /// Something else, told in words.
        Other = "other",
    }
}

/// Who decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecidedBy {
    /// A rule, in this version, with its name then.
    Rule {
        rule: RuleId,
        version: u32,
        name: String,
    },
    /// A person, with the name then.
    Person { person: PersonId, name: String },
}

/// What is offered for a date: something else than was wished, or a waiting date that came free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Where.
    pub space: SpaceId,
    /// On which date.
    pub date: NaiveDate,
    /// When.
    pub times: WallSpan,
    /// It is held until then, and lapses.
    pub until: Timestamp,
    /// In whose name it is given when the applicant takes it.
    pub by: DecidedBy,
    /// A waiting date that came free, not a manager's counter-offer.
    pub came_free: bool,
}

/// The last day to appeal: so many days from the day of notice, the day itself not counted.
///
/// Source: forvaltningsloven § 29, three weeks; the number is a setting of the municipality.
pub fn appeal_deadline(notified: NaiveDate, days: u16) -> NaiveDate {
    notified
        .checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(notified)
}
