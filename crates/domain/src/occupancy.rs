//! Free and busy spans: the arithmetic of day strips, weeks and searches.
//!
//! A span is `(from, to)`, half-open, in minutes of a day or in any other ordered measure.

use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// The spans in order, those that overlap or touch joined; empty and reversed ones are left out.
pub fn merged<T: Copy + Ord>(mut spans: Vec<(T, T)>) -> Vec<(T, T)> {
    spans.retain(|(from, to)| from < to);
    spans.sort();
    let mut joined: Vec<(T, T)> = Vec::with_capacity(spans.len());
    for (from, to) in spans {
        match joined.last_mut() {
            Some((_, end)) if from <= *end => *end = to.max(*end),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// What is open and not busy, in order and joined.
pub fn without<T: Copy + Ord>(open: &[(T, T)], busy: &[(T, T)]) -> Vec<(T, T)> {
    let busy = merged(busy.to_vec());
    let mut free = Vec::new();
    for (mut from, to) in merged(open.to_vec()) {
        for &(start, end) in &busy {
            if end <= from {
                continue;
            }
            if start >= to {
                break;
            }
            if from < start {
                free.push((from, start));
            }
            from = end;
        }
        if from < to {
            free.push((from, to));
        }
    }
    free
}

/// The free spans of a day that are at least so many minutes long, in order.
pub fn free_spans(open: &[(u16, u16)], busy: &[(u16, u16)], at_least: u16) -> Vec<(u16, u16)> {
    let mut free = without(open, busy);
    free.retain(|(from, to)| to - from >= at_least);
    free
}

/// The first time of so many minutes that starts on the grid, and not before a given minute.
pub fn first_free(free: &[(u16, u16)], not_before: u16, minutes: u16, grid: u16) -> Option<(u16, u16)> {
    free.iter()
        .filter_map(|&(from, to)| {
            let start = from.max(not_before).checked_next_multiple_of(grid.max(1))?;
            let end = start.checked_add(minutes)?;
            (end <= to).then_some((start, end))
        })
        .min()
}

/// How a wished time fits into what is free.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// It is free.
    Free,
    /// The same length is free so many minutes later (earlier when negative).
    Moved { minutes: i16 },
    /// Only so much of it is free.
    Shorter { from: u16, to: u16 },
    /// Nothing near it is free.
    Nothing,
}

/// How a wished time fits: as it is, else moved on the grid by at most `reach` minutes (the nearest, later
/// before earlier), else the longest part of it, at least `at_least` minutes long.
pub fn fit(free: &[(u16, u16)], wished: (u16, u16), grid: u16, reach: u16, at_least: u16) -> Fit {
    let (start, end) = wished;
    let Some(minutes) = end.checked_sub(start).filter(|minutes| *minutes > 0) else {
        return Fit::Nothing;
    };
    if free.iter().any(|(from, to)| *from <= start && end <= *to) {
        return Fit::Free;
    }
    let starts = free.iter().flat_map(|&(from, to)| {
        let last = to.checked_sub(minutes).map(|last| last - last % grid.max(1));
        let later = first_free(&[(from, to)], start, minutes, grid).map(|(at, _)| at);
        let earlier = last.filter(|at| *at >= from && *at < start);
        [later, earlier]
    });
    let nearest = starts
        .flatten()
        .filter(|at| at.abs_diff(start) <= reach)
        .min_by_key(|at| (at.abs_diff(start), *at < start));
    if let Some(minutes) = nearest.and_then(|at| i16::try_from(i32::from(at) - i32::from(start)).ok()) {
        return Fit::Moved { minutes };
    }
    free.iter()
        .map(|&(from, to)| (from.max(start), to.min(end)))
        .filter(|(from, to)| from < to && to - from >= at_least)
        .min_by_key(|(from, to)| (u16::MAX - (to - from), *from))
        .map_or(Fit::Nothing, |(from, to)| Fit::Shorter { from, to })
}
