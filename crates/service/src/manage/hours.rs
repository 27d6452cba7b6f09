//! Opening hours and booking rules of a facility or a space.

use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    landscape::Landscape,
};
use ledig_domain::{
    booking_rules::BookingRules,
    hours::{OpeningHours, WeekHours},
    id::{FacilityId, SpaceId},
    time::{DAY_MINUTES, DateRange, Span, Timestamp, WallSpan},
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

fn check_hours(of: HoldsFor, hours: Option<&OpeningHours>) -> Result<(), ServiceError> {
    let mut faults = Faults::default();
    match hours {
        None if matches!(of, HoldsFor::Facility(_)) => faults.add("week", Fault::Required),
        None => {}
        Some(hours) => {
            check_week(&mut faults, "week", &hours.week);
            for season in &hours.seasons {
                faults.text("seasons", &season.name, 100);
                check_dates(&mut faults, "seasons", season.dates);
                check_week(&mut faults, "seasons", &season.week);
            }
            for exception in &hours.exceptions {
                faults.text("exceptions", &exception.reason, 200);
                check_dates(&mut faults, "exceptions", exception.dates);
                check_day(&mut faults, "exceptions", &exception.spans);
            }
        }
    }
    faults.check()
}

fn check_week(faults: &mut Faults, field: &'static str, week: &WeekHours) {
    for day in week {
        check_day(faults, field, day);
    }
}

fn check_day(faults: &mut Faults, field: &'static str, spans: &[WallSpan]) {
    let mut spans = spans.to_vec();
    spans.sort();
    if spans
        .windows(2)
        .any(|pair| matches!(pair, [one, next] if one.end_minutes() > next.from.get()))
    {
        faults.add(field, Fault::Overlapping);
    }
}

fn check_dates(faults: &mut Faults, field: &'static str, dates: DateRange) {
    if dates.to < dates.from {
        faults.add(field, Fault::EndBeforeStart);
    }
}

fn check_rules(of: HoldsFor, rules: Option<&BookingRules>) -> Result<(), ServiceError> {
    let mut faults = Faults::default();
    let Some(rules) = rules else {
        if matches!(of, HoldsFor::Facility(_)) {
            faults.add("min_minutes", Fault::Required);
        }
        return faults.check();
    };
    if ![5, 10, 15, 30, 60].contains(&rules.grid_minutes) {
        faults.add("grid_minutes", Fault::Unknown);
    }
    let mut within = |field, value: u16, min: u16, max: u16| {
        if !(min..=max).contains(&value) {
            faults.add(
                field,
                Fault::OutOfRange {
                    min: i64::from(min),
                    max: i64::from(max),
                },
            );
        }
    };
    within("min_minutes", rules.min_minutes, 5, DAY_MINUTES);
    within("max_minutes", rules.max_minutes, rules.min_minutes, DAY_MINUTES);
    within("setup_minutes", rules.setup_minutes, 0, 480);
    within("teardown_minutes", rules.teardown_minutes, 0, 480);
    within("lead_hours", rules.lead_hours, 0, 24 * 90);
    within("horizon_days", rules.horizon_days, 1, 1100);
    within("cancel_hours", rules.cancel_hours, 0, 24 * 90);
    if rules
        .min_persons
        .zip(rules.max_persons)
        .is_some_and(|(min, max)| max < min)
    {
        faults.add("max_persons", Fault::EndBeforeStart);
    }
    if rules.note.chars().count() > 2000 {
        faults.add("note", Fault::TooLong { max: 2000 });
    }
    faults.check()
}
