//! The demo municipality's autumn from the seed data: its real halls, gyms and clubs; the teams are made up.
//!
//! What no source says is in `seed/baerum.toml` (how halls divide, which schools have gyms, how many fit, where what has
//! no address lies) and in `demo/clubs.toml` (how many teams a club has and where it is at home).

use ledig_allocation::{
    format::{
        place::{Block, Space},
        time::{Clock, Day, Hours},
    },
    generate::{Club, season},
    rule_sets,
};
use ledig_domain::{people::ApplicantKind, space::SpaceKind};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::{Table, Value};

type Failure = Box<dyn std::error::Error>;

const FACILITIES: &str = include_str!("../../../../seed/facilities.csv");
const ASSOCIATIONS: &str = include_str!("../../../../seed/associations.csv");
const ASSUMED: &str = include_str!("../../../../seed/baerum.toml");
const CLUBS: &str = include_str!("../../demo/clubs.toml");

const WORKDAYS: [Day; 5] = [Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri];

/// About so many per cent of the weekdays' time are asked for, gyms and late evenings included; assumed.
const DEMAND_PERCENT: u32 = 75;

#[derive(Deserialize)]
struct Row {
    municipality: String,
    facility: String,
    space: String,
    kind: String,
    district: String,
    lat: Option<f64>,
    lon: Option<f64>,
}

#[derive(Deserialize)]
struct Association {
    municipality: String,
    name: String,
    kind: String,
    home_area: String,
}

#[derive(Deserialize)]
struct Clubs {
    club: Vec<AssumedClub>,
}

#[derive(Deserialize)]
struct AssumedClub {
    name: String,
    home: String,
    sports: Vec<String>,
    teams: u32,
    #[serde(default)]
    adapted: bool,
}

/// The file, word for word.
pub fn autumn() -> Result<String, Failure> {
    let assumed: Table = ASSUMED.parse()?;
    let spaces = spaces(&assumed)?;
    let clubs = clubs(&spaces)?;
    let rules = rule_sets::named("baerum-halls")
        .ok_or("no rules for Bærum's halls")?
        .for_spaces(&spaces);
    let instance = season(
        "Bærum, haller og gymsaler, 2026–27",
        spaces,
        &clubs,
        rules,
        DEMAND_PERCENT,
        2026,
    );
    let mut text = serde_json::to_string_pretty(&instance)?;
    text.push('\n');
    Ok(text)
}

/// Halls in three parts, the athletics hall, training rooms, and the gyms of the schools without a hall.
fn spaces(assumed: &Table) -> Result<Vec<Space>, Failure> {
    let rows: Vec<Row> = csv::Reader::from_reader(FACILITIES.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()?;
    let rows: Vec<Row> = rows
        .into_iter()
        .filter(|row| row.municipality == "Bærum")
        .collect();
    let has_hall = |facility: &str| {
        rows.iter()
            .any(|row| row.facility == facility && row.kind == "sports_hall")
    };
    let no_gym = words(assumed, "gyms", "not");
    let mut spaces = Vec::new();
    for row in &rows {
        let kind = match row.kind.as_str() {
            // The whole of Rykkinnhallen is a house, not a hall: its halls follow.
            "sports_hall" if row.space == "Hele anlegget" => continue,
            "sports_hall" => SpaceKind::SportsHall,
            "athletics_hall" => SpaceKind::AthleticsHall,
            "training_room" | "table_tennis_hall" | "gymnastics_area" => SpaceKind::TrainingRoom,
            "gym" if row.facility.ends_with("skole") => SpaceKind::Gym,
            "school_primary" | "school_lower_secondary" | "school_combined"
                if row.space == "Skolelokaler"
                    && !has_hall(&row.facility)
                    && !no_gym.contains(&row.facility) =>
            {
                SpaceKind::Gym
            }
            _ => continue,
        };
        // Bjørnegård's gym is in the file itself.
        if row.facility == "Bjørnegård skole" && row.space == "Skolelokaler" {
            continue;
        }
        let name = if row.space == "Skolelokaler" {
            "Gymsal"
        } else {
            &row.space
        };
        let whole = whole(row, name, kind, assumed);
        let parts = parts(&whole);
        spaces.push(whole);
        spaces.extend(parts);
    }
    Ok(spaces)
}

fn whole(row: &Row, name: &str, kind: SpaceKind, assumed: &Table) -> Space {
    let district = match row.district.as_str() {
        "" => text(assumed, "district_of", &row.facility).unwrap_or("Sandvika"),
        district => district,
    };
    let middle = assumed
        .get("districts")
        .and_then(|districts| districts.get(district));
    let middle = |at: usize| middle.and_then(|middle| middle.get(at)).and_then(Value::as_float);
    let has = |thing: &str, word: &str| {
        words(assumed, "equipment", kind.code())
            .iter()
            .any(|has| has == thing)
            .then(|| word.to_owned())
    };
    let matches = assumed.get("season").and_then(|season| season.get("matches"));
    let matches = matches
        .and_then(|matches| matches.get(&row.facility))
        .and_then(Value::as_array);
    let hall = matches!(kind, SpaceKind::SportsHall | SpaceKind::AthleticsHall);
    let mut blocks = Vec::new();
    if hall {
        blocks.push(block(&WORKDAYS, 8 * 60, 16 * 60, "skole"));
    }
    for day in matches.into_iter().flatten().filter_map(Value::as_integer) {
        let day = if day == 6 { Day::Sat } else { Day::Sun };
        blocks.push(block(&[day], 10 * 60, 17 * 60, "kamper"));
    }
    Space {
        id: slug(&format!("{} {name}", row.facility)),
        name: format!("{}, {name}", row.facility),
        parent: None,
        facility: Some(slug(&row.facility)),
        district: Some(district.into()),
        kind: Some(kind),
        capacity: assumed
            .get("capacity")
            .and_then(|capacity| capacity.get(kind.code()))
            .and_then(Value::as_integer)
            .and_then(|capacity| u32::try_from(capacity).ok()),
        features: [
            has("Håndballmål", "handball_goals"),
            has("Basketkurver", "baskets"),
            has("Ribbevegger", "apparatus"),
            has("Speil", "mirror"),
            has("Løpebaner", "running_track"),
        ]
        .into_iter()
        .flatten()
        .collect(),
        lat: row.lat.or_else(|| middle(0)),
        lon: row.lon.or_else(|| middle(1)),
        open: if kind == SpaceKind::Gym {
            school_hours()
        } else {
            hall_hours()
        },
        blocks,
        closed_weeks: Vec::new(),
    }
}

/// The thirds of a sports hall (assumption 1 of `seed/baerum.toml`).
fn parts(whole: &Space) -> Vec<Space> {
    if whole.kind != Some(SpaceKind::SportsHall) {
        return Vec::new();
    }
    ["A", "B", "C"]
        .map(|part| Space {
            id: format!("{}-{}", whole.id, part.to_lowercase()),
            name: format!("Del {part}"),
            parent: Some(whole.id.clone()),
            facility: None,
            district: None,
            kind: None,
            capacity: Some(30),
            features: Vec::new(),
            lat: None,
            lon: None,
            open: Vec::new(),
            blocks: Vec::new(),
            closed_weeks: Vec::new(),
        })
        .into()
}

/// Monday to Thursday 17:00–21:45 (regulation for school rooms, 2015).
fn school_hours() -> Vec<Hours> {
    vec![hours(
        &[Day::Mon, Day::Tue, Day::Wed, Day::Thu],
        17 * 60,
        21 * 60 + 45,
    )]
}

/// Weekdays until half past ten, weekends from nine to eight; assumed.
fn hall_hours() -> Vec<Hours> {
    vec![
        hours(&WORKDAYS, 8 * 60, 22 * 60 + 30),
        hours(&[Day::Sat, Day::Sun], 9 * 60, 20 * 60),
    ]
}

fn hours(days: &[Day], from: u16, to: u16) -> Hours {
    Hours {
        days: days.into(),
        from: Clock::at(from),
        to: Clock::at(to),
    }
}

fn block(days: &[Day], from: u16, to: u16, reason: &str) -> Block {
    Block {
        hours: hours(days, from, to),
        reason: reason.into(),
    }
}

/// The clubs of the seed data that ask for time in halls and gyms.
fn clubs(spaces: &[Space]) -> Result<Vec<Club>, Failure> {
    let rows: Vec<Association> = csv::Reader::from_reader(ASSOCIATIONS.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()?;
    let known: BTreeMap<&str, &Association> = rows
        .iter()
        .filter(|row| row.municipality == "Bærum")
        .map(|row| (row.name.as_str(), row))
        .collect();
    let assumed: Clubs = toml::from_str(CLUBS)?;
    let club = |club: &AssumedClub| -> Result<Club, Failure> {
        let row = known
            .get(club.name.as_str())
            .ok_or_else(|| format!("no association «{}»", club.name))?;
        let facility = slug(&club.home);
        let home = spaces
            .iter()
            .find(|space| space.facility.as_ref() == Some(&facility))
            .ok_or_else(|| format!("no hall or gym in «{}»", club.home))?;
        Ok(Club {
            name: club.name.clone(),
            kind: match row.kind.as_str() {
                "sports_club" => ApplicantKind::SportsClub,
                "school_band" | "band" | "orchestra" | "choir" => ApplicantKind::Music,
                "theatre" | "culture" => ApplicantKind::Culture,
                "scouts" => ApplicantKind::Scouts,
                _ => ApplicantKind::Association,
            },
            district: (!row.home_area.is_empty()).then(|| row.home_area.clone()),
            home: home.id.clone(),
            sports: club.sports.clone(),
            adapted: club.adapted,
            teams: club.teams,
        })
    };
    assumed.club.iter().map(club).collect()
}

fn text<'a>(of: &'a Table, table: &str, key: &str) -> Option<&'a str> {
    of.get(table)?.get(key)?.as_str()
}

fn words(of: &Table, table: &str, key: &str) -> Vec<String> {
    let list = of
        .get(table)
        .and_then(|table| table.get(key))
        .and_then(Value::as_array);
    let words = list.into_iter().flatten().filter_map(Value::as_str);
    words.map(str::to_owned).collect()
}

/// Small letters, digits and hyphens.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'æ' => slug.push_str("ae"),
            'ø' => slug.push('o'),
            'å' => slug.push('a'),
            _ if letter.is_ascii_alphanumeric() => slug.push(letter),
            _ if !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.trim_matches('-').into()
}
