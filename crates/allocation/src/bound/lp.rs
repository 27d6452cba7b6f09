//! First-order primal-dual steps towards prices that make the bound least.

use super::wishes::Asking;
use crate::compile::Problem;

const SCALE: f32 = 8.0;
/// Starts of one wish in one placement on one day.
struct Group {
    at: usize,
    n: usize,
    first: usize,
    len: usize,
    rows: std::ops::Range<usize>,
    day: usize,
    class: usize,
    ask: usize,
}

pub struct Lp {
    groups: Vec<Group>,
    rows: Vec<usize>,
    most: Vec<f32>,
    slots: usize,
    row_count: usize,
    per_day: Vec<f32>,
    sessions: Vec<f32>,
    owed: Vec<f32>,
    class: usize,
    tau: Vec<f32>,
    sigma: Vec<f32>,
    sigma_day: Vec<f32>,
    sigma_all: Vec<f32>,
    sigma_class: Vec<f32>,
}

#[derive(Clone)]
pub struct Point {
    pub x: Vec<f32>,
    pub price: Vec<f32>,
    pub day: Vec<f32>,
    pub all: Vec<f32>,
    pub reward: Vec<f32>,
}

impl Lp {
    pub fn new(problem: &Problem, asking: &[Asking], class: usize, owed: &[i64]) -> Self {
        let slots = usize::from(problem.slots);
        let mut lp = Self {
            groups: Vec::new(),
            rows: Vec::new(),
            most: Vec::new(),
            slots,
            row_count: problem.units * 7,
            per_day: Vec::new(),
            sessions: Vec::new(),
            owed: owed.iter().map(|o| *o as f32).collect(),
            class,
            tau: Vec::new(),
            sigma: vec![0.0; problem.units * 7 * slots],
            sigma_day: vec![0.0; asking.len() * 7],
            sigma_all: vec![0.0; asking.len()],
            sigma_class: vec![0.0; class],
        };
        for (ask, wish) in asking.iter().enumerate() {
            lp.per_day.push(wish.per_day as f32);
            lp.sessions.push(wish.sessions as f32);
            for spots in wish.spots.iter().filter(|s| usize::from(s.class) <= class) {
                let first = spots.starts.trailing_zeros() as usize;
                let n = 128 - spots.starts.leading_zeros() as usize - first;
                let from = lp.rows.len();
                for unit in &problem.placements[spots.placement as usize].units {
                    lp.rows.push(*unit as usize * 7 + usize::from(spots.day));
                }
                let rows = from..lp.rows.len();
                let touched = rows.len() * wish.len + 2 + if usize::from(spots.class) < class { SCALE as usize } else { 0 };
                lp.groups.push(Group {
                    at: lp.most.len(),
                    n,
                    first,
                    len: wish.len,
                    rows: rows.clone(),
                    day: usize::from(spots.day),
                    class: usize::from(spots.class),
                    ask,
                });
                for i in 0..n {
                    let open = spots.starts & (1 << (first + i)) != 0;
                    lp.most.push(if open { 1.0 } else { 0.0 });
                    lp.tau.push(1.0 / touched as f32);
                    if open {
                        for row in &lp.rows[rows.clone()] {
                            for t in 0..wish.len {
                                lp.sigma[row * slots + first + i + t] += 1.0;
                            }
                        }
                        lp.sigma_day[ask * 7 + usize::from(spots.day)] += 1.0;
                        lp.sigma_all[ask] += 1.0;
                        if let Some(s) = lp.sigma_class.get_mut(usize::from(spots.class)) {
                            *s += 1.0;
                        }
                    }
                }
            }
        }
        for s in [
            &mut lp.sigma,
            &mut lp.sigma_day,
            &mut lp.sigma_all,
            &mut lp.sigma_class,
        ] {
            for s in s.iter_mut() {
                *s = if *s > 0.0 { 1.0 / *s } else { 0.0 };
            }
        }
        lp
    }

    pub fn origin(&self) -> Point {
        Point {
            x: vec![0.0; self.most.len()],
            price: vec![0.0; self.sigma.len()],
            day: vec![0.0; self.sigma_day.len()],
            all: vec![0.0; self.sigma_all.len()],
            reward: vec![1.0; self.class],
        }
    }

    /// One step; `work` is scratch.
    pub fn step(&self, p: &mut Point, weight: f32, work: &mut Work) {
        let slots = self.slots;
        let wide = slots + 1;
        for row in 0..self.row_count {
            let mut sum = 0.0;
            let out = &mut work.sums[row * wide..(row + 1) * wide];
            for (cell, price) in out.iter_mut().zip(&p.price[row * slots..(row + 1) * slots]) {
                *cell = sum;
                sum += price;
            }
            out[slots] = sum;
        }
        work.diff.fill(0.0);
        work.day.fill(0.0);
        work.class.fill(0.0);
        let inv = 1.0 / weight;
        for g in &self.groups {
            let gain = if g.class == self.class { 1.0 } else { p.reward[g.class] }
                - p.day[g.ask * 7 + g.day]
                - p.all[g.ask];
            let mut grad = [0f32; 128];
            let grad = &mut grad[..g.n];
            grad.fill(gain);
            for row in &self.rows[g.rows.clone()] {
                let low = &work.sums[row * wide + g.first..][..g.n];
                let high = &work.sums[row * wide + g.first + g.len..][..g.n];
                for ((grad, low), high) in grad.iter_mut().zip(low).zip(high) {
                    *grad -= high - low;
                }
            }
            let x = &mut p.x[g.at..g.at + g.n];
            let most = &self.most[g.at..g.at + g.n];
            let tau = self.tau[g.at] * inv;
            let mut total = 0.0;
            for ((x, grad), most) in x.iter_mut().zip(grad.iter_mut()).zip(most) {
                let new = (*x + tau * *grad).max(0.0).min(*most);
                *grad = 2.0 * new - *x;
                total += *grad;
                *x = new;
            }
            work.day[g.ask * 7 + g.day] += total;
            work.class[g.class] += total;
            for row in &self.rows[g.rows.clone()] {
                let low = &mut work.diff[row * wide + g.first..][..g.n];
                for (d, x) in low.iter_mut().zip(grad.iter()) {
                    *d += x;
                }
                let high = &mut work.diff[row * wide + g.first + g.len..][..g.n];
                for (d, x) in high.iter_mut().zip(grad.iter()) {
                    *d -= x;
                }
            }
        }
        for row in 0..self.row_count {
            let mut sum = 0.0;
            for slot in 0..slots {
                sum += work.diff[row * wide + slot];
                let at = row * slots + slot;
                p.price[at] = (p.price[at] + weight * self.sigma[at] * (sum - 1.0)).max(0.0);
            }
        }
        for ask in 0..self.sessions.len() {
            let mut all = 0.0;
            for day in ask * 7..ask * 7 + 7 {
                all += work.day[day];
                p.day[day] = (p.day[day] + weight * self.sigma_day[day] * (work.day[day] - self.per_day[ask])).max(0.0);
            }
            p.all[ask] = (p.all[ask] + weight * self.sigma_all[ask] * (all - self.sessions[ask])).max(0.0);
        }
        for k in 0..self.class {
            p.reward[k] = (p.reward[k] + weight * SCALE * self.sigma_class[k] * (self.owed[k] - work.class[k])).max(0.0);
        }
    }

    pub fn work(&self) -> Work {
        Work {
            sums: vec![0.0; self.row_count * (self.slots + 1)],
            diff: vec![0.0; self.row_count * (self.slots + 1)],
            day: vec![0.0; self.sigma_day.len()],
            class: vec![0.0; self.class + 1],
        }
    }
}

pub struct Work {
    sums: Vec<f32>,
    diff: Vec<f32>,
    day: Vec<f32>,
    class: Vec<f32>,
}

impl Point {
    pub fn zero(&self) -> Self {
        Self {
            x: vec![0.0; self.x.len()],
            price: vec![0.0; self.price.len()],
            day: vec![0.0; self.day.len()],
            all: vec![0.0; self.all.len()],
            reward: vec![0.0; self.reward.len()],
        }
    }
    fn lists(&mut self) -> [&mut Vec<f32>; 5] {
        [&mut self.x, &mut self.price, &mut self.day, &mut self.all, &mut self.reward]
    }
    pub fn add(&mut self, other: &mut Self) {
        for (a, b) in self.lists().into_iter().zip(other.lists()) {
            for (a, b) in a.iter_mut().zip(b.iter()) {
                *a += b;
            }
        }
    }
    pub fn scale(&mut self, by: f32) {
        for a in self.lists() {
            for a in a.iter_mut() {
                *a *= by;
            }
        }
    }
    pub fn distance(&mut self, other: &mut Self) -> (f32, f32) {
        let mut out = [0f32; 5];
        for ((a, b), out) in self.lists().into_iter().zip(other.lists()).zip(&mut out) {
            *out = a.iter().zip(b.iter()).map(|(a, b)| (a - b) * (a - b)).sum();
        }
        (out[0].sqrt(), (out[1] + out[2] + out[3] + out[4]).sqrt())
    }
}
