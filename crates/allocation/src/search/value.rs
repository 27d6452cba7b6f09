//! What a plan is worth, and which of two plans is better.

use super::state::Session;
use crate::compile::Problem;
use std::cmp::Ordering;

/// Rounds that count: a wish has at most seven sessions wanted; locks may add more.
pub const ROUNDS: usize = 7;

/// What a plan is worth.
#[derive(Clone, Debug)]
pub struct Value {
    /// Sessions by class, from primacy on, and round.
    pub counts: Vec<[u32; ROUNDS]>,
    /// Points of each class.
    pub points: Vec<u64>,
    /// The prices of published sessions that stand.
    pub kept: u64,
    /// Season minutes of each organisation and class.
    given: Vec<u64>,
    /// Points and kept prices of each wish.
    rated: Vec<(u32, u64)>,
    /// Classes up to this one are done, while those after them are counted: 0 for none.
    pub done: u8,
    classes: usize,
    /// Whether shares are compared with those of a mark.
    pub sharing: bool,
    /// If so, organisations that got more or less since the last mark, with what they had.
    touched: Vec<(u32, Vec<u64>)>,
}

/// What a plan was worth, to compare with.
pub struct Mark {
    counts: Vec<[u32; ROUNDS]>,
    points: Vec<u64>,
    kept: u64,
}

impl Value {
    /// Of an empty plan.
    pub fn new(problem: &Problem) -> Self {
        let classes = usize::from(problem.classes) + 2;
        Self {
            counts: vec![[0; ROUNDS]; classes],
            points: vec![0; classes],
            kept: 0,
            given: vec![0; problem.entitled.len() * classes],
            rated: vec![(0, 0); problem.wishes.len()],
            done: 0,
            classes,
            sharing: true,
            touched: Vec::new(),
        }
    }

    /// Counts a session of a class and round of one wish (1), or no longer (−1).
    pub fn count(&mut self, class: u8, round: usize, times: i32) {
        if let Some(count) = self.counts[usize::from(class)].get_mut(round) {
            *count = count.saturating_add_signed(times);
        }
    }

    /// Counts sessions of these classes, in order, of one wish (1), or no longer (−1).
    pub fn recount(&mut self, classes: &[u8], times: i32) {
        for (round, class) in classes.iter().enumerate() {
            let count = &mut self.counts[usize::from(*class)][round];
            *count = count.saturating_add_signed(times);
        }
    }

    /// All sessions.
    pub fn sessions(&self) -> u64 {
        self.counts.iter().flatten().map(|count| u64::from(*count)).sum()
    }

    /// A session came (1) or went (−1).
    pub fn given(&mut self, problem: &Problem, session: &Session, times: i64) {
        let wish = &problem.wishes[session.wish as usize];
        let row = wish.organisation as usize * self.classes;
        let Some(known) = self.given.get(row..row + self.classes) else {
            return;
        };
        if self.sharing
            && !self
                .touched
                .iter()
                .any(|(organisation, _)| *organisation == wish.organisation)
        {
            self.touched.push((wish.organisation, known.to_vec()));
        }
        let weeks = u64::from(problem.placements[session.placement as usize].weeks);
        let minutes = u64::from(session.len) * u64::from(problem.grid) * weeks;
        let given = &mut self.given[row + usize::from(wish.class)];
        *given = if times > 0 {
            *given + minutes
        } else {
            given.saturating_sub(minutes)
        };
    }

    /// A wish has other points now, or keeps other published sessions.
    pub fn rated(&mut self, problem: &Problem, wish: u32, points: u32, kept: u64) {
        let class = usize::from(problem.wishes[wish as usize].class);
        let (had, held) = std::mem::replace(&mut self.rated[wish as usize], (points, kept));
        self.points[class] = self.points[class] + u64::from(points) - u64::from(had);
        self.kept = self.kept + kept - held;
    }

    /// Remembers what the plan is worth now, to compare with.
    pub fn mark(&mut self) -> Mark {
        self.touched.clear();
        Mark {
            counts: self.counts.clone(),
            points: self.points.clone(),
            kept: self.kept,
        }
    }

    /// Remembers anew in the same place; only numbers of sessions and what stands of the published.
    pub fn mark_again(&self, mark: &mut Mark) {
        mark.counts.clone_from(&self.counts);
        mark.points.clone_from(&self.points);
        mark.kept = self.kept;
    }

    /// Season minutes that an organisation got for wishes of this class and those before it.
    pub fn given_to(&self, organisation: u32, class: usize) -> u64 {
        let row = organisation as usize * self.classes;
        self.given
            .get(row..=row + class)
            .map_or(0, |row| row.iter().sum())
    }

    /// An organisation's share for wishes of this class and those before it, thousandths.
    pub fn share(&self, problem: &Problem, organisation: u32, class: usize) -> u64 {
        share(problem, organisation, self.given_to(organisation, class))
    }

    /// Whether the plan's numbers of sessions are better than they were; if the same, what stands of the published.
    /// The points of classes that are done come before the numbers of those after them.
    pub fn compare_counts(&self, mark: &Mark) -> Ordering {
        let done = usize::from(self.done) + 1;
        let numbers =
            |classes: std::ops::Range<usize>| self.counts[classes.clone()].cmp(&mark.counts[classes]);
        // Their sessions stay, so their shares do not fall.
        let whole = |class: usize| {
            numbers(class..class + 1).then_with(|| self.points[class].cmp(&mark.points[class]))
        };
        numbers(0..1)
            .then_with(|| {
                let mut orders = (1..done).map(whole);
                orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
            })
            .then_with(|| numbers(done..self.classes))
            .then_with(|| self.kept.cmp(&mark.kept))
    }

    /// Whether the plan's numbers of sessions are better than another's; if the same, what stands of the published.
    pub fn compare_kept(&self, other: &Self) -> Ordering {
        self.counts
            .cmp(&other.counts)
            .then_with(|| self.kept.cmp(&other.kept))
    }

    /// Whether the plan is better than it was, all things counted.
    pub fn compare(&self, problem: &Problem, mark: &Mark) -> Ordering {
        self.in_order(problem, &mark.counts, mark.kept, |class| {
            self.compare_shares(problem, class)
                .then_with(|| self.points[class].cmp(&mark.points[class]))
        })
    }

    /// Whether the plan is better than another.
    pub fn against(&self, problem: &Problem, other: &Self) -> Ordering {
        self.in_order(problem, &other.counts, other.kept, |class| {
            let shares = |value: &Self| {
                let of = |organisation: &u32| value.share(problem, *organisation, class);
                let mut shares: Vec<u64> = problem.in_class[class].iter().map(of).collect();
                shares.sort_unstable();
                shares
            };
            shares(self)
                .cmp(&shares(other))
                .then_with(|| self.points[class].cmp(&other.points[class]))
        })
    }

    /// What decides, one after the other: `of_class` compares a class's shares and points.
    fn in_order(
        &self,
        problem: &Problem,
        counts: &[[u32; ROUNDS]],
        kept: u64,
        of_class: impl Fn(usize) -> Ordering,
    ) -> Ordering {
        let classes = 1..self.classes;
        let first = |all: &dyn Fn(usize) -> Ordering| {
            let mut orders = classes.clone().map(all);
            orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        };
        if problem.counts_first {
            self.counts[..]
                .cmp(counts)
                .then_with(|| self.kept.cmp(&kept))
                .then_with(|| first(&of_class))
        } else {
            let all = |class: usize| {
                self.counts[class]
                    .cmp(&counts[class])
                    .then_with(|| of_class(class))
            };
            self.counts[0]
                .cmp(&counts[0])
                .then_with(|| first(&all))
                .then_with(|| self.kept.cmp(&kept))
        }
    }

    /// Whether the lowest shares of a class have risen since the mark. What is the same before and after does not
    /// matter to which of two lists is better from the lowest up, so only those that changed are looked at.
    fn compare_shares(&self, problem: &Problem, class: usize) -> Ordering {
        let among = &problem.in_class[class];
        let (mut before, mut now) = (Vec::new(), Vec::new());
        for (organisation, had) in &self.touched {
            if among.binary_search(organisation).is_ok() {
                before.push(share(problem, *organisation, had[..=class].iter().sum()));
                now.push(self.share(problem, *organisation, class));
            }
        }
        before.sort_unstable();
        now.sort_unstable();
        now.cmp(&before)
    }
}

fn share(problem: &Problem, organisation: u32, given: u64) -> u64 {
    let entitled = problem
        .entitled
        .get(organisation as usize)
        .copied()
        .unwrap_or(1)
        .max(1);
    given.saturating_mul(1000) / entitled
}
