//! The season's fixed training: which team has which part of which hall on which evening.

use super::{
    people::People,
    places::Places,
    random::Random,
    seed::{DayOfYear, Seed},
};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use ledig_domain::{
    id::{OrganisationId, SpaceId, TeamId},
    people::ApplicantKind,
    space::SpaceKind,
    time::{DateRange, Minute, WallSpan},
};
use ledig_store::{
    facilities::Facility,
    organisations::{Organisation, Team},
    spaces::Space,
};
use std::collections::HashMap;

/// One team's fixed time.
#[derive(Clone, Debug)]
pub struct Series {
    pub space: SpaceId,
    pub organisation: OrganisationId,
    pub team: TeamId,
    pub weekday: Weekday,
    pub times: WallSpan,
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
/// The most minutes a week in fixed time that a club gets here: the rest is for others, and for its own requests.
const CLUB_MINUTES: u32 = 1500;

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

struct Planner<'a> {
    seed: &'a Seed,
    people: &'a People,
    random: Random,
    minutes: HashMap<OrganisationId, u32>,
    out: Vec<Series>,
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

    /// Gives the time to a team that suits, if there is one and the time is not kept free.
    fn give(
        &mut self,
        facility: &Facility,
        space: &Space,
        day: Weekday,
        (from, to): (u16, u16),
        sports: &[&str],
    ) {
        let Some(times) = Minute::new(from)
            .zip(Minute::new(to))
            .and_then(|(from, to)| WallSpan::new(from, to))
        else {
            return;
        };
        if self.kept_free(facility, space, day, times) {
            return;
        }
        let Some(team) = self.team(facility, sports, from) else {
            return;
        };
        *self.minutes.entry(team.organisation_id).or_default() += u32::from(times.minutes());
        self.out.push(Series {
            space: space.id,
            organisation: team.organisation_id,
            team: team.id,
            weekday: day,
            times,
        });
    }

    /// Whether the time is kept free in the space or in one of its parts.
    fn kept_free(&self, facility: &Facility, space: &Space, day: Weekday, times: WallSpan) -> bool {
        self.seed.season.keep_free.iter().any(|kept| {
            kept.facility == facility.name
                && u32::from(kept.weekday) == day.number_from_monday()
                && (kept.part == space.name || (kept.part.starts_with("Del ") && is_whole(space)))
                && kept.times.from < times.to
                && times.from < kept.times.to
        })
    }

    /// A team of a sport, of the hall's home clubs first; younger ones early in the evening.
    fn team(&mut self, facility: &Facility, sports: &[&str], from: u16) -> Option<Team> {
        let home = self.seed.season.home.get(&facility.name);
        let of_home = self.random.chance(75);
        let suits = |team: &&Team| {
            let oldest = team.age_to.unwrap_or(99);
            let age = match from {
                ..1050 => oldest <= 14,
                1050..1140 => oldest <= 19,
                1140..1230 => oldest >= 13,
                _ => oldest >= 16,
            };
            let of_one = |organisation: &&Organisation| organisation.id == team.organisation_id;
            let Some(organisation) = self.people.organisations.iter().find(of_one) else {
                return false;
            };
            let its_home = home.is_some_and(|home| home.contains(&organisation.name));
            let used = self.minutes.get(&organisation.id).copied().unwrap_or_default();
            age && sports.contains(&team.sport.as_str())
                && (its_home || !of_home || home.is_none())
                && used < CLUB_MINUTES
                && organisation.kind != ApplicantKind::Company
        };
        let mut teams: Vec<&Team> = self.people.teams.iter().filter(suits).collect();
        let lives_here = |team: &Team| {
            let of_one = |organisation: &&Organisation| organisation.id == team.organisation_id;
            let organisation = self.people.organisations.iter().find(of_one);
            organisation.is_some_and(|one| {
                !facility.district.is_empty() && one.home_area.contains(&facility.district)
            })
        };
        if home.is_none() && teams.iter().any(|team| lives_here(team)) {
            teams.retain(|team| lives_here(team));
        }
        self.random.pick(&teams).map(|team| (*team).clone())
    }
}

/// Whether the space is a whole hall rather than a part of one.
fn is_whole(space: &Space) -> bool {
    !space.name.starts_with("Del ")
}

/// The first such weekday of the season.
pub fn first(season: DateRange, weekday: Weekday) -> NaiveDate {
    let ahead = (7 + weekday.num_days_from_monday() - season.from.weekday().num_days_from_monday()) % 7;
    season.from + Days::new(ahead.into())
}
