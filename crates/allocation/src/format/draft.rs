//! The answer: who gets what, how good that is, and why the rest got nothing.

use super::{refusal::Refusal, wish::Slot};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A draft of the season.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The version of the format.
    pub format: u32,
    /// The SHA-256 of the instance, as this engine writes it.
    pub instance: String,
    /// The rules' id.
    pub rules: String,
    /// The rules' version.
    pub rules_version: u32,
    /// The seed that decided ties.
    pub seed: u64,
    /// How much work was done, in the engine's units.
    pub work: u64,
    /// Why the search ended.
    pub ended: Ended,
    /// The sessions, by wish in the order of the instance, then by day and start.
    pub sessions: Vec<Session>,
    /// How good it is, class by class. The first line is primacy where the rules have any.
    pub classes: Vec<ClassResult>,
    /// The sum of the prices of changes to what was published.
    pub change_price: u64,
    /// What each organisation got.
    pub organisations: Vec<OrganisationResult>,
    /// What each quota's group got.
    pub quotas: Vec<QuotaResult>,
    /// Why wishes got less than they asked for, in the order of the instance.
    pub refusals: Vec<Refusal>,
}

/// Why the search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// Nothing is left to be won: every bound is met.
    Optimal,
    /// The work that was allowed is done.
    Work,
    /// Somebody or a clock stopped it; the same input may give another draft.
    Stopped,
}

/// A weekly session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Of which wish.
    pub wish: String,
    /// When and where.
    pub slot: Slot,
    /// Fixed by an officer.
    #[serde(default)]
    pub locked: bool,
}

/// What a class got, and what it could at most have got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassResult {
    /// Its name in the rules; «primacy» for sports in their own spaces; empty for those that fit no class.
    pub name: String,
    /// How many wishes belong to it.
    pub wishes: u32,
    /// Sessions wanted: first sessions, second sessions, and so on; what the rules cut off is not wanted.
    pub wanted: Vec<u32>,
    /// Sessions given, likewise.
    pub given: Vec<u32>,
    /// At most so many sessions could be given to the class while those before it have what they have.
    pub at_most: u32,
    /// At most so many while every session of those before it stays as it is.
    pub at_most_in_place: u32,
    /// Minutes a week.
    pub minutes: u64,
    /// The lowest share of an organisation with a wish in the class, thousandths of its entitlement.
    pub lowest_share: u64,
    /// The sum of the sessions' points.
    pub points: u64,
}

/// What an organisation got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationResult {
    /// Which.
    pub organisation: String,
    /// What it ought to have, minutes a week.
    pub entitled_minutes: u32,
    /// What it asked for, sessions times the shortest length, minutes a week.
    pub wished_minutes: u32,
    /// What it got, minutes a week.
    pub given_minutes: u32,
    /// Thousandths of the entitlement, closed weeks counted.
    pub share: u64,
}

/// What a quota's group got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuotaResult {
    /// Its name in the rules.
    pub name: String,
    /// What it ought to have, per cent of all minutes given.
    pub percent: u8,
    /// What it got, thousandths of all minutes given.
    pub given: u32,
}
