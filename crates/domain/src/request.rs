//! States of a request, of its dates and of a booked date, and the only moves between them.

use crate::coded;

#[cfg(test)]
mod tests;

coded! {
    /// Where a request stands.
    pub enum RequestState {
        /// A person must look.
        Open = "open",
        /// A counter-offer waits for the applicant's answer.
        Offered = "offered",
        /// Decided: every date is approved, rejected, waiting or dropped.
        Decided = "decided",
        /// Taken back by the applicant before a decision.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// Where one date of a request stands.
    pub enum LineState {
        /// Asked for, undecided.
        Asked = "asked",
        /// Not to be had now; offered again when it comes free.
        Waiting = "waiting",
        /// Left out by the applicant.
        Dropped = "dropped",
        /// Another time or place is offered; the applicant has to answer.
        Offered = "offered",
        /// Given: there is an occurrence.
        Approved = "approved",
        /// Refused.
        Rejected = "rejected",
        /// Given once, and cancelled since.
        Cancelled = "cancelled",
    }
}

coded! {
    /// What can happen to a date.
    pub enum LineMove {
        /// Say yes.
        Approve = "approve",
        /// Say no.
        Reject = "reject",
        /// Offer something else instead.
        Offer = "offer",
        /// The applicant takes the offer.
        Accept = "accept",
        /// The applicant declines the offer, or it expired: it is asked for again as it was.
        Decline = "decline",
        /// Let it wait until it comes free.
        Wait = "wait",
        /// Ask for it again, from waiting or dropped.
        Ask = "ask",
        /// The applicant leaves it out.
        Drop = "drop",
        /// A given date is cancelled, by either side.
        Cancel = "cancel",
    }
}

coded! {
    /// Where a booked date stands.
    pub enum OccurrenceState {
        /// It stands.
        Confirmed = "confirmed",
        /// Cancelled by the owner of the space.
        Cancelled = "cancelled",
        /// Cancelled by the one who booked.
        Withdrawn = "withdrawn",
    }
}

/// A move that the state does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{from:?} does not allow {wanted:?}")]
pub struct IllegalMove {
    /// The state.
    pub from: LineState,
    /// What was tried.
    pub wanted: LineMove,
}

impl LineState {
    /// The state after the move.
    ///
    /// # Errors
    /// The state does not allow it; a cancelled date stays cancelled.
    pub fn after(self, wanted: LineMove) -> Result<Self, IllegalMove> {
        use LineMove as M;
        use LineState as S;
        match (self, wanted) {
            (S::Asked | S::Waiting, M::Approve) | (S::Offered, M::Accept) => Ok(S::Approved),
            (S::Asked | S::Waiting | S::Offered, M::Reject) => Ok(S::Rejected),
            (S::Asked | S::Waiting, M::Offer) => Ok(S::Offered),
            (S::Offered, M::Decline) | (S::Waiting | S::Dropped, M::Ask) => Ok(S::Asked),
            (S::Asked | S::Offered | S::Dropped, M::Wait) => Ok(S::Waiting),
            (S::Asked | S::Waiting | S::Offered, M::Drop) => Ok(S::Dropped),
            (S::Approved, M::Cancel) => Ok(S::Cancelled),
            _ => Err(IllegalMove { from: self, wanted }),
        }
    }

    /// Whether somebody still has to act on it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Asked | Self::Offered)
    }
}

/// The state of a request that follows from its dates. Withdrawing is an act of its own.
pub fn state_of(lines: &[LineState]) -> RequestState {
    if lines.contains(&LineState::Offered) {
        RequestState::Offered
    } else if lines.contains(&LineState::Asked) {
        RequestState::Open
    } else {
        RequestState::Decided
    }
}
