//! Spaces.

use super::{hours, unknown, weeks};
use crate::{
    format::place::Space,
    read::{
        at::{At, Faults},
        bounds,
        fault::{FaultKind, Thing},
        parts::Parts,
        tree::Tree,
    },
};

/// Everything about spaces.
pub fn check(parts: &Parts, tree: &Tree, faults: &mut Faults) {
    let at = At::top("spaces");
    for (place, space) in parts.spaces.iter() {
        one(&at.index(place), space, parts, faults);
    }
    for circle in &tree.circles {
        let named = |place: &usize| parts.spaces.get(*place).map(|space| space.id.clone());
        let spaces = circle.iter().filter_map(named).collect();
        let first = circle.first().copied().unwrap_or_default();
        let at = at.index(first);
        faults.add(&at.field("parent"), FaultKind::Circle { spaces });
    }
    depth(&at, tree, faults);
}

fn one(at: &At<'_>, space: &Space, parts: &Parts, faults: &mut Faults) {
    bounds::id(&at.field("id"), &space.id, faults);
    bounds::text(&at.field("name"), &space.name, bounds::TEXT, faults);
    if let Some(parent) = space.parent.as_deref().filter(|id| parts.spaces.lacks(id)) {
        unknown(&at.field("parent"), Thing::Space, parent, faults);
    }
    for (field, word) in [("facility", &space.facility), ("district", &space.district)] {
        if let Some(word) = word {
            bounds::word(&at.field(field), word, faults);
        }
    }
    if let Some(capacity) = space.capacity {
        bounds::number(&at.field("capacity"), capacity, 0, bounds::PEOPLE, faults);
    }
    let features = at.field("features");
    bounds::words(&features, space.features.iter().map(String::as_str), faults);
    coordinates(at, space, faults);
    hours::list(&at.field("open"), &space.open, faults);
    let blocks = at.field("blocks");
    bounds::count(&blocks, space.blocks.len(), bounds::BLOCKS, faults);
    for (place, block) in space.blocks.iter().enumerate() {
        let at = blocks.index(place);
        hours::check(&at.field("hours"), &block.hours, faults);
        bounds::text(&at.field("reason"), &block.reason, bounds::TEXT, faults);
    }
    if let Some(season) = &parts.season {
        weeks(&at.field("closed_weeks"), &space.closed_weeks, season, faults);
    }
}

fn coordinates(at: &At<'_>, space: &Space, faults: &mut Faults) {
    let missing = match (space.lat, space.lon) {
        (Some(_), None) => Some("lon"),
        (None, Some(_)) => Some("lat"),
        _ => None,
    };
    if let Some(missing) = missing {
        let missing = missing.to_owned();
        faults.add(at, FaultKind::HalfCoordinates { missing });
    }
    for (field, degrees, most) in [("lat", space.lat, 90), ("lon", space.lon, 180)] {
        let outside = |degrees: &f64| degrees.is_nan() || degrees.abs() > f64::from(most);
        if let Some(found) = degrees.filter(outside) {
            let found = found.to_string();
            faults.add(&at.field(field), FaultKind::Coordinate { found, most });
        }
    }
}

/// Wholes with too many levels or units. Only the first space that is too deep of each branch is told.
fn depth(at: &At<'_>, tree: &Tree, faults: &mut Faults) {
    for whole in (0..tree.parent.len()).filter(|place| tree.parent[*place].is_none()) {
        let mut units = 0;
        let mut rest = vec![(whole, 1)];
        while let Some((place, levels)) = rest.pop() {
            units += usize::from(tree.is_unit(place));
            if levels == bounds::LEVELS + 1 {
                let most = bounds::LEVELS;
                faults.add(&at.index(place), FaultKind::TooDeep { levels, most });
            }
            rest.extend(tree.parts[place].iter().map(|part| (*part, levels + 1)));
        }
        if units > bounds::UNITS {
            let most = bounds::UNITS;
            faults.add(&at.index(whole), FaultKind::TooManyUnits { units, most });
        }
    }
}
