//! Made-up seasons of any size, calibrated to what municipalities publish; the same for a size and seed on every machine.
//!
//! What is known and kept to: a few large clubs and many small ones; 0.9–1.3 times as much asked for as there is on
//! weekdays, most of it between 17 and 20; three of four teams want what they had; a tenth of the wishes for whole
//! halls; coaches with two teams; gyms open Monday to Thursday 17:00–21:45 (Bærum).

mod chance;
mod clubs;
mod former;
mod hall;
mod people;
mod places;
mod rules;
mod sports;
mod team;
mod town;
mod when;

use crate::format::{
    Instance, VERSION,
    lock::Lock,
    place::{Season, Space, Travel},
    rules::Rules,
    wish::{Link, Wish},
};
use chance::Chance;
pub use clubs::Club;
use hall::Ground;
use std::collections::{BTreeMap, BTreeSet};

/// How large a season is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A small municipality: 13 halls and gyms with 23 units, 28 organisations, 190 wishes.
    S,
    /// A town: 53 halls and gyms with 89 units, 110 organisations, 850 wishes.
    M,
    /// A city: 40 halls and 150 gyms with 270 units, 350 organisations, 2,500 wishes.
    L,
    /// A region of ten such cities.
    Xl,
}

/// The numbers of a size.
struct Shape {
    name: &'static str,
    towns: u32,
    halls: u32,
    gyms: u32,
    clubs: u32,
    wishes: u32,
}

impl Size {
    /// Every size, smallest first.
    pub const ALL: [Self; 4] = [Self::S, Self::M, Self::L, Self::Xl];

    /// The size of that letter: S, M, L or XL.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|size| size.shape().name.eq_ignore_ascii_case(name))
    }

    const fn shape(self) -> Shape {
        let (name, towns, halls, gyms, clubs, wishes) = match self {
            Self::S => ("S", 1, 5, 8, 28, 190),
            Self::M => ("M", 1, 18, 35, 110, 850),
            Self::L => ("L", 1, 40, 150, 350, 2500),
            Self::Xl => ("XL", 10, 40, 150, 350, 2500),
        };
        Shape {
            name,
            towns,
            halls,
            gyms,
            clubs,
            wishes,
        }
    }
}

/// A made-up season.
pub fn instance(size: Size, seed: u64) -> Instance {
    let shape = size.shape();
    let (mut spaces, mut clubs) = (Vec::new(), Vec::new());
    for town in 0..shape.towns {
        let mut chance = Chance::new(seed, 1000 + u64::from(town));
        let built = town::build(&shape, town, &mut chance);
        clubs.extend(clubs::found(&shape, town, &built, &mut chance));
        spaces.extend(built);
    }
    let rules = rules::usual(&spaces);
    let percent = Chance::new(seed, 1).between(100, 122);
    season(
        &format!("{}, {seed}", shape.name),
        spaces,
        &clubs,
        rules,
        percent,
        seed,
    )
}

/// A season in given spaces for given clubs: their teams and wishes are made up.
///
/// About `percent` per cent of the weekdays' time is asked for. Hours and blocks are those of the wholes. The weeks are
/// those of 17 August 2026 to 15 May 2027; the school's holidays are closed.
pub fn season(
    name: &str,
    spaces: Vec<Space>,
    clubs: &[Club],
    rules: Rules,
    percent: u32,
    seed: u64,
) -> Instance {
    let ground = Ground::new(&spaces);
    let mut wishes = Vec::new();
    for (club, number) in clubs.iter().zip(1..) {
        let mut chance = Chance::new(seed, 1_000_000 + u64::from(number));
        wishes.extend(team::wishes(number, club, &ground, &mut chance));
    }
    for (number, wish) in wishes.iter_mut().enumerate() {
        wish.id = format!("w{:04}", number + 1);
    }
    let mut chance = Chance::new(seed, 2);
    fit(&mut wishes, &ground, percent, &mut chance);
    let links = people::link(&mut wishes, &ground, &mut chance);
    people::coach(&mut wishes, &links, &mut chance);
    former::fill(&mut wishes, &ground, &mut chance);
    let (locks, held_back) = by_hand(&wishes, &links, &mut chance);
    let mut teams: BTreeMap<&str, Vec<&Wish>> = BTreeMap::new();
    for wish in &wishes {
        teams.entry(&wish.organisation).or_default().push(wish);
    }
    let organisations = clubs
        .iter()
        .zip(1..)
        .map(|(club, number)| {
            let id = clubs::id(number);
            let teams = teams.get(id.as_str()).map_or(&[][..], Vec::as_slice);
            club.organisation(id, teams, &mut chance)
        })
        .collect();
    Instance {
        format: VERSION,
        name: name.into(),
        grid: 15,
        seed,
        season: Season {
            weeks: 39,
            closed_weeks: vec![7, 19, 20, 28, 32],
        },
        travel: Travel::default(),
        spaces,
        organisations,
        wishes,
        links,
        rules,
        locks,
        held_back,
        published: None,
    }
}

/// Minutes a week that all wishes ask for, times the units that they take.
pub fn demand(instance: &Instance) -> u64 {
    let ground = Ground::new(&instance.spaces);
    instance.wishes.iter().map(|wish| asked(wish, &ground)).sum()
}

/// Minutes from Monday to Friday that the spaces can be used, all units together.
pub fn supply(spaces: &[Space]) -> u64 {
    Ground::new(spaces).weekday_minutes()
}

fn asked(wish: &Wish, ground: &Ground) -> u64 {
    u64::from(wish.sessions) * u64::from(wish.min_minutes) * places::units(wish, ground)
}

/// Gives or takes sessions until so many per cent of the weekdays' time are asked for.
fn fit(wishes: &mut [Wish], ground: &Ground, percent: u32, chance: &mut Chance) {
    let target = ground.weekday_minutes() * u64::from(percent) / 100;
    let mut now: u64 = wishes.iter().map(|wish| asked(wish, ground)).sum();
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    chance.shuffle(&mut order);
    for at in order.iter().copied().chain(order.iter().copied()) {
        let wish = &mut wishes[at];
        let session = asked(wish, ground) / u64::from(wish.sessions);
        let most = most_sessions(wish);
        if now + session <= target && wish.sessions < most {
            wish.sessions += 1;
            now += session;
        } else if now > target + session && wish.sessions > 1 {
            wish.sessions -= 1;
            now -= session;
        }
    }
}

/// So many fit its days; children ask for two at most.
fn most_sessions(wish: &Wish) -> u8 {
    let days = wish.windows.iter().map(|window| window.hours.days.len()).max();
    let most = match (wish.team.age_to <= 12, wish.free_days_between) {
        (true, _) | (_, Some(_)) => 2,
        _ => 4,
    };
    most.min(days.unwrap_or_default() as u8)
}

/// What an officer has fixed: one wish of eighty keeps a former session, one of two hundred is held back.
fn by_hand(wishes: &[Wish], links: &[Link], chance: &mut Chance) -> (Vec<Lock>, Vec<String>) {
    let linked: BTreeSet<&String> = links.iter().flat_map(|link| &link.wishes).collect();
    let (mut locks, mut held_back) = (Vec::new(), Vec::new());
    for wish in wishes {
        if linked.contains(&wish.id) {
            continue;
        }
        match (chance.below(400), wish.last_season.first()) {
            (0..5, Some(slot)) => locks.push(Lock {
                wish: wish.id.clone(),
                slot: slot.clone(),
            }),
            (5..7, _) => held_back.push(wish.id.clone()),
            _ => {}
        }
    }
    (locks, held_back)
}

#[cfg(test)]
mod tests;
