//! The search: class by class and round by round everybody in turn, chains, guided ejection and large neighbourhoods;
//! then lengths and preferences. Where the rules say class by class, a class has those before the next is counted.

mod augment;
mod chain;
mod count;
mod easiest;
mod eject;
mod favour;
mod heat;
mod holders;
mod home;
mod improve;
mod invariant;
mod lengthen;
mod options;
mod packing;
mod points;
mod rng;
mod sides;
mod squeeze;
mod start;
mod state;
mod value;
mod watch;

#[cfg(test)]
mod tests;

use crate::compile::Problem;
use chain::{Means, Reach};
use heat::Heat;
use improve::Aim;
use options::Taste;
use rng::Rng;
use std::ops::ControlFlow;
use watch::Watch;

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
            work: 5_000_000 + 250_000 * wishes as u64,
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
    let mut run = Run {
        heat: &Heat::new(problem),
        rng: Rng::new(seed),
        watch: Watch::new(observer, limits.work),
        threads: limits.threads,
    };
    let mut state = State::new(problem);
    let stages = start::stages(problem);
    if problem.counts_first {
        start::published(&mut state, None);
        // Nobody looks at points before everybody is counted, unless what was published is to stand.
        state.rating(problem.published_price > 0);
        // The rest is for lengths and places; going home has a fifth of the work before that.
        let counted = if problem.published_price > 0 { 70 } else { 92 };
        run.count(&mut state, &stages, limits.work / 100 * counted);
        if problem.published_price > 0 {
            run.home(&mut state, limits.work / 100 * 92);
        }
        state.rating(true);
    } else {
        run.class_by_class(&mut state, &stages, limits.work);
    }
    run.improve(&mut state, u8::MAX, limits.work);
    invariant::restore(
        &mut state,
        &mut Means::new(run.heat, IMPROVING, &mut run.rng, (u8::MAX, usize::MAX)),
    );
    lengthen::all(&mut state, None, u8::MAX);
    Found {
        state,
        stopped: run.watch.stopped,
    }
}

/// A search on its way.
struct Run<'r, 'o> {
    heat: &'r Heat,
    rng: Rng,
    watch: Watch<'o>,
    threads: usize,
}

impl Run<'_, '_> {
    /// Each class is done, lengths and places included, before the next is counted; its sessions stay where they are for
    /// as long as others are counted. Primacy counts before all.
    fn class_by_class(&mut self, state: &mut State<'_>, stages: &[(u8, usize)], limit: u64) {
        let classes: Vec<_> = stages.chunk_by(|one, next| one.0 == next.0).collect();
        state.rating(true);
        for (at, stages) in classes.iter().enumerate() {
            let Some((class, _)) = stages.first().copied() else {
                continue;
            };
            // What is left is shared out evenly among the classes to come, and once all of them together.
            let share = limit.saturating_sub(state.work) / (classes.len() - at + 1) as u64;
            let (counted, end) = (state.work + share / 3 * 2, state.work + share);
            state.value.done = class.saturating_sub(1);
            start::published(state, Some(class));
            self.count(state, stages, counted);
            self.improve(state, class, end);
        }
        state.value.done = 0;
    }

    /// Counts each of these classes and rounds.
    fn count(&mut self, state: &mut State<'_>, stages: &[(u8, usize)], end: u64) {
        let Self { heat, rng, watch, .. } = self;
        let (heat, problem) = (*heat, state.problem);
        let reach = Reach {
            depth: 2,
            width: 6,
            most: 2,
            squeeze: true,
        };
        for (at, stage) in stages.iter().enumerate() {
            let mut means = Means::new(heat, TASTE, rng, *stage);
            let mut stop = |state: &State<'_>| watch.over(state, Stage::Rounds, u64::MAX);
            start::round(state, reach, &mut means, &mut stop);
            start::earlier(state, reach, &mut means, &mut stop);
            // Half of what is left of the work. Half of that may bring nothing, in large seasons less: where many want
            // more, somebody gets it sooner. The last has nobody to leave anything to.
            let left = end.saturating_sub(state.work) / (stages.len() - at).min(2) as u64;
            let patience = if at + 1 < stages.len() {
                (left / sides::SIDES / 2).min(PATIENCE.0 + PATIENCE.1 * problem.items.len() as u64)
            } else {
                u64::MAX
            };
            let (quarter, end) = (state.work + left / 4, state.work + left);
            augment::all(state, *stage, 12, 400, &mut |state| {
                watch.over(state, Stage::Rounds, quarter)
            });
            if start::any_due(state, *stage) {
                let side =
                    |state: &mut State<'_>, rng: &mut Rng, stop: &mut dyn FnMut(&State<'_>) -> bool| {
                        let mut means = Means::new(heat, TASTE, rng, *stage);
                        count::run(state, &mut means, patience, stop);
                    };
                let better = |one: &State<'_>, other: &State<'_>| {
                    if problem.counts_first {
                        one.value.compare_kept(&other.value).is_gt()
                    } else {
                        one.value.against(problem, &other.value).is_gt()
                    }
                };
                let by = (&mut *watch, Stage::Counts, end);
                sides::run(state, rng, self.threads, by, &side, &better);
            }
        }
    }

    /// What was published back in its place, as far as that costs no session.
    fn home(&mut self, state: &mut State<'_>, end: u64) {
        let heat = self.heat;
        let side = |state: &mut State<'_>, rng: &mut Rng, stop: &mut dyn FnMut(&State<'_>) -> bool| {
            let mut means = Means::new(heat, TASTE, rng, (u8::MAX, usize::MAX));
            home::run(state, &mut means, stop);
        };
        let better = |one: &State<'_>, other: &State<'_>| one.value.compare_kept(&other.value).is_gt();
        let by = (&mut self.watch, Stage::Preferences, end);
        sides::run(state, &mut self.rng, self.threads, by, &side, &better);
    }

    /// Longer sessions, fairer shares and better places, up to this class.
    fn improve(&mut self, state: &mut State<'_>, class: u8, end: u64) {
        let (heat, problem) = (self.heat, state.problem);
        let until = (class, usize::MAX);
        let mut means = Means::new(heat, FAVOURING, &mut self.rng, until);
        let watch = &mut self.watch;
        favour::all(state, &mut means, &mut |state| {
            watch.over(state, Stage::Preferences, end)
        });
        lengthen::all(state, None, class);
        let side = |state: &mut State<'_>, rng: &mut Rng, stop: &mut dyn FnMut(&State<'_>) -> bool| {
            improve::run(
                state,
                Aim::All,
                &mut Means::new(heat, IMPROVING, rng, until),
                stop,
            );
        };
        let better = |one: &State<'_>, other: &State<'_>| one.value.against(problem, &other.value).is_gt();
        let by = (&mut self.watch, Stage::Preferences, end);
        sides::run(state, &mut self.rng, self.threads, by, &side, &better);
    }
}

/// Work that may bring nothing on one side, and for each item.
const PATIENCE: (u64, u64) = (10_000_000, 4_000);

/// What makes one spot better than another while sessions are counted.
const TASTE: Taste = Taste {
    points: 20,
    kept: 20_000,
    heat: 1,
    gaps: 500,
    noise: 0,
};

/// The same while lengths and places are looked for.
const IMPROVING: Taste = Taste {
    points: 200,
    kept: 200_000,
    ..TASTE
};

/// The same for one who is served already.
const FAVOURING: Taste = Taste {
    heat: 0,
    gaps: 100,
    ..IMPROVING
};
