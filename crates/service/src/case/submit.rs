//! Sending a wish.

use crate::{Service, ServiceError, Viewer};
use ledig_domain::{
    auto_rule::Verdict,
    id::{DecisionId, RequestId},
    preview::{Preview, Wish},
};
use serde::{Deserialize, Serialize};

/// What became of a wish that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Submitted {
    /// A rule said yes: the time is booked.
    DecidedAtOnce {
        /// The case.
        request: RequestId,
        /// The decision.
        decision: DecisionId,
    },
    /// A person will look.
    LeftToPerson {
        /// The case.
        request: RequestId,
        /// Why no rule decided.
        verdict: Verdict,
        /// How long it has usually taken here, seconds.
        usual_seconds: Option<i64>,
    },
    /// Some dates need a choice, or a choice was lost to another meanwhile: nothing is stored.
    DatesChanged(Box<Preview>),
}

impl Service {
    /// Sends the wish. The same key gives the same answer, and one request.
    ///
    /// # Errors
    /// `NotSignedIn`; `Forbidden` for an organisation one may not book for; `Invalid` with every fault of the form.
    pub async fn submit(&self, viewer: &Viewer, wish: &Wish, key: &str) -> Result<Submitted, ServiceError> {
        todo!("{viewer:?} {wish:?} {key}")
    }
}
