//! What a plan is worth by FORMAT.md, all things counted.

use crate::{
    brute::Tiny,
    ground::within,
    letter::{Spot, apart},
};
use ledig_allocation::format::{
    rules::{Basis, Order},
    time::Hours,
    wish::{LinkKind, Strength, Wish},
};

impl Tiny<'_> {
    /// In the order in which things count, more is better.
    pub fn worth(&self, plan: &[Spot]) -> Vec<i64> {
        let season = self.letter.season;
        let counts = self.counts_of(plan);
        let last = counts.len() - 1;
        let numbers = |class: usize| counts[class].map(i64::from).to_vec();
        let of_class = |class: usize| {
            let mut worth = self.shares(plan, class);
            worth.sort_unstable();
            worth.push(self.all_points(plan, class));
            worth
        };
        let changes = vec![-self.changes(plan)];
        let worth: Vec<Vec<i64>> = match season.rules.order {
            Order::CountsFirst => (0..=last)
                .map(numbers)
                .chain([changes])
                .chain((1..=last).map(of_class))
                .collect(),
            Order::ClassByClass => [numbers(0)]
                .into_iter()
                .chain((1..=last).flat_map(|class| [numbers(class), of_class(class)]))
                .chain([changes])
                .collect(),
        };
        worth.concat()
    }

    /// The prices of what was published and is not there at the same day, start and units.
    pub fn changes(&self, plan: &[Spot]) -> i64 {
        let published = self.letter.season.published.iter().flat_map(|one| &one.sessions);
        let gone = published.filter(|session| {
            let was = self.letter.spot(&session.wish, &session.slot);
            !plan
                .iter()
                .any(|spot| same_start(spot, &was) && spot.wish == was.wish)
        });
        gone.map(|session| i64::from(session.price)).sum()
    }

    /// The points of all sessions of a class's wishes.
    pub fn all_points(&self, plan: &[Spot], class: usize) -> i64 {
        let of = |spot: &&Spot| self.letter.class(&self.letter.season.wishes[spot.wish]) == class;
        plan.iter().filter(of).map(|spot| self.points(plan, spot)).sum()
    }

    /// The shares of the organisations of a class, thousandths.
    pub fn shares(&self, plan: &[Spot], class: usize) -> Vec<i64> {
        let (letter, season) = (&self.letter, self.letter.season);
        let mut shares = Vec::new();
        for organisation in &season.organisations {
            let own = |wish: usize| season.wishes[wish].organisation == organisation.id;
            let asks = |wish: usize| {
                own(wish) && letter.class(&season.wishes[wish]) == class && letter.wanted(wish) > 0
            };
            if !(0..season.wishes.len()).any(asks) {
                continue;
            }
            let counted = plan
                .iter()
                .filter(|spot| own(spot.wish) && letter.class(&season.wishes[spot.wish]) <= class);
            let given: u64 = counted
                .map(|spot| u64::from(spot.to - spot.from) * letter.weeks(&spot.units))
                .sum();
            let weekly: u64 = match season.rules.entitlement.basis {
                Basis::Equal => 60,
                Basis::Wished => (0..season.wishes.len())
                    .filter(|wish| own(*wish))
                    .map(|wish| letter.wanted(wish) as u64 * u64::from(letter.shortest(&season.wishes[wish])))
                    .sum(),
                _ => panic!("no tiny season has another basis"),
            };
            let closed: std::collections::BTreeSet<_> = season.season.closed_weeks.iter().collect();
            let weeks = u64::from(season.season.weeks) - closed.len() as u64;
            shares.push(i64::try_from(1000 * given / (weekly * weeks).max(1)).unwrap());
        }
        shares
    }

    fn points(&self, plan: &[Spot], spot: &Spot) -> i64 {
        let (letter, season) = (&self.letter, self.letter.season);
        let (wish, points) = (&season.wishes[spot.wish], season.rules.points);
        let outside = |hours: &[Hours]| (spot.from..spot.to).any(|minute| !within(hours, spot.day, minute));
        let windows = |only: bool| -> Vec<Hours> {
            let windows = wish.windows.iter().filter(|window| window.preferred || !only);
            windows.map(|window| window.hours.clone()).collect()
        };
        let mut sum = 100 - i64::from(points.place_step) * self.rank(wish, spot).min(5);
        if outside(&windows(false)) {
            sum -= i64::from(points.duty);
        } else if !windows(true).is_empty() && outside(&windows(true)) {
            sum -= i64::from(points.possible);
        }
        let last = wish.last_season.iter().map(|slot| letter.spot(&wish.id, slot));
        if last.into_iter().any(|was| same_start(spot, &was)) {
            sum += i64::from(points.last_season);
        }
        let others = || plan.iter().filter(|other| !std::ptr::eq(*other, spot));
        let own = || others().filter(|other| other.wish == spot.wish);
        let mut missed = 0;
        let rule = letter.rule(wish);
        missed += usize::from(
            rule.is_some_and(|rule| !rule.hours_must && !rule.hours.is_empty() && outside(&rule.hours)),
        );
        let should = |strength: Strength| strength == Strength::Should;
        missed += wish
            .needs
            .iter()
            .filter(|need| should(need.strength))
            .filter(|need| !spot.units.iter().all(|unit| letter.has(*unit, &need.feature)))
            .count();
        let on_day = 1 + own().filter(|other| other.day == spot.day).count();
        missed += usize::from(should(wish.per_day.strength) && on_day > wish.per_day.most.into());
        let free = wish.free_days_between.filter(|free| should(free.strength));
        missed += usize::from(free.is_some_and(|free| {
            own().any(|other| other.day != spot.day && apart(spot, other) <= free.days.into())
        }));
        let coaches = wish.coaches.iter().filter(|coach| should(coach.strength));
        missed += coaches
            .filter(|coach| {
                others().any(|other| {
                    let mut theirs = season.wishes[other.wish].coaches.iter();
                    theirs.any(|one| one.id == coach.id) && letter.too_far(spot, other)
                })
            })
            .count();
        let links = season.links.iter().filter(|link| should(link.strength));
        missed += links
            .filter(|link| link.wishes.contains(&wish.id))
            .filter(|link| {
                let place = |wish: usize| link.wishes.iter().position(|id| *id == season.wishes[wish].id);
                let at = place(spot.wish).unwrap();
                let partner = |other: &Spot| match (link.kind, place(other.wish)) {
                    (_, None) => false,
                    (LinkKind::BackToBack, Some(theirs)) => {
                        let joined = theirs + 1 == at && other.to == spot.from
                            || theirs == at + 1 && spot.to == other.from;
                        joined && other.day == spot.day && other.units == spot.units
                    }
                    (LinkKind::Together, Some(theirs)) => {
                        let time = (spot.day, spot.from, spot.to) == (other.day, other.from, other.to);
                        let whole = letter.whole(spot.first) == letter.whole(other.first);
                        theirs != at && time && whole && spot.units.is_disjoint(&other.units)
                    }
                };
                !others().any(partner)
            })
            .count();
        (sum - i64::from(points.should) * i64::try_from(missed).unwrap()).max(0)
    }

    /// The rank of a session's placement; 5 where the wish has none such, or none that can hold it.
    fn rank(&self, wish: &Wish, spot: &Spot) -> i64 {
        let placements = self.letter.placements(wish);
        let here =
            |spaces: &[usize]| self.letter.union(spaces) == spot.units && self.letter.holds(wish, spaces);
        let found = placements.iter().find(|(_, spaces)| here(spaces));
        found.map_or(5, |(rank, _)| i64::try_from(*rank).unwrap())
    }
}

fn same_start(one: &Spot, other: &Spot) -> bool {
    one.day == other.day && one.from == other.from && one.units == other.units
}
