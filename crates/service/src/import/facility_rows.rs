//! Facilities and their spaces, out of a file's rows.

use super::{
    fault::{Fault, FaultKind},
    hours_text, kinds,
    table::{Row, Table},
};
use ledig_domain::{hours::WeekHours, space::SpaceKind};
use std::{
    collections::{BTreeMap, HashMap},
    io::Read,
};

const REQUIRED: [&str; 4] = ["facility", "space", "parent_space", "kind"];
const OPTIONAL: [&str; 11] = [
    "municipality",
    "address",
    "postal_code",
    "town",
    "district",
    "lat",
    "lon",
    "size_m2",
    "capacity",
    "hours",
    "source",
];

/// What to take from a file of facilities.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Only rows of this municipality; rows without one are always taken.
    pub municipality: Option<String>,
    /// Words for kinds of space, with the code that each stands for; asked before the built-in ones.
    pub kinds: HashMap<String, String>,
}

/// A facility of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FacilityRecord {
    /// The line of its first row.
    pub line: u64,
    /// Its name.
    pub name: String,
    /// Street and number; empty when unknown.
    pub address: String,
    /// Four digits; empty when unknown.
    pub postal_code: String,
    /// Post town; empty when unknown.
    pub town: String,
    /// Part of the municipality; empty when unknown.
    pub district: String,
    /// Latitude and longitude, degrees.
    pub position: Option<(f64, f64)>,
    /// Its spaces; a parent always stands before its parts.
    pub spaces: Vec<SpaceRecord>,
}

/// A space of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct SpaceRecord {
    /// Its line.
    pub line: u64,
    /// Its name, once in a facility.
    pub name: String,
    /// The space that it is a part of, by name.
    pub parent: Option<String>,
    /// What it is, in the file's word.
    pub word: String,
    /// What it is.
    pub kind: SpaceKind,
    /// Whether it is booked as such, or only groups its parts.
    pub bookable: bool,
    /// Floor or surface, square metres.
    pub size_m2: Option<f64>,
    /// Persons.
    pub capacity: Option<u32>,
    /// The week that the text tells, or the kind's usual one.
    pub week: WeekHours,
    /// It closes in July.
    pub closed_in_july: bool,
    /// Only in the school year.
    pub school_year: bool,
    /// Only clubs may have it.
    pub clubs_only: bool,
    /// The text about hours, as it stands.
    pub hours_note: String,
    /// Where the facts are from.
    pub source: String,
}

/// The facilities of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facilities {
    /// In the file's order.
    pub facilities: Vec<FacilityRecord>,
    /// Rows of other municipalities, left out.
    pub left_out: usize,
    /// Columns that are not used.
    pub ignored_columns: Vec<String>,
}

/// Reads a file of facilities.
///
/// # Errors
/// Everything that is wrong with it, in the order of its lines.
pub fn read(reader: impl Read, choice: &Choice) -> Result<Facilities, Vec<Fault>> {
    let table = Table::read(reader, &REQUIRED, &OPTIONAL)?;
    let mut faults = Vec::new();
    let mut found = Facilities {
        ignored_columns: table.ignored.clone(),
        ..Facilities::default()
    };
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    for row in table.rows() {
        let municipality = row.get("municipality");
        let other = |wanted: &String| !municipality.is_empty() && !wanted.eq_ignore_ascii_case(municipality);
        if choice.municipality.as_ref().is_some_and(other) {
            found.left_out += 1;
            continue;
        }
        let name = row.needed("facility", &mut faults);
        let index = *at.entry(name.to_lowercase()).or_insert_with(|| {
            found.facilities.push(FacilityRecord::empty(name, row.line));
            found.facilities.len() - 1
        });
        let facility = &mut found.facilities[index];
        facility.fill(row, &mut faults);
        if let Some(space) = read_space(row, choice, &mut faults) {
            if let Some(first) = facility.spaces.iter().find(|other| other.name == space.name) {
                let first = first.line;
                faults.push(Fault::field(row.line, "space", FaultKind::Duplicate { first }));
            } else {
                facility.spaces.push(space);
            }
        }
    }
    for facility in &mut found.facilities {
        facility.put_parents_first(&mut faults);
    }
    faults.sort_by_key(|fault| fault.line);
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

fn read_space(row: Row<'_>, choice: &Choice, faults: &mut Vec<Fault>) -> Option<SpaceRecord> {
    let word = row.needed("kind", faults);
    let mapped = choice.kinds.get(word).map_or(word, String::as_str);
    let meaning = kinds::space_kind(mapped);
    if meaning.is_none() && !word.is_empty() {
        let found = word.to_owned();
        faults.push(Fault::field(row.line, "kind", FaultKind::UnknownKind { found }));
    }
    let name = row.needed("space", faults).to_owned();
    let size_m2 = row.number("size_m2", (0.1, 10_000_000.0, "0.1 to 10 000 000"), faults);
    let capacity = row.number("capacity", (0.0, 200_000.0, "0 to 200 000"), faults);
    let said = hours_text::read(row.get("hours"));
    let meaning = meaning?;
    Some(SpaceRecord {
        line: row.line,
        name,
        parent: Some(row.get("parent_space").to_owned()).filter(|parent| !parent.is_empty()),
        word: word.to_owned(),
        kind: meaning.kind,
        bookable: meaning.bookable,
        size_m2,
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "within 0..=200 000"
        )]
        capacity: capacity.map(|persons| persons as u32),
        week: said.week.unwrap_or_else(|| hours_text::usual(meaning.kind)),
        closed_in_july: said.closed_in_july,
        school_year: said.school_year,
        clubs_only: said.clubs_only,
        hours_note: row.get("hours").to_owned(),
        source: row.get("source").to_owned(),
    })
}

impl FacilityRecord {
    fn empty(name: &str, line: u64) -> Self {
        Self {
            line,
            name: name.to_owned(),
            address: String::new(),
            postal_code: String::new(),
            town: String::new(),
            district: String::new(),
            position: None,
            spaces: Vec::new(),
        }
    }

    /// Takes over what the row tells of the facility; a row that tells something else is at fault.
    fn fill(&mut self, row: Row<'_>, faults: &mut Vec<Fault>) {
        let first = self.line;
        for (column, known) in [
            ("address", &mut self.address),
            ("postal_code", &mut self.postal_code),
            ("town", &mut self.town),
            ("district", &mut self.district),
        ] {
            let found = row.get(column);
            if known.is_empty() {
                found.clone_into(known);
            } else if !found.is_empty() && found != known {
                faults.push(Fault::field(
                    row.line,
                    column,
                    FaultKind::Disagrees {
                        found: found.to_owned(),
                        other: known.clone(),
                        first,
                    },
                ));
            }
        }
        let lat = row.number("lat", (-90.0, 90.0, "-90 to 90"), faults);
        let lon = row.number("lon", (-180.0, 180.0, "-180 to 180"), faults);
        match (lat, lon) {
            (Some(lat), Some(lon)) => self.position = self.position.or(Some((lat, lon))),
            (Some(_), None) if row.get("lon").is_empty() => {
                faults.push(Fault::field(row.line, "lon", FaultKind::Alone { other: "lat" }));
            }
            (None, Some(_)) if row.get("lat").is_empty() => {
                faults.push(Fault::field(row.line, "lat", FaultKind::Alone { other: "lon" }));
            }
            _ => {}
        }
    }

    /// Orders the spaces so that a parent stands before its parts; tells missing parents and circles.
    fn put_parents_first(&mut self, faults: &mut Vec<Fault>) {
        let mut placed: Vec<SpaceRecord> = Vec::with_capacity(self.spaces.len());
        let mut open = std::mem::take(&mut self.spaces);
        let names: Vec<String> = open.iter().map(|space| space.name.clone()).collect();
        open.retain(|space| match &space.parent {
            Some(parent) if !names.contains(parent) => {
                let found = parent.clone();
                faults.push(Fault::field(
                    space.line,
                    "parent_space",
                    FaultKind::NoParent { found },
                ));
                false
            }
            _ => true,
        });
        loop {
            let (ready, rest): (Vec<_>, Vec<_>) = open.into_iter().partition(|space| {
                let parent = space.parent.as_ref();
                parent.is_none_or(|parent| placed.iter().any(|other| other.name == *parent))
            });
            if ready.is_empty() {
                let orphaned = |line| faults.iter().any(|fault: &Fault| fault.line == line);
                let circles: Vec<u64> = rest
                    .iter()
                    .map(|s| s.line)
                    .filter(|line| !orphaned(*line))
                    .collect();
                faults.extend(
                    circles
                        .into_iter()
                        .map(|line| Fault::field(line, "parent_space", FaultKind::Cycle)),
                );
                break;
            }
            placed.extend(ready);
            open = rest;
        }
        self.spaces = placed;
    }
}
