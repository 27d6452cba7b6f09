//! How many sessions a class could at most have, proven.
//!
//! Prices of time relax what stands in each other's way (`relaxed`); first-order steps find good ones (`steps`,
//! `descend`). Whatever the prices, the bound is valid.

mod asking;
mod descend;
mod relaxed;
mod steps;

use crate::search::State;
use asking::{Asked, Standing};
use descend::{Aim, least};
use std::sync::{
    Mutex,
    atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed},
};

/// How many sessions a class could have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// At most so many, while every class before has as many as in the plan.
    pub at_most: u32,
    /// At most so many, while every session of a class before stays where it is.
    pub in_place: u32,
}

/// One thing to prove.
#[derive(Clone, Copy)]
struct Job {
    class: usize,
    in_place: bool,
}

/// The bounds of each class, from primacy on.
pub fn all(state: &State<'_>, threads: usize, stop: &mut dyn FnMut() -> bool) -> Vec<Bound> {
    let classes = state.value.counts.len();
    // The large ones first, so that no thread is left with one at the end.
    let jobs: Vec<Job> = [false, true]
        .into_iter()
        .flat_map(|in_place| (0..classes).rev().map(move |class| Job { class, in_place }))
        .collect();
    let proven = Mutex::new(vec![None; jobs.len()]);
    let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let work = |stop: &mut dyn FnMut() -> bool| {
        loop {
            let number = next.fetch_add(1, Relaxed);
            let Some(job) = jobs.get(number) else { break };
            let bound = prove(state, *job, stop);
            if let Ok(mut proven) = proven.lock() {
                proven[number] = Some(bound);
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads.clamp(1, jobs.len().max(1)) {
            scope.spawn(|| work(&mut || stopped.load(Relaxed)));
        }
        work(&mut || {
            let over = stop();
            stopped.store(over, Relaxed);
            over
        });
    });
    let proven = proven.into_inner().unwrap_or_default();
    let of = |class: usize, in_place: bool| {
        let number = jobs
            .iter()
            .position(|job| job.class == class && job.in_place == in_place);
        number
            .and_then(|number| proven.get(number).copied().flatten())
            .unwrap_or(u32::MAX)
    };
    (0..classes)
        .map(|class| {
            let at_most = of(class, false);
            Bound {
                at_most,
                in_place: of(class, true).min(at_most),
            }
        })
        .collect()
}

fn prove(state: &State<'_>, job: Job, stop: &mut dyn FnMut() -> bool) -> u32 {
    let problem = state.problem;
    let given: Vec<u32> = state
        .value
        .counts
        .iter()
        .map(|rounds| rounds.iter().sum())
        .collect();
    let number = u8::try_from(job.class).unwrap_or(u8::MAX);
    let first = if job.in_place { number } else { 0 };
    let stands = stands(state, |class, locked| locked || class < first);
    let mut locked = vec![0i64; given.len()];
    for lock in &problem.locks {
        locked[usize::from(lock.class)] += 1;
    }
    let fixed = u32::try_from(locked[job.class]).unwrap_or(u32::MAX);
    let asked = Asked::new(problem, &stands, first..=number);
    let bound = asked.easily(number).saturating_add(fixed).max(given[job.class]);
    if bound == given[job.class] || stop() {
        return bound;
    }
    let free = |class: usize| i64::from(given[class]) - locked[class];
    let owed = |class: usize| if job.in_place { 0 } else { free(class) };
    let aim = Aim {
        class: job.class,
        owed: (0..job.class).map(owed).collect(),
        reached: free(job.class),
        steps: 1000,
    };
    let more = least(&asked, &aim, stop);
    let proven = u32::try_from(more.max(0))
        .unwrap_or(u32::MAX)
        .saturating_add(fixed);
    bound.min(proven).max(given[job.class])
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
