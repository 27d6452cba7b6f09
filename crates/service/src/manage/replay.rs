//! What a rule would have decided among the last cases.

use crate::{Service, ServiceError, Viewer};
use ledig_domain::{
    auto_rule::{Miss, Scope, Terms},
    decision::Outcome,
    id::RequestId,
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// What a rule would have decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replay {
    /// Cases looked at: the last 200 where the rule would hold.
    pub looked_at: u32,
    /// It would have said yes.
    pub approved: u32,
    /// Of these, a person had to look at.
    pub spared: u32,
    /// Of these, a person said no, in whole or in part: the ones to think about.
    pub differs: u32,
    /// The cases, newest first.
    pub cases: Vec<ReplayCase>,
}

/// A case that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplayCase {
    /// Which.
    pub request: RequestId,
    /// The number that people say.
    pub number: String,
    /// Who asked.
    pub who: String,
    /// Where, by name.
    pub space_name: String,
    /// How many dates.
    pub dates: u32,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// What did not hold; empty when the rule would have said yes.
    pub misses: Vec<Miss>,
    /// How it was decided, if it was.
    pub outcome: Option<Outcome>,
    /// A person decided it.
    pub by_person: bool,
}

impl Service {
    /// What the terms would have decided among the last 200 cases of the scope. Nothing is changed.
    ///
    /// Weekly minutes and competitors are counted as they were told when the case was sent.
    pub async fn replay(&self, viewer: &Viewer, scope: Scope, terms: &Terms) -> Result<Replay, ServiceError> {
        todo!("{viewer:?} {scope:?} {terms:?}")
    }
}
