//! Free and busy spans: the arithmetic of day strips, weeks and searches.
//!
//! A span is `(from, to)`, half-open, in minutes of a day or in any other ordered measure.

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
