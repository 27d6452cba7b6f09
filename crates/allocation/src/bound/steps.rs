//! First-order steps towards the prices that make the bound least: the primal-dual hybrid gradient (Chambolle and Pock
//! 2011), each step as wide as its row and column allow (Pock and Chambolle 2011).
//!
//! Only sums, products, quotients and roots of single precision, in one order: the same on every machine.

use super::{
    asking::{Asked, Row, Spots},
    point::Point,
};
use std::ops::Range;

/// A step for a class's worth is so many times as wide as others.
const WIDER: f32 = 8.0;

/// From so many starts on two threads are quicker than one.
const LARGE: usize = 1_000_000;

/// The linear relaxation: sessions are shares between nothing and one.
pub struct Relaxation {
    groups: Vec<Group>,
    rows: Vec<Row>,
    /// For each group's rows, the place of its first start among the sums.
    places: Vec<usize>,
    /// One where a session can begin, else nothing.
    open: Vec<f32>,
    /// The class that is counted.
    class: usize,
    owed: Vec<f32>,
    wishes: Vec<Limits>,
    width: Widths,
    half: Half,
}

/// Where the second half begins; behind the end where there is too little to share out.
struct Half {
    group: usize,
    share: usize,
    wish: usize,
}

/// Starts of one wish in one placement on one day.
struct Group {
    wish: usize,
    day: usize,
    class: usize,
    len: usize,
    /// Where its shares begin.
    at: usize,
    /// How many starts from the first to the last.
    count: usize,
    places: Range<usize>,
    width: f32,
}

/// What a wish may have at most.
struct Limits {
    sessions: f32,
    /// In so many days on end, so many sessions.
    days: usize,
    per_days: f32,
}

/// How wide a step each price makes: the other way round, how many could meet there.
struct Widths {
    slot: Vec<f32>,
    days: Vec<f32>,
    sessions: Vec<f32>,
    worth: Vec<f32>,
}

/// Room to work in.
pub struct Scratch {
    sums: Vec<f32>,
    changes: [Vec<f32>; 2],
    days: Vec<f32>,
    classes: [Vec<f32>; 2],
}

impl Relaxation {
    /// Of what is asked for.
    pub fn new(asked: &Asked) -> Self {
        let mut relaxation = Self {
            groups: Vec::new(),
            rows: asked.rows.clone(),
            places: Vec::new(),
            open: Vec::new(),
            class: 0,
            owed: Vec::new(),
            wishes: Vec::new(),
            width: Widths {
                slot: vec![0.0; asked.slots()],
                days: vec![0.0; asked.wishes.len() * 7],
                sessions: vec![0.0; asked.wishes.len()],
                worth: Vec::new(),
            },
            half: Half {
                group: 0,
                share: 0,
                wish: 0,
            },
        };
        let spots = asked.wishes.iter().flat_map(|wish| &wish.spots);
        let all: usize = spots.map(|spots| spots.starts.count_ones() as usize).sum();
        for (number, wish) in asked.wishes.iter().enumerate() {
            let spread = wish.free_days > 0 && wish.per_day == 1;
            relaxation.wishes.push(Limits {
                sessions: wish.sessions as f32,
                days: if spread { wish.free_days.min(6) + 1 } else { 1 },
                per_days: wish.per_day as f32,
            });
            for spots in &wish.spots {
                relaxation.add(number, wish.len, spots);
            }
            if relaxation.open.len() <= all / 2 || all < LARGE {
                relaxation.half = Half {
                    group: relaxation.groups.len(),
                    share: relaxation.open.len(),
                    wish: number + 1,
                };
            }
        }
        relaxation
    }

    /// How many starts there are.
    pub fn size(&self) -> usize {
        self.open.len()
    }

    fn add(&mut self, wish: usize, len: usize, spots: &Spots) {
        let first = spots.starts.trailing_zeros() as usize;
        let count = 128 - spots.starts.leading_zeros() as usize - first;
        let from = self.places.len();
        for row in &spots.rows {
            self.places
                .push(self.rows[*row].at + row + first - self.rows[*row].first);
        }
        let at = self.open.len();
        let open = |start: usize| {
            if spots.starts & (1 << start) != 0 {
                1.0
            } else {
                0.0
            }
        };
        self.open.extend((first..first + count).map(open));
        self.groups.push(Group {
            wish,
            day: spots.day.into(),
            class: spots.class.into(),
            len,
            at,
            count,
            places: from..self.places.len(),
            width: 0.0,
        });
    }

    /// From now on this class is counted, and those before it are owed so many sessions.
    pub fn aim(&mut self, class: usize, owed: &[i64]) {
        self.class = class;
        self.owed = owed.iter().map(|owed| *owed as f32).collect();
        let width = &mut self.width;
        width.worth = vec![0.0; class];
        for widths in [&mut width.slot, &mut width.days, &mut width.sessions] {
            widths.fill(0.0);
        }
        let mut meets = vec![0.0; width.slot.len() + self.rows.len()];
        for group in self.groups.iter_mut().filter(|group| group.class <= class) {
            let limits = self.wishes[group.wish].days + 1;
            let own = group.places.len() * group.len + limits;
            group.width = 1.0 / (own as f32 + if group.class < class { WIDER } else { 0.0 });
            let open = &self.open[group.at..][..group.count];
            let count: f32 = open.iter().sum();
            for place in &self.places[group.places.clone()] {
                for (start, open) in open.iter().enumerate() {
                    meets[place + start] += open;
                    meets[place + start + group.len] -= open;
                }
            }
            for before in 0..self.wishes[group.wish].days {
                width.days[group.wish * 7 + (group.day + 7 - before) % 7] += count;
            }
            width.sessions[group.wish] += count;
            if let Some(width) = width.worth.get_mut(group.class) {
                *width += count;
            }
        }
        for (number, row) in self.rows.iter().enumerate() {
            let mut sum = 0.0;
            let widths = &mut width.slot[row.at..row.at + row.slots];
            for (width, change) in widths.iter_mut().zip(&meets[row.at + number..]) {
                sum += change;
                *width = sum;
            }
        }
        let Widths {
            slot,
            days,
            sessions,
            worth,
        } = width;
        for width in [slot, days, sessions, worth].into_iter().flatten() {
            *width = if *width > 0.0 { 1.0 / *width } else { 0.0 };
        }
    }

    /// Nobody has anything, and nothing costs anything.
    pub fn origin(&self) -> Point {
        Point {
            share: vec![0.0; self.open.len()],
            slot: vec![0.0; self.width.slot.len()],
            days: vec![0.0; self.width.days.len()],
            sessions: vec![0.0; self.width.sessions.len()],
            worth: Vec::new(),
        }
    }

    /// Room to work in.
    pub fn scratch(&self) -> Scratch {
        let cells = self.width.slot.len() + self.rows.len();
        Scratch {
            sums: vec![0.0; cells],
            changes: [vec![0.0; cells], vec![0.0; cells]],
            days: vec![0.0; self.width.days.len()],
            classes: [Vec::new(), Vec::new()],
        }
    }

    /// Shares move to where they gain most, then prices to where too many meet; what comes out is added to the sum.
    /// `weight`: how far prices move against shares; `hold`: what classes are worth stays as it is. The number of threads changes nothing but
    /// the time.
    pub fn step(
        &self,
        point: &mut Point,
        sum: &mut Point,
        (weight, hold): (f32, bool),
        scratch: &mut Scratch,
        threads: usize,
    ) {
        for (number, row) in self.rows.iter().enumerate() {
            let mut sum = 0.0;
            let sums = &mut scratch.sums[row.at + number..][..=row.slots];
            for (cell, price) in sums.iter_mut().zip(&point.slot[row.at..row.at + row.slots]) {
                *cell = sum;
                sum += price;
            }
            sums[row.slots] = sum;
        }
        let classes = self.class + 1;
        scratch.days.fill(0.0);
        for (changes, counts) in scratch.changes.iter_mut().zip(&mut scratch.classes) {
            changes.fill(0.0);
            counts.clear();
            counts.resize(classes, 0.0);
        }
        let now = Prices {
            sums: &scratch.sums,
            days: &point.days,
            sessions: &point.sessions,
            worth: &point.worth,
            weight,
        };
        let half = &self.half;
        let (groups, more_groups) = self.groups.split_at(half.group);
        let (shares, more_shares) = point.share.split_at_mut(half.share);
        let (sums, more_sums) = sum.share.split_at_mut(half.share);
        let (days, more_days) = scratch.days.split_at_mut(half.wish * 7);
        let [changes, more_changes] = &mut scratch.changes;
        let [counts, more_counts] = &mut scratch.classes;
        let first = Part {
            at: 0,
            wish: 0,
            shares,
            sums,
            days,
            changes,
            classes: counts,
        };
        let second = Part {
            at: half.share,
            wish: half.wish,
            shares: more_shares,
            sums: more_sums,
            days: more_days,
            changes: more_changes,
            classes: more_counts,
        };
        if threads > 1 && !more_groups.is_empty() {
            std::thread::scope(|scope| {
                scope.spawn(|| self.move_shares(more_groups, &now, second));
                self.move_shares(groups, &now, first);
            });
        } else {
            self.move_shares(groups, &now, first);
            self.move_shares(more_groups, &now, second);
        }
        if !more_groups.is_empty() {
            for (change, more) in changes.iter_mut().zip(more_changes.iter()) {
                *change += more;
            }
            for (count, more) in counts.iter_mut().zip(more_counts.iter()) {
                *count += more;
            }
        }
        let [changes, _] = &scratch.changes;
        let [counts, _] = &scratch.classes;
        for (number, row) in self.rows.iter().enumerate() {
            let mut used = 0.0;
            let prices = point.slot[row.at..row.at + row.slots].iter_mut();
            let widths = &self.width.slot[row.at..row.at + row.slots];
            for ((price, width), change) in prices.zip(widths).zip(&changes[row.at + number..]) {
                used += change;
                *price = (*price + weight * width * (used - 1.0)).max(0.0);
            }
        }
        for (wish, limits) in self.wishes.iter().enumerate() {
            let used = &scratch.days[wish * 7..][..7];
            for first in 0..7 {
                let here: f32 = (0..limits.days).map(|after| used[(first + after) % 7]).sum();
                let price = &mut point.days[wish * 7 + first];
                let width = self.width.days[wish * 7 + first];
                *price = (*price + weight * width * (here - limits.per_days)).max(0.0);
            }
            let all: f32 = used.iter().sum();
            let price = &mut point.sessions[wish];
            *price = (*price + weight * self.width.sessions[wish] * (all - limits.sessions)).max(0.0);
        }
        for (class, worth) in point.worth.iter_mut().enumerate() {
            if hold {
                break;
            }
            let missing = self.owed[class] - counts[class];
            *worth = (*worth + weight * WIDER * self.width.worth[class] * missing).max(0.0);
        }
        let [_, sums @ ..] = sum.lists_mut();
        let [_, prices @ ..] = point.lists();
        for (sum, price) in sums.into_iter().flatten().zip(prices.into_iter().flatten()) {
            *sum += price;
        }
    }

    /// Moves the shares of a part of the groups.
    fn move_shares(&self, groups: &[Group], now: &Prices<'_>, part: Part<'_>) {
        let Part {
            at,
            wish,
            shares,
            sums,
            days,
            changes,
            classes,
        } = part;
        let mut room = [0f32; 128];
        for group in groups.iter().filter(|group| group.class <= self.class) {
            let limits = &self.wishes[group.wish];
            let mut gain = now.worth.get(group.class).copied().unwrap_or(1.0) - now.sessions[group.wish];
            for before in 0..limits.days {
                gain -= now.days[group.wish * 7 + (group.day + 7 - before) % 7];
            }
            let gains = &mut room[..group.count];
            gains.fill(gain);
            for place in &self.places[group.places.clone()] {
                let from = &now.sums[*place..][..group.count];
                let to = &now.sums[place + group.len..][..group.count];
                for ((gain, from), to) in gains.iter_mut().zip(from).zip(to) {
                    *gain -= to - from;
                }
            }
            let width = group.width / now.weight;
            let shares = &mut shares[group.at - at..][..group.count];
            let sums = &mut sums[group.at - at..][..group.count];
            let open = &self.open[group.at..][..group.count];
            for (((share, sum), gain), open) in shares.iter_mut().zip(sums).zip(gains.iter_mut()).zip(open) {
                let moved = (*share + width * *gain).max(0.0).min(*open);
                // What is seen of it: as if it went as far again.
                *gain = 2.0 * moved - *share;
                *share = moved;
                *sum += moved;
            }
            let total: f32 = gains.iter().sum();
            days[(group.wish - wish) * 7 + group.day] += total;
            classes[group.class] += total;
            for place in &self.places[group.places.clone()] {
                let begin = &mut changes[*place..][..group.count];
                for (change, seen) in begin.iter_mut().zip(gains.iter()) {
                    *change += seen;
                }
                let end = &mut changes[place + group.len..][..group.count];
                for (change, seen) in end.iter_mut().zip(gains.iter()) {
                    *change -= seen;
                }
            }
        }
    }
}

/// What the shares of a step go by.
struct Prices<'a> {
    sums: &'a [f32],
    days: &'a [f32],
    sessions: &'a [f32],
    worth: &'a [f32],
    weight: f32,
}

/// What a part of the groups moves: those of some wishes in a row.
struct Part<'a> {
    /// Its first share.
    at: usize,
    /// Its first wish.
    wish: usize,
    shares: &'a mut [f32],
    sums: &'a mut [f32],
    days: &'a mut [f32],
    changes: &'a mut [f32],
    classes: &'a mut [f32],
}
