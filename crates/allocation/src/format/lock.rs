//! What stands before the search begins.

use super::wish::Slot;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A session that an officer has fixed. It stands even where it breaks the wish or the rules, but never on another lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// For which wish.
    pub wish: String,
    /// When and where.
    pub slot: Slot,
}

/// A draft that people already go by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Its sessions.
    pub sessions: Vec<PublishedSession>,
}

/// A session that people already go by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedSession {
    /// Of which wish.
    pub wish: String,
    /// When and where.
    pub slot: Slot,
    /// What it costs to move or drop it; the sum over all changes is kept as low as the counts allow.
    #[serde(default = "one")]
    pub price: u32,
}

const fn one() -> u32 {
    1
}
