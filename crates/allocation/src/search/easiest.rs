//! The spot whose holders are easiest to place elsewhere, among many.

use super::{eject::Hardness, holders::Holder, options::Spot, rng::Rng, squeeze::Squeezed};
use crate::compile::Slots;

/// Room to look around in.
#[derive(Default)]
pub struct Room {
    /// Who stands in a placement on a day.
    pub there: Vec<Holder>,
    /// The starts that each of them blocks, and how hard it is to place; no number for those who stay.
    costs: Vec<(Slots, Option<u32>)>,
}

impl Room {
    /// Asks how hard to place those are who stand there.
    pub fn weigh(&mut self, hard: &Hardness) {
        self.costs.clear();
        self.costs.extend(self.there.iter().map(|holder| {
            let cost = (!holder.stays).then(|| hard[holder.item as usize]);
            (holder.starts, cost)
        }));
    }

    /// Looks for starts, all of them blocked, whose holders are easier to place than the easiest so far: first those with
    /// one holder, then those with several.
    pub fn easiest(
        &self,
        starts: Slots,
        most: usize,
        easiest: &mut Easiest,
        spot: &dyn Fn(u32) -> Spot,
        rng: &mut Rng,
    ) {
        let (mut once, mut several) = (0, 0);
        for (blocked, _) in &self.costs {
            several |= once & blocked;
            once |= blocked;
        }
        for (blocked, cost) in &self.costs {
            if let Some(cost) = cost {
                easiest.offer(*cost, starts & blocked & !several, spot, rng);
            }
        }
        let mut left = starts & several;
        for (blocked, cost) in &self.costs {
            if cost.is_none_or(|cost| cost >= easiest.cost) {
                left &= !blocked;
            }
        }
        while left != 0 {
            let start = left & left.wrapping_neg();
            left &= left - 1;
            let here = self.costs.iter().filter(|(blocked, _)| blocked & start != 0);
            let (count, cost) = here.fold((0, 0u32), |(count, sum), (_, cost)| {
                (count + 1, sum.saturating_add(cost.unwrap_or(u32::MAX)))
            });
            if count <= most {
                easiest.offer(cost, start, spot, rng);
            }
        }
    }
}

/// The spot whose holders are easiest to place elsewhere.
pub struct Easiest {
    /// How hard they are to place together.
    pub cost: u32,
    /// How many spots are as easy.
    ties: usize,
    /// The spot.
    pub spot: Option<Spot>,
    /// Where others move to for that, if they do.
    pub squeezed: Option<Squeezed>,
}

impl Default for Easiest {
    fn default() -> Self {
        Self {
            cost: u32::MAX,
            ties: 0,
            spot: None,
            squeezed: None,
        }
    }
}

impl Easiest {
    /// Takes one of these starts if it costs less, or by chance if it costs the same.
    fn offer(&mut self, cost: u32, starts: Slots, spot: &dyn Fn(u32) -> Spot, rng: &mut Rng) {
        let count = starts.count_ones() as usize;
        if count == 0 || cost > self.cost || cost == u32::MAX {
            return;
        }
        if cost < self.cost {
            (self.cost, self.ties) = (cost, 0);
        }
        self.ties += count;
        if rng.below(self.ties) < count {
            self.take(spot(any_of(starts, rng)));
        }
    }

    /// Takes a spot as it is.
    pub fn take(&mut self, spot: Spot) {
        (self.spot, self.squeezed) = (Some(spot), None);
    }

    /// Takes room that costs less, for which others move.
    pub fn squeeze(&mut self, cost: u32, squeezed: &Squeezed) {
        (self.cost, self.ties, self.spot) = (cost, 1, Some(squeezed.spot));
        self.squeezed = Some(squeezed.clone());
    }
}

/// One time in so many every start is looked at. Else only those where a run of starts begins or ends: whoever can be
/// anywhere between, leaves more room to others there.
const ANYWHERE: usize = 16;

/// The starts at the ends of runs: beside what stands there, or where time begins or ends.
fn edges(starts: Slots) -> Slots {
    starts & !(starts << 1 & starts >> 1)
}

/// Where a run of starts begins or ends that the same ones block, most times; else all of them.
pub fn ends(all: Slots, there: &[Holder], rng: &mut Rng) -> Slots {
    if rng.below(ANYWHERE) == 0 {
        return all;
    }
    there.iter().fold(edges(all), |ends, holder| {
        let beside = (holder.starts << 1 | holder.starts >> 1) & all & !holder.starts;
        ends | edges(holder.starts) | beside
    })
}

/// One of these starts, most times one where a run begins or ends.
pub fn any(starts: Slots, rng: &mut Rng) -> u32 {
    let starts = if rng.below(ANYWHERE) == 0 {
        starts
    } else {
        edges(starts)
    };
    any_of(starts, rng)
}

/// One of these starts, each as likely as the other.
fn any_of(starts: Slots, rng: &mut Rng) -> u32 {
    let mut left = starts;
    for _ in 0..rng.below(starts.count_ones() as usize) {
        left &= left - 1;
    }
    left.trailing_zeros()
}
