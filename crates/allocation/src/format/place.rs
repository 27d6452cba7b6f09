//! Where: spaces with their parts, opening and blocks; the season; the way between places.

use super::time::Hours;
use ledig_domain::space::SpaceKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The weeks that are shared out. A session is held in every week but the closed ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Season {
    /// How many weeks, 1–60.
    pub weeks: u16,
    /// Weeks of the season, from 1, in which everything is closed.
    #[serde(default)]
    pub closed_weeks: Vec<u16>,
}

/// A hall, a room, or a part of one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Space {
    /// Its id in this file.
    pub id: String,
    /// What people call it.
    #[serde(default)]
    pub name: String,
    /// The space that it is a part of. A space without parts is a unit; any other is the sum of its parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The building or ground that it lies in. A part lies where the whole lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facility: Option<String>,
    /// The district, for comparing; a part lies where the whole lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// What kind; a part is of its whole's kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<super::codes::SpaceKindCode>")]
    pub kind: Option<SpaceKind>,
    /// How many people fit; unknown fits all, 0 fits nobody. A whole without a figure fits the sum of its parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    /// Floors and equipment, in words of the file; a part has what the whole has, too.
    #[serde(default)]
    pub features: Vec<String>,
    /// Latitude, degrees; a part lies where the whole lies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Longitude, degrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// When sessions may be held. A part without hours of its own has the whole's.
    #[serde(default)]
    pub open: Vec<Hours>,
    /// What is taken beforehand: school, the municipality's own. Holds for the space's parts and its wholes.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Weeks of the season, from 1, in which this space and its parts are closed.
    #[serde(default)]
    pub closed_weeks: Vec<u16>,
}

/// Time that is not shared out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// When.
    pub hours: Hours,
    /// For what, e.g. «skole».
    #[serde(default)]
    pub reason: String,
}

/// How long people need from one place to another: nothing within a facility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Travel {
    /// Minutes for leaving and arriving; all there is where a place has no coordinates.
    pub fixed_minutes: u16,
    /// Minutes for each kilometre as the crow flies.
    pub minutes_per_km: u16,
}

impl Default for Travel {
    fn default() -> Self {
        Self {
            fixed_minutes: 10,
            minutes_per_km: 3,
        }
    }
}
