//! Sessions one after the other: which of them fit together, and when each begins.
//!
//! Exact: the earliest end of each set of them, smaller sets first (after Held and Karp 1962). Of those that come last in
//! a set each is tried; whatever comes before it had better end as early as it can.

use crate::compile::Slots;

/// At most so many sessions are looked at together.
pub const MOST: usize = 7;

const SETS: usize = 1 << MOST;

/// For a set that does not fit.
const NEVER: u8 = u8::MAX;

/// When sessions could come one after the other.
pub struct Packing {
    count: usize,
    /// The earliest end of each set.
    ends: [u8; SETS],
    /// Who comes last then, and when it begins.
    lasts: [(u8, u8); SETS],
}

impl Packing {
    /// Of sessions with so many slots, and where each of them may begin; those beyond `MOST` are left out.
    pub fn new(sessions: &[(u8, Slots)]) -> Self {
        let count = sessions.len().min(MOST);
        let mut packing = Self {
            count,
            ends: [NEVER; SETS],
            lasts: [(0, 0); SETS],
        };
        packing.ends[0] = 0;
        for set in 1..1 << count {
            for last in members(set) {
                let from = packing.ends[set & !(1 << last)];
                let (len, starts) = sessions[usize::from(last)];
                let later = starts.checked_shr(from.into()).unwrap_or(0);
                if later == 0 {
                    continue;
                }
                let start = from + u8::try_from(later.trailing_zeros()).unwrap_or(0);
                let end = start.saturating_add(len);
                if end < packing.ends[set] {
                    packing.ends[set] = end;
                    packing.lasts[set] = (last, start);
                }
            }
        }
        packing
    }

    /// The sets that fit, as bits, with this session in each.
    pub fn sets_with(&self, session: usize) -> impl Iterator<Item = usize> {
        let sets = 0..1usize << self.count;
        sets.filter(move |set| set & (1 << session) != 0 && self.ends[*set] != NEVER)
    }

    /// When each session of a set that fits begins, last first.
    pub fn starts(&self, mut set: usize) -> impl Iterator<Item = (usize, u8)> {
        std::iter::from_fn(move || {
            let (last, start) = self.lasts[set];
            (set != 0).then(|| {
                set &= !(1 << last);
                (usize::from(last), start)
            })
        })
    }
}

/// The sessions of a set.
pub fn members(mut set: usize) -> impl Iterator<Item = u8> {
    std::iter::from_fn(move || {
        let first = u8::try_from(set.trailing_zeros()).ok().filter(|_| set != 0)?;
        set &= set - 1;
        Some(first)
    })
}
