//! Closures to come, as the public sees them.

use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    landscape::Landscape,
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{ClosureId, SpaceId},
    time::{DAY_MINUTES, Timestamp, local},
};
use ledig_store::{Tx, closures};
use serde::{Deserialize, Serialize};

/// A closure to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosureNote {
    /// Which.
    pub id: ClosureId,
    /// Where.
    pub space: SpaceId,
    /// The space's name.
    pub space_name: String,
    /// From when.
    pub starts_at: Timestamp,
    /// Until when.
    pub ends_at: Timestamp,
    /// First day on the clock.
    pub from_date: NaiveDate,
    /// First minute of it.
    pub from_minute: u16,
    /// Last day on the clock.
    pub to_date: NaiveDate,
    /// The minute after the last, on that day.
    pub to_minute: u16,
    /// Why; `None` where it is not public and the viewer is not staff.
    pub reason: Option<String>,
}

impl Service {
    /// Closures of these spaces now and soon. One query.
    pub(super) async fn closure_notes(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        landscape: &Landscape,
        list: &[SpaceId],
    ) -> Result<Vec<ClosureNote>, ServiceError> {
        let horizon = self.now().plus(60 * 24 * 3600);
        let found = closures::coming(tx, list, self.now()).await?;
        let notes = found
            .into_iter()
            .filter(|closure| closure.starts_at < horizon)
            .map(|closure| {
                let (from_date, from_minute) = local(closure.starts_at, self.zone());
                let (to_date, to_minute) = local(closure.ends_at, self.zone());
                // An end at midnight is 24:00 of the day before.
                let (to_date, to_minute) = match (to_minute.get(), to_date.pred_opt()) {
                    (0, Some(before)) => (before, DAY_MINUTES),
                    (minute, _) => (to_date, minute),
                };
                let space = landscape.space(closure.space_id);
                let staff = space
                    .is_some_and(|space| viewer.can(Action::SeeBoard, &Thing::facility(space.facility_id)));
                ClosureNote {
                    id: closure.id,
                    space: closure.space_id,
                    space_name: landscape.full_name(closure.space_id),
                    starts_at: closure.starts_at,
                    ends_at: closure.ends_at,
                    from_date,
                    from_minute: from_minute.get(),
                    to_date,
                    to_minute,
                    reason: Some(closure.reason).filter(|_| closure.public || staff),
                }
            });
        Ok(notes.collect())
    }
}
