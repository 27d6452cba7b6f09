//! What is asked for, and where: each wish by itself, as a relaxation sees it.

use crate::compile::{Item, Placement, Problem, Slots, Wish, starts};
use crate::format::wish::LinkKind;

/// What cannot be used by two at once on a day: a unit, or a coach who leads several wishes. Units come first.
pub type Resource = usize;

/// A session that stands, whatever else is moved.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Whose.
    pub wish: u32,
    /// Where.
    pub placement: u32,
    /// On which day.
    pub day: u8,
    /// First slot.
    pub start: u8,
    /// Slots.
    pub len: u8,
}

/// What the wishes ask for besides what stands.
pub struct Asked {
    /// Every wish that may have more than what stands.
    pub wishes: Vec<Asking>,
    /// The time of each resource on each day, as far as anybody could use it.
    pub rows: Vec<Row>,
}

/// The time of a resource on a day that somebody could use.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Where its slots begin among those of all rows; its sums, one more, begin as many places later as there are rows
    /// before it.
    pub at: usize,
    /// The first slot.
    pub first: usize,
    /// How many slots.
    pub slots: usize,
}

/// Where a wish can be served.
pub struct Asking {
    /// Sessions besides those that stand.
    pub sessions: usize,
    /// Sessions on a day.
    pub per_day: usize,
    /// Days without a session between two.
    pub free_days: usize,
    /// Slots of a session.
    pub len: usize,
    /// By day.
    pub spots: Vec<Spots>,
}

/// Starts in a placement on a day.
pub struct Spots {
    /// The rows that a session takes time of.
    pub rows: Vec<usize>,
    /// On which day.
    pub day: u8,
    /// What a session counts for there.
    pub class: u8,
    /// When.
    pub starts: Slots,
}

impl Asked {
    /// What is asked for in these classes, while some sessions stand.
    pub fn new(problem: &Problem, stands: &[Standing], classes: std::ops::RangeInclusive<u8>) -> Self {
        let mut wishes = Vec::new();
        let mut closed = vec![0; (problem.units + problem.coached.len()) * 7];
        let mut days: Vec<Vec<u8>> = vec![Vec::new(); problem.wishes.len()];
        for session in stands {
            let wish = &problem.wishes[session.wish as usize];
            let here = &problem.placements[session.placement as usize];
            let (from, to) = (
                u16::from(session.start),
                u16::from(session.start) + u16::from(session.len),
            );
            for resource in resources(problem, wish, here) {
                closed[resource * 7 + usize::from(session.day)] |= crate::compile::span(from, to);
            }
            days[session.wish as usize].push(session.day);
        }
        for (wish, standing) in problem.wishes.iter().zip(&days) {
            let sessions = usize::from(wish.wanted).saturating_sub(standing.len());
            let mut spots = Vec::new();
            for day in (0..7u8).filter(|day| sessions > 0 && may(wish, standing, *day)) {
                for choice in wish
                    .choices
                    .iter()
                    .filter(|choice| classes.contains(&choice.class))
                {
                    let here = &problem.placements[choice.placement as usize];
                    let resources = resources(problem, wish, here);
                    let mut free = here.usable[usize::from(day)] & wish.allowed[usize::from(day)];
                    for resource in &resources {
                        free &= !closed[resource * 7 + usize::from(day)];
                    }
                    let starts = starts(free, wish.shortest);
                    if starts != 0 {
                        spots.push(Spots {
                            rows: resources
                                .iter()
                                .map(|resource| resource * 7 + usize::from(day))
                                .collect(),
                            day,
                            class: choice.class,
                            starts,
                        });
                    }
                }
            }
            if !spots.is_empty() {
                wishes.push(Asking {
                    sessions,
                    per_day: usize::from(wish.per_day),
                    free_days: usize::from(wish.free_days),
                    len: usize::from(wish.shortest),
                    spots,
                });
            }
        }
        let rows = rows(&mut wishes, closed.len());
        Self { wishes, rows }
    }

    /// Slots of all rows.
    pub fn slots(&self) -> usize {
        self.rows.last().map_or(0, |row| row.at + row.slots)
    }

    /// The sessions of a class that there could be if no wish stood in another's way.
    pub fn easily(&self, class: u8) -> u32 {
        let most = self.wishes.iter().map(|wish| {
            let spots = wish.spots.iter().filter(|spots| spots.class == class);
            let days = spots.fold(0u8, |days, spots| days | 1 << spots.day).count_ones();
            wish.sessions.min(days as usize * wish.per_day)
        });
        u32::try_from(most.sum::<usize>()).unwrap_or(u32::MAX)
    }
}

/// The rows that are used, and from when to when; the spots name them by their place in the list from now on.
fn rows(wishes: &mut [Asking], all: usize) -> Vec<Row> {
    let mut used: Vec<Slots> = vec![0; all];
    for wish in &*wishes {
        for spots in &wish.spots {
            let (first, last) = (spots.starts.trailing_zeros(), 127 - spots.starts.leading_zeros());
            for row in &spots.rows {
                used[*row] |= 1 << first | 1 << (last as usize + wish.len - 1).min(127);
            }
        }
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut place = vec![0; all];
    for (place, used) in place.iter_mut().zip(&used).filter(|(_, used)| **used != 0) {
        let first = used.trailing_zeros() as usize;
        *place = rows.len();
        rows.push(Row {
            at: rows.last().map_or(0, |row| row.at + row.slots),
            first,
            slots: 128 - used.leading_zeros() as usize - first,
        });
    }
    for spots in wishes.iter_mut().flat_map(|wish| &mut wish.spots) {
        for row in &mut spots.rows {
            *row = place[*row];
        }
    }
    rows
}

/// Whether a wish may have a session on a day besides those that stand.
fn may(wish: &Wish, standing: &[u8], day: u8) -> bool {
    let same = standing.iter().filter(|other| **other == day).count();
    let near = |other: &u8| {
        let apart = other.abs_diff(day);
        apart > 0 && apart.min(7 - apart) <= wish.free_days
    };
    same < usize::from(wish.per_day) && !standing.iter().any(near)
}

/// The units of a placement, and the coaches, but for those of wishes that are served together: they may be led at once.
/// The way from place to place is left out.
fn resources(problem: &Problem, wish: &Wish, here: &Placement) -> Vec<Resource> {
    let together = |item: &Item| item.link == Some(LinkKind::Together);
    let coaches = wish.coaches.iter().map(|coach| *coach as usize);
    let shared = coaches.filter(|coach| {
        let led = &problem.coached[*coach];
        led.len() > 1
            && !led
                .iter()
                .any(|one| together(&problem.items[problem.wishes[*one as usize].item as usize]))
    });
    let units = here.units.iter().map(|unit| *unit as usize);
    units.chain(shared.map(|coach| problem.units + coach)).collect()
}
