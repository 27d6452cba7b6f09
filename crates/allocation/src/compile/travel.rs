//! The way between buildings, in slots.

use super::Placement;
use crate::format::{Instance, ground};
use std::collections::BTreeMap;

/// Above so many places no table is made: each way is worked out when it is asked for.
const TABLE: usize = 4000;

/// The way between any two places.
#[derive(Debug)]
pub struct Travel {
    fixed: u64,
    per_km: u64,
    grid: u64,
    /// For each whole its row in the table.
    row: Vec<u32>,
    /// Slots from each to each; empty if there are too many.
    table: Vec<u8>,
    rows: usize,
}

impl Travel {
    /// Of all places that a session can be put in.
    pub fn new(instance: &Instance, placements: &[Placement]) -> Self {
        let mut rows: BTreeMap<u32, &Placement> = BTreeMap::new();
        for placement in placements {
            rows.entry(placement.whole).or_insert(placement);
        }
        let wholes = rows.keys().last().map_or(0, |last| *last as usize + 1);
        let mut travel = Self {
            fixed: instance.travel.fixed_minutes.into(),
            per_km: instance.travel.minutes_per_km.into(),
            grid: instance.grid.max(1).into(),
            row: vec![0; wholes],
            table: Vec::new(),
            rows: rows.len(),
        };
        if rows.len() <= TABLE {
            for (row, whole) in (0..).zip(rows.keys()) {
                travel.row[*whole as usize] = row;
            }
            for one in rows.values() {
                let ways = rows.values().map(|other| travel.between(one, other));
                let ways: Vec<u8> = ways.collect();
                travel.table.extend(ways);
            }
        }
        travel
    }

    /// Slots needed between the end of a session in one place and the start of one in another.
    pub fn slots(&self, one: &Placement, other: &Placement) -> u8 {
        if one.facility == other.facility {
            return 0;
        }
        let from = self.row[one.whole as usize] as usize * self.rows;
        let at = from + self.row[other.whole as usize] as usize;
        match self.table.get(at) {
            Some(way) => *way,
            None => self.between(one, other),
        }
    }

    fn between(&self, one: &Placement, other: &Placement) -> u8 {
        let metres = match (one.point, other.point) {
            (Some(one), Some(other)) => u64::from(ground::metres(one, other)),
            _ => 0,
        };
        let minutes = self.fixed + (metres * self.per_km).div_ceil(1000);
        u8::try_from(minutes.div_ceil(self.grid)).unwrap_or(u8::MAX)
    }
}
