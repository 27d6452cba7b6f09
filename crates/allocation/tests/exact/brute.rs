//! Every plan of a tiny season, one after the other; what cannot be worth anything any more is left out early.

use crate::letter::{Letter, Spot};
use ledig_allocation::format::{
    Instance,
    wish::{LinkKind, Strength},
};

/// Rounds that count.
pub const ROUNDS: usize = 7;

/// Sessions by class, from primacy on, and round.
pub type Counts = Vec<[u32; ROUNDS]>;

/// What is served as one: a wish, or the wishes of a link that is a must.
struct Item {
    wishes: Vec<usize>,
    /// Each a session of each of the wishes, as places in the list of all spots.
    bundles: Vec<Vec<usize>>,
}

/// A tiny season, ready to be tried out.
pub struct Tiny<'a> {
    pub letter: Letter<'a>,
    pub spots: Vec<Spot>,
    /// The first so many spots are the locks.
    pub locks: usize,
    items: Vec<Item>,
    /// For each spot those that it cannot be with.
    clashes: Vec<Vec<bool>>,
    classes: Vec<usize>,
}

/// What is looked for among the plans.
pub trait Goal {
    /// Whether a plan with these counts, or fewer of them, may still be of use.
    fn promising(&self, most: &Counts) -> bool;
    /// A plan.
    fn plan(&mut self, tiny: &Tiny<'_>, counts: &Counts, plan: &[usize]);
}

/// Which lengths of sessions are tried.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lengths {
    /// The shortest: a plan of longer sessions has one of shorter sessions with the same counts.
    Shortest,
    /// Every one.
    All,
}

impl<'a> Tiny<'a> {
    pub fn of(season: &'a Instance, lengths: Lengths) -> Self {
        let letter = Letter { season };
        let mut spots: Vec<Spot> = season
            .locks
            .iter()
            .map(|lock| letter.spot(&lock.wish, &lock.slot))
            .collect();
        let locks = spots.len();
        let mut items: Vec<Item> = Vec::new();
        for wish in 0..season.wishes.len() {
            if items.iter().any(|item| item.wishes.contains(&wish)) {
                continue;
            }
            let link = letter.must_link(wish);
            let wishes: Vec<usize> = match link {
                None => vec![wish],
                Some(link) => link.wishes.iter().map(|id| letter.wish(id)).collect(),
            };
            let together = link.is_some_and(|link| link.kind == LinkKind::Together);
            let shortest = |wish: usize| letter.shortest(&season.wishes[wish]);
            let common = wishes.iter().map(|wish| shortest(*wish)).max().unwrap();
            let mut own = Vec::new();
            for wish in &wishes {
                let tried: Vec<u16> = match (lengths, together) {
                    (Lengths::All, _) => {
                        let most = letter.longest(&season.wishes[*wish]);
                        (shortest(*wish)..=most).step_by(season.grid.into()).collect()
                    }
                    (Lengths::Shortest, true) => vec![common],
                    (Lengths::Shortest, false) => vec![shortest(*wish)],
                };
                let begin = spots.len();
                if letter.wanted(*wish) > 0 {
                    spots.extend(letter.spots(*wish, &tried));
                }
                own.push((begin..spots.len()).collect::<Vec<_>>());
            }
            let mut bundles: Vec<Vec<usize>> = own[0].iter().map(|spot| vec![*spot]).collect();
            for next in &own[1..] {
                let joined = |bundle: &Vec<usize>, spot: usize| {
                    let fits = if together {
                        bundle
                            .iter()
                            .all(|at| are_together(&letter, &spots[*at], &spots[spot]))
                    } else {
                        follows(&spots[bundle[bundle.len() - 1]], &spots[spot])
                    };
                    fits.then(|| [&bundle[..], &[spot]].concat())
                };
                let longer = bundles
                    .iter()
                    .flat_map(|bundle| next.iter().filter_map(|spot| joined(bundle, *spot)));
                bundles = longer.collect();
            }
            items.push(Item { wishes, bundles });
        }
        // Who comes first decides what the rest may still be worth.
        items.sort_by_key(|item| {
            let classes = item.wishes.iter().map(|wish| letter.class(&season.wishes[*wish]));
            classes.min()
        });
        let clash =
            |one: &Spot| -> Vec<bool> { spots.iter().map(|other| letter.clash(one, other)).collect() };
        Self {
            clashes: spots.iter().map(clash).collect(),
            classes: spots.iter().map(|spot| letter.class_of(spot)).collect(),
            letter,
            spots,
            locks,
            items,
        }
    }

    /// Goes through every plan that may be of use. False if that were more than so many steps.
    pub fn try_all(&self, goal: &mut dyn Goal, most_steps: u64) -> bool {
        let mut plan: Vec<usize> = (0..self.locks).collect();
        let mut steps = 0;
        self.extend(0, 0, &mut plan, goal, &mut steps, most_steps);
        steps <= most_steps
    }

    /// With bundles of an item from a place in its list on, or with the next item.
    fn extend(
        &self,
        item: usize,
        from: usize,
        plan: &mut Vec<usize>,
        goal: &mut dyn Goal,
        steps: &mut u64,
        most_steps: u64,
    ) {
        *steps += 1;
        if *steps > most_steps || !goal.promising(&self.at_best(item, from, plan)) {
            return;
        }
        let Some(here) = self.items.get(item) else {
            goal.plan(self, &self.counts(plan), plan);
            return;
        };
        for at in from..here.bundles.len() {
            if self.fits(plan, &here.bundles[at]) {
                plan.extend(&here.bundles[at]);
                self.extend(item, at + 1, plan, goal, steps, most_steps);
                plan.truncate(plan.len() - here.bundles[at].len());
            }
        }
        self.extend(item + 1, 0, plan, goal, steps, most_steps);
    }

    /// Whether a bundle can be added to a plan.
    fn fits(&self, plan: &[usize], bundle: &[usize]) -> bool {
        let of = |wish: usize| {
            plan.iter()
                .map(|at| &self.spots[*at])
                .filter(move |spot| spot.wish == wish)
        };
        bundle.iter().all(|new| {
            let spot = &self.spots[*new];
            let wish = &self.letter.season.wishes[spot.wish];
            let lasts = |spot: &Spot| u32::from(spot.to - spot.from);
            let minutes: u32 = of(spot.wish).map(lasts).sum();
            let most = self.letter.rule(wish).and_then(|rule| rule.most_minutes);
            let on_day = of(spot.wish).filter(|other| other.day == spot.day).count();
            let crowded = wish.per_day.strength == Strength::Must && on_day >= wish.per_day.most.into();
            plan.iter()
                .chain(bundle)
                .all(|other| other == new || !self.clashes[*new][*other])
                && of(spot.wish).count() < self.letter.wanted(spot.wish)
                && most.is_none_or(|most| minutes + lasts(spot) <= most.into())
                && !crowded
        })
    }

    /// Sessions by class and round.
    pub fn counts(&self, plan: &[usize]) -> Counts {
        self.count(plan.iter().map(|at| (self.spots[*at].wish, self.classes[*at])))
    }

    /// The same of sessions that need not be among those tried.
    pub fn counts_of(&self, plan: &[Spot]) -> Counts {
        self.count(plan.iter().map(|spot| (spot.wish, self.letter.class_of(spot))))
    }

    fn count(&self, sessions: impl Iterator<Item = (usize, usize)>) -> Counts {
        let mut counts = vec![[0; ROUNDS]; self.letter.season.rules.classes.len() + 2];
        let mut had = vec![0; self.letter.season.wishes.len()];
        // By wish, and the sessions of each in the order of their classes.
        let mut sessions: Vec<_> = sessions.collect();
        sessions.sort_unstable();
        for (wish, class) in sessions {
            if had[wish] < ROUNDS {
                counts[class][had[wish]] += 1;
            }
            had[wish] += 1;
        }
        counts
    }

    /// No less than what any plan that goes on so can have, in each class and round.
    fn at_best(&self, item: usize, from: usize, plan: &[usize]) -> Counts {
        let mut counts = self.counts(plan);
        for (ahead, item) in self.items[item.min(self.items.len())..].iter().enumerate() {
            let skipped = if ahead == 0 { from } else { 0 };
            let left: Vec<&Vec<usize>> = item.bundles[skipped..]
                .iter()
                .filter(|bundle| self.fits(plan, bundle))
                .collect();
            for (place, wish) in item.wishes.iter().enumerate() {
                let own = || plan.iter().filter(|at| self.spots[**at].wish == *wish);
                let has = own().count();
                let more = self.letter.wanted(*wish).saturating_sub(has).min(left.len());
                let mut classes: Vec<usize> = left.iter().map(|bundle| self.classes[bundle[place]]).collect();
                classes.extend(own().map(|at| self.classes[*at]));
                classes.sort_unstable();
                classes.dedup();
                // A class before may take or give back the first rounds: every round up to the last is possible.
                for class in &classes {
                    let first = if classes.len() == 1 { has } else { 0 };
                    for round in &mut counts[*class][first.min(ROUNDS)..(has + more).min(ROUNDS)] {
                        *round += u32::from(more > 0);
                    }
                }
            }
        }
        counts
    }
}

/// The next session of a back-to-back bundle.
fn follows(one: &Spot, next: &Spot) -> bool {
    one.day == next.day && one.units == next.units && one.to == next.from
}

/// Two sessions of a bundle that comes together.
fn are_together(letter: &Letter<'_>, one: &Spot, other: &Spot) -> bool {
    let time = (one.day, one.from, one.to) == (other.day, other.from, other.to);
    time && letter.whole(one.first) == letter.whole(other.first) && one.units.is_disjoint(&other.units)
}
