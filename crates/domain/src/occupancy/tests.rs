//! Free spans, first free times and near misses.

use super::*;
use proptest::{collection::vec, prelude::*};

/// 17:00–22:00, with 18:00–19:00 and 20:30–21:00 taken.
fn evening() -> Vec<(u16, u16)> {
    without(&[(1020, 1320)], &[(1080, 1140), (1230, 1260)])
}

#[test]
fn spans_that_overlap_or_touch_are_joined_and_empty_ones_left_out() {
    let spans = vec![(5, 6), (1, 2), (2, 3), (2, 3), (9, 9), (8, 7), (5, 9)];
    assert_eq!(merged(spans), [(1, 3), (5, 9)]);
}

#[test]
fn busy_time_cuts_open_time() {
    assert_eq!(evening(), [(1020, 1080), (1140, 1230), (1260, 1320)]);
    assert_eq!(without(&[(10, 20)], &[(0, 12), (18, 30)]), [(12, 18)]);
    assert_eq!(without(&[(10, 20)], &[(0, 30)]), []);
    assert_eq!(without(&[(10, 20), (30, 40)], &[(15, 35)]), [(10, 15), (35, 40)]);
    assert_eq!(without(&[(10, 20)], &[(0, 10), (20, 30)]), [(10, 20)]);
}

#[test]
fn free_spans_shorter_than_asked_are_left_out() {
    let free = free_spans(&[(1020, 1320)], &[(1080, 1140), (1230, 1260)], 90);
    assert_eq!(free, [(1140, 1230)]);
}

#[test]
fn the_first_free_time_starts_on_the_grid_and_not_before_asked() {
    assert_eq!(first_free(&evening(), 0, 60, 30), Some((1020, 1080)));
    assert_eq!(first_free(&evening(), 1021, 60, 30), Some((1140, 1200)));
    assert_eq!(first_free(&[(1025, 1100)], 0, 60, 30), None);
    assert_eq!(first_free(&[(1025, 1110)], 0, 60, 30), Some((1050, 1110)));
    assert_eq!(first_free(&evening(), 0, 91, 5), None);
}

#[test]
fn a_free_time_fits_as_it_is() {
    assert_eq!(fit(&evening(), (1140, 1230), 15, 60, 30), Fit::Free);
}

#[test]
fn a_time_that_is_free_half_an_hour_later_is_a_near_miss() {
    assert_eq!(
        fit(&evening(), (1110, 1200), 15, 60, 30),
        Fit::Moved { minutes: 30 }
    );
}

#[test]
fn the_nearer_way_is_told_and_later_before_earlier_at_the_same_distance() {
    assert_eq!(
        fit(&[(0, 60), (100, 200)], (30, 70), 5, 90, 5),
        Fit::Moved { minutes: -10 }
    );
    assert_eq!(
        fit(&[(0, 60), (80, 200)], (50, 80), 10, 90, 5),
        Fit::Moved { minutes: -20 }
    );
    assert_eq!(
        fit(&[(0, 60), (70, 200)], (50, 80), 10, 90, 5),
        Fit::Moved { minutes: 20 }
    );
}

#[test]
fn out_of_reach_the_longest_free_part_is_told() {
    assert_eq!(
        fit(&evening(), (1050, 1200), 15, 15, 30),
        Fit::Shorter { from: 1140, to: 1200 }
    );
    assert_eq!(fit(&evening(), (1050, 1200), 15, 15, 61), Fit::Nothing);
    assert_eq!(fit(&[], (1050, 1200), 15, 60, 30), Fit::Nothing);
}

fn any_spans() -> impl Strategy<Value = Vec<(u16, u16)>> {
    vec((0..60_u16, 0..60_u16), 0..8)
}

fn holds(spans: &[(u16, u16)], minute: u16) -> bool {
    spans.iter().any(|(from, to)| (*from..*to).contains(&minute))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn free_is_what_is_open_and_not_busy_minute_by_minute(open in any_spans(), busy in any_spans()) {
        let free = without(&open, &busy);
        for minute in 0..60 {
            prop_assert_eq!(holds(&free, minute), holds(&open, minute) && !holds(&busy, minute));
        }
        for pair in free.windows(2) {
            prop_assert!(pair[0].1 < pair[1].0);
        }
    }

    #[test]
    fn the_first_free_time_is_the_first_that_a_search_finds(
        open in any_spans(), busy in any_spans(),
        not_before in 0..60_u16, minutes in 1..20_u16, grid in 1..12_u16,
    ) {
        let free = without(&open, &busy);
        let fits = |start: u16| (start..start + minutes).all(|minute| holds(&free, minute));
        let expected = (not_before..60).find(|start| start % grid == 0 && fits(*start));
        let expected = expected.map(|start| (start, start + minutes));
        prop_assert_eq!(first_free(&free, not_before, minutes, grid), expected);
    }

    #[test]
    fn a_near_miss_is_really_free_and_the_nearest(
        open in any_spans(), busy in any_spans(),
        start in 0..60_u16, minutes in 1..20_u16, grid in 1..12_u16, reach in 0..60_u16,
    ) {
        let free = without(&open, &busy);
        let fits = |start: u16| (start..start + minutes).all(|minute| holds(&free, minute));
        let expected = (0..60_u16)
            .filter(|at| at % grid == 0 && at.abs_diff(start) <= reach && fits(*at))
            .min_by_key(|at| (at.abs_diff(start), *at < start));
        match fit(&free, (start, start + minutes), grid, reach, 1) {
            Fit::Free => prop_assert!(fits(start)),
            Fit::Moved { minutes: moved } => {
                prop_assert!(!fits(start));
                prop_assert_eq!(expected.map(|at| i32::from(at) - i32::from(start)), Some(i32::from(moved)));
            }
            Fit::Shorter { from, to } => {
                prop_assert_eq!(expected, None);
                prop_assert!(start <= from && to <= start + minutes);
                prop_assert!((from..to).all(|minute| holds(&free, minute)));
            }
            Fit::Nothing => prop_assert!((start..start + minutes).all(|minute| !holds(&free, minute))),
        }
    }

    #[test]
    fn nothing_panics_on_any_spans(
        spans in vec(any::<(u16, u16)>(), 0..6), wished: (u16, u16), numbers: (u16, u16, u16),
    ) {
        let (grid, reach, at_least) = numbers;
        let _ = free_spans(&spans, &spans[..spans.len() / 2], at_least);
        let _ = first_free(&spans, wished.0, wished.1, grid);
        let _ = fit(&spans, wished, grid, reach, at_least);
    }
}
