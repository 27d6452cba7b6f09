//! The season's fixed training: which team has which part of which hall on which evening.

use super::{
    people::People,
    places::Places,
    random::Random,
    seed::{DayOfYear, Seed},
};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use ledig_domain::{
    id::{OrganisationId, PersonId, SpaceId, TeamId},
    space::SpaceKind,
    time::{DateRange, WallSpan},
};
use ledig_store::{facilities::Facility, spaces::Space};
use std::collections::{BTreeSet, HashMap};

/// Somebody's time: a team's fixed one, or a day of a club's or a family's.
#[derive(Clone, Debug)]
pub struct Series {
    pub space: SpaceId,
    pub who: Who,
    pub weekday: Weekday,
    pub times: WallSpan,
    pub when: When,
    pub purpose: String,
}

/// Whose time it is.
#[derive(Clone, Copy, Debug)]
pub enum Who {
    Team(OrganisationId, TeamId),
    Person(PersonId),
}

/// How often.
#[derive(Clone, Debug)]
pub enum When {
    /// Every week of the season.
    Weekly,
    /// Every other week from a date on, but for these dates.
    Fortnightly(NaiveDate, BTreeSet<NaiveDate>),
    /// One date.
    Once(NaiveDate),
}

/// The evenings' slots in halls: younger teams first.
const HALL_SLOTS: [(u16, u16); 4] = [(960, 1050), (1050, 1140), (1140, 1230), (1230, 1320)];
/// Slots in gyms and school rooms.
const SCHOOL_SLOTS: [(u16, u16); 3] = [(1020, 1110), (1110, 1200), (1200, 1290)];
/// The activities of indoor halls.
const HALL_SPORTS: [&str; 7] = [
    "håndball",
    "basketball",
    "volleyball",
    "turn",
    "ski",
    "langrenn",
    "allidrett",
];
/// The season that the date is in, or the coming one in summer.
pub fn dates(seed: &Seed, today: NaiveDate) -> Option<DateRange> {
    let DayOfYear(day, month) = seed.season.from;
    let starts = if today.month() >= 6 {
        today.year()
    } else {
        today.year() - 1
    };
    let from = NaiveDate::from_ymd_opt(starts, month, day)?;
    let to = NaiveDate::from_ymd_opt(starts + 1, seed.season.to.1, seed.season.to.0)?;
    Some(DateRange { from, to })
}

/// Every team's fixed time in the season.
pub fn series(seed: &Seed, places: &Places, people: &People) -> Vec<Series> {
    let mut planner = Planner {
        seed,
        people,
        random: Random::new(2026),
        minutes: HashMap::new(),
        out: Vec::new(),
    };
    for facility in &places.facilities {
        let its = || {
            places
                .spaces
                .iter()
                .filter(|space| space.facility_id == facility.id)
        };
        for space in its() {
            let parts: Vec<&Space> = its().filter(|part| part.parent_id == Some(space.id)).collect();
            match space.kind {
                SpaceKind::SportsHall if !parts.is_empty() && !parts.iter().any(|part| is_whole(part)) => {
                    planner.hall(facility, space, &parts);
                }
                SpaceKind::Ice if parts.is_empty() => planner.ice(facility, space),
                SpaceKind::Gym => planner.gym(facility, space),
                SpaceKind::SchoolRoom if parts.is_empty() => planner.school_room(facility, space),
                SpaceKind::SwimmingHall | SpaceKind::Pool if parts.len() == 6 => {
                    planner.pool(facility, &parts);
                }
                _ => {}
            }
        }
    }
    planner.out
}

pub(super) struct Planner<'a> {
    pub(super) seed: &'a Seed,
    pub(super) people: &'a People,
    pub(super) random: Random,
    pub(super) minutes: HashMap<OrganisationId, u32>,
    pub(super) out: Vec<Series>,
}

const EVENINGS: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

impl Planner<'_> {
    fn hall(&mut self, facility: &Facility, hall: &Space, parts: &[&Space]) {
        let busy = self.seed.season.busy.contains(&facility.name);
        for day in EVENINGS {
            let slots = if busy { &HALL_SLOTS[..] } else { &HALL_SLOTS[1..3] };
            for (from, to) in slots {
                let fill = match (busy, day) {
                    (true, Weekday::Fri) => 35,
                    (true, _) => 80,
                    (false, Weekday::Fri) => 0,
                    (false, _) => 30,
                };
                if !self.random.chance(fill) {
                    continue;
                }
                let sports = &HALL_SPORTS;
                if self.random.chance(40) {
                    self.give(facility, hall, day, (*from, *to), sports);
                } else {
                    for part in parts.iter().take(3) {
                        if self.random.chance(50) {
                            self.give(facility, part, day, (*from, *to), sports);
                        }
                    }
                }
            }
        }
    }

    fn ice(&mut self, facility: &Facility, ice: &Space) {
        if !self.seed.season.home.contains_key(&facility.name) {
            return;
        }
        for day in EVENINGS {
            for slot in HALL_SLOTS {
                if self.random.chance(60) {
                    self.give(facility, ice, day, slot, &["ishockey", "kunstløp", "bandy"]);
                }
            }
        }
    }

    fn gym(&mut self, facility: &Facility, gym: &Space) {
        for day in &EVENINGS[..4] {
            for slot in SCHOOL_SLOTS {
                if self.random.chance(14) {
                    let sports = [
                        "turn",
                        "allidrett",
                        "speiding",
                        "ski",
                        "volleyball",
                        "hopp",
                        "alpint",
                    ];
                    self.give(facility, gym, *day, slot, &sports);
                }
            }
        }
    }

    fn school_room(&mut self, facility: &Facility, room: &Space) {
        for day in &EVENINGS[..4] {
            if self.random.chance(14) {
                let activities = ["korps", "kor", "orkester", "storband", "teater", "speiding"];
                self.give(facility, room, *day, (1080, 1200), &activities);
            }
        }
    }

    fn pool(&mut self, facility: &Facility, lanes: &[&Space]) {
        for day in EVENINGS {
            for lane in lanes {
                if self.random.chance(12) {
                    self.give(facility, lane, day, (1020, 1080), &["svømming"]);
                }
            }
        }
    }
}

/// Whether the space is a whole hall rather than a part of one.
pub(super) fn is_whole(space: &Space) -> bool {
    !space.name.starts_with("Del ")
}

/// The first such weekday of the season.
pub fn first(season: DateRange, weekday: Weekday) -> NaiveDate {
    let ahead = (7 + weekday.num_days_from_monday() - season.from.weekday().num_days_from_monday()) % 7;
    season.from + Days::new(ahead.into())
}
