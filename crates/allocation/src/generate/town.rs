//! A town's halls and gyms, on a map like Bærum's.

use super::{
    Shape,
    chance::Chance,
    when::{MON_TO_THU, WEEKEND, WORKDAYS, at, hours},
};
use crate::format::{
    place::{Block, Space},
    time::{Day, Hours},
};
use ledig_domain::space::SpaceKind;

/// Places of a town: name, latitude and longitude in ten-thousandths of a degree.
const DISTRICTS: [(&str, i32, i32); 16] = [
    ("Bekkestua", 599_178, 105_877),
    ("Bærums Verk", 599_400, 105_000),
    ("Eiksmarka", 599_465, 106_215),
    ("Fornebu", 598_965, 106_200),
    ("Haslum", 599_150, 105_620),
    ("Hosle", 599_365, 105_790),
    ("Høvik", 598_985, 105_830),
    ("Jar", 599_265, 106_180),
    ("Lommedalen", 599_530, 104_700),
    ("Løkeberg", 599_060, 105_700),
    ("Rud", 599_103, 105_017),
    ("Rykkinn", 599_250, 104_800),
    ("Sandvika", 598_905, 105_260),
    ("Skui", 599_230, 104_400),
    ("Snarøya", 598_760, 106_060),
    ("Stabekk", 599_095, 106_085),
];

/// The spaces of a town. Every tenth hall is for athletics, every twelfth gym a training room.
pub(super) fn build(shape: &Shape, town: u32, chance: &mut Chance) -> Vec<Space> {
    let mut spaces = Vec::new();
    for number in 1..=shape.halls {
        let id = format!("h{:03}", town * shape.halls + number);
        let kind = if number % 20 == 5 {
            SpaceKind::AthleticsHall
        } else {
            SpaceKind::SportsHall
        };
        spaces.extend(hall(&id, kind, town, chance));
    }
    for number in 1..=shape.gyms {
        let id = format!("g{:03}", town * shape.gyms + number);
        let kind = if number % 12 == 7 {
            SpaceKind::TrainingRoom
        } else {
            SpaceKind::Gym
        };
        spaces.push(gym(&id, kind, town, chance));
    }
    spaces
}

/// A hall in three parts: open from the end of school until half past ten, with matches at weekends.
fn hall(id: &str, kind: SpaceKind, town: u32, chance: &mut Chance) -> Vec<Space> {
    let mut whole = somewhere(id, kind, town, chance);
    whole.capacity = Some(90);
    whole.open = vec![
        hours(&WORKDAYS, at(8, 0), at(22, 30)),
        hours(&WEEKEND, at(9, 0), at(20, 0)),
    ];
    let school = if chance.percent(70) { at(16, 0) } else { at(15, 0) };
    whole
        .blocks
        .push(block(hours(&WORKDAYS, at(8, 0), school), "skole"));
    for day in WEEKEND {
        if chance.percent(70) {
            whole
                .blocks
                .push(block(hours(&[day], at(10, 0), at(17, 0)), "kamper"));
        }
    }
    if chance.percent(12) {
        let day = chance.pick(&WORKDAYS);
        whole
            .blocks
            .push(block(hours(&[day], at(16, 0), at(17, 30)), "kommunens eget"));
    }
    if kind == SpaceKind::SportsHall {
        for (feature, percent) in [
            ("handball_goals", 95),
            ("baskets", 80),
            ("wood_floor", 40),
            ("stands", 30),
        ] {
            if chance.percent(percent) {
                whole.features.push(feature.into());
            }
        }
    } else {
        whole.features.push("running_track".into());
    }
    let parts = ["a", "b", "c"].map(|letter| {
        let mut part = blank(format!("{id}{letter}"));
        part.name = format!("{}, del {}", whole.name, letter.to_uppercase());
        part.parent = Some(id.into());
        part.capacity = Some(30);
        part
    });
    std::iter::once(whole).chain(parts).collect()
}

/// A school's gym, or a room for training: Monday to Thursday 17:00–21:45, some on Fridays too.
fn gym(id: &str, kind: SpaceKind, town: u32, chance: &mut Chance) -> Space {
    let mut gym = somewhere(id, kind, town, chance);
    gym.capacity = Some(chance.pick(&[25, 30, 30, 30, 40, 60]));
    gym.open.push(hours(&MON_TO_THU, at(17, 0), at(21, 45)));
    if chance.percent(25) {
        gym.open.push(hours(&[Day::Fri], at(17, 0), at(21, 0)));
    }
    if chance.percent(15) {
        let day = chance.pick(&MON_TO_THU);
        let from = chance.pick(&[at(17, 0), at(18, 0), at(19, 0)]);
        gym.blocks
            .push(block(hours(&[day], from, from + 90), "skolens eget"));
    }
    for (feature, percent) in [("mirror", 30), ("apparatus", 60), ("wood_floor", 60)] {
        if chance.percent(percent) {
            gym.features.push(feature.into());
        }
    }
    gym
}

/// A space in some district, up to a kilometre from its middle; one of twenty is closed for some weeks.
fn somewhere(id: &str, kind: SpaceKind, town: u32, chance: &mut Chance) -> Space {
    let (district, north, east) = chance.pick(&DISTRICTS);
    let aside = |chance: &mut Chance, reach: u32| chance.below(2 * reach) as i32 - reach as i32;
    // Towns of a region lie side by side, five in a row.
    let north = north + (town / 5) as i32 * 1200 + aside(chance, 70);
    let east = east + (town % 5) as i32 * 2600 + aside(chance, 140);
    let mut space = blank(id.into());
    space.name = format!("{district} {id}");
    space.facility = Some(format!("f-{id}"));
    space.district = Some(if town == 0 {
        district.into()
    } else {
        format!("{district} {town}")
    });
    space.kind = Some(kind);
    space.lat = Some(f64::from(north) / 10_000.0);
    space.lon = Some(f64::from(east) / 10_000.0);
    if chance.percent(5) {
        let first = chance.between(8, 30) as u16;
        space.closed_weeks = vec![first, first + 1];
    }
    space
}

/// A space of which nothing is known but its id.
fn blank(id: String) -> Space {
    Space {
        id,
        name: String::new(),
        parent: None,
        facility: None,
        district: None,
        kind: None,
        capacity: None,
        features: Vec::new(),
        lat: None,
        lon: None,
        open: Vec::new(),
        blocks: Vec::new(),
        closed_weeks: Vec::new(),
    }
}

fn block(hours: Hours, reason: &str) -> Block {
    Block {
        hours,
        reason: reason.into(),
    }
}
