//! The rules as versioned data, each with where it is published.

use super::time::Hours;
use ledig_domain::{
    people::{ApplicantKind, Gender},
    space::SpaceKind,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Its id, e.g. «baerum-halls».
    pub id: String,
    /// Which version, from 1.
    pub version: u32,
    /// What people call it.
    #[serde(default)]
    pub name: String,
    /// Where it is published.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// What of the rules as published cannot be said in this format, or had to be assumed.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// In which order things count.
    #[serde(default)]
    pub order: Order,
    /// The priority classes, first one first. A wish belongs to the first class that fits; one that fits none comes last.
    pub classes: Vec<Class>,
    /// What each organisation ought to have; without it each ought to have the same.
    #[serde(default)]
    pub entitlement: Entitlement,
    /// Spaces where some sports come before every class.
    #[serde(default)]
    pub primacy: Vec<Primacy>,
    /// How many must come for a space of a kind.
    #[serde(default)]
    pub min_groups: Vec<MinGroup>,
    /// Wishes that get nothing.
    #[serde(default)]
    pub excluded: Vec<Excluded>,
    /// Groups of people who ought to have at least a part of the time.
    #[serde(default)]
    pub quotas: Vec<Quota>,
    /// Who has to take unpopular times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off_peak_duty: Option<OffPeakDuty>,
    /// What makes a session better or worse.
    #[serde(default)]
    pub points: Points,
}

/// Where a rule is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is.
    pub title: String,
    /// Where it can be read.
    #[serde(default)]
    pub url: String,
}

/// In which order things count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The numbers of sessions of every class, class by class; then changes to what was published; then fairness and
    /// preference of every class, class by class.
    #[default]
    CountsFirst,
    /// Numbers, changes, fairness and preference of the first class, then those of the second, and so on.
    ClassByClass,
}

/// Whom a rule is about: every given test holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Who {
    /// The organisation is one of these kinds.
    #[schemars(with = "Vec<super::codes::ApplicantKindCode>")]
    pub kinds: Vec<ApplicantKind>,
    /// The team's youngest is at least so old, years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age_from: Option<u8>,
    /// The team's oldest is at most so old, years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age_to: Option<u8>,
    /// The team is for these.
    #[schemars(with = "Vec<super::codes::GenderCode>")]
    pub genders: Vec<Gender>,
    /// The sport is one of these.
    pub sports: Vec<String>,
    /// The level is one of these.
    pub levels: Vec<String>,
    /// The team is adapted for disabled people.
    pub adapted: bool,
    /// At least so many of a hundred of the organisation's members live in the municipality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local_percent: Option<u8>,
}

/// A priority class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// What people call it, e.g. «Barn 6–12 år».
    pub name: String,
    /// Who belongs to it.
    #[serde(default)]
    pub who: Who,
    /// When its sessions may be held, in any of these hours; none means at any time.
    #[serde(default)]
    pub hours: Vec<Hours>,
    /// Whether those hours have to be kept; else a session outside is worth less.
    #[serde(default = "yes")]
    pub hours_must: bool,
    /// At most so many sessions a week for a team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_sessions: Option<u8>,
    /// At most so many minutes a week for a team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_minutes: Option<u16>,
    /// Where it is published, e.g. a paragraph.
    #[serde(default)]
    pub source: String,
}

const fn yes() -> bool {
    true
}

/// What each organisation ought to have a week.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Entitlement {
    /// How it is reckoned.
    pub basis: Basis,
    /// At least so many minutes a week.
    pub floor_minutes: u32,
    /// At most so many minutes a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap_minutes: Option<u32>,
    /// How many of a hundred parts of the entitlement are lost for each hundred parts of time left unused last season.
    pub unused_malus_percent: u8,
    /// Less for those with few members in the municipality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local: Option<Local>,
}

/// How an entitlement is reckoned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Basis {
    /// The same for each organisation.
    #[default]
    Equal,
    /// Active members of an age, each worth so many minutes a week; a member counts in the first line that fits.
    Members(Vec<MemberWeight>),
    /// Teams, each worth so many minutes a week; a wish counts in the first line that fits, any other 0.
    Teams(Vec<TeamMinutes>),
    /// The minutes that are wished for: sessions times the shortest length.
    Wished,
}

/// What members of an age are worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberWeight {
    /// From this age, years. A group of members is of the age that its youngest have.
    pub age_from: u8,
    /// To this age, years.
    pub age_to: u8,
    /// Thousandths of a minute a week for each member.
    pub milli_minutes: u32,
}

/// What a team is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamMinutes {
    /// Which teams.
    #[serde(default)]
    pub who: Who,
    /// Minutes a week.
    pub minutes: u32,
}

/// Less for those from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Local {
    /// With fewer than so many of a hundred members in the municipality …
    pub below_percent: u8,
    /// … so many of a hundred parts of the entitlement are left.
    pub factor_percent: u8,
}

/// In these spaces a session of these sports comes before every class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Primacy {
    /// Which spaces, parts included.
    pub spaces: Vec<String>,
    /// Which sports.
    pub sports: Vec<String>,
    /// Where it is published.
    #[serde(default)]
    pub source: String,
}

/// A space of this kind is not for fewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MinGroup {
    /// Of which kind.
    #[schemars(with = "super::codes::SpaceKindCode")]
    pub kind: SpaceKind,
    /// At least so many people.
    pub size: u32,
}

/// Wishes that the rules give nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Excluded {
    /// Which.
    pub who: Who,
    /// Why, e.g. «under 10 år».
    pub reason: String,
    /// Where it is published.
    #[serde(default)]
    pub source: String,
}

/// Some people ought to have at least a part of the time.
///
/// While a group has less, its wishes go first among those that class, round and share leave equal; the draft tells
/// what each group got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// What people call it, e.g. «jenter og kvinner».
    pub name: String,
    /// Whose wishes.
    pub who: Who,
    /// So many of a hundred minutes given.
    pub percent: u8,
}

/// Who asks for much has to take unpopular times, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OffPeakDuty {
    /// Organisations that ask for more than so many minutes a week: sessions times the shortest length.
    pub over_minutes: u32,
    /// In these hours their wishes are possible, besides their own windows.
    pub hours: Vec<Hours>,
    /// Where it is published.
    #[serde(default)]
    pub source: String,
}

/// What makes a session better or worse. A session is worth 100 to begin with, and never less than 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Points {
    /// Less for each place further down the wish's list of places, at most five times.
    pub place_step: u32,
    /// Less outside preferred windows, where there are any.
    pub possible: u32,
    /// Less outside every window of the wish (by the duty to take unpopular times).
    pub duty: u32,
    /// More for a session in the same spaces at the same start of the same day as last season.
    pub last_season: u32,
    /// Less for each thing that should be so and is not.
    pub should: u32,
}

impl Default for Points {
    fn default() -> Self {
        Self {
            place_step: 6,
            possible: 20,
            duty: 40,
            last_season: 20,
            should: 15,
        }
    }
}
