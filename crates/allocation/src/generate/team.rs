//! A club's teams and what each asks for.

use super::{
    chance::Chance,
    clubs::{Club, id},
    hall::Ground,
    places::Near,
    sports::Sport,
    when::{WEEKEND, WORKDAYS, at, hours},
};
use crate::format::{
    time::Day,
    wish::{Extent, FreeDays, Need, PerDay, Strength, Team, Window, Wish},
};
use ledig_domain::people::{ApplicantKind, Gender};

/// Teams of an age, and what they usually ask for. Times are minutes of the day.
struct Profile {
    name: &'static str,
    level: &'static str,
    /// Youngest and oldest, years.
    ages: &'static [(u8, u8)],
    /// Fewest and most people.
    size: (u32, u32),
    /// How many of a hundred ask for one, two, three, four sessions.
    sessions: [u32; 4],
    /// Shortest and longest session, minutes.
    lengths: &'static [(u16, u16)],
    /// The first start that is possible.
    from: [u16; 2],
    /// The last end that is possible.
    to: [u16; 3],
    /// The hours wanted.
    wanted: (u16, u16),
}

const CHILDREN: Profile = Profile {
    name: "Barn",
    level: "recreation",
    ages: &[
        (5, 6),
        (6, 7),
        (7, 8),
        (8, 9),
        (9, 10),
        (10, 11),
        (11, 12),
        (12, 12),
    ],
    size: (10, 25),
    sessions: [50, 45, 5, 0],
    lengths: &[(60, 60), (60, 60), (60, 90), (60, 75), (45, 60)],
    from: [at(16, 0), at(16, 30)],
    to: [at(19, 0), at(19, 30), at(20, 0)],
    wanted: (at(17, 0), at(19, 0)),
};
const YOUTH: Profile = Profile {
    name: "Ungdom",
    level: "series",
    ages: &[(13, 13), (13, 14), (14, 15), (15, 16), (16, 17), (17, 19)],
    size: (10, 24),
    sessions: [15, 50, 30, 5],
    lengths: &[(60, 90), (75, 90), (90, 90), (90, 90), (90, 120)],
    from: [at(16, 0), at(17, 0)],
    to: [at(20, 30), at(21, 0), at(21, 30)],
    wanted: (at(17, 0), at(20, 0)),
};
const LEAGUE: Profile = Profile {
    name: "Senior",
    level: "league",
    ages: &[(18, 35), (18, 40), (20, 45)],
    size: (10, 22),
    sessions: [20, 50, 25, 5],
    lengths: &[(90, 90), (90, 120), (90, 120), (120, 120)],
    from: [at(17, 30), at(18, 30)],
    to: [at(22, 0), at(22, 30), at(22, 30)],
    wanted: (at(18, 30), at(21, 30)),
};
const KEEP_FIT: Profile = Profile {
    name: "Mosjon",
    level: "keep_fit",
    ages: &[(20, 66), (30, 70), (18, 99)],
    size: (8, 28),
    sessions: [80, 20, 0, 0],
    lengths: &[(60, 60), (60, 90), (90, 90), (60, 120)],
    from: [at(17, 0), at(18, 0)],
    to: [at(21, 45), at(21, 45), at(22, 30)],
    wanted: (at(17, 30), at(20, 30)),
};
const BAND: Profile = Profile {
    name: "Gruppe",
    level: "",
    ages: &[(8, 10), (11, 19), (18, 75), (10, 18)],
    size: (15, 40),
    sessions: [70, 30, 0, 0],
    lengths: &[(90, 120), (120, 120), (60, 90)],
    from: [at(17, 0), at(17, 0)],
    to: [at(20, 0), at(21, 45), at(21, 45)],
    wanted: (at(17, 30), at(20, 30)),
};

/// The wishes of a club; their ids are given later.
pub(super) fn wishes(number: u32, club: &Club, ground: &Ground, chance: &mut Chance) -> Vec<Wish> {
    let near = Near::new(&club.home, ground);
    (0..club.teams)
        .map(|team| wish(number, club, team, &near, chance))
        .collect()
}

fn wish(number: u32, club: &Club, team: u32, near: &Near<'_>, chance: &mut Chance) -> Wish {
    let (sport, word) = club.sport(chance);
    let profile = profile(club.kind, chance);
    let (age_from, age_to) = chance.pick(profile.ages);
    let (min_minutes, max_minutes) = chance.pick(profile.lengths);
    let (sessions, size) = (
        1 + chance.weighted(&profile.sessions) as u8,
        chance.between(profile.size.0, profile.size.1),
    );
    let level = if profile.level == "league" && chance.percent(12) {
        "elite"
    } else {
        profile.level
    };
    let young = age_to <= 12;
    let (extent, places) = near.choose(sport, young, chance);
    let free_days_between = (sessions == 2 && chance.percent(40)).then(|| FreeDays {
        days: 1,
        strength: strength(chance, 60),
    });
    Wish {
        id: String::new(),
        organisation: id(number),
        team: Team {
            name: format!("{} {age_from}–{age_to}, {word} {}", profile.name, team + 1),
            age_from,
            age_to,
            gender: Some(chance.pick(&[
                Gender::Female,
                Gender::Female,
                Gender::Male,
                Gender::Male,
                Gender::Mixed,
            ])),
            sport: word,
            level: level.into(),
            size,
            adapted: club.adapted,
        },
        sessions,
        min_minutes,
        max_minutes,
        extent,
        places,
        windows: windows(&profile, sessions, chance),
        per_day: per_day(chance),
        free_days_between,
        needs: needs(sport, extent, chance),
        coaches: Vec::new(),
        last_season: Vec::new(),
    }
}

fn profile(kind: ApplicantKind, chance: &mut Chance) -> Profile {
    match kind {
        ApplicantKind::SportsClub => match chance.below(100) {
            0..38 => CHILDREN,
            38..72 => YOUTH,
            72..86 => LEAGUE,
            _ => KEEP_FIT,
        },
        ApplicantKind::Music | ApplicantKind::Culture | ApplicantKind::Scouts => BAND,
        _ => KEEP_FIT,
    }
}

/// Some workdays, more than sessions where that can be; seldom the weekend.
fn windows(profile: &Profile, sessions: u8, chance: &mut Chance) -> Vec<Window> {
    let mut days = WORKDAYS;
    chance.shuffle(&mut days);
    // Friday is the day that most can do without.
    let fewest = u32::from(sessions).max(2);
    let mut days: Vec<Day> = days[..chance.between(fewest, 5) as usize].to_vec();
    if days.len() > usize::from(sessions) && chance.percent(60) {
        days.retain(|day| *day != Day::Fri);
    }
    days.sort();
    let (from, to) = (chance.pick(&profile.from), chance.pick(&profile.to));
    let (first, last) = (profile.wanted.0.max(from), profile.wanted.1.min(to));
    let window = |hours, preferred| Window { hours, preferred };
    let mut windows = vec![window(hours(&days, from, to), false)];
    if chance.percent(85) {
        windows.push(window(hours(&days, first, last), true));
    }
    if chance.percent(12) {
        windows.push(window(hours(&WEEKEND, at(9, 0), at(18, 0)), false));
    }
    windows
}

fn per_day(chance: &mut Chance) -> PerDay {
    match chance.below(100) {
        0..4 => PerDay {
            most: 2,
            strength: Strength::Must,
        },
        4..8 => PerDay {
            most: 1,
            strength: Strength::Should,
        },
        _ => PerDay::default(),
    }
}

fn needs(sport: &Sport, extent: Extent, chance: &mut Chance) -> Vec<Need> {
    let mut needs = Vec::new();
    if let Some(feature) = sport.need {
        // A part of a hall has no goals of its own: they are wanted, but not by all.
        let must = if extent == Extent::Part { 30 } else { 80 };
        if chance.percent(60) {
            needs.push(need(feature, strength(chance, must)));
        }
    }
    match sport.word {
        "dance" if chance.percent(40) => needs.push(need("mirror", strength(chance, 30))),
        "gymnastics" if chance.percent(40) => needs.push(need("apparatus", strength(chance, 50))),
        _ => {}
    }
    needs
}

fn need(feature: &str, strength: Strength) -> Need {
    Need {
        feature: feature.into(),
        strength,
    }
}

/// A must in so many of a hundred cases.
pub(super) fn strength(chance: &mut Chance, must: u32) -> Strength {
    if chance.percent(must) {
        Strength::Must
    } else {
        Strength::Should
    }
}
