//! The bound that prices prove: each wish takes what is best for it, as if it were alone, and pays.
//!
//! For any prices, what the wishes would gain plus the price of all there is, is at least what any plan can reach (Held,
//! Wolfe, Crowder 1974). Prices are whole numbers, and so is the sum: the bound holds to the last digit, however the
//! prices came about.

use super::asking::{Asked, Asking};

/// One session, in the unit of prices.
pub const ONE: i64 = 1 << 20;

/// Prices in whole numbers.
pub struct Prices {
    /// Of each slot of each resource's day.
    pub slot: Vec<i64>,
    /// What a session of each class is worth, up to the one that is counted, which is worth one.
    pub worth: Vec<i64>,
}

/// At most so much, in the unit of prices, while each class before the last has what it is owed.
pub fn bound(asked: &Asked, prices: &Prices, owed: &[i64]) -> i64 {
    let mut sums = Vec::with_capacity(prices.slot.len() + asked.rows.len());
    for row in &asked.rows {
        let mut sum = 0;
        for price in &prices.slot[row.at..row.at + row.slots] {
            sums.push(sum);
            sum += price;
        }
        sums.push(sum);
    }
    let gain: i64 = asked
        .wishes
        .iter()
        .map(|wish| best(wish, asked, &sums, &prices.worth))
        .sum();
    let due: i64 = owed
        .iter()
        .zip(&prices.worth)
        .map(|(owed, worth)| owed * worth)
        .sum();
    gain + prices.slot.iter().sum::<i64>() - due
}

/// What a wish gains if it takes what is best for it.
fn best(wish: &Asking, asked: &Asked, sums: &[i64], worth: &[i64]) -> i64 {
    let mut days = [0i64; 7];
    for spots in &wish.spots {
        let worth = worth.get(usize::from(spots.class)).copied().unwrap_or(0);
        let best = &mut days[usize::from(spots.day)];
        if worth <= *best {
            continue;
        }
        let mut left = spots.starts;
        while left != 0 {
            let start = left.trailing_zeros() as usize;
            left &= left - 1;
            let mut gain = worth;
            for row in &spots.rows {
                let at = asked.rows[*row].at + row + start - asked.rows[*row].first;
                gain -= sums[at + wish.len] - sums[at];
            }
            *best = gain.max(*best);
        }
    }
    let taken = |chosen: u8| {
        let mut chosen: Vec<i64> = (0..7)
            .filter(|day| chosen & (1 << day) != 0)
            .map(|day| days[day])
            .collect();
        chosen.sort_unstable_by_key(|gain| -gain);
        let mut sessions = wish.sessions;
        let mut gain = 0;
        for day in chosen {
            let times = sessions.min(wish.per_day);
            sessions -= times;
            gain += day * i64::try_from(times).unwrap_or(1);
        }
        gain
    };
    if wish.free_days == 0 || wish.sessions == 1 {
        return taken(0x7f);
    }
    let apart = |chosen: &u8| {
        (1..=wish.free_days.min(6)).all(|free| {
            let turned = (u32::from(*chosen) << free | u32::from(*chosen) >> (7 - free)) & 0x7f;
            u32::from(*chosen) & turned == 0
        })
    };
    (1..0x80u8).filter(apart).map(taken).max().unwrap_or(0)
}
