//! Hours of a week, joined.

use crate::format::time::{Day, Hours};

/// Stretches of each day, in order; those that touch or overlap are one.
#[derive(Clone, Debug, Default)]
pub(super) struct Joined([Vec<(u16, u16)>; 7]);

impl Joined {
    pub(super) fn of<'a>(hours: impl IntoIterator<Item = &'a Hours>) -> Self {
        let mut days: [Vec<(u16, u16)>; 7] = Default::default();
        for hours in hours {
            let (from, to) = (hours.from.minutes(), hours.to.minutes());
            for day in hours.days.iter().filter(|_| from < to) {
                days[day.index()].push((from, to));
            }
        }
        for day in &mut days {
            day.sort_unstable();
            let mut joined: Vec<(u16, u16)> = Vec::new();
            for &(from, to) in day.iter() {
                match joined.last_mut() {
                    Some(last) if from <= last.1 => last.1 = last.1.max(to),
                    _ => joined.push((from, to)),
                }
            }
            *day = joined;
        }
        Self(days)
    }

    /// Whether all minutes from `from` to `to` are among them.
    pub(super) fn cover(&self, day: Day, from: u16, to: u16) -> bool {
        self.0[day.index()]
            .iter()
            .any(|&(first, end)| first <= from && to <= end)
    }

    /// Whether a minute from `from` to `to` is among them.
    pub(super) fn touch(&self, day: Day, from: u16, to: u16) -> bool {
        self.0[day.index()]
            .iter()
            .any(|&(first, end)| first < to && from < end)
    }

    /// Whether they have nothing on that day.
    pub(super) fn nothing_on(&self, day: Day) -> bool {
        self.0[day.index()].is_empty()
    }
}

/// Whether two spans of a day share a minute.
pub(super) fn overlap(one: (u16, u16), other: (u16, u16)) -> bool {
    one.0 < other.1 && other.0 < one.1
}
