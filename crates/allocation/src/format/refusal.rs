//! Why a wish got less than it asked for, in data that a page can word.

use super::{
    time::{Clock, Day},
    wish::Slot,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why a wish got less than it asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// Which wish.
    pub wish: String,
    /// The version of the rules.
    pub rules_version: u32,
    /// The place of its class in the rules, from 1; one more than there are for a wish that fits none.
    pub class: u32,
    /// Sessions asked for.
    pub asked: u8,
    /// Sessions that the rules let such a team have: no more than asked for.
    pub wanted: u8,
    /// Sessions given.
    pub given: u8,
    /// Where it stood among the wishes of its class that got fewer sessions than they wanted.
    pub tie: TieBreak,
    /// Why there was nothing to look for, if that is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub barred: Option<Barred>,
    /// What stood in the way at each place, day and start that was acceptable, its own sessions aside.
    pub obstacles: Vec<Obstacle>,
    /// The nearest wish that would have been served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nearest: Option<Nearest>,
}

/// What orders wishes of one class: fewer sessions so far, then a lower share, then a quota not met, then the lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TieBreak {
    /// 1 is first.
    pub place: u32,
    /// Of how many.
    pub of: u32,
    /// The organisation's share, thousandths of its entitlement.
    pub share: u64,
    /// Whether it belongs to a quota's group that has too little.
    pub quota: bool,
    /// The lot drawn from seed and wish.
    pub lot: u64,
}

/// Why there was nothing to look for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Barred {
    /// An officer holds it back.
    HeldBack,
    /// The rules give such wishes nothing; the reason stands in the rules.
    Excluded {
        /// The rule's place in the rules' list, from 0.
        rule: u32,
    },
    /// No place named can hold such a group at any time.
    NoPlace,
    /// A wish that it is linked to cannot be served.
    Link {
        /// Which.
        wish: String,
    },
}

/// What stood in the way in a space on a day, for a run of starts with the same reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Obstacle {
    /// Which spaces.
    pub spaces: Vec<String>,
    /// On which day; none where it is the same on every day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// The first start.
    pub first: Clock,
    /// The last start.
    pub last: Clock,
    /// What it was.
    pub why: Why,
}

/// What stood in the way: the first of these that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Why {
    /// Too few people fit.
    TooSmall,
    /// Too few people come.
    GroupTooSmall,
    /// A floor or equipment is missing.
    Lacks {
        /// Which.
        feature: String,
    },
    /// Not open, blocked, or outside the hours of the class, for all of the shortest length.
    Closed,
    /// The wish has its sessions of that day, or one too near.
    OwnSession,
    /// The minutes that a team of the class may have would be passed.
    MostMinutes,
    /// Sessions of other wishes, none of which may be moved for this one.
    Taken {
        /// Which; each with what puts it before this wish.
        by: Vec<Blocking>,
    },
}

/// A session that stood in the way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Blocking {
    /// Whose.
    pub wish: String,
    /// The place of its class, as in [`Refusal::class`]; 0 for a sport in its own space.
    pub class: u32,
    /// What puts it there.
    pub reason: Standing,
}

/// Why a session may stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Fixed by an officer.
    Locked,
    /// Of a class that comes before.
    Class,
    /// Of the same class, and no later session of its team than this one would be.
    Round,
    /// The same coach leads it, elsewhere at that time; it comes before or is as good.
    Coach,
    /// Of a class that comes after, but it can only go together with another that may stay.
    Together,
    /// It could go if it alone stood in the way; another does that may stay.
    Goes,
}

/// A wish that would have been served, and differs in one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nearest {
    /// In what it differs.
    pub differs: Differs,
    /// What was free.
    pub slot: Slot,
}

/// In what the nearest wish differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Differs {
    /// The same places, at another time of a day that was wanted.
    Time,
    /// The same places, on another day.
    Day,
    /// Another place of a kind that was wanted, at a time that was wanted.
    Place,
    /// A shorter session.
    Length,
    /// Another place at another time.
    PlaceAndTime,
}
