//! Loads the world of a wish in a fixed number of queries.

use super::{
    busy::{Busy, named, nameless},
    facts::Rival,
    world::{Asker, Held, World},
};
use crate::{Service, ServiceError, Viewer};
use chrono::NaiveDate;
use ledig_domain::{
    id::{RequestId, SpaceId},
    request::LineState,
    time::{Span, WallSpan, resolve_span},
};
use ledig_store::{Tx, bookings, calendar, occupancy, requests};
use std::collections::BTreeSet;

/// Seconds around a wished time that are looked at: the reach of alternatives, and setup and teardown of at most
/// three hours each.
const AROUND_SECONDS: i64 = (180 + 180) * 60;

impl Service {
    /// The bare world: spaces with their rules and hours, the calendar, who asks. Nothing is busy in it yet.
    pub(crate) async fn bare_world(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        asker: Asker,
        persons: Option<u32>,
    ) -> Result<World, ServiceError> {
        let land = self.land(tx).await?;
        Ok(World {
            now: self.now(),
            zone: self.zone(),
            calendar: calendar::get(tx).await?,
            land,
            busy: Busy::default(),
            near: BTreeSet::new(),
            held: Held::default(),
            asker,
            persons,
            viewer: viewer.clone(),
            rules: Vec::new(),
            rivals: Vec::new(),
            usual_seconds: None,
        })
    }
}

impl World {
    /// Loads what takes time around the dates in the spaces, by name; and who else wants it.
    pub async fn load_near(
        &mut self,
        tx: &mut Tx,
        spaces: &[SpaceId],
        windows: &[Span],
        except: Option<RequestId>,
    ) -> Result<(), ServiceError> {
        let units = self.units_of(spaces.iter().copied());
        let rows = occupancy::in_spans(tx, &units, windows, self.now).await?;
        let things = named(rows, |space| self.facility(space));
        self.busy.add(things);
        self.near.extend(units.iter().copied());
        let rivals = requests::rivals(tx, &units, windows, except).await?;
        self.rivals = rivals
            .into_iter()
            .filter(|row| row.state == LineState::Asked)
            .map(|row| Rival {
                units: self.units_of([row.space_id]),
                row,
            })
            .collect();
        Ok(())
    }

    /// Loads what takes time around the dates in spaces that are not loaded yet, without names.
    pub async fn load_far(
        &mut self,
        tx: &mut Tx,
        spaces: Vec<SpaceId>,
        windows: &[Span],
    ) -> Result<(), ServiceError> {
        let mut units = self.units_of(spaces);
        units.retain(|unit| !self.near.contains(unit));
        let rows = occupancy::busy_in(tx, &units, windows, self.now).await?;
        self.busy.add(nameless(rows, windows));
        Ok(())
    }

    /// Loads the minutes that the asker holds in the weeks from the first date to the last.
    pub async fn load_held(&mut self, tx: &mut Tx, dates: &[NaiveDate]) -> Result<(), ServiceError> {
        let (Some(first), Some(last)) = (dates.iter().min(), dates.iter().max()) else {
            return Ok(());
        };
        let week = chrono::Days::new(7);
        let from = first.checked_sub_days(week).unwrap_or(*first);
        let to = last.checked_add_days(week).unwrap_or(*last);
        let held = match (self.asker.organisation, self.asker.person) {
            (Some(organisation), _) => bookings::held_by_organisation(tx, organisation, from, to).await?,
            (None, Some(person)) => bookings::held_by_person(tx, person, from, to).await?,
            (None, None) => Vec::new(),
        };
        for span in held {
            if let Some(facility) = self.facility(span.space_id) {
                self.held
                    .add(facility, span.date, u32::from(span.times().minutes()));
            }
        }
        Ok(())
    }

    /// The span around a wished time in which alternatives and their margins may lie.
    pub fn window(&self, date: NaiveDate, times: WallSpan) -> Span {
        let span = resolve_span(date, times, self.zone);
        Span {
            start: span.start.plus(-AROUND_SECONDS),
            end: span.end.plus(AROUND_SECONDS),
        }
    }

    /// The units of spaces, each once, in order.
    pub fn units_of(&self, spaces: impl IntoIterator<Item = SpaceId>) -> Vec<SpaceId> {
        let units: BTreeSet<SpaceId> = spaces
            .into_iter()
            .filter_map(|space| self.land.footing.get(&space))
            .flat_map(|footing| footing.units.iter().copied())
            .collect();
        units.into_iter().collect()
    }
}
