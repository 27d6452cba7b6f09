//! How many sessions a class could at most have, proven: Lagrangian relaxation of the units' capacity.
//!
//! Each slot of each unit has a price. For any prices, what the wishes would gain if each took what is best for
//! itself, plus the price of all slots there are, is at least what any plan can reach (Held, Wolfe, Crowder 1974).
//! The prices are moved towards those that make this least. They are whole numbers, and so is the sum: a bound
//! holds to the last digit, however the prices came about.

mod prices;
mod wishes;

use crate::{compile::Problem, search::State};
use prices::Prices;
use wishes::{Asking, Reward};

/// One session, in the unit of prices.
pub const ONE: i64 = 1 << 20;

/// How many times prices are moved for a class.
const ROUNDS: u32 = 300;

/// At most so many sessions for each class, from primacy on, while those before it have as many as in the plan.
pub fn at_most(state: &State<'_>, threads: usize, stop: &mut dyn FnMut() -> bool) -> Vec<u32> {
    let problem = state.problem;
    let given: Vec<u32> = state
        .value
        .counts
        .iter()
        .map(|rounds| rounds.iter().sum())
        .collect();
    let asking = Asking::all(problem);
    let mut prices = Prices::new(problem);
    let mut bounds = Vec::with_capacity(given.len());
    for class in 0..given.len() {
        let locked = |class: usize| {
            problem
                .locks
                .iter()
                .filter(|lock| usize::from(lock.class) == class)
                .count()
        };
        let fixed = u32::try_from(locked(class)).unwrap_or(u32::MAX);
        let easily: u32 = asking.iter().map(|wish| wish.most_in(class)).sum::<u32>() + fixed;
        let mut bound = easily.max(given[class]);
        if bound > given[class] && !stop() {
            let before: Vec<i64> = (0..class)
                .map(|class| i64::from(given[class]) - i64::try_from(locked(class)).unwrap_or(0))
                .collect();
            let reached = i64::from(given[class]) - i64::from(fixed);
            let proven = lower(
                problem,
                &asking,
                &mut prices,
                class,
                &before,
                reached,
                threads,
                stop,
            );
            bound = bound
                .min(u32::try_from(proven).unwrap_or(u32::MAX).saturating_add(fixed))
                .max(given[class]);
        }
        bounds.push(bound);
    }
    bounds
}

/// The least bound found for the sessions of a class besides the locked ones.
#[expect(
    clippy::too_many_arguments,
    reason = "what one class's bound hangs on, used once"
)]
fn lower(
    problem: &Problem,
    asking: &[Asking],
    prices: &mut Prices,
    class: usize,
    before: &[i64],
    reached: i64,
    threads: usize,
    stop: &mut dyn FnMut() -> bool,
) -> i64 {
    let mut reward = Reward {
        class,
        before: vec![2 * ONE; class],
    };
    let mut least = i64::MAX;
    let mut best = (prices.clone(), reward.before.clone());
    let (mut pace, mut idle) = (1.0, 0);
    for _ in 0..ROUNDS {
        if stop() {
            break;
        }
        prices.sum_up();
        let taken = wishes::take(problem, asking, prices, &reward, threads);
        let owed: i64 = before
            .iter()
            .zip(&reward.before)
            .map(|(sessions, reward)| sessions * reward)
            .sum();
        let total = taken.gain + prices.total() - owed;
        if total < least - ONE / 64 {
            idle = 0;
        } else {
            idle += 1;
        }
        if total < least {
            least = total;
            best = (prices.clone(), reward.before.clone());
        }
        if least.div_euclid(ONE) <= reached || pace < 0.004 {
            break;
        }
        if idle >= 12 {
            (pace, idle) = (pace / 2.0, 0);
            (*prices, reward.before) = best.clone();
            continue;
        }
        let missing: Vec<i64> = before
            .iter()
            .zip(&taken.sessions)
            .map(|(sessions, taken)| sessions - taken)
            .collect();
        let length = prices.excess(&taken.used) + missing.iter().map(|one| (one * one) as f64).sum::<f64>();
        if length < 0.5 {
            break;
        }
        let step = pace * (total - reached * ONE) as f64 / length;
        prices.step(&taken.used, step);
        for (reward, missing) in reward.before.iter_mut().zip(missing) {
            *reward = (*reward + whole(step * missing as f64)).clamp(0, 1000 * ONE);
        }
    }
    *prices = best.0;
    least.div_euclid(ONE)
}

/// A step as a whole number.
fn whole(step: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cast stays at the end of the range"
    )]
    let whole = step as i64;
    whole.clamp(-1000 * ONE, 1000 * ONE)
}
