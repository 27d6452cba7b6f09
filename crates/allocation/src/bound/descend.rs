//! The least bound that a number of steps finds.

use super::{
    asking::Asked,
    point::Point,
    relaxed::{ONE, Prices, bound},
    steps::{Relaxation, Scratch},
};

/// What is to be bounded.
pub struct Aim {
    /// The sessions of this class.
    pub class: usize,
    /// While each class before it has so many.
    pub owed: Vec<i64>,
    /// What was reached: a bound that is no more need not be better.
    pub reached: i64,
}

/// At most so many steps, and so many starts looked at in all of them together.
const STEPS: usize = 1200;
const STARTS: usize = 6_000_000_000;

/// Steps between two looks at the bound.
const LOOK: usize = 50;

/// At least so many looks between two new beginnings.
const LOOKS: usize = 4;

/// So many steps pass before what classes are worth begins to move: while prices are low, it would only fall.
const HOLD: usize = 300;

/// What a session of a class is worth that has not been counted itself.
const WORTH: f32 = 1.25;

/// A way down, class after class: the prices found for one are where the next begins.
pub struct Descent<'a> {
    asked: &'a Asked,
    threads: usize,
    relaxation: Relaxation,
    scratch: Scratch,
    point: Point,
    begun: Point,
    sum: Point,
    mean: Point,
}

impl<'a> Descent<'a> {
    /// For what is asked for.
    pub fn new(asked: &'a Asked, threads: usize) -> Self {
        let relaxation = Relaxation::new(asked);
        let point = relaxation.origin();
        Self {
            asked,
            threads,
            scratch: relaxation.scratch(),
            relaxation,
            begun: point.clone(),
            sum: point.clone(),
            mean: point.clone(),
            point,
        }
    }

    /// At most so many sessions.
    ///
    /// From time to time it begins anew at the mean of the points since it began last, if the mean proves more than
    /// those before: that is what makes the steps converge quickly (Applegate and others 2021).
    pub fn least(&mut self, aim: &Aim, stop: &mut dyn FnMut() -> bool) -> i64 {
        self.relaxation.aim(aim.class, &aim.owed);
        self.point.worth.resize(aim.class, WORTH);
        self.begin();
        let proves = |asked: &Asked, point: &Point| bound(asked, &in_whole_numbers(point), &aim.owed);
        let (mut weight, mut count, mut looks) = (1f32, 0usize, 0);
        let (mut least, mut least_mean, mut before) = (i64::MAX, i64::MAX, i64::MAX);
        let steps = (STARTS / self.relaxation.size().max(1)).clamp(200, STEPS);
        for step in 1..=steps {
            let hold = step <= HOLD;
            self.relaxation.step(
                &mut self.point,
                &mut self.sum,
                (weight, hold),
                &mut self.scratch,
                self.threads,
            );
            count += 1;
            if !step.is_multiple_of(LOOK) {
                continue;
            }
            self.mean.clone_from(&self.sum);
            self.mean.times(1.0 / count as f32);
            let by_mean = proves(self.asked, &self.mean);
            least = least.min(by_mean).min(proves(self.asked, &self.point));
            if least.div_euclid(ONE) <= aim.reached || stop() {
                break;
            }
            // Nothing gained in so many steps: what is left is not worth the time.
            if step.is_multiple_of(8 * LOOK) {
                if before.saturating_sub(least) < (ONE / 20).max(least / 1000) {
                    break;
                }
                before = least;
            }
            looks += 1;
            if looks >= LOOKS && by_mean < least_mean {
                let (shares, prices) = self.mean.away(&self.begun);
                if shares > 0.0 && prices > 0.0 {
                    weight = (weight * (prices / shares)).sqrt().clamp(1e-3, 1e3);
                }
                self.point.clone_from(&self.mean);
                self.begin();
                (count, looks, least_mean) = (0, 0, by_mean);
            }
        }
        // Where the next class begins: this one was worth one.
        self.point.worth.push(1.0);
        least.div_euclid(ONE)
    }

    /// Begins anew where it is.
    fn begin(&mut self) {
        self.begun.clone_from(&self.point);
        self.sum.clone_from(&self.point);
        self.sum.times(0.0);
    }
}

/// Prices in whole numbers; none below nothing. A session of the class that is counted is worth one.
fn in_whole_numbers(point: &Point) -> Prices {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cast stays at the end of the range, and clamp keeps it small"
    )]
    let whole = |price: &f32| ((f64::from(*price) * ONE as f64) as i64).clamp(0, 1000 * ONE);
    let mut worth: Vec<i64> = point.worth.iter().map(whole).collect();
    worth.push(ONE);
    Prices {
        slot: point.slot.iter().map(whole).collect(),
        worth,
    }
}
