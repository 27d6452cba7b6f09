//! How much each slot of each unit is wanted: every session wanted spreads itself over all that would do for it.

use crate::compile::Problem;

/// Wanted thousandths of slots, summed up along each unit's day.
#[derive(Clone, Debug)]
pub struct Heat {
    sums: Vec<i64>,
    slots: usize,
}

impl Heat {
    /// Of all that is wished for.
    pub fn new(problem: &Problem) -> Self {
        let slots = usize::from(problem.slots);
        let mut heat = vec![0i64; problem.units * 7 * (slots + 1)];
        for item in &problem.items {
            let sessions = item
                .wishes
                .iter()
                .map(|wish| problem.wishes[*wish as usize].wanted)
                .min()
                .unwrap_or(0);
            let mut found = Vec::new();
            let mut options = 0i64;
            for combo in &item.combos {
                for day in 0..7 {
                    let all = combo.starts[day];
                    if all != 0 {
                        options += i64::from(all.count_ones());
                        found.push((combo, day, all));
                    }
                }
            }
            if options == 0 {
                continue;
            }
            let each = i64::from(sessions) * 100_000 / options;
            for (combo, day, all) in found {
                for part in &combo.parts {
                    for unit in &problem.placements[part.placement as usize].units {
                        let row = (*unit as usize * 7 + day) * (slots + 1);
                        let mut left = all;
                        while left != 0 {
                            let start = left.trailing_zeros() as usize + usize::from(part.offset);
                            left &= left - 1;
                            heat[row + start] += each;
                            heat[row + (start + usize::from(part.len)).min(slots)] -= each;
                        }
                    }
                }
            }
        }
        // From changes to heights, then to sums before each slot.
        for row in heat.chunks_exact_mut(slots + 1) {
            let (mut height, mut sum) = (0, 0);
            for cell in row {
                height += *cell;
                *cell = sum;
                sum += height / 100;
            }
        }
        Self { sums: heat, slots }
    }

    /// Between two slots of a unit's day.
    pub fn of(&self, unit: u32, day: usize, start: u8, end: u8) -> i64 {
        let row = (unit as usize * 7 + day) * (self.slots + 1);
        self.sums[row + usize::from(end).min(self.slots)]
            - self.sums[row + usize::from(start).min(self.slots)]
    }
}
