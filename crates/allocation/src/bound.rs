//! How many sessions a class could at most have, proven: Lagrangian relaxation of the units' capacity.
//!
//! Each slot of each unit has a price. For any prices, what the wishes would gain if each took what is best for
//! itself, plus the price of all slots there are, is at least what any plan can reach (Held, Wolfe, Crowder 1974).
//! The prices are moved towards those that make this least. They are whole numbers, and so is the sum: a bound
//! holds to the last digit, however the prices came about.

mod prices;
mod wishes;

use crate::{compile::Problem, search::State};
use wishes::{Asking, Reward};

pub use prices::Prices;

/// One session, in the unit of prices.
pub const ONE: i64 = 1 << 20;

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
            let free = |class: usize| i64::from(given[class]) - i64::try_from(locked(class)).unwrap_or(0);
            let aim = Aim {
                class,
                owed: (0..class).map(free).collect(),
                reward: vec![2 * ONE; class],
                fixed: false,
                reached: free(class),
                rounds: 2000,
            };
            let proven = lower(problem, &asking, &mut prices, aim, threads, stop).div_euclid(ONE);
            bound = bound
                .min(u32::try_from(proven).unwrap_or(u32::MAX).saturating_add(fixed))
                .max(given[class]);
        }
        bounds.push(bound);
    }
    bounds
}

/// What a slot is worth to those who come first for it: prices at which what the wishes would take by themselves comes
/// near to what there is, a session of each class being worth half of one of the class before.
pub fn worth(problem: &Problem, threads: usize) -> Prices {
    let mut prices = Prices::new(problem);
    let classes = usize::from(problem.classes) + 2;
    let aim = Aim {
        class: classes,
        owed: vec![0; classes],
        reward: (0..classes).map(|class| (2 * ONE) >> class.min(8)).collect(),
        fixed: true,
        reached: 0,
        rounds: 300,
    };
    lower(
        problem,
        &Asking::all(problem),
        &mut prices,
        aim,
        threads,
        &mut || false,
    );
    prices.sum_up();
    prices
}

/// What is to be bounded.
struct Aim {
    /// The sessions of this class.
    class: usize,
    /// While each class before it has so many.
    owed: Vec<i64>,
    /// What a session of each class before is worth to begin with.
    reward: Vec<i64>,
    /// Whether that stays so.
    fixed: bool,
    /// What was reached.
    reached: i64,
    /// How many times prices are moved at most.
    rounds: usize,
}

/// The least bound found, by the volume algorithm (Barahona and Anbil 2000): a step from the best prices so far, in the
/// direction that the average of what was taken points to.
fn lower(
    problem: &Problem,
    asking: &[Asking],
    prices: &mut Prices,
    aim: Aim,
    threads: usize,
    stop: &mut dyn FnMut() -> bool,
) -> i64 {
    let Aim {
        class,
        owed,
        reward,
        fixed,
        reached,
        rounds,
    } = aim;
    let mut reward = Reward {
        class,
        before: reward,
    };
    let mut least = i64::MAX;
    let mut best = (prices.clone(), reward.before.clone());
    let mut used = wishes::spread(problem, asking, class);
    let mut sessions: Vec<f64> = owed.iter().map(|sessions| *sessions as f64).collect();
    let (mut pace, mut idle) = (0.1, 0);
    for turn in 0..rounds {
        if stop() {
            break;
        }
        prices.sum_up();
        let taken = wishes::take(problem, asking, prices, &reward, turn, threads);
        let due: i64 = owed
            .iter()
            .zip(&reward.before)
            .map(|(sessions, reward)| sessions * reward)
            .sum();
        let total = taken.gain + prices.total() - due;
        for (average, now) in used.iter_mut().zip(&taken.used) {
            *average += 0.05 * (f64::from(*now) - *average);
        }
        for (average, now) in sessions.iter_mut().zip(&taken.sessions) {
            *average += 0.05 * (*now as f64 - *average);
        }
        if total < least {
            // A clear step forward may be a longer one next time.
            if total < least.saturating_sub(ONE / 100) {
                (pace, idle) = (f64::min(pace * 1.1, 2.0), 0);
            }
            least = total;
            best = (prices.clone(), reward.before.clone());
        } else {
            idle += 1;
            if idle >= 20 {
                (pace, idle) = (pace * 0.85, 0);
            }
        }
        if least.div_euclid(ONE) <= reached || pace < 0.0005 {
            break;
        }
        let missing = |(sessions, taken): (&i64, &f64)| if fixed { 0.0 } else { *sessions as f64 - taken };
        let missing: Vec<f64> = owed.iter().zip(&sessions).map(missing).collect();
        let length = best.0.excess(&used) + missing.iter().map(|one| one * one).sum::<f64>();
        if length < 1e-6 {
            break;
        }
        let step = pace * (least - reached * ONE) as f64 / length;
        prices.clone_from(&best.0);
        prices.step(&used, step);
        reward.before.clone_from(&best.1);
        for (reward, missing) in reward.before.iter_mut().zip(missing) {
            *reward = (*reward + whole(step * missing)).clamp(0, 1000 * ONE);
        }
    }
    *prices = best.0;
    least
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
