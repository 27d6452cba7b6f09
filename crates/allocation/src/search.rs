//! The search: priority rounds, then large neighbourhood search for counts, then for lengths and preferences.

mod chain;
mod heat;
mod improve;
mod invariant;
mod lengthen;
mod options;
mod points;
mod rng;
mod start;
mod state;
mod value;

use crate::compile::Problem;
use chain::{Means, Reach};
use heat::Heat;
use improve::Aim;
use options::Taste;
use rng::Rng;
use std::ops::ControlFlow;

pub use chain::sessions_in_the_way;
pub use options::{Spot, free_of_others, item_days, key, lengths_left};
pub use state::{Session, State};

/// How far a search may go.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Units of work: options looked at. The same limit gives the same draft on every machine.
    pub work: u64,
    /// Threads for what can be done side by side; their number changes nothing but the time.
    pub threads: usize,
}

impl Limits {
    /// What an instance of this size is usually given.
    pub fn usual(wishes: usize) -> Self {
        Self {
            work: 2_000_000 + 100_000 * wishes as u64,
            threads: 2,
        }
    }
}

/// What a search is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Going through classes and rounds.
    Rounds,
    /// Looking for more sessions.
    Counts,
    /// Looking for fairer shares and better places.
    Preferences,
    /// Proving how much more there could be.
    Bounds,
    /// Finding out why.
    Reasons,
}

/// How far a search has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// Work done.
    pub work: u64,
    /// Work allowed.
    pub limit: u64,
    /// Sessions given so far.
    pub sessions: u64,
}

/// Somebody who looks on and may stop the search; the best plan so far is returned.
pub trait Observer {
    /// Called now and then.
    fn progress(&mut self, progress: Progress) -> ControlFlow<()>;
}

/// Nobody looks on.
impl Observer for () {
    fn progress(&mut self, _: Progress) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// A plan, and whether somebody stopped the search.
pub struct Found<'p> {
    /// The plan.
    pub state: State<'p>,
    /// Somebody stopped it.
    pub stopped: bool,
}

/// Searches for a plan.
pub fn search<'p>(
    problem: &'p Problem,
    seed: u64,
    limits: &Limits,
    observer: &mut dyn Observer,
) -> Found<'p> {
    let heat = Heat::new(problem);
    let mut rng = Rng::new(seed);
    let mut state = State::new(problem);
    let mut means = Means {
        heat: &heat,
        taste: Taste {
            points: 20,
            heat: 1,
            gaps: 500,
            noise: 0,
        },
        rng: &mut rng,
        pinned: Vec::new(),
    };
    let mut stopped = false;
    let mut told = 0;
    let watch = |stage: Stage, end: u64| {
        move |state: &State<'_>, stopped: &mut bool, told: &mut u64, observer: &mut dyn Observer| {
            if state.work >= *told + 100_000 {
                *told = state.work;
                let sessions = state
                    .value
                    .counts
                    .iter()
                    .flatten()
                    .map(|count| u64::from(*count))
                    .sum();
                let progress = Progress {
                    stage,
                    work: state.work,
                    limit: limits.work,
                    sessions,
                };
                *stopped |= observer.progress(progress).is_break();
            }
            *stopped || state.work >= end
        }
    };
    start::published(&mut state);
    let reach = Reach {
        depth: 2,
        width: 6,
        most: 2,
    };
    let check = watch(Stage::Rounds, u64::MAX);
    start::rounds(&mut state, reach, &mut means, &mut |state| {
        check(state, &mut stopped, &mut told, observer)
    });
    let begun = state.work;
    let share = |part: u64| begun + limits.work.saturating_sub(begun) / 100 * part;
    let check = watch(Stage::Counts, share(60));
    improve::run(&mut state, Aim::Counts, &mut means, &mut |state| {
        check(state, &mut stopped, &mut told, observer)
    });
    means.taste = Taste {
        points: 200,
        ..means.taste
    };
    lengthen::all(&mut state, None);
    let check = watch(Stage::Preferences, limits.work);
    improve::run(&mut state, Aim::All, &mut means, &mut |state| {
        check(state, &mut stopped, &mut told, observer)
    });
    invariant::restore(&mut state, &mut means);
    lengthen::all(&mut state, None);
    Found { state, stopped }
}
