//! The priority classes.

use crate::{Service, ServiceError, Viewer};
use ledig_domain::{
    priority::{PriorityClass, PriorityRules},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// The priority classes as they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityPage {
    /// The latest version; version 0 without classes when none was ever made.
    pub rules: PriorityRules,
    /// Since when.
    pub from: Option<Timestamp>,
    /// Who made it.
    pub made_by: Option<String>,
    /// The viewer may change them.
    pub may_edit: bool,
}

impl Service {
    /// The priority classes.
    pub async fn priority_page(&self, viewer: &Viewer) -> Result<PriorityPage, ServiceError> {
        todo!("{viewer:?}")
    }

    /// Makes a new version from the one that was shown; gives its number. Cases keep the place they were given.
    ///
    /// # Errors
    /// `Invalid` at `name` or `ages`; `Stale`.
    pub async fn save_priority(
        &self,
        viewer: &Viewer,
        version: u32,
        classes: &[PriorityClass],
    ) -> Result<u32, ServiceError> {
        todo!("{viewer:?} {version} {classes:?}")
    }
}
