//! Searches side by side: the same plan and the same work, but another stream of chance; the best plan goes on.
//!
//! There are always as many sides, whether one thread goes through them or several: the number of threads changes
//! nothing but the time.

use super::{Rng, Stage, State, Watch};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

/// How many sides there are.
pub const SIDES: u64 = 2;

/// What one side does with a plan until it is told to stop.
pub type Side<'f> = &'f (dyn Fn(&mut State<'_>, &mut Rng, &mut dyn FnMut(&State<'_>) -> bool) + Sync);

/// Runs a search on all sides until the work is used up; the best plan, the first of equals, stays.
pub fn run<'p>(
    state: &mut State<'p>,
    rng: &mut Rng,
    threads: usize,
    (watch, stage, end): (&mut Watch<'_>, Stage, u64),
    side: Side<'_>,
    better: &dyn Fn(&State<'_>, &State<'_>) -> bool,
) {
    let begun = state.work;
    let until = begun + end.saturating_sub(begun) / SIDES;
    state.settle();
    let stopped = AtomicBool::new(watch.stopped);
    let mut others: Vec<(State<'p>, Rng)> = (1..SIDES)
        .map(|_| (state.clone(), Rng::new(rng.next())))
        .collect();
    let mut own = Rng::new(rng.next());
    let aside = |(state, rng): &mut (State<'p>, Rng)| {
        side(state, rng, &mut |state| {
            stopped.load(Relaxed) || state.work >= until
        });
    };
    let mut first = |state: &mut State<'p>| {
        side(state, &mut own, &mut |state| {
            let over = watch.over(state, stage, until);
            stopped.store(watch.stopped, Relaxed);
            over
        });
    };
    if threads > 1 {
        std::thread::scope(|scope| {
            for other in &mut others {
                scope.spawn(|| aside(other));
            }
            first(state);
        });
    } else {
        first(state);
        others.iter_mut().for_each(aside);
    }
    let mut work = state.work;
    for (other, _) in others {
        work += other.work - begun;
        if better(&other, state) {
            *state = other;
        }
    }
    state.work = work;
}
