//! The seed files: facts from public pages, and everything that the demo assumes beside them.

use ledig_domain::{
    auto_rule::Terms,
    people::{ApplicantKind, Gender, MembershipRole, PriceGroup, StaffRole, Standing},
    priority::PriorityClass,
    space::SpaceKind,
    time::{Minute, WallSpan},
};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Facilities, with sources.
pub const FACILITIES: &str = include_str!("../../../../seed/facilities.csv");
/// Associations, with sources.
pub const ASSOCIATIONS: &str = include_str!("../../../../seed/associations.csv");
/// School calendars, with sources.
pub const SCHOOL_CALENDAR: &str = include_str!("../../../../seed/school_calendar.csv");
const ASSUMPTIONS: &str = include_str!("../../../../seed/baerum.toml");

/// Everything that the demo assumes.
#[derive(Clone, Debug, Deserialize)]
pub struct Seed {
    pub municipality: MunicipalitySeed,
    pub parts: Vec<Parts>,
    pub gyms: Gyms,
    capacity: BTreeMap<String, toml::Value>,
    pub equipment: BTreeMap<SpaceKind, Vec<String>>,
    pub wheelchair: WheelchairSeed,
    pub loose: Vec<Loose>,
    pub position: Note,
    pub districts: BTreeMap<String, (f64, f64)>,
    pub district_of: BTreeMap<String, String>,
    pub school_year: SchoolYear,
    pub not_bookable: BTreeMap<String, String>,
    hours_note: BTreeMap<String, String>,
    pub closed: Vec<ClosedSeed>,
    pub summer: SummerSeed,
    pub priority: Vec<PriorityClass>,
    pub rule: Vec<RuleSeed>,
    pub sign_in: SignInSeed,
    pub person: Vec<PersonSeed>,
    pub names: Names,
    pub organisation: Vec<OrganisationSeed>,
    pub teams: BTreeMap<String, Vec<TeamSeed>>,
    pub season: SeasonSeed,
}

/// The municipality.
#[derive(Clone, Debug, Deserialize)]
pub struct MunicipalitySeed {
    pub name: String,
    pub slug: String,
    pub colour: String,
    pub appeal_days: u16,
    pub appeal_body: String,
    pub notice: String,
    pub terms_place: String,
}

/// How spaces of a kind divide.
#[derive(Clone, Debug, Deserialize)]
pub struct Parts {
    pub kind: SpaceKind,
    /// Only spaces of these words of the file; empty means all of the kind.
    #[serde(default)]
    pub words: BTreeSet<String>,
    /// Only spaces of these names; empty means all.
    #[serde(default)]
    pub names: BTreeSet<String>,
    /// No space of these names.
    #[serde(default)]
    pub not: BTreeSet<String>,
    pub parts: Vec<String>,
    pub part_kind: Option<SpaceKind>,
    /// Persons per part.
    pub capacity: u32,
    pub note: String,
}

/// Which schools have a gym.
#[derive(Clone, Debug, Deserialize)]
pub struct Gyms {
    pub name: String,
    pub not: BTreeSet<String>,
    pub capacity: u32,
    pub size_m2: u32,
    pub note: String,
}

/// Wheelchair access by facility.
#[derive(Clone, Debug, Deserialize)]
pub struct WheelchairSeed {
    pub yes: BTreeSet<String>,
    pub partly: BTreeSet<String>,
    pub no: BTreeSet<String>,
    pub note: String,
    pub partly_note: String,
}

/// A space that is no part of the one that the file names.
#[derive(Clone, Debug, Deserialize)]
pub struct Loose {
    pub facility: String,
    pub space: String,
    pub note: String,
}

/// A note on an assumption.
#[derive(Clone, Debug, Deserialize)]
pub struct Note {
    pub note: String,
}

/// The usual weeks of a school year.
#[derive(Clone, Debug, Deserialize)]
pub struct SchoolYear {
    pub autumn_week: u32,
    pub winter_week: u32,
    pub christmas_from: u32,
    pub summer_ends_week: u32,
}

/// A day and a month.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct DayOfYear(pub u32, pub u32);

/// When spaces of some kinds are closed each year.
#[derive(Clone, Debug, Deserialize)]
pub struct ClosedSeed {
    pub kinds: BTreeSet<SpaceKind>,
    /// Only spaces of these words of the file; empty means all.
    #[serde(default)]
    pub words: BTreeSet<String>,
    pub from: DayOfYear,
    pub to: DayOfYear,
    pub reason: String,
}

/// When spaces of some kinds are open shorter each year: weekdays only, in minutes of the day.
#[derive(Clone, Debug, Deserialize)]
pub struct SummerSeed {
    pub name: String,
    pub kinds: BTreeSet<SpaceKind>,
    pub from: DayOfYear,
    pub to: DayOfYear,
    pub weekday: (Minute, Minute),
}

/// A rule that decides at once.
#[derive(Clone, Debug, Deserialize)]
pub struct RuleSeed {
    pub active: bool,
    pub facility: Option<String>,
    pub space: Option<String>,
    pub terms: Terms,
}

/// How demo persons sign in.
#[derive(Clone, Debug, Deserialize)]
pub struct SignInSeed {
    pub password: String,
}

/// A person who signs in.
#[derive(Clone, Debug, Deserialize)]
pub struct PersonSeed {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub about: String,
    #[serde(default)]
    pub member: Vec<(String, MembershipRole)>,
    /// Post, and the facility; an empty name means the whole municipality.
    #[serde(default)]
    pub staff: Vec<(StaffRole, String)>,
}

/// Names to put together.
#[derive(Clone, Debug, Deserialize)]
pub struct Names {
    pub first: Vec<String>,
    pub last: Vec<String>,
}

/// An organisation that is not in the file.
#[derive(Clone, Debug, Deserialize)]
pub struct OrganisationSeed {
    pub name: String,
    pub kind: ApplicantKind,
    pub activities: String,
    pub home_area: String,
    pub price_group: PriceGroup,
    pub standing: Option<Standing>,
}

/// A team: name, youngest, oldest, whom it is for, how many, level.
#[derive(Clone, Debug, Deserialize)]
pub struct TeamSeed(pub String, pub u8, pub u8, pub Gender, pub u32, pub String);

/// The season of fixed training.
#[derive(Clone, Debug, Deserialize)]
pub struct SeasonSeed {
    pub from: DayOfYear,
    pub to: DayOfYear,
    /// Facilities that are full on weekdays.
    pub busy: BTreeSet<String>,
    /// Whose home a facility is.
    pub home: BTreeMap<String, Vec<String>>,
    /// Halls with matches on these days of the weekend; 6 is Saturday.
    pub matches: BTreeMap<String, Vec<u8>>,
    /// Where families hold parties, by facility and space.
    pub parties: Vec<(String, String)>,
    pub keep_free: Vec<KeepFree>,
}

/// A time each week that nobody has.
#[derive(Clone, Debug, Deserialize)]
pub struct KeepFree {
    pub facility: String,
    /// The part of its hall, or the space, by name.
    pub part: String,
    /// 1 is Monday.
    pub weekday: u8,
    pub times: WallSpan,
}

impl Seed {
    /// Reads the seed file that is built in.
    ///
    /// # Errors
    /// What is wrong with it; a test makes sure that nothing is.
    pub fn read() -> Result<Self, toml::de::Error> {
        toml::from_str(ASSUMPTIONS)
    }

    /// How many a space of the kind holds, where the file does not say.
    pub fn capacity(&self, kind: SpaceKind) -> Option<u32> {
        let value = self.capacity.get(kind.code())?.as_integer()?;
        u32::try_from(value).ok()
    }

    /// What the file says about hours, in bokmål; as it stands where nobody has translated it.
    pub fn hours_note<'a>(&'a self, text: &'a str) -> &'a str {
        self.hours_note.get(text).map_or(text, String::as_str)
    }

    /// The note on assumed capacities.
    pub fn capacity_note(&self) -> &str {
        self.capacity
            .get("note")
            .and_then(toml::Value::as_str)
            .unwrap_or_default()
    }
}
