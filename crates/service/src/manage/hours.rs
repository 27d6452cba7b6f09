//! Opening hours and booking rules of a facility or a space.

use super::hour_checks::{check_hours, check_rules};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    landscape::Landscape,
};
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
    time::{Span, Timestamp},
};
use ledig_store::{
    Tx,
    bookings::{self, BookedDate},
    facilities::{self, Facility},
    spaces::{self, Space},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

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
        check_hours(of, hours)?;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let facility = self.facility_of(tx, viewer, of).await?;
                    let before = Landscape::of_facilities(tx, &[facility]).await?;
                    self.set(tx, viewer, of, version, |held| held.hours = hours.cloned())
                        .await?;
                    let after = Landscape::of_facilities(tx, &[facility]).await?;
                    self.left_outside(tx, &before, &after).await
                }
            })
            .await
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
        check_rules(of, rules)?;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    self.facility_of(tx, viewer, of).await?;
                    self.set(tx, viewer, of, version, |held| held.rules = rules.cloned())
                        .await
                }
            })
            .await
    }

    /// The facility, where the viewer may edit it.
    async fn facility_of(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        of: HoldsFor,
    ) -> Result<FacilityId, ServiceError> {
        let facility = match of {
            HoldsFor::Facility(facility) => facility,
            HoldsFor::Space(space) => {
                spaces::by_id(tx, space)
                    .await?
                    .ok_or(ServiceError::NotFound)?
                    .facility_id
            }
        };
        viewer.may(Action::EditFacility, &Thing::facility(facility))?;
        Ok(facility)
    }

    async fn set(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        of: HoldsFor,
        version: i64,
        change: impl Fn(&mut Held) + Send + Sync,
    ) -> Result<(), ServiceError> {
        match of {
            HoldsFor::Facility(id) => {
                let facility = facilities::by_id(tx, id).await?.ok_or(ServiceError::NotFound)?;
                let mut held = Held {
                    hours: Some(facility.hours.clone()),
                    rules: Some(facility.rules.clone()),
                };
                change(&mut held);
                let detail = held.changes(Some(&facility.hours), Some(&facility.rules));
                let after = Facility {
                    hours: held.hours.unwrap_or_default(),
                    rules: held.rules.unwrap_or_default(),
                    version,
                    ..facility
                };
                facilities::update(tx, &after).await?;
                self.note_facility(tx, viewer, id, detail).await
            }
            HoldsFor::Space(id) => {
                let space = spaces::by_id(tx, id).await?.ok_or(ServiceError::NotFound)?;
                let mut held = Held {
                    hours: space.hours.clone(),
                    rules: space.rules.clone(),
                };
                change(&mut held);
                let detail = held.changes(space.hours.as_ref(), space.rules.as_ref());
                let facility = space.facility_id;
                let after = Space {
                    hours: held.hours,
                    rules: held.rules,
                    version,
                    ..space
                };
                spaces::update(tx, &after).await?;
                self.note_space(tx, viewer, facility, id, detail).await
            }
        }
    }

    /// How many booked dates to come were within opening hours before, and are not after.
    async fn left_outside(
        &self,
        tx: &mut Tx,
        before: &Landscape,
        after: &Landscape,
    ) -> Result<u32, ServiceError> {
        let changed: Vec<SpaceId> = after
            .order()
            .iter()
            .copied()
            .filter(|id| before.hours(*id) != after.hours(*id))
            .collect();
        let units = after.units_of(changed.iter().copied());
        let span = Span {
            start: self.now(),
            end: Timestamp(i64::MAX),
        };
        let booked = bookings::standing_in(tx, &units, span).await?;
        let open = |landscape: &Landscape, date: &BookedDate| {
            landscape
                .hours(date.space_id)
                .is_some_and(|hours| hours.check(date.date, date.times()).is_ok())
        };
        let left = booked
            .iter()
            .filter(|date| open(before, date) && !open(after, date))
            .count();
        Ok(u32::try_from(left).unwrap_or(u32::MAX))
    }
}

/// What a facility or a space holds of its own.
struct Held {
    hours: Option<OpeningHours>,
    rules: Option<BookingRules>,
}

impl Held {
    fn changes(&self, hours: Option<&OpeningHours>, rules: Option<&BookingRules>) -> serde_json::Value {
        let mut detail = serde_json::Map::new();
        if self.hours.as_ref() != hours {
            detail.insert(
                "hours".to_owned(),
                json!({ "before": hours, "after": self.hours }),
            );
        }
        if self.rules.as_ref() != rules {
            detail.insert(
                "rules".to_owned(),
                json!({ "before": rules, "after": self.rules }),
            );
        }
        serde_json::Value::Object(detail)
    }
}
