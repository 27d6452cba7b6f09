//! Opening hours and booking rules of a facility or a space.

use crate::{Service, ServiceError, Viewer};
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
};
use serde::{Deserialize, Serialize};

/// What hours and rules hold for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldsFor {
    /// A facility: every space in it without its own.
    Facility(FacilityId),
    /// A space, and its parts without their own.
    Space(SpaceId),
}

impl Service {
    /// Sets opening hours; `None` lets a space follow its whole or facility again. Bookings that stand outside the
    /// new hours stay: their number is given back.
    ///
    /// # Errors
    /// `Invalid` at `week`, `seasons` or `exceptions` (overlapping, ends before it starts); `Stale`.
    pub async fn save_hours(
        &self,
        viewer: &Viewer,
        of: HoldsFor,
        version: i64,
        hours: Option<&OpeningHours>,
    ) -> Result<u32, ServiceError> {
        todo!("{viewer:?} {of:?} {version} {hours:?}")
    }

    /// Sets booking rules; `None` lets a space follow its whole or facility again. Bookings that stand are not touched.
    ///
    /// # Errors
    /// `Invalid` field by field; `Stale`.
    pub async fn save_booking_rules(
        &self,
        viewer: &Viewer,
        of: HoldsFor,
        version: i64,
        rules: Option<&BookingRules>,
    ) -> Result<(), ServiceError> {
        todo!("{viewer:?} {of:?} {version} {rules:?}")
    }
}
