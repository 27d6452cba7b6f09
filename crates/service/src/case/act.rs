//! What the applicant can do with a case before and after the decision, save cancelling.

use crate::{Service, ServiceError, Viewer};
use ledig_domain::id::{DecisionId, LineId, RequestId};
use serde::{Deserialize, Serialize};

/// What the applicant wants for dates of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineWish {
    /// Leave them out.
    Drop,
    /// Let them wait until they come free.
    Wait,
    /// Ask for them again.
    Ask,
}

impl Service {
    /// Takes the offers on these dates (every open one when none is named): they are booked, by a new decision.
    ///
    /// # Errors
    /// `NotSignedIn`, `NotFound`, `Forbidden`; `Stale` when the case changed; `Conflict` when the offer ran out.
    pub async fn accept_offer(
        &self,
        viewer: &Viewer,
        request: RequestId,
        version: i64,
        lines: &[LineId],
    ) -> Result<DecisionId, ServiceError> {
        todo!("{viewer:?} {request} {version} {lines:?}")
    }

    /// Declines the offers on these dates (every open one when none is named): they are asked for as they were.
    ///
    /// # Errors
    /// As [`Self::accept_offer`].
    pub async fn decline_offer(
        &self,
        viewer: &Viewer,
        request: RequestId,
        version: i64,
        lines: &[LineId],
    ) -> Result<(), ServiceError> {
        todo!("{viewer:?} {request} {version} {lines:?}")
    }

    /// Takes the request back; nothing of it is undecided afterwards. Given dates stand.
    ///
    /// # Errors
    /// As [`Self::accept_offer`]; `Invalid` when there is nothing to take back.
    pub async fn withdraw_request(
        &self,
        viewer: &Viewer,
        request: RequestId,
        version: i64,
    ) -> Result<(), ServiceError> {
        todo!("{viewer:?} {request} {version}")
    }

    /// Leaves dates out, lets them wait, or asks for them again. Asked-again dates are judged by the rules at once.
    ///
    /// # Errors
    /// As [`Self::accept_offer`]; `Invalid` for a date that does not allow it.
    pub async fn change_lines(
        &self,
        viewer: &Viewer,
        request: RequestId,
        version: i64,
        lines: &[LineId],
        wish: LineWish,
    ) -> Result<(), ServiceError> {
        todo!("{viewer:?} {request} {version} {lines:?} {wish:?}")
    }
}
