//! The states of a request and of its dates: every pair of state and move.

use super::*;
use LineMove as M;
use LineState as S;
use proptest::{collection::vec, prelude::*, sample::select};

/// Every move that a state allows, and where it leads.
const ALLOWED: &[(S, M, S)] = &[
    (S::Asked, M::Approve, S::Approved),
    (S::Asked, M::Reject, S::Rejected),
    (S::Asked, M::Offer, S::Offered),
    (S::Asked, M::Wait, S::Waiting),
    (S::Asked, M::Drop, S::Dropped),
    (S::Waiting, M::Approve, S::Approved),
    (S::Waiting, M::Reject, S::Rejected),
    (S::Waiting, M::Offer, S::Offered),
    (S::Waiting, M::Ask, S::Asked),
    (S::Waiting, M::Drop, S::Dropped),
    (S::Dropped, M::Ask, S::Asked),
    (S::Dropped, M::Wait, S::Waiting),
    (S::Offered, M::Accept, S::Approved),
    (S::Offered, M::Decline, S::Asked),
    (S::Offered, M::Reject, S::Rejected),
    (S::Offered, M::Wait, S::Waiting),
    (S::Offered, M::Drop, S::Dropped),
    (S::Approved, M::Cancel, S::Cancelled),
];

#[test]
fn every_pair_of_state_and_move_is_as_the_table_says() {
    for from in S::ALL.iter().copied() {
        for wanted in M::ALL.iter().copied() {
            let row = ALLOWED.iter().find(|row| (row.0, row.1) == (from, wanted));
            let expected = row.map(|row| row.2).ok_or(IllegalMove { from, wanted });
            assert_eq!(from.after(wanted), expected, "{from:?} {wanted:?}");
        }
    }
}

#[test]
fn a_cancelled_date_stays_cancelled_and_a_rejected_one_rejected() {
    for end in [S::Cancelled, S::Rejected] {
        for wanted in M::ALL {
            assert!(end.after(*wanted).is_err());
        }
    }
}

#[test]
fn a_dropped_date_can_be_had_back_or_wait() {
    let dropped = S::Asked.after(M::Drop).unwrap();
    assert_eq!(dropped.after(M::Ask), Ok(S::Asked));
    assert_eq!(dropped.after(M::Wait), Ok(S::Waiting));
}

#[test]
fn a_date_that_is_not_given_cannot_be_cancelled() {
    for state in S::ALL.iter().filter(|state| **state != S::Approved) {
        assert!(state.after(M::Cancel).is_err());
    }
}

#[test]
fn an_offer_goes_before_open_dates_and_open_dates_before_decided() {
    assert_eq!(
        state_of(&[S::Asked, S::Offered, S::Approved]),
        RequestState::Offered
    );
    assert_eq!(state_of(&[S::Approved, S::Asked, S::Waiting]), RequestState::Open);
    assert_eq!(
        state_of(&[S::Approved, S::Rejected, S::Waiting, S::Dropped, S::Cancelled]),
        RequestState::Decided
    );
}

#[test]
fn a_request_is_undecided_exactly_while_some_date_is_open() {
    for state in S::ALL.iter().copied() {
        assert_eq!(state.is_open(), state_of(&[state]) != RequestState::Decided);
    }
}

#[test]
fn an_occurrence_knows_which_side_cancelled_it() {
    assert_ne!(
        OccurrenceState::Cancelled.code(),
        OccurrenceState::Withdrawn.code()
    );
    for state in OccurrenceState::ALL {
        assert_eq!(OccurrenceState::from_code(state.code()), Some(*state));
    }
}

proptest! {
    #[test]
    fn no_run_of_moves_leads_out_of_cancelled_or_gives_a_date_twice(moves in vec(select(M::ALL), 0..30)) {
        let mut state = S::Asked;
        let mut given = 0;
        for wanted in moves {
            if let Ok(next) = state.after(wanted) {
                given += usize::from(next == S::Approved);
                state = next;
            }
        }
        prop_assert!(given <= 1);
    }
}
