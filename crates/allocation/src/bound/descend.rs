//! The least bound that a number of steps finds.

use super::{
    asking::Asked,
    relaxed::{ONE, Prices, bound},
    steps::{Point, Relaxation},
};

/// What is to be bounded.
pub struct Aim {
    /// The sessions of this class.
    pub class: usize,
    /// While each class before it has so many.
    pub owed: Vec<i64>,
    /// What was reached: a bound that is no more need not be better.
    pub reached: i64,
    /// How many steps there may be.
    pub steps: usize,
}

/// Steps between two looks at the bound.
const LOOK: usize = 50;

/// At least so many looks between two new beginnings.
const LOOKS: usize = 4;

/// At most so many sessions.
///
/// From time to time it begins anew at the mean of the points since it began last, if the mean proves more than those
/// before: that is what makes the steps converge quickly (Applegate and others 2021).
pub fn least(asked: &Asked, aim: &Aim, stop: &mut dyn FnMut() -> bool) -> i64 {
    let relaxation = Relaxation::new(asked, aim.class, &aim.owed);
    let proves = |point: &Point| bound(asked, &in_whole_numbers(point, aim.class), &aim.owed);
    let mut scratch = relaxation.scratch();
    let mut point = relaxation.origin();
    let mut begun = point.clone();
    let mut mean = point.clone();
    mean.times(0.0);
    let mut sum = mean.clone();
    let (mut weight, mut count, mut looks) = (1f32, 0usize, 0);
    let (mut least, mut least_mean, mut before) = (i64::MAX, i64::MAX, i64::MAX);
    for step in 1..=aim.steps {
        relaxation.step(&mut point, &mut sum, weight, &mut scratch);
        count += 1;
        if !step.is_multiple_of(LOOK) {
            continue;
        }
        mean.clone_from(&sum);
        mean.times(1.0 / count as f32);
        let by_mean = proves(&mean);
        least = least.min(by_mean).min(proves(&point));
        if least.div_euclid(ONE) <= aim.reached || stop() {
            break;
        }
        // Nothing gained in so many steps: what is left is not worth the time.
        if step.is_multiple_of(8 * LOOK) {
            if before.saturating_sub(least) < ONE / 20 {
                break;
            }
            before = least;
        }
        looks += 1;
        if looks >= LOOKS && by_mean < least_mean {
            let (shares, prices) = mean.away(&begun);
            if shares > 0.0 && prices > 0.0 {
                weight = (weight * (prices / shares)).sqrt().clamp(1e-3, 1e3);
            }
            point.clone_from(&mean);
            begun.clone_from(&mean);
            sum.times(0.0);
            (count, looks, least_mean) = (0, 0, by_mean);
        }
    }
    least.div_euclid(ONE)
}

/// Prices in whole numbers; none below nothing.
fn in_whole_numbers(point: &Point, class: usize) -> Prices {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cast stays at the end of the range, and clamp keeps it small"
    )]
    let whole = |price: &f32| ((f64::from(*price) * ONE as f64) as i64).clamp(0, 1000 * ONE);
    let mut worth: Vec<i64> = point.worth.iter().map(whole).collect();
    worth.truncate(class);
    worth.push(ONE);
    Prices {
        slot: point.slot.iter().map(whole).collect(),
        worth,
    }
}
