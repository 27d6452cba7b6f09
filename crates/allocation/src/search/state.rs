//! A plan while it is being searched: who is where, what it counts for, and how to take changes back.

use super::{
    rng::Rng,
    value::{ROUNDS, Value},
};
use crate::compile::{Problem, Slots, span};

/// No session.
pub const NOBODY: u32 = u32::MAX;

/// A session in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose.
    pub wish: u32,
    /// The wish's item.
    pub item: u32,
    /// Where.
    pub placement: u32,
    /// On which day.
    pub day: u8,
    /// First slot.
    pub start: u8,
    /// Slots.
    pub len: u8,
    /// What it counts for: 0 is primacy.
    pub class: u8,
    /// Fixed by an officer.
    pub locked: bool,
    /// What is lost there in any case, points.
    pub minus: u32,
    /// The next session of its bundle; its own number if it stands alone.
    pub mate: u32,
}

impl Session {
    /// The slots of its day that it takes.
    pub fn slots(&self) -> Slots {
        span(u16::from(self.start), u16::from(self.start) + u16::from(self.len))
    }

    /// The slot after its last.
    pub fn end(&self) -> u8 {
        self.start.saturating_add(self.len)
    }
}

/// One step that can be taken back.
#[derive(Clone, Copy, Debug)]
enum Step {
    Put(u32),
    Taken(u32, Session),
    Length(u32, u8, u8),
}

/// A plan.
#[derive(Clone)]
pub struct State<'p> {
    /// What is to be shared out.
    pub problem: &'p Problem,
    /// Every session, by number; numbers of sessions taken away are used again.
    sessions: Vec<Option<Session>>,
    unused: Vec<u32>,
    /// The sessions of each wish.
    by_wish: Vec<Vec<u32>>,
    /// Taken slots of each unit and day.
    taken: Vec<Slots>,
    /// Who has each slot of each unit and day.
    owner: Vec<u32>,
    /// How often each unit and day has changed.
    changes: Vec<u64>,
    /// The sessions of each coach.
    by_coach: Vec<Vec<u32>>,
    /// What the plan is worth.
    pub value: Value,
    steps: Vec<Step>,
    /// Work done, in options looked at.
    pub work: u64,
    /// Whether points are kept up to date.
    rating: bool,
}

impl<'p> State<'p> {
    /// An empty plan but for the locks.
    pub fn new(problem: &'p Problem) -> Self {
        let slots = usize::from(problem.slots);
        let mut state = Self {
            problem,
            sessions: Vec::new(),
            unused: Vec::new(),
            by_wish: vec![Vec::new(); problem.wishes.len()],
            taken: vec![0; problem.units * 7],
            owner: vec![NOBODY; problem.units * 7 * slots],
            changes: vec![0; problem.units * 7],
            by_coach: vec![Vec::new(); problem.coached.len()],
            value: Value::new(problem),
            steps: Vec::new(),
            work: 0,
            rating: true,
        };
        for lock in &problem.locks {
            let (wish, placement) = (lock.wish, lock.placement);
            state.put(
                [Session {
                    wish,
                    item: problem.wishes[wish as usize].item,
                    placement,
                    day: lock.day,
                    start: lock.start,
                    len: lock.len,
                    class: lock.class,
                    locked: true,
                    minus: lock.minus,
                    mate: NOBODY,
                }]
                .into_iter(),
            );
        }
        state.steps.clear();
        state
    }

    /// A session by its number, which must be one in the plan.
    pub fn session(&self, number: u32) -> &Session {
        match &self.sessions[number as usize] {
            Some(session) => session,
            None => unreachable!("only sessions in the plan are named"),
        }
    }

    /// Whether there is a session of that number.
    pub fn stands(&self, number: u32) -> bool {
        self.sessions.get(number as usize).is_some_and(Option::is_some)
    }

    /// Whether a session is to stay where it is: locked, or it or another of its bundle belongs to a class that is done.
    pub fn stays(&self, number: u32) -> bool {
        let session = self.session(number);
        let done = |session: &Session| self.problem.wishes[session.wish as usize].class <= self.value.done;
        session.locked
            || self.value.done > 0
                && (done(session) || self.bundle(number).iter().any(|one| done(self.session(*one))))
    }

    /// The sessions of a wish.
    pub fn of_wish(&self, wish: u32) -> &[u32] {
        &self.by_wish[wish as usize]
    }

    /// The last round in which a wish's sessions of a class count: how many it has of the class and those before it.
    pub fn round(&self, wish: u32, class: u8) -> usize {
        let sessions = self.by_wish[wish as usize].iter();
        sessions
            .filter(|number| self.session(**number).class <= class)
            .count()
    }

    /// The sessions of a coach.
    pub fn of_coach(&self, coach: u32) -> &[u32] {
        &self.by_coach[coach as usize]
    }

    /// The taken slots of a unit on a day.
    pub fn taken(&self, unit: u32, day: usize) -> Slots {
        self.taken[unit as usize * 7 + day]
    }

    /// Who has a slot of a unit on a day.
    pub fn owner(&self, unit: u32, day: usize, slot: u32) -> u32 {
        self.owner[(unit as usize * 7 + day) * usize::from(self.problem.slots) + slot as usize]
    }

    /// How often a unit and day has changed so far.
    pub fn changes(&self, unit: u32, day: usize) -> u64 {
        self.changes[unit as usize * 7 + day]
    }

    /// Every session of the plan with its number.
    pub fn all(&self) -> impl Iterator<Item = (u32, &Session)> {
        let numbered = (0u32..).zip(&self.sessions);
        numbered.filter_map(|(number, session)| session.as_ref().map(|session| (number, session)))
    }

    /// Some session of the plan.
    pub fn any(&self, rng: &mut Rng) -> Option<u32> {
        for _ in 0..16 {
            let number = u32::try_from(rng.below(self.sessions.len())).unwrap_or(NOBODY);
            if self.stands(number) {
                return Some(number);
            }
        }
        None
    }

    /// The sessions in a house on a day that touch some slots, with those that come up more than once once.
    pub fn within(&self, whole: u32, day: u8, slots: Slots, found: &mut Vec<u32>) {
        let from = found.len();
        for unit in &self.problem.units_of[whole as usize] {
            let mut left = self.taken(*unit, usize::from(day)) & slots;
            while left != 0 {
                let session = self.owner(*unit, usize::from(day), left.trailing_zeros());
                left &= !self.session(session).slots();
                if !found[from..].contains(&session) {
                    found.push(session);
                }
            }
        }
    }

    /// Sessions of an item's bundle that a session belongs to, itself first.
    pub fn bundle(&self, number: u32) -> Vec<u32> {
        let mut bundle = vec![number];
        let mut next = self.session(number).mate;
        while next != number && next != NOBODY {
            bundle.push(next);
            next = self.session(next).mate;
        }
        bundle
    }

    /// Puts a bundle into the plan; its places must be free. The number of the first session.
    pub fn put(&mut self, bundle: impl ExactSizeIterator<Item = Session>) -> u32 {
        let (first, count) = (self.unused(), bundle.len());
        let mut number = first;
        for (at, session) in bundle.enumerate() {
            let mate = if at + 1 < count { self.unused() } else { first };
            self.enter(number, Session { mate, ..session });
            self.steps.push(Step::Put(number));
            number = mate;
        }
        first
    }

    /// A number that no session has.
    fn unused(&mut self) -> u32 {
        self.unused.pop().unwrap_or_else(|| {
            self.sessions.push(None);
            u32::try_from(self.sessions.len() - 1).unwrap_or(NOBODY)
        })
    }

    /// Takes a session and its whole bundle out of the plan.
    pub fn take(&mut self, number: u32) {
        let session = *self.session(number);
        if session.mate == number {
            self.leave(number);
            self.unused.push(number);
            self.steps.push(Step::Taken(number, session));
            return;
        }
        for number in self.bundle(number) {
            let session = *self.session(number);
            self.leave(number);
            self.unused.push(number);
            self.steps.push(Step::Taken(number, session));
        }
    }

    /// Gives a session another start and length over free slots of the same day.
    pub fn stretch(&mut self, number: u32, start: u8, len: u8) {
        let was = *self.session(number);
        self.steps.push(Step::Length(number, was.start, was.len));
        self.leave(number);
        self.enter(number, Session { start, len, ..was });
    }

    /// From now on points are not kept up to date, or are so again. Nothing before can be taken back.
    pub fn rating(&mut self, rating: bool) {
        self.settle();
        self.rating = rating;
        self.value.sharing = rating;
        if rating {
            for wish in (0u32..).take(self.problem.wishes.len()) {
                self.rate(wish);
            }
        }
    }

    /// Where the plan stands now, to come back to.
    pub fn mark(&self) -> usize {
        self.steps.len()
    }

    /// Takes back everything since then.
    pub fn back_to(&mut self, mark: usize) {
        while self.steps.len() > mark {
            match self.steps.pop() {
                Some(Step::Put(number)) => {
                    self.leave(number);
                    self.unused.push(number);
                }
                Some(Step::Taken(number, session)) => {
                    // Numbers are given out and come back in the order of a stack.
                    self.unused.pop();
                    self.enter(number, session);
                }
                Some(Step::Length(number, start, len)) => {
                    let was = *self.session(number);
                    self.leave(number);
                    self.enter(number, Session { start, len, ..was });
                }
                None => break,
            }
        }
    }

    /// Forgets how to take back.
    pub fn settle(&mut self) {
        self.steps.clear();
    }

    fn enter(&mut self, number: u32, session: Session) {
        let problem = self.problem;
        let slots = session.slots();
        for unit in &problem.placements[session.placement as usize].units {
            let at = *unit as usize * 7 + usize::from(session.day);
            self.changes[at] += 1;
            self.taken[at] |= slots;
            let from = at * usize::from(problem.slots) + usize::from(session.start);
            self.owner[from..from + usize::from(session.len)].fill(number);
        }
        let wish = &problem.wishes[session.wish as usize];
        for coach in wish.coaches.iter().chain(&wish.coaches_should) {
            self.by_coach[*coach as usize].push(number);
        }
        self.sessions[number as usize] = Some(session);
        self.count(number, 1);
        self.value.given(problem, &session, 1);
        self.rate_around(session.wish);
    }

    fn leave(&mut self, number: u32) {
        let problem = self.problem;
        let session = *self.session(number);
        let slots = session.slots();
        for unit in &problem.placements[session.placement as usize].units {
            let at = *unit as usize * 7 + usize::from(session.day);
            self.changes[at] += 1;
            self.taken[at] &= !slots;
            let from = at * usize::from(problem.slots) + usize::from(session.start);
            self.owner[from..from + usize::from(session.len)].fill(NOBODY);
        }
        let wish = &problem.wishes[session.wish as usize];
        for coach in wish.coaches.iter().chain(&wish.coaches_should) {
            self.by_coach[*coach as usize].retain(|one| *one != number);
        }
        self.count(number, -1);
        self.sessions[number as usize] = None;
        self.value.given(problem, &session, -1);
        self.rate_around(session.wish);
    }

    /// Counts a session as one of its wish's (1), or no longer (−1).
    fn count(&mut self, number: u32, times: i32) {
        let Session { wish, class, .. } = *self.session(number);
        let of_wish = &self.by_wish[wish as usize];
        let others = of_wish.iter().filter(|one| **one != number);
        // Mostly all are of one class: then only the last round changes.
        let alike = others.clone().all(|one| self.session(*one).class == class);
        if alike {
            let round = others.count();
            self.value.count(class, round, times);
        } else {
            self.recount(wish, -1);
        }
        let of_wish = &mut self.by_wish[wish as usize];
        if times > 0 {
            of_wish.push(number);
        } else {
            of_wish.retain(|one| *one != number);
        }
        if !alike {
            self.recount(wish, 1);
        }
    }

    /// Counts a wish's sessions (1), or no longer (−1): in the order of their classes, the k-th counts in round k.
    fn recount(&mut self, wish: u32, times: i32) {
        let mut classes = [u8::MAX; ROUNDS];
        let mut some = 0;
        for number in &self.by_wish[wish as usize] {
            // Those beyond the last round that counts drop out at the end.
            let mut class = self.session(*number).class;
            for known in classes.iter_mut().take(some) {
                if class < *known {
                    std::mem::swap(&mut class, known);
                }
            }
            if some < ROUNDS {
                classes[some] = class;
                some += 1;
            }
        }
        self.value.recount(&classes[..some], times);
    }

    /// Rates a wish anew, and those whose points hang on its sessions.
    fn rate_around(&mut self, wish: u32) {
        if !self.rating {
            return;
        }
        self.rate(wish);
        let problem = self.problem;
        for other in &problem.around[wish as usize] {
            self.rate(*other);
        }
    }

    fn rate(&mut self, wish: u32) {
        let (points, kept) = super::points::of(self, wish);
        self.value.rated(self.problem, wish, points, kept);
    }
}
