//! What each slot of each unit costs.

use super::whole;
use crate::compile::Problem;

/// What each slot of each unit costs, and the sums along each day.
#[derive(Clone)]
pub struct Prices {
    /// The price of each slot; nothing where it is not to be had.
    price: Vec<i64>,
    /// The sum of the prices before each slot of a unit's day, one more than there are slots.
    sums: Vec<i64>,
    /// Whether a slot is to be had.
    open: Vec<bool>,
    slots: usize,
}

impl Prices {
    /// Nothing costs anything.
    pub fn new(problem: &Problem) -> Self {
        let slots = usize::from(problem.slots);
        let mut open = vec![false; problem.units * 7 * slots];
        for placement in &problem.placements {
            for unit in &placement.units {
                for (day, usable) in placement.usable.iter().enumerate() {
                    for slot in 0..slots {
                        open[(*unit as usize * 7 + day) * slots + slot] |= usable & (1 << slot) != 0;
                    }
                }
            }
        }
        for lock in &problem.locks {
            for unit in &problem.placements[lock.placement as usize].units {
                let row = (*unit as usize * 7 + usize::from(lock.day)) * slots;
                let from = usize::from(lock.start).min(slots);
                let to = (from + usize::from(lock.len)).min(slots);
                open[row + from..row + to].fill(false);
            }
        }
        Self {
            price: vec![0; open.len()],
            sums: vec![0; problem.units * 7 * (slots + 1)],
            open,
            slots,
        }
    }

    /// Whether all slots between two of a unit's day are to be had.
    pub fn open(&self, unit: u32, day: usize, start: usize, end: usize) -> bool {
        let row = (unit as usize * 7 + day) * self.slots;
        self.open[row + start..row + end].iter().all(|open| *open)
    }

    /// Where a unit's day begins among the sums.
    pub fn row(&self, unit: u32, day: usize) -> &[i64] {
        let row = (unit as usize * 7 + day) * (self.slots + 1);
        &self.sums[row..=row + self.slots]
    }

    /// Brings the sums up to date.
    pub fn sum_up(&mut self) {
        for (sums, prices) in self
            .sums
            .chunks_exact_mut(self.slots + 1)
            .zip(self.price.chunks_exact(self.slots))
        {
            let mut sum = 0;
            for (cell, price) in sums.iter_mut().zip(prices) {
                *cell = sum;
                sum += price;
            }
            sums[self.slots] = sum;
        }
    }

    /// The price of all slots together.
    pub fn total(&self) -> i64 {
        self.price.iter().sum()
    }

    /// The square of how far use is from what there is, where a price can follow.
    pub fn excess(&self, used: &[f64]) -> f64 {
        let mut length = 0.0;
        for ((used, price), open) in used.iter().zip(&self.price).zip(&self.open) {
            let over = used - 1.0;
            if *open && (over > 0.0 || *price > 0) {
                length += over * over;
            }
        }
        length
    }

    /// Moves the prices: up where more is taken than there is, down where nothing is.
    pub fn step(&mut self, used: &[f64], step: f64) {
        for ((used, price), open) in used.iter().zip(&mut self.price).zip(&self.open) {
            if *open {
                *price = (*price + whole(step * (used - 1.0))).clamp(0, 1000 * super::ONE);
            }
        }
    }
}
