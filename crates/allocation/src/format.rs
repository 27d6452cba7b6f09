//! The documented JSON: an instance (what is to be shared out, among whom, by which rules) and a draft (the answer).
//!
//! The types are the only truth: the schema that files are checked against is derived from them.

mod codes;
pub mod draft;
pub mod ground;
pub mod lock;
pub mod place;
pub mod refusal;
pub mod rules;
pub mod time;
pub mod wish;

use lock::{Lock, Published};
use place::{Season, Space, Travel};
use rules::Rules;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wish::{Link, Organisation, Wish};

pub use draft::Draft;

/// The SHA-256 of an instance as compact JSON, in hexadecimal: by it a draft says what it is a draft of.
pub fn fingerprint(instance: &Instance) -> String {
    use sha2::{Digest as _, Sha256};
    // Writing to memory cannot fail, and no field refuses to be written.
    let text = serde_json::to_vec(instance).unwrap_or_default();
    Sha256::digest(text)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The version of the format that this engine reads and writes.
pub const VERSION: u32 = 1;

/// A season to share out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// The version of the format: 1.
    pub format: u32,
    /// What people call it, e.g. «Bærum, haller, høsten 2026».
    pub name: String,
    /// Sessions begin and end on multiples of so many minutes: 15 or 30.
    pub grid: u16,
    /// Decides every tie that the rules leave open.
    #[serde(default)]
    pub seed: u64,
    /// The weeks that are shared out.
    pub season: Season,
    /// How long people need from one place to another.
    #[serde(default)]
    pub travel: Travel,
    /// Halls, rooms and their parts. Parts of a space stand in the order in which they adjoin.
    pub spaces: Vec<Space>,
    /// Who asks.
    pub organisations: Vec<Organisation>,
    /// What is asked for.
    pub wishes: Vec<Wish>,
    /// Wishes that belong together.
    #[serde(default)]
    pub links: Vec<Link>,
    /// By which rules.
    pub rules: Rules,
    /// Sessions that an officer has fixed.
    #[serde(default)]
    pub locks: Vec<Lock>,
    /// Wishes, by id, that are held back: they get nothing but what is locked.
    #[serde(default)]
    pub held_back: Vec<String>,
    /// The draft that was published before, if the season is shared out anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
}
