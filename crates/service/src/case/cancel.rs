//! Cancelling booked dates, by the one who booked or by the owner.

use super::parts::Contact;
use crate::{Service, ServiceError, Viewer};
use chrono::NaiveDate;
use ledig_domain::{
    coded,
    id::{LineId, RequestId},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

coded! {
    /// How much is cancelled.
    pub enum CancelScope {
        /// This date.
        One = "one",
        /// This and the following dates.
        Following = "following",
        /// Every coming date.
        All = "all",
    }
}

/// What to cancel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancel {
    /// Of which case.
    pub request: RequestId,
    /// Which date; for [`CancelScope::All`] any date of the case.
    pub line: LineId,
    /// How much.
    pub scope: CancelScope,
    /// Why; staff must give one.
    pub reason: String,
}

/// What was cancelled, and what was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancelled {
    /// These are free for others now.
    pub dates: Vec<NaiveDate>,
    /// These are too close: only the municipality can cancel them. When `dates` is empty nothing was changed.
    pub too_late: Vec<TooLate>,
    /// Whom to ask about those.
    pub contact: Contact,
}

/// A date that is too close to be cancelled by the one who booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TooLate {
    /// Which.
    pub date: NaiveDate,
    /// Until when it could be cancelled.
    pub deadline: Timestamp,
}

impl Service {
    /// Cancels booked dates that have not begun. The time is free at once, and offered to those who wait for it.
    ///
    /// # Errors
    /// `NotSignedIn`, `NotFound`, `Forbidden`; `Invalid` when staff give no reason, or when there is nothing to cancel.
    pub async fn cancel(&self, viewer: &Viewer, cancel: &Cancel) -> Result<Cancelled, ServiceError> {
        todo!("{viewer:?} {cancel:?}")
    }
}
