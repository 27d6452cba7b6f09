//! What each wish would take at given prices, if it were alone.

use super::{ONE, Prices};
use crate::compile::{Problem, Slots, starts};

/// Where a wish can be served, sorted by day.
pub struct Asking {
    /// From 1, whatever part of the list it is in.
    number: usize,
    sessions: usize,
    per_day: usize,
    len: usize,
    class: u8,
    spots: Vec<Spots>,
}

/// Starts in a placement on a day.
struct Spots {
    placement: u32,
    day: u8,
    class: u8,
    starts: Slots,
}

/// What a session of each class is worth.
pub struct Reward {
    /// The class whose sessions are counted, each as one.
    pub class: usize,
    /// What a session of each class before it is worth.
    pub before: Vec<i64>,
}

impl Reward {
    fn of(&self, class: u8) -> i64 {
        let class = usize::from(class);
        if class == self.class {
            ONE
        } else {
            self.before.get(class).copied().unwrap_or(0)
        }
    }
}

/// What all wishes would take.
pub struct Taken {
    /// What they gain.
    pub gain: i64,
    /// Sessions of each class before the one that is counted.
    pub sessions: Vec<i64>,
    /// How many would be in each slot of each unit.
    pub used: Vec<i32>,
}

impl Asking {
    /// Every wish that may have more than what is locked.
    pub fn all(problem: &Problem) -> Vec<Self> {
        let prices = Prices::new(problem);
        let wishes = (0u32..).zip(&problem.wishes);
        let asking = wishes.map(|(number, wish)| {
            let locked = problem.locks.iter().filter(|lock| lock.wish == number).count();
            let len = usize::from(wish.shortest);
            let mut spots = Vec::new();
            for day in 0..7u8 {
                for choice in &wish.choices {
                    let here = &problem.placements[choice.placement as usize];
                    let free = here.usable[usize::from(day)] & wish.allowed[usize::from(day)];
                    let mut all = starts(free, wish.shortest);
                    let mut left = all;
                    while left != 0 {
                        let start = left.trailing_zeros() as usize;
                        left &= left - 1;
                        let open = |unit: &u32| prices.open(*unit, day.into(), start, start + len);
                        if !here.units.iter().all(open) {
                            all &= !(1 << start);
                        }
                    }
                    if all != 0 {
                        spots.push(Spots {
                            placement: choice.placement,
                            day,
                            class: choice.class,
                            starts: all,
                        });
                    }
                }
            }
            Self {
                number: number as usize + 1,
                sessions: usize::from(wish.wanted).saturating_sub(locked),
                per_day: usize::from(wish.per_day),
                len,
                class: wish.class,
                spots,
            }
        });
        asking
            .filter(|wish| wish.sessions > 0 && !wish.spots.is_empty())
            .collect()
    }

    /// The sessions of a class that the wish could have, were it alone.
    pub fn most_in(&self, class: usize) -> u32 {
        let mut days = [false; 7];
        for spots in self
            .spots
            .iter()
            .filter(|spots| usize::from(spots.class) == class)
        {
            days[usize::from(spots.day)] = true;
        }
        let days = days.iter().filter(|day| **day).count();
        u32::try_from(self.sessions.min(days * self.per_day)).unwrap_or(u32::MAX)
    }
}

/// What would be taken if every wish spread its sessions evenly over all that would do: where prices begin to look.
pub fn spread(problem: &Problem, asking: &[Asking], class: usize) -> Vec<f64> {
    let slots = usize::from(problem.slots);
    let mut used = vec![0.0; problem.units * 7 * slots];
    for wish in asking {
        let counts = |spots: &&Spots| usize::from(spots.class) <= class;
        let options: u32 = wish
            .spots
            .iter()
            .filter(counts)
            .map(|spots| spots.starts.count_ones())
            .sum();
        let each = wish.sessions as f64 / f64::from(options.max(1));
        for spots in wish.spots.iter().filter(counts) {
            let mut left = spots.starts;
            while left != 0 {
                let start = left.trailing_zeros() as usize;
                left &= left - 1;
                for unit in &problem.placements[spots.placement as usize].units {
                    let row = (*unit as usize * 7 + usize::from(spots.day)) * slots + start;
                    used[row..row + wish.len]
                        .iter_mut()
                        .for_each(|used| *used += each);
                }
            }
        }
    }
    used
}

/// What every wish takes at these prices. Threads share the wishes out; the sums are the same for any number of them.
pub fn take(
    problem: &Problem,
    asking: &[Asking],
    prices: &Prices,
    reward: &Reward,
    turn: usize,
    threads: usize,
) -> Taken {
    let share = asking.len().div_ceil(threads.clamp(1, 64)).max(1);
    let parts: Vec<Taken> = if share >= asking.len() {
        vec![take_part(problem, asking, prices, reward, turn)]
    } else {
        std::thread::scope(|scope| {
            let parts: Vec<_> = asking
                .chunks(share)
                .map(|part| scope.spawn(move || take_part(problem, part, prices, reward, turn)))
                .collect();
            parts.into_iter().filter_map(|part| part.join().ok()).collect()
        })
    };
    let mut parts = parts.into_iter();
    let mut all = parts
        .next()
        .unwrap_or_else(|| take_part(problem, &[], prices, reward, turn));
    for part in parts {
        all.gain += part.gain;
        all.sessions
            .iter_mut()
            .zip(part.sessions)
            .for_each(|(all, part)| *all += part);
        all.used
            .iter_mut()
            .zip(part.used)
            .for_each(|(all, part)| *all += part);
    }
    all
}

/// What these wishes take: what is left to chance hangs on a wish's number among all, not among those of a thread.
fn take_part(problem: &Problem, asking: &[Asking], prices: &Prices, reward: &Reward, turn: usize) -> Taken {
    let slots = usize::from(problem.slots);
    let mut taken = Taken {
        gain: 0,
        sessions: vec![0; reward.before.len()],
        used: vec![0; problem.units * 7 * slots],
    };
    for wish in asking {
        if usize::from(wish.class) > reward.class && wish.spots.iter().all(|spots| spots.class > 0) {
            continue;
        }
        let mut best: [(i64, Option<(&Spots, usize)>); 7] = [(0, None); 7];
        // Among equals another one each time: the average is then near what can really be done.
        let chance = wish
            .number
            .wrapping_mul(0x9e37_79b9)
            .wrapping_add(turn.wrapping_mul(0x85eb_ca6b))
            >> 7;
        let (later, first) = wish.spots.split_at(chance % wish.spots.len());
        for spots in first.iter().chain(later) {
            let worth = reward.of(spots.class);
            let best = &mut best[usize::from(spots.day)];
            if worth <= best.0 {
                continue;
            }
            let units = &problem.placements[spots.placement as usize].units;
            let split = (chance >> 8) % 128;
            let high = spots.starts >> split << split;
            for mut left in [high, spots.starts & !high] {
                while left != 0 {
                    let start = left.trailing_zeros() as usize;
                    left &= left - 1;
                    let mut gain = worth;
                    for unit in units {
                        let sums = prices.row(*unit, spots.day.into());
                        gain -= sums[start + wish.len] - sums[start];
                    }
                    if gain > best.0 {
                        *best = (gain, Some((spots, start)));
                    }
                }
            }
        }
        best.sort_by_key(|(gain, _)| -gain);
        let mut sessions = wish.sessions;
        for (gain, spot) in best {
            let Some((spots, start)) = spot else { break };
            let times = sessions.min(wish.per_day);
            if times == 0 {
                break;
            }
            sessions -= times;
            let times = i32::try_from(times).unwrap_or(1);
            taken.gain += gain * i64::from(times);
            if let Some(count) = taken.sessions.get_mut(usize::from(spots.class)) {
                *count += i64::from(times);
            }
            for unit in &problem.placements[spots.placement as usize].units {
                let row = (*unit as usize * 7 + usize::from(spots.day)) * slots + start;
                for used in &mut taken.used[row..row + wish.len] {
                    *used += times;
                }
            }
        }
    }
    taken
}
