//! How many sessions a class could at most have, proven.
//!
//! Prices of time relax what stands in each other's way (`relaxed`); first-order steps find good ones (`steps`,
//! `descend`). Whatever the prices, the bound is valid.

mod asking;
mod descend;
mod point;
mod relaxed;
mod steps;

use crate::search::State;
use asking::{Asked, Standing};
use descend::{Aim, Descent};
use std::sync::{
    atomic::{AtomicBool, Ordering::Relaxed},
    mpsc,
};

/// How many sessions a class could have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// At most so many, while every class before has as many as in the plan.
    pub at_most: u32,
    /// At most so many, while every session of a class before stays where it is.
    pub in_place: u32,
}

/// The bounds of each class, from primacy on.
pub fn all(state: &State<'_>, threads: usize, stop: &mut dyn FnMut() -> bool) -> Vec<Bound> {
    // Every other class goes its own way down, so that there is as much to do for two threads.
    let others = |stop: &mut dyn FnMut() -> bool| {
        let in_place = in_place(state, threads, stop);
        (in_place, at_most(state, threads, 0, stop))
    };
    let (at_most, (in_place, other)) = if threads > 1 {
        let stopped = AtomicBool::new(false);
        let (tell, told) = mpsc::channel();
        std::thread::scope(|scope| {
            let heard = &stopped;
            // The channel ends with the thread.
            let other = scope.spawn(move || {
                others(&mut || {
                    let _ = tell.send(());
                    heard.load(Relaxed)
                })
            });
            let mut over = || {
                let over = stop();
                stopped.store(over, Relaxed);
                over
            };
            let at_most = at_most(state, threads, 1, &mut over);
            // Until the other is done, somebody may still say stop.
            while told.recv().is_ok() {
                over();
            }
            (at_most, other.join().unwrap_or_default())
        })
    } else {
        (at_most(state, threads, 1, stop), others(stop))
    };
    let mut all: Vec<(usize, u32)> = at_most.into_iter().chain(other).collect();
    all.sort_unstable();
    let both = |(class, at_most): (usize, u32)| Bound {
        at_most,
        in_place: in_place.get(class).copied().unwrap_or(at_most).min(at_most),
    };
    all.into_iter().map(both).collect()
}

/// While every class before has as many sessions as in the plan, for every other class from this one on.
fn at_most(
    state: &State<'_>,
    threads: usize,
    first: usize,
    stop: &mut dyn FnMut() -> bool,
) -> Vec<(usize, u32)> {
    let given = Given::new(state);
    let stands = stands(state, |_, locked| locked);
    let asked = Asked::new(state.problem, &stands, 0..=u8::MAX);
    let mut descent = Descent::new(&asked, threads);
    let classes = (first..given.all.len()).step_by(2);
    let of_class = |class| {
        let owed = (0..class).map(|class| given.free(class)).collect();
        (class, given.bound(class, owed, &asked, &mut descent, stop))
    };
    classes.map(of_class).collect()
}

/// While every session of a class before stays where it is.
fn in_place(state: &State<'_>, threads: usize, stop: &mut dyn FnMut() -> bool) -> Vec<u32> {
    let given = Given::new(state);
    (0..given.all.len())
        .map(|class| {
            let number = u8::try_from(class).unwrap_or(u8::MAX);
            let stands = stands(state, |class, locked| locked || class < number);
            let asked = Asked::new(state.problem, &stands, number..=number);
            given.bound(
                class,
                vec![0; class],
                &asked,
                &mut Descent::new(&asked, threads),
                stop,
            )
        })
        .collect()
}

/// Sessions by class.
struct Given {
    all: Vec<u32>,
    locked: Vec<u32>,
}

impl Given {
    fn new(state: &State<'_>) -> Self {
        let all: Vec<u32> = state
            .value
            .counts
            .iter()
            .map(|rounds| rounds.iter().sum())
            .collect();
        let mut locked = vec![0; all.len()];
        for lock in &state.problem.locks {
            locked[usize::from(lock.class)] += 1;
        }
        Self { all, locked }
    }

    /// Those that are not locked.
    fn free(&self, class: usize) -> i64 {
        i64::from(self.all[class]) - i64::from(self.locked[class])
    }

    fn bound(
        &self,
        class: usize,
        owed: Vec<i64>,
        asked: &Asked,
        descent: &mut Descent<'_>,
        stop: &mut dyn FnMut() -> bool,
    ) -> u32 {
        let (given, locked) = (self.all[class], self.locked[class]);
        let easily = asked.easily(u8::try_from(class).unwrap_or(u8::MAX));
        let bound = easily.saturating_add(locked).max(given);
        if bound == given || stop() {
            return bound;
        }
        let aim = Aim {
            class,
            owed,
            reached: self.free(class),
        };
        let more = u32::try_from(descent.least(&aim, stop).max(0)).unwrap_or(u32::MAX);
        bound.min(more.saturating_add(locked)).max(given)
    }
}

/// The sessions that stand: those of a class, locked or not, that are to.
fn stands(state: &State<'_>, stand: impl Fn(u8, bool) -> bool) -> Vec<Standing> {
    let sessions = state.all().map(|(_, session)| session);
    sessions
        .filter(|session| stand(session.class, session.locked))
        .map(|session| Standing {
            wish: session.wish,
            placement: session.placement,
            day: session.day,
            start: session.start,
            len: session.len,
        })
        .collect()
}
