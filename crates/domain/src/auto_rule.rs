//! Rules that anyone can read and that decide simple requests at once («umiddelbart vedtak»).

use crate::{
    id::{FacilityId, RuleId, SpaceId},
    people::{ApplicantKind, PriceGroup, Standing},
    recurrence::Weekdays,
    time::WallSpan,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

mod faults;
mod judge;
#[cfg(test)]
mod tests;

pub use faults::TermsFault;
pub use judge::judge;

/// Where a rule holds. The order is from the narrowest to the widest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// In one space and its parts.
    Space(SpaceId),
    /// In one facility.
    Facility(FacilityId),
    /// Everywhere in the municipality.
    Municipality,
}

/// One version of a rule; a version never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutoRule {
    /// Which rule.
    pub id: RuleId,
    /// Which version of it, from 1.
    pub version: u32,
    /// Where.
    pub scope: Scope,
    /// What it says.
    pub terms: Terms,
    /// Whether it decides now.
    pub active: bool,
}

/// "Say yes at once when …": every term that is given must hold. Empty sets and `None` ask for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Terms {
    /// What people call the rule, e.g. «Fast trening for medlemsklubber».
    pub name: String,
    /// Who asks.
    pub kinds: BTreeSet<ApplicantKind>,
    /// The organisation is in good order with the municipality.
    pub approved_only: bool,
    /// The hirer's price group.
    pub price_groups: BTreeSet<PriceGroup>,
    /// Each date at most this long, minutes.
    pub max_minutes: Option<u16>,
    /// Each date within these hours.
    pub within: Option<WallSpan>,
    /// Only on these weekdays.
    pub weekdays: Option<Weekdays>,
    /// At most this many minutes a week in all for the organisation, bookings it holds counted in.
    pub weekly_minutes: Option<u32>,
    /// At most this many dates.
    pub max_dates: Option<u16>,
    /// At most this many persons.
    pub max_persons: Option<u32>,
    /// Not when another undecided request wants some of the same time.
    pub no_competitors: bool,
}

/// What the rules look at in a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Who asks.
    pub kind: ApplicantKind,
    /// The organisation's standing; `None` for a private person.
    pub standing: Option<Standing>,
    /// The hirer's price group.
    pub price_group: PriceGroup,
    /// The dates that are asked for: spaces with their ancestors and facility are judged by the caller's
    /// scope.
    pub dates: Vec<FactDate>,
    /// How many persons, if told.
    pub persons: Option<u32>,
    /// The most minutes in one ISO week, held bookings and these dates together.
    pub busiest_week_minutes: u32,
    /// Other undecided requests that want some of the same time.
    pub competitors: u32,
    /// Dates that cannot be had as asked, and are neither dropped, waiting nor replaced.
    pub unresolved: u32,
}

/// One asked date, as a rule sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactDate {
    /// Monday to Sunday.
    pub weekday: chrono::Weekday,
    /// On the clock.
    pub times: WallSpan,
}

/// A term that did not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Miss {
    /// The rule is for others.
    Kind,
    /// The organisation is not approved.
    NotApproved,
    /// The rule is for other price groups.
    PriceGroup,
    /// A date is longer, minutes.
    TooLong { max: u16 },
    /// A date is outside these hours.
    OutsideHours(WallSpan),
    /// A date is on another weekday.
    Weekday,
    /// More minutes a week than the rule gives.
    WeeklyMinutes { max: u32, would_be: u32 },
    /// More dates than the rule gives.
    TooManyDates { max: u16, asked: u16 },
    /// More persons, or not told how many.
    Persons { max: u32 },
    /// Others want the same time.
    Competitors { others: u32 },
    /// Some dates cannot be had as asked.
    Unresolved { dates: u32 },
}

/// Who decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// This rule says yes.
    Approve {
        rule: RuleId,
        version: u32,
        name: String,
    },
    /// A person must look: per rule that was tried, by name, what did not hold. Empty when there is no rule.
    Person { tried: Vec<(String, Vec<Miss>)> },
}
