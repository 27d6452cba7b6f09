//! What people want to do, and which kinds of space serve it.

use ledig_domain::{
    coded,
    space::SpaceKind::{self, *},
};
use serde::{Deserialize, Serialize};

coded! {
    /// What people want to do.
    pub enum Activity {
        /// Ball games and training in a hall.
        IndoorSport = "indoor_sport",
        /// Football.
        Football = "football",
        /// Dance, gymnastics, martial arts, strength.
        Training = "training",
        /// Swimming.
        Swimming = "swimming",
        /// Skating, ice hockey, bandy.
        Ice = "ice",
        /// Athletics and other sport outside.
        OutdoorSport = "outdoor_sport",
        /// Meetings, courses, teaching.
        Meeting = "meeting",
        /// Music, theatre, film.
        Culture = "culture",
        /// Birthdays, feasts, gatherings.
        Gathering = "gathering",
        /// Markets and events in the open.
        Outdoors = "outdoors",
    }
}

impl Activity {
    /// The kinds of space that serve it.
    pub const fn kinds(self) -> &'static [SpaceKind] {
        match self {
            Self::IndoorSport => &[SportsHall, Gym, AthleticsHall],
            Self::Football => &[FootballHall, Pitch, SportsHall],
            Self::Training => &[TrainingRoom, StrengthRoom, Gym],
            Self::Swimming => &[SwimmingHall, Pool, Lane],
            Self::Ice => &[Ice],
            Self::OutdoorSport => &[OutdoorSports, Pitch],
            Self::Meeting => &[MeetingRoom, SchoolRoom, LectureHall, CommunityHouse],
            Self::Culture => &[Stage, RehearsalRoom, AssemblyHall, LectureHall],
            Self::Gathering => &[CommunityHouse, AssemblyHall, Kitchen, Gym],
            Self::Outdoors => &[OutdoorArea],
        }
    }
}

/// What is searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Whatever serves an activity.
    Activity(Activity),
    /// One kind of space.
    Kind(SpaceKind),
}

impl What {
    /// The kinds of space that serve it.
    pub fn kinds(self) -> Vec<SpaceKind> {
        match self {
            Self::Activity(activity) => activity.kinds().to_vec(),
            Self::Kind(kind) => vec![kind],
        }
    }

    /// The code in addresses: an activity's, or a kind's.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Activity(activity) => activity.code(),
            Self::Kind(kind) => kind.code(),
        }
    }

    /// What a code in an address means.
    pub fn from_code(code: &str) -> Option<Self> {
        Activity::from_code(code)
            .map(Self::Activity)
            .or_else(|| SpaceKind::from_code(code).map(Self::Kind))
    }
}
