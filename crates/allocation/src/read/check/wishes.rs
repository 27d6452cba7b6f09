//! Organisations, and what they ask for.

use super::{grid, hours, slots, unknown};
use crate::{
    format::{
        place::Space,
        time::Hours,
        wish::{Extent, Organisation, Place, Team, Wish},
    },
    read::{
        at::{At, Faults},
        bounds,
        fault::{FaultKind, Thing},
        parts::{List, Parts},
    },
};

/// Everything about organisations.
pub fn organisations(parts: &Parts, faults: &mut Faults) {
    let at = At::top("organisations");
    for (place, organisation) in parts.organisations.iter() {
        one_organisation(&at.index(place), organisation, faults);
    }
}

fn one_organisation(at: &At<'_>, organisation: &Organisation, faults: &mut Faults) {
    bounds::id(&at.field("id"), &organisation.id, faults);
    bounds::text(&at.field("name"), &organisation.name, bounds::TEXT, faults);
    if let Some(district) = &organisation.district {
        bounds::word(&at.field("district"), district, faults);
    }
    let list = at.field("members");
    bounds::count(&list, organisation.members.len(), bounds::ENTRIES, faults);
    let mut all = 0;
    for (place, group) in organisation.members.iter().enumerate() {
        bounds::ages(&list.index(place), group.age_from, group.age_to, faults);
        all += u64::from(group.count);
    }
    bounds::number(&list, all, 0, bounds::PEOPLE, faults);
    if let Some(percent) = organisation.local_percent {
        bounds::percent(&at.field("local_percent"), percent, faults);
    }
    let unused = organisation.unused_percent;
    bounds::percent(&at.field("unused_percent"), unused, faults);
}

/// Everything about wishes by themselves.
pub fn check(parts: &Parts, faults: &mut Faults) {
    let at = At::top("wishes");
    let duty = parts
        .rules
        .as_ref()
        .and_then(|rules| rules.off_peak_duty.as_ref());
    let duty = duty.map_or(&[][..], |duty| &duty.hours);
    for (place, wish) in parts.wishes.iter() {
        one(&at.index(place), wish, parts, duty, faults);
    }
}

fn one(at: &At<'_>, wish: &Wish, parts: &Parts, duty: &[Hours], faults: &mut Faults) {
    bounds::id(&at.field("id"), &wish.id, faults);
    if parts.organisations.lacks(&wish.organisation) {
        let at = at.field("organisation");
        unknown(&at, Thing::Organisation, &wish.organisation, faults);
    }
    team(&at.field("team"), &wish.team, faults);
    bounds::number(&at.field("sessions"), wish.sessions, 1, bounds::SESSIONS, faults);
    if let Extent::Adjoining(units) = wish.extent {
        let at = at.field("extent");
        bounds::number(&at.field("adjoining"), units, 2, bounds::UNITS as u64, faults);
    }
    places(&at.field("places"), &wish.places, &parts.spaces, faults);
    let most = wish.per_day.most;
    let per_day = at.field("per_day");
    bounds::number(&per_day.field("most"), most, 1, bounds::SESSIONS, faults);
    if let Some(free) = wish.free_days_between {
        let between = at.field("free_days_between");
        bounds::number(&between.field("days"), free.days, 1, 6, faults);
    }
    let needs = wish.needs.iter().map(|need| need.feature.as_str());
    bounds::words(&at.field("needs"), needs, faults);
    let coaches = wish.coaches.iter().map(|coach| coach.id.as_str());
    bounds::words(&at.field("coaches"), coaches, faults);
    let last = at.field("last_season");
    bounds::count(&last, wish.last_season.len(), bounds::ENTRIES, faults);
    for (place, slot) in wish.last_season.iter().enumerate() {
        slots::check(&last.index(place), slot, parts, faults);
    }
    windows(at, wish, parts, duty, faults);
}

fn team(at: &At<'_>, team: &Team, faults: &mut Faults) {
    bounds::text(&at.field("name"), &team.name, bounds::TEXT, faults);
    bounds::ages(at, team.age_from, team.age_to, faults);
    bounds::word(&at.field("sport"), &team.sport, faults);
    bounds::word(&at.field("level"), &team.level, faults);
    bounds::number(&at.field("size"), team.size, 0, bounds::PEOPLE, faults);
}

fn places(at: &At<'_>, places: &[Place], spaces: &List<Space>, faults: &mut Faults) {
    if places.is_empty() {
        faults.add(at, FaultKind::NoPlaces);
    }
    bounds::count(at, places.len(), bounds::PLACES, faults);
    for (place, choice) in places.iter().enumerate() {
        let at = at.index(place);
        match choice {
            Place::Space(id) => {
                if spaces.lacks(id) {
                    unknown(&at.field("space"), Thing::Space, id, faults);
                }
            }
            Place::Near { kinds, of, .. } => {
                let at = at.field("near");
                if spaces.lacks(of) {
                    unknown(&at.field("of"), Thing::Space, of, faults);
                }
                bounds::kinds(&at.field("kinds"), kinds, faults);
            }
            Place::Any { kinds } => {
                let at = at.field("any");
                bounds::kinds(&at.field("kinds"), kinds, faults);
            }
        }
    }
}

/// Lengths, and windows that can hold them.
fn windows(at: &At<'_>, wish: &Wish, parts: &Parts, duty: &[Hours], faults: &mut Faults) {
    let Wish {
        min_minutes: shortest,
        max_minutes: longest,
        ..
    } = *wish;
    bounds::number(&at.field("min_minutes"), shortest, 1, bounds::DAY, faults);
    bounds::number(&at.field("max_minutes"), longest, 1, bounds::DAY, faults);
    let list = at.field("windows");
    if wish.windows.is_empty() {
        faults.add(&list, FaultKind::NoWindows);
    }
    bounds::count(&list, wish.windows.len(), bounds::WINDOWS, faults);
    for (place, window) in wish.windows.iter().enumerate() {
        hours::check(&list.index(place).field("hours"), &window.hours, faults);
    }
    let longest_at = at.field("max_minutes");
    if longest < shortest {
        faults.add(&longest_at, FaultKind::LengthsReversed { shortest, longest });
    }
    let Some(grid) = grid(parts).filter(|_| u64::from(shortest) <= bounds::DAY) else {
        return;
    };
    let on_grid = shortest.div_ceil(grid) * grid;
    if shortest <= longest && longest / grid * grid < on_grid {
        let what = FaultKind::NoLengthOnGrid {
            shortest,
            longest,
            grid,
        };
        faults.add(&longest_at, what);
    }
    hours::too_short(&list, &wish.windows, duty, on_grid, grid, faults);
}
