//! Giving and holding time: what stands in the way is told date by date.

use super::{Change, case::Case};
use crate::{
    DateConflict, ServiceError,
    case::plan::{World, named},
};
use ledig_domain::{
    decision::Offer,
    id::{LineId, SpaceId},
    outcome::Clash,
    request::{LineMove, OccurrenceState},
    time::{Span, resolve_span},
};
use ledig_store::{
    StoreError, TakenSlot,
    bookings::{self, Booking, Occurrence},
    holds::{self, Hold},
    occupancy,
    requests::Line,
};

impl Change<'_> {
    /// Books the lines where they stand: a move to approved, all or none.
    ///
    /// # Errors
    /// `Conflict` with every date that is taken, as far as the world's viewer may see.
    pub async fn give(
        &mut self,
        case: &mut Case,
        lines: &[LineId],
        wanted: LineMove,
        world: &World,
    ) -> Result<(), ServiceError> {
        if lines.is_empty() {
            return Ok(());
        }
        let booking = Booking {
            id: self.service.new_id(self.now),
            request_id: case.request.id,
            created_at: self.now,
        };
        let booking = bookings::ensure(self.tx, booking).await?;
        let mut dates = Vec::with_capacity(lines.len());
        for id in lines {
            let line = case.step(*id, wanted, self.now)?;
            dates.push(self.occurrence(booking, line, world));
        }
        match bookings::book(self.tx, &dates, self.now).await {
            Err(StoreError::Taken(taken)) => Err(self.conflict(case, taken, world).await?),
            other => Ok(other?),
        }
    }

    fn occurrence(&self, booking: Booking, line: &Line, world: &World) -> Occurrence {
        let (setup, teardown) = margins(world, line.space_id);
        Occurrence {
            id: self.service.new_id(self.now),
            booking_id: booking.id,
            line_id: line.id,
            space_id: line.space_id,
            date: ledig_domain::time::local_date(line.starts_at, self.service.zone()),
            from_minute: line.from_minute,
            to_minute: line.to_minute,
            starts_at: line.starts_at,
            ends_at: line.ends_at,
            setup_minutes: setup,
            teardown_minutes: teardown,
            state: OccurrenceState::Confirmed,
            changed_reason: String::new(),
            version: 1,
        }
    }

    /// Holds the offered times: a move to offered, all or none.
    ///
    /// # Errors
    /// `Conflict` with every date that is taken.
    pub async fn offer(
        &mut self,
        case: &mut Case,
        offers: Vec<(LineId, Offer)>,
        world: &World,
    ) -> Result<(), ServiceError> {
        let mut held = Vec::with_capacity(offers.len());
        for (id, offer) in offers {
            let span = resolve_span(offer.date, offer.times, self.service.zone());
            let (setup, teardown) = margins(world, offer.space);
            held.push(Hold {
                id: self.service.new_id(self.now),
                line_id: id,
                space_id: offer.space,
                starts_at: span.start,
                ends_at: span.end,
                setup_minutes: setup,
                teardown_minutes: teardown,
                expires_at: offer.until,
            });
            let since = case.line(id)?.waiting_since;
            let line = case.step(id, LineMove::Offer, self.now)?;
            line.waiting_since = since;
            line.offer = Some(offer);
        }
        match holds::place(self.tx, &held, self.now).await {
            Err(StoreError::Taken(taken)) => Err(self.conflict(case, taken, world).await?),
            other => Ok(other?),
        }
    }

    /// What stands in the way, date by date.
    async fn conflict(
        &mut self,
        case: &Case,
        taken: Vec<TakenSlot>,
        world: &World,
    ) -> Result<ServiceError, ServiceError> {
        let units: Vec<SpaceId> = taken.iter().map(|slot| slot.unit).collect();
        let spans: Vec<Span> = taken.iter().map(|slot| slot.span).collect();
        let rows = occupancy::in_spans(self.tx, &units, &spans, self.now).await?;
        let standing = named(rows, |space| world.facility(space));
        let mut conflicts = Vec::new();
        for line in &case.lines {
            let slots: Vec<&TakenSlot> = taken.iter().filter(|slot| slot.line == line.id).collect();
            if slots.is_empty() {
                continue;
            }
            let clashes: Vec<Clash> = standing
                .iter()
                .filter(|(thing, units)| {
                    slots
                        .iter()
                        .any(|slot| slot.span == thing.span && units.contains(&slot.unit))
                })
                .map(|(thing, _)| thing.clash(line.date, world.zone, &world.viewer, world.name(thing.space)))
                .collect();
            conflicts.push(DateConflict {
                line: Some(line.id),
                date: line.date,
                clashes,
            });
        }
        Ok(ServiceError::Conflict(conflicts))
    }
}

/// Setup and teardown of a space, minutes.
fn margins(world: &World, space: SpaceId) -> (u16, u16) {
    world.land.footing.get(&space).map_or((0, 0), |footing| {
        (footing.rules.setup_minutes, footing.rules.teardown_minutes)
    })
}

/// The range of a line where it stands, setup and teardown included.
pub(crate) fn range_of(line: &Line, world: &World) -> Span {
    let (setup, teardown) = margins(world, line.space_id);
    line.span().widened(setup, teardown)
}
