//! What each slot of each unit is worth to others: it is spared where it costs nothing to spare it.

use crate::{
    bound::{ONE, Prices},
    compile::Problem,
};

/// What slots are worth, thousandths of a session.
#[derive(Clone)]
pub struct Heat {
    prices: Prices,
}

impl Heat {
    /// For all that is wished for.
    pub fn new(problem: &Problem, threads: usize) -> Self {
        Self {
            prices: crate::bound::worth(problem, threads),
        }
    }

    /// Between two slots of a unit's day.
    pub fn of(&self, unit: u32, day: usize, start: u8, end: u8) -> i64 {
        let sums = self.prices.row(unit, day);
        let last = sums.len() - 1;
        (sums[usize::from(end).min(last)] - sums[usize::from(start).min(last)]) * 1000 / ONE
    }
}
