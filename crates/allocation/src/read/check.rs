//! What the schema cannot say: whether the values make sense together.

mod bundles;
mod hours;
mod links;
mod locks;
mod rules;
mod slots;
mod spaces;
mod wishes;

use super::{
    at::{At, Faults},
    bounds,
    fault::{FaultKind, Thing},
    parts::Parts,
    tree::Tree,
};
use crate::format::{VERSION, place::Season};

/// Finds everything that is wrong with the parts of a file that have the right form.
pub fn check(parts: &Parts, faults: &mut Faults) {
    head(parts, faults);
    let tree = Tree::of(&parts.spaces);
    spaces::check(parts, &tree, faults);
    wishes::organisations(parts, faults);
    wishes::check(parts, faults);
    links::check(parts, faults);
    bundles::check(parts, &tree, faults);
    if let Some(rules) = &parts.rules {
        rules::check(rules, parts, faults);
    }
    locks::check(parts, &tree, faults);
}

fn head(parts: &Parts, faults: &mut Faults) {
    if let Some(found) = parts.format.filter(|found| *found != VERSION) {
        let what = FaultKind::Version {
            found,
            reads: VERSION,
        };
        faults.add(&At::top("format"), what);
    }
    if let Some(name) = &parts.name {
        bounds::text(&At::top("name"), name, bounds::TEXT, faults);
    }
    if let Some(found) = parts.grid.filter(|found| !matches!(found, 15 | 30)) {
        faults.add(&At::top("grid"), FaultKind::Grid { found });
    }
    if let Some(season) = &parts.season {
        let at = At::top("season");
        bounds::number(&at.field("weeks"), season.weeks, 1, bounds::WEEKS, faults);
        weeks(&at.field("closed_weeks"), &season.closed_weeks, season, faults);
    }
    if let Some(travel) = &parts.travel {
        let at = At::top("travel");
        let fixed = travel.fixed_minutes;
        bounds::number(&at.field("fixed_minutes"), fixed, 0, bounds::DAY, faults);
        let each = travel.minutes_per_km;
        bounds::number(
            &at.field("minutes_per_km"),
            each,
            0,
            bounds::MINUTES_PER_KM,
            faults,
        );
    }
    bounds::count(&At::top("spaces"), parts.spaces.len(), bounds::SPACES, faults);
    let organisations = parts.organisations.len();
    bounds::count(
        &At::top("organisations"),
        organisations,
        bounds::ORGANISATIONS,
        faults,
    );
    bounds::count(&At::top("wishes"), parts.wishes.len(), bounds::WISHES, faults);
    bounds::count(&At::top("links"), parts.links.len(), bounds::MARKS, faults);
    bounds::count(&At::top("locks"), parts.locks.len(), bounds::MARKS, faults);
    bounds::count(
        &At::top("held_back"),
        parts.held_back.len(),
        bounds::MARKS,
        faults,
    );
}

/// Weeks that the season has.
fn weeks(at: &At<'_>, weeks: &[u16], season: &Season, faults: &mut Faults) {
    bounds::count(at, weeks.len(), bounds::ENTRIES, faults);
    for (place, week) in weeks.iter().enumerate() {
        if *week == 0 || *week > season.weeks {
            let what = FaultKind::WeekOutside {
                week: *week,
                weeks: season.weeks,
            };
            faults.add(&at.index(place), what);
        }
    }
}

/// An id that nothing has.
fn unknown(at: &At<'_>, what: Thing, id: &str, faults: &mut Faults) {
    let id = id.to_owned();
    faults.add(at, FaultKind::Unknown { what, id });
}

/// A grid that lengths and times can be checked against.
fn grid(parts: &Parts) -> Option<u16> {
    parts.grid.filter(|grid| matches!(grid, 15 | 30))
}
