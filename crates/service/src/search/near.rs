//! What a typed place means, and how far spaces are from it.

use super::{Near, NearKind};
use crate::landscape::Landscape;
use ledig_domain::{alternative::metres, id::FacilityId};
use ledig_store::{facilities::Facility, names::by_name};
use std::collections::{BTreeMap, HashMap};

/// Farther than this is too far, metres.
const TOO_FAR: u32 = 10_000;

/// Distances from a place.
pub(super) struct Nearness {
    near: Option<Near>,
    middles: HashMap<String, (f64, f64)>,
}

/// How far a facility is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    /// Metres, where both positions are known.
    pub(super) metres: Option<u32>,
    /// It lies in the wished district.
    pub(super) in_district: bool,
    /// Metres, also estimated by the district's middle; for the order only.
    pub(super) about: Option<u32>,
}

impl Nearness {
    /// Understands the text.
    pub(super) fn new(landscape: &Landscape, text: &str) -> Self {
        let middles = middles(landscape);
        let near = find(landscape, &middles, text);
        Self { near, middles }
    }

    /// What the text was understood as.
    pub(super) fn near(&self) -> Option<&Near> {
        self.near.as_ref()
    }

    /// How far a facility is.
    pub(super) fn distance(&self, facility: &Facility) -> Distance {
        let Some(near) = &self.near else {
            return Distance {
                metres: None,
                in_district: false,
                about: None,
            };
        };
        let from =
            |position: Option<(f64, f64)>| near.position.zip(position).map(|(one, other)| metres(one, other));
        let known = from(facility.lat.zip(facility.lon));
        let in_district = match near.kind {
            NearKind::District => lives_in(facility, &near.name.to_lowercase()),
            NearKind::Facility => facility.name == near.name,
        };
        let middle = self.middles.get(&facility.district.to_lowercase()).copied();
        Distance {
            metres: known,
            in_district,
            about: if in_district {
                Some(known.unwrap_or(0))
            } else {
                known.or_else(|| from(middle))
            },
        }
    }
}

impl Distance {
    /// Too far to be an answer.
    pub(super) fn too_far(self) -> bool {
        !self.in_district && self.about.is_some_and(|about| about > TOO_FAR)
    }

    /// Nearest first; those of unknown distance last.
    pub(super) fn order(self) -> (bool, u32) {
        (!self.in_district, self.about.unwrap_or(u32::MAX))
    }
}

fn lives_in(facility: &Facility, name: &str) -> bool {
    facility.district.to_lowercase() == name || facility.town.to_lowercase() == name
}

/// The middle of the known positions of each district and town.
fn middles(landscape: &Landscape) -> HashMap<String, (f64, f64)> {
    let mut known: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    for facility in landscape.facilities() {
        if let Some(position) = facility.lat.zip(facility.lon) {
            for name in [&facility.district, &facility.town] {
                if !name.is_empty() {
                    known.entry(name.to_lowercase()).or_default().push(position);
                }
            }
        }
    }
    let middle = |list: &[(f64, f64)]| {
        // A few hundred positions at the most.
        let count = u32::try_from(list.len()).map_or(1.0, f64::from);
        let lat: f64 = list.iter().map(|position| position.0).sum();
        let lon: f64 = list.iter().map(|position| position.1).sum();
        (lat / count, lon / count)
    };
    known
        .into_iter()
        .map(|(name, list)| (name, middle(&list)))
        .collect()
}

/// A district or town of that name, a facility of that name, else the first facility, district or town that starts
/// with it or holds it.
fn find(landscape: &Landscape, middles: &HashMap<String, (f64, f64)>, text: &str) -> Option<Near> {
    let wanted = text.trim().to_lowercase();
    if wanted.is_empty() {
        return None;
    }
    let mut facilities: Vec<&Facility> = landscape.facilities().collect();
    facilities.sort_by(|one, other| by_name(&one.name, &other.name).then(one.id.cmp(&other.id)));
    let district = |fits: &dyn Fn(&str) -> bool| {
        let names = facilities
            .iter()
            .flat_map(|facility| [&facility.district, &facility.town]);
        let name = names
            .filter(|name| !name.is_empty())
            .find(|name| fits(&name.to_lowercase()))?;
        Some(Near {
            name: name.clone(),
            kind: NearKind::District,
            position: middles.get(&name.to_lowercase()).copied(),
        })
    };
    let facility = |fits: &dyn Fn(&str) -> bool| {
        let found = facilities
            .iter()
            .find(|facility| fits(&facility.name.to_lowercase()))?;
        let middle = middles.get(&found.district.to_lowercase()).copied();
        Some(Near {
            name: found.name.clone(),
            kind: NearKind::Facility,
            position: found.lat.zip(found.lon).or(middle),
        })
    };
    district(&|name| name == wanted)
        .or_else(|| facility(&|name| name == wanted))
        .or_else(|| district(&|name| name.starts_with(&wanted)))
        .or_else(|| facility(&|name| name.starts_with(&wanted)))
        .or_else(|| facility(&|name| name.contains(&wanted)))
        .or_else(|| district(&|name| name.contains(&wanted)))
}

/// Facilities by id, with their distances.
pub(super) fn distances(landscape: &Landscape, nearness: &Nearness) -> HashMap<FacilityId, Distance> {
    landscape
        .facilities()
        .map(|facility| (facility.id, nearness.distance(facility)))
        .collect()
}
