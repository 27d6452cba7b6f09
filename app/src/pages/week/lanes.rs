//! Where entries of a day lie side by side in the calendar.

use crate::parts::levels::levels;
use ledig_domain::id::SpaceId;
use ledig_service::{day::Entry, week::WeekSpace};

/// The most lanes that are drawn side by side.
const MOST: usize = 6;

/// Where an entry lies: its first lane, from 1, and how many lanes it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    /// From 1.
    pub first: usize,
    /// At least 1.
    pub count: usize,
}

/// A lane for each of a few parts, so that a part keeps its place all week; with many spaces, as few lanes as
/// the day needs. Gives the number of lanes, and each entry's.
pub fn lanes(spaces: &[WeekSpace], entries: &[Entry]) -> (usize, Vec<Lane>) {
    let leaves: Vec<SpaceId> = leaves(spaces).map(|(_, space)| space.id).collect();
    if (1..=4).contains(&leaves.len()) {
        let placed = entries
            .iter()
            .map(|entry| by_part(spaces, &leaves, entry.space))
            .collect();
        (leaves.len(), placed)
    } else {
        packed(entries)
    }
}

/// The lane of a part that has one of its own all week.
pub fn lane_of(spaces: &[WeekSpace], part: SpaceId) -> Lane {
    let leaves: Vec<SpaceId> = leaves(spaces).map(|(_, space)| space.id).collect();
    by_part(spaces, &leaves, part)
}

fn leaves(spaces: &[WeekSpace]) -> impl Iterator<Item = (usize, &WeekSpace)> {
    spaces
        .iter()
        .enumerate()
        .filter(|(at, space)| spaces.get(at + 1).is_none_or(|next| next.depth <= space.depth))
}

fn by_part(spaces: &[WeekSpace], leaves: &[SpaceId], space: SpaceId) -> Lane {
    let all = Lane {
        first: 1,
        count: leaves.len(),
    };
    let Some(at) = spaces.iter().position(|other| other.id == space) else {
        return all;
    };
    let below = spaces[at + 1..]
        .iter()
        .take_while(|other| other.depth > spaces[at].depth);
    let covered: Vec<usize> = std::iter::once(&spaces[at])
        .chain(below)
        .filter_map(|other| leaves.iter().position(|leaf| *leaf == other.id))
        .collect();
    match (covered.first(), covered.last()) {
        (Some(first), Some(last)) => Lane {
            first: first + 1,
            count: last - first + 1,
        },
        _ => all,
    }
}

fn packed(entries: &[Entry]) -> (usize, Vec<Lane>) {
    let placed: Vec<Lane> = levels(entries.iter().map(|entry| (entry.span.from, entry.span.to)))
        .into_iter()
        .map(|level| Lane {
            first: level.min(MOST),
            count: 1,
        })
        .collect();
    (placed.iter().map(|lane| lane.first).max().unwrap_or(1), placed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledig_service::day::{Label, MinuteSpan};
    use uuid::Uuid;

    fn id(n: u128) -> SpaceId {
        SpaceId(Uuid::from_u128(n))
    }

    fn space(n: u128, depth: u8) -> WeekSpace {
        WeekSpace {
            id: id(n),
            name: n.to_string(),
            slug: n.to_string(),
            depth,
            bookable: true,
        }
    }

    fn entry(n: u128, from: u16, to: u16) -> Entry {
        let span = MinuteSpan { from, to };
        Entry {
            span,
            occupied: span,
            continued: false,
            space: id(n),
            space_name: n.to_string(),
            whole: false,
            label: Label::Busy,
            request: None,
            contact: None,
        }
    }

    #[test]
    fn a_part_keeps_its_lane_and_the_whole_takes_all() {
        let spaces = [space(1, 0), space(2, 1), space(3, 1), space(4, 1)];
        let entries = [entry(1, 600, 660), entry(3, 700, 760), entry(9, 800, 860)];
        let (count, placed) = lanes(&spaces, &entries);
        assert_eq!(count, 3);
        let all = Lane { first: 1, count: 3 };
        assert_eq!(placed, [all, Lane { first: 2, count: 1 }, all]);
    }

    #[test]
    fn many_spaces_share_as_few_lanes_as_the_day_needs() {
        let spaces: Vec<WeekSpace> = (1..=10).map(|n| space(n, 0)).collect();
        let entries = [
            entry(1, 600, 700),
            entry(2, 630, 660),
            entry(3, 660, 720),
            entry(4, 700, 760),
        ];
        let (count, placed) = lanes(&spaces, &entries);
        let firsts: Vec<usize> = placed.iter().map(|lane| lane.first).collect();
        assert_eq!((count, firsts), (2, vec![1, 2, 2, 1]));
    }
}
