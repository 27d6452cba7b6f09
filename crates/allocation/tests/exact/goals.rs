//! What brute force looks for.

use crate::{
    brute::{Counts, Goal, Tiny},
    letter::Spot,
};

/// The plan with the best counts.
pub struct Best(pub Option<Counts>);

impl Goal for Best {
    fn promising(&self, most: &Counts) -> bool {
        self.0.as_ref().is_none_or(|best| most > best)
    }

    fn plan(&mut self, _: &Tiny<'_>, counts: &Counts, _: &[usize]) {
        if self.promising(counts) {
            self.0 = Some(counts.clone());
        }
    }
}

/// A plan that gives a class more than that, and every class before as many as a draft does.
pub struct More {
    pub class: usize,
    pub owed: Vec<u32>,
    pub than: u32,
    pub found: bool,
}

impl Goal for More {
    fn promising(&self, most: &Counts) -> bool {
        let all = |class: usize| most[class].iter().sum::<u32>();
        !self.found
            && all(self.class) > self.than
            && (0..self.class).all(|class| all(class) >= self.owed[class])
    }

    fn plan(&mut self, _: &Tiny<'_>, counts: &Counts, _: &[usize]) {
        self.found |= self.promising(counts);
    }
}

/// What the best plan is worth, all things counted.
pub struct BestOfAll {
    /// So many classes' counts come before anything else.
    pub first: usize,
    /// Its counts, and all that counts.
    pub best: Option<(Counts, Vec<i64>)>,
}

impl Goal for BestOfAll {
    fn promising(&self, most: &Counts) -> bool {
        let best = self.best.as_ref();
        best.is_none_or(|(best, _)| most[..self.first] >= best[..self.first])
    }

    fn plan(&mut self, tiny: &Tiny<'_>, counts: &Counts, plan: &[usize]) {
        let plan: Vec<Spot> = plan.iter().map(|at| tiny.spots[*at].clone()).collect();
        let worth = tiny.worth(&plan);
        if self.best.as_ref().is_none_or(|(_, best)| worth > *best) {
            self.best = Some((counts.clone(), worth));
        }
    }
}
