//! Who asks, and for what.

use super::time::{Clock, Day, Hours};
use ledig_domain::{
    people::{ApplicantKind, Gender},
    space::SpaceKind,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A club, band or group that asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its id in this file.
    pub id: String,
    /// What people call it.
    #[serde(default)]
    pub name: String,
    /// What kind.
    #[schemars(with = "super::codes::ApplicantKindCode")]
    pub kind: ApplicantKind,
    /// Where it is at home, for comparing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Active members by age.
    #[serde(default)]
    pub members: Vec<Members>,
    /// How many of a hundred members live in the municipality; unknown counts as all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_percent: Option<u8>,
    /// How much of last season's time it left unused without giving it back, per cent.
    #[serde(default)]
    pub unused_percent: u8,
}

/// Active members of some ages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Members {
    /// Youngest, years.
    pub age_from: u8,
    /// Oldest, years.
    pub age_to: u8,
    /// How many.
    pub count: u32,
}

/// Whether something has to be so, or ought to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// Without it there is no session.
    #[default]
    Must,
    /// A session without it is worth less.
    Should,
}

/// Weekly sessions for a team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// Its id in this file.
    pub id: String,
    /// Who asks.
    pub organisation: String,
    /// For whom.
    pub team: Team,
    /// How many sessions a week, 1–7.
    pub sessions: u8,
    /// The shortest session, minutes.
    pub min_minutes: u16,
    /// The longest session that is wanted, minutes.
    pub max_minutes: u16,
    /// How much of a space.
    #[serde(default)]
    pub extent: Extent,
    /// Where, best first. Nowhere else.
    pub places: Vec<Place>,
    /// When. Nothing outside, but for the rules' duty to take unpopular times.
    pub windows: Vec<Window>,
    /// How many sessions on one day.
    #[serde(default)]
    pub per_day: PerDay,
    /// Days without a session between two sessions; Sunday is beside Monday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free_days_between: Option<FreeDays>,
    /// Floors and equipment.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// Who leads the sessions; nobody is in two places at once.
    #[serde(default)]
    pub coaches: Vec<Coach>,
    /// The team's sessions of last season.
    #[serde(default)]
    pub last_season: Vec<Slot>,
}

/// Whom a wish is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// What people call it, e.g. «J13».
    #[serde(default)]
    pub name: String,
    /// The youngest, years.
    pub age_from: u8,
    /// The oldest, years.
    pub age_to: u8,
    /// Girls, boys, all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<super::codes::GenderCode>")]
    pub gender: Option<Gender>,
    /// The activity, in words of the file, e.g. «handball».
    #[serde(default)]
    pub sport: String,
    /// The level of play, in words of the rules, e.g. «elite».
    #[serde(default)]
    pub level: String,
    /// How many people come.
    pub size: u32,
    /// Adapted for disabled people.
    #[serde(default)]
    pub adapted: bool,
}

/// How much of a space a session takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Extent {
    /// The space that is named, all of it.
    #[default]
    AsNamed,
    /// The whole that the named space belongs to.
    Whole,
    /// Any one unit of the named space.
    Part,
    /// So many units of the named space that stand beside each other, 2 or more, parts of the same space.
    Adjoining(u8),
}

/// A choice of places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Place {
    /// One space.
    Space(String),
    /// Every whole of these kinds within a distance of a space; those without coordinates are not near.
    Near {
        /// Of which kinds.
        #[schemars(with = "Vec<super::codes::SpaceKindCode>")]
        kinds: Vec<SpaceKind>,
        /// Near which space.
        of: String,
        /// How near, metres as the crow flies.
        metres: u32,
    },
    /// Every whole of these kinds.
    Any {
        /// Of which kinds.
        #[schemars(with = "Vec<super::codes::SpaceKindCode>")]
        kinds: Vec<SpaceKind>,
    },
}

/// When a session may be held: all of it between from and to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// When.
    pub hours: Hours,
    /// Wanted, not only possible.
    #[serde(default)]
    pub preferred: bool,
}

/// How many sessions on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PerDay {
    /// At most so many, 1–7.
    pub most: u8,
    /// Never more, or rather not.
    #[serde(default)]
    pub strength: Strength,
}

impl Default for PerDay {
    fn default() -> Self {
        Self {
            most: 1,
            strength: Strength::Must,
        }
    }
}

/// Days without a session between two sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FreeDays {
    /// At least so many, 1–6.
    pub days: u8,
    /// Always, or rather.
    #[serde(default)]
    pub strength: Strength,
}

/// A floor or equipment that a session needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// In the words of the spaces' features.
    pub feature: String,
    /// Always, or rather.
    #[serde(default)]
    pub strength: Strength,
}

/// One who leads sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coach {
    /// Who, in words of the file; no name is needed.
    pub id: String,
    /// Whether a session without this one can be held.
    #[serde(default)]
    pub strength: Strength,
}

/// A weekly session somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Which spaces: one, or adjoining units.
    pub spaces: Vec<String>,
    /// On which day.
    pub day: Day,
    /// First minute.
    pub from: Clock,
    /// The minute after the last.
    pub to: Clock,
}

/// Wishes whose sessions belong together: the first sessions of each, the second sessions of each, and so on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// How.
    pub kind: LinkKind,
    /// Which wishes, at least two; with the same number of sessions where it is a must.
    pub wishes: Vec<String>,
    /// Only so, or rather so.
    #[serde(default)]
    pub strength: Strength,
}

/// How sessions belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// On the same day in the same spaces, one right after the other, in the order of the wishes.
    BackToBack,
    /// At the same time in the same whole, each in its own part.
    Together,
}
