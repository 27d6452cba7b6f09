//! Hours of the week, and windows that are too short.

use crate::{
    format::{
        time::{Day, Hours},
        wish::Window,
    },
    read::{
        at::{At, Faults},
        bounds,
        fault::FaultKind,
    },
};

/// Hours on at least one day, with an end after the start.
pub fn check(at: &At<'_>, hours: &Hours, faults: &mut Faults) {
    let days = at.field("days");
    if hours.days.is_empty() {
        faults.add(&days, FaultKind::NoDays);
    }
    let mut seen = [false; 7];
    for (place, day) in hours.days.iter().enumerate() {
        if std::mem::replace(&mut seen[day.index()], true) {
            let value = format!("{day:?}").to_lowercase();
            faults.add(&days.index(place), FaultKind::Twice { value });
        }
    }
    if hours.to <= hours.from {
        let what = FaultKind::EndsBeforeStart {
            from: hours.from,
            to: hours.to,
        };
        faults.add(&at.field("to"), what);
    }
}

/// A list of hours.
pub fn list(at: &At<'_>, list: &[Hours], faults: &mut Faults) {
    bounds::count(at, list.len(), bounds::WINDOWS, faults);
    for (place, hours) in list.iter().enumerate() {
        check(&at.index(place), hours, faults);
    }
}

/// Windows that can hold no session of a wish, although windows that touch are one, and `others` may be used, too.
pub fn too_short(
    at: &At<'_>,
    windows: &[Window],
    others: &[Hours],
    shortest: u16,
    grid: u16,
    faults: &mut Faults,
) {
    let long_enough = |hours: &Hours| on_grid(hours.from.minutes(), hours.to.minutes(), grid) >= shortest;
    if windows.iter().all(|window| long_enough(&window.hours)) {
        return;
    }
    let runs = Day::ALL.map(|day| {
        let of_day = |hours: &&Hours| hours.days.contains(&day) && hours.from < hours.to;
        joined(
            windows
                .iter()
                .map(|window| &window.hours)
                .chain(others)
                .filter(of_day)
                .map(|hours| (hours.from.minutes(), hours.to.minutes())),
        )
    });
    for (place, window) in windows.iter().enumerate() {
        let hours = &window.hours;
        // Told for themselves.
        if hours.days.is_empty() || hours.to <= hours.from {
            continue;
        }
        let (from, to) = (hours.from.minutes(), hours.to.minutes());
        let holds = hours.days.iter().flat_map(|day| {
            let run = runs[day.index()].iter();
            run.filter(|run| run.0 <= from && to <= run.1)
                .map(|run| on_grid(run.0, run.1, grid))
        });
        let holds = holds.max().unwrap_or_default();
        if holds < shortest {
            let what = FaultKind::WindowTooShort { holds, shortest };
            faults.add(&at.index(place).field("hours"), what);
        }
    }
}

/// How many minutes of a stretch lie in whole slots.
fn on_grid(from: u16, to: u16, grid: u16) -> u16 {
    (to / grid * grid).saturating_sub(from.div_ceil(grid) * grid)
}

/// Stretches that touch or overlap made one, in order.
fn joined(stretches: impl Iterator<Item = (u16, u16)>) -> Vec<(u16, u16)> {
    let mut sorted: Vec<_> = stretches.collect();
    sorted.sort_unstable();
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for (from, to) in sorted {
        match runs.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => runs.push((from, to)),
        }
    }
    runs
}
