//! The season's weekends: home matches, a tournament for each hall, and families' parties.

use super::{
    people::People,
    places::Places,
    random::Random,
    season::{Series, When, Who, is_whole},
    seed::Seed,
};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use ledig_domain::{
    id::{OrganisationId, PersonId},
    space::SpaceKind,
    time::{DateRange, Minute, WallSpan},
};
use ledig_store::{facilities::Facility, organisations::Team, spaces::Space};
use std::collections::{BTreeSet, HashMap};

/// Matches of a day.
const MATCHES: [(u16, u16); 3] = [(600, 780), (780, 960), (960, 1080)];
/// A tournament.
const TOURNAMENT: (u16, u16) = (540, 1020);
/// A party; after the matches.
const PARTY: (u16, u16) = (1080, 1260);
/// The most minutes a week that a club has with its matches: some are left below what the rules give at once.
const CLUB_MINUTES: u32 = 1980;
/// The sports that play matches in a hall.
const MATCH_SPORTS: [&str; 3] = ["håndball", "basketball", "volleyball"];

/// Everything on Saturdays and Sundays, beside the weekdays' fixed time.
pub fn series(
    seed: &Seed,
    places: &Places,
    people: &People,
    (season, weekdays): (DateRange, &[Series]),
) -> Vec<Series> {
    let mut weekly: HashMap<OrganisationId, [u32; 2]> = HashMap::new();
    for one in weekdays {
        if let Who::Team(club, _) = one.who {
            for minutes in weekly.entry(club).or_default() {
                *minutes += u32::from(one.times.minutes());
            }
        }
    }
    let mut planner = Planner {
        seed,
        people,
        season,
        random: Random::new(67),
        weekly,
        out: Vec::new(),
    };
    for (name, days) in &seed.season.matches {
        let Some(facility) = places.facilities.iter().find(|one| one.name == *name) else {
            continue;
        };
        for hall in halls(places, facility) {
            planner.hall(facility, hall, days);
        }
    }
    for (name, room) in &seed.season.parties {
        let facility = places.facilities.iter().find(|one| one.name == *name);
        let space = facility.and_then(|facility| {
            let its = |one: &&Space| one.facility_id == facility.id && one.name == *room;
            places.spaces.iter().find(its)
        });
        if let Some(space) = space {
            planner.parties(space);
        }
    }
    planner.out
}

/// The whole halls of a facility.
fn halls<'a>(places: &'a Places, facility: &Facility) -> Vec<&'a Space> {
    let parts = |hall: &Space| {
        let mut its = places
            .spaces
            .iter()
            .filter(|part| part.parent_id == Some(hall.id))
            .peekable();
        its.peek().is_some() && its.all(|part| !is_whole(part))
    };
    let is_hall = |space: &&Space| {
        space.facility_id == facility.id && space.kind == SpaceKind::SportsHall && parts(space)
    };
    places.spaces.iter().filter(is_hall).collect()
}

struct Planner<'a> {
    seed: &'a Seed,
    people: &'a People,
    season: DateRange,
    random: Random,
    /// What each club has in a week, by turns of two: minutes.
    weekly: HashMap<OrganisationId, [u32; 2]>,
    out: Vec<Series>,
}

impl Planner<'_> {
    /// A tournament, and every other week's matches around it.
    fn hall(&mut self, facility: &Facility, hall: &Space, days: &[u8]) {
        let teams = self.home_teams(facility);
        let mut not = BTreeSet::new();
        for day in days {
            let Some(weekday) = weekday(*day) else { continue };
            let first = self.first(weekday);
            if let Some(host) = self.pick(&teams, &[0, 1], TOURNAMENT) {
                let date = first + Days::new(7 * (5 + self.random.below(8) as u64));
                not.insert(date);
                let purpose = format!("Turnering {}", host.name);
                self.add(
                    hall,
                    team(&host),
                    (weekday, TOURNAMENT),
                    When::Once(date),
                    purpose,
                );
            }
            for times in MATCHES {
                for turn in [0, 1] {
                    if !self.random.chance(55) {
                        continue;
                    }
                    let Some(home) = self.pick(&teams, &[turn], times) else {
                        continue;
                    };
                    let when = When::Fortnightly(first + Days::new(7 * turn as u64), not.clone());
                    let purpose = format!("Hjemmekamper {}", home.name);
                    self.add(hall, team(&home), (weekday, times), when, purpose);
                }
            }
        }
    }

    /// Some evenings of some weekends before Christmas.
    fn parties(&mut self, space: &Space) {
        let families: Vec<PersonId> = self
            .people
            .persons
            .iter()
            .filter(|one| self.seed.person.iter().all(|known| known.email != one.email))
            .map(|one| one.id)
            .collect();
        for weekday in [Weekday::Sat, Weekday::Sun] {
            let first = self.first(weekday);
            for week in 0..14 {
                if !self.random.chance(35) {
                    continue;
                }
                let age = 5 + self.random.below(8);
                if let Some(family) = self.random.pick(&families).copied() {
                    let when = When::Once(first + Days::new(7 * week));
                    let purpose = format!("Bursdag {age} år");
                    self.add(space, Who::Person(family), (weekday, PARTY), when, purpose);
                }
            }
        }
    }

    fn add(&mut self, space: &Space, who: Who, day: (Weekday, (u16, u16)), when: When, purpose: String) {
        let (weekday, (from, to)) = day;
        let times = Minute::new(from)
            .zip(Minute::new(to))
            .and_then(|(from, to)| WallSpan::new(from, to));
        if let Some(times) = times {
            self.out.push(Series {
                space: space.id,
                who,
                weekday,
                times,
                when,
                purpose,
            });
        }
    }

    /// A team whose club has room for so much more in these weeks, which are counted then.
    fn pick(&mut self, teams: &[Team], turns: &[usize], (from, to): (u16, u16)) -> Option<Team> {
        let more = u32::from(to - from);
        let has_room = |team: &&Team| {
            let weekly = self
                .weekly
                .get(&team.organisation_id)
                .copied()
                .unwrap_or_default();
            turns.iter().all(|turn| weekly[*turn] + more <= CLUB_MINUTES)
        };
        let roomy: Vec<Team> = teams.iter().filter(has_room).cloned().collect();
        let team = self.random.pick(&roomy).cloned()?;
        let weekly = self.weekly.entry(team.organisation_id).or_default();
        for turn in turns {
            weekly[*turn] += more;
        }
        Some(team)
    }

    /// The teams of a hall's home clubs that play matches.
    fn home_teams(&self, facility: &Facility) -> Vec<Team> {
        let clubs = self.seed.season.home.get(&facility.name);
        let at_home = |team: &&Team| {
            MATCH_SPORTS.contains(&team.sport.as_str())
                && self.people.organisations.iter().any(|club| {
                    club.id == team.organisation_id && clubs.is_some_and(|clubs| clubs.contains(&club.name))
                })
        };
        self.people.teams.iter().filter(at_home).cloned().collect()
    }

    /// The first such weekday of September, when matches begin.
    fn first(&self, weekday: Weekday) -> NaiveDate {
        let from = NaiveDate::from_ymd_opt(self.season.from.year(), 9, 1).unwrap_or(self.season.from);
        let ahead = (7 + weekday.num_days_from_monday() - from.weekday().num_days_from_monday()) % 7;
        from + Days::new(ahead.into())
    }
}

fn team(team: &Team) -> Who {
    Who::Team(team.organisation_id, team.id)
}

fn weekday(number: u8) -> Option<Weekday> {
    Weekday::try_from(number.checked_sub(1)?).ok()
}
