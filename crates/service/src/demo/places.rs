//! The demo's facilities and spaces: the facts of the file, and the assumptions of the seed, each noted where it shows.

use super::{
    hours,
    seed::{Parts, Seed},
};
use crate::{
    Service,
    import::{
        defaults,
        facility_rows::{Facilities, FacilityRecord, SpaceRecord},
        hours_text, new_facility, new_space,
        slug::unique,
    },
};
use chrono::NaiveDate;
use ledig_domain::{
    calendar::Calendar,
    id::{FacilityId, SpaceId},
    space::SpaceKind,
    time::Timestamp,
};
use ledig_store::{
    facilities::{Facility, Wheelchair},
    spaces::Space,
};
use std::collections::{HashMap, HashSet};

/// Facilities and spaces; a parent stands before its parts.
#[derive(Debug, Default)]
pub struct Places {
    pub facilities: Vec<Facility>,
    pub spaces: Vec<Space>,
}

/// What all places are made with.
pub struct Making<'a> {
    pub service: &'a Service,
    pub seed: &'a Seed,
    pub calendar: &'a Calendar,
    pub today: NaiveDate,
    pub now: Timestamp,
}

impl Making<'_> {
    /// Every facility with its spaces.
    pub fn places(&self, found: &Facilities) -> Places {
        let mut places = Places::default();
        let mut slugs = HashSet::new();
        for record in &found.facilities {
            let id = self.service.new_id(self.now);
            let slug = unique(&record.name, &mut slugs);
            places.facilities.push(self.facility(record, id, slug));
            self.spaces(record, id, &mut places.spaces);
        }
        places
    }

    fn facility(&self, record: &FacilityRecord, id: FacilityId, slug: String) -> Facility {
        let mut facility = new_facility(record, id, self.service, slug);
        if let Some(district) = self.seed.district_of.get(&record.name) {
            facility.district.clone_from(district);
        }
        if let (None, Some((lat, lon))) = (record.position, self.seed.districts.get(&facility.district)) {
            let (north, east) = aside(&record.name);
            facility.lat = Some(lat + north);
            facility.lon = Some(lon + east);
            facility.description.clone_from(&self.seed.position.note);
        }
        let access = &self.seed.wheelchair;
        (facility.wheelchair, facility.wheelchair_note) = if access.yes.contains(&record.name) {
            (Wheelchair::Yes, access.note.clone())
        } else if access.partly.contains(&record.name) {
            (Wheelchair::Partly, access.partly_note.clone())
        } else if access.no.contains(&record.name) {
            (Wheelchair::No, access.note.clone())
        } else {
            (Wheelchair::Unknown, String::new())
        };
        facility
    }

    fn spaces(&self, record: &FacilityRecord, facility: FacilityId, out: &mut Vec<Space>) {
        let mut slugs = HashSet::new();
        let mut ids: HashMap<&str, SpaceId> = HashMap::new();
        let gym = self.assumed_gym(record);
        let has_parts = |name: &str| {
            let part_of =
                |space: &&SpaceRecord| space.parent.as_deref() == Some(name) && !self.is_loose(record, space);
            record.spaces.iter().any(|space| part_of(&space))
        };
        for space in record.spaces.iter().chain(gym.iter()) {
            let id: SpaceId = self.service.new_id(self.now);
            ids.insert(&space.name, id);
            let loose = self.is_loose(record, space);
            let parent = space.parent.as_deref().filter(|_| !loose);
            let parent = parent.and_then(|name| ids.get(name).copied());
            let opening = hours::of(space, self.seed, self.calendar, self.today);
            let mut made = new_space(space, id, facility, parent, opening);
            made.slug = unique(&space.name, &mut slugs);
            made.sort = next_sort(out, facility);
            let note = self.seed.hours_note(&space.hours_note);
            made.rules = Some(defaults::rules(space.kind, space.clubs_only, note));
            made.equipment = self.seed.equipment.get(&space.kind).cloned().unwrap_or_default();
            let mut notes = self.notes(record, space);
            if made.capacity.is_none() {
                made.capacity = self.seed.capacity(space.kind);
                notes.extend(made.capacity.map(|_| self.seed.capacity_note().to_owned()));
            }
            if let Some(why) = self.seed.not_bookable.get(&record.name) {
                made.bookable = false;
                notes.push(why.clone());
            }
            let parts = self.parts(space).filter(|_| !has_parts(&space.name));
            notes.extend(parts.map(|parts| parts.note.clone()));
            made.assumption = notes.join(" ");
            let whole = made.clone();
            out.push(made);
            for name in parts.iter().flat_map(|parts| &parts.parts) {
                let Some(parts) = parts else { continue };
                out.push(Space {
                    id: self.service.new_id(self.now),
                    parent_id: Some(id),
                    slug: unique(&format!("{} {name}", space.name), &mut slugs),
                    name: name.clone(),
                    kind: parts.part_kind.unwrap_or(space.kind),
                    capacity: Some(parts.capacity),
                    size_m2: None,
                    hours: None,
                    rules: None,
                    assumption: parts.note.clone(),
                    sort: next_sort(out, facility),
                    ..whole.clone()
                });
            }
        }
    }

    /// The gym that the school is assumed to have.
    fn assumed_gym(&self, record: &FacilityRecord) -> Option<SpaceRecord> {
        let gyms = &self.seed.gyms;
        let rooms = record
            .spaces
            .iter()
            .find(|space| space.kind == SpaceKind::SchoolRoom && space.word != "school_upper_secondary")?;
        let has_one = record
            .spaces
            .iter()
            .any(|space| matches!(space.kind, SpaceKind::SportsHall | SpaceKind::Gym));
        if has_one || gyms.not.contains(&record.name) {
            return None;
        }
        Some(SpaceRecord {
            name: gyms.name.clone(),
            parent: None,
            word: "gym".to_owned(),
            kind: SpaceKind::Gym,
            size_m2: Some(f64::from(gyms.size_m2)),
            capacity: Some(gyms.capacity),
            week: hours_text::read(&rooms.hours_note)
                .week
                .unwrap_or_else(|| rooms.week.clone()),
            ..rooms.clone()
        })
    }

    fn is_loose(&self, record: &FacilityRecord, space: &SpaceRecord) -> bool {
        let mut loose = self.seed.loose.iter();
        loose.any(|loose| loose.facility == record.name && loose.space == space.name)
    }

    fn notes(&self, record: &FacilityRecord, space: &SpaceRecord) -> Vec<String> {
        let loose = self
            .seed
            .loose
            .iter()
            .filter(|loose| loose.facility == record.name && loose.space == space.name);
        let mut notes: Vec<String> = loose.map(|loose| loose.note.clone()).collect();
        let told = record.spaces.iter().any(|other| other.name == space.name);
        if !told {
            notes.push(self.seed.gyms.note.clone());
        }
        notes
    }

    /// How the space divides, if it does.
    fn parts(&self, space: &SpaceRecord) -> Option<&Parts> {
        self.seed.parts.iter().find(|parts| {
            parts.kind == space.kind
                && (parts.words.is_empty() || parts.words.contains(&space.word))
                && (parts.names.is_empty() || parts.names.contains(&space.name))
                && !parts.not.contains(&space.name)
        })
    }
}

fn next_sort(spaces: &[Space], facility: FacilityId) -> i64 {
    let last = spaces.iter().rev().find(|space| space.facility_id == facility);
    last.map_or(0, |space| space.sort + 1)
}

/// A little aside of the district's middle, the same for the same name: up to about 300 m.
fn aside(name: &str) -> (f64, f64) {
    let sum = name
        .bytes()
        .fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    let part = |bits: u32| f64::from(bits % 61) / 30.0 - 1.0;
    (part(sum) * 0.0025, part(sum >> 8) * 0.005)
}
