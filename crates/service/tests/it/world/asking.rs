//! Who asks, and what is asked for or booked straight in the store.

use super::{
    BAND, BANDLEADER, BOOKER, CLUB, GYM, OTHER_SCHOOL, RESIDENT, SCHOOL, TEAM, World, ZONE, day, id,
};
use ledig_domain::{
    auto_rule::Verdict,
    id::{BookingId, LineId, OccurrenceId, OrganisationId, PersonId, RequestId, SpaceId, TeamId},
    outcome::DateOutcome,
    recurrence::{End, Pattern, Recurrence},
    request::{LineState, OccurrenceState, RequestState},
    time::{WallSpan, resolve_span},
};
use ledig_store::{
    Tx,
    bookings::{self, Booking, Occurrence},
    requests::{self, Line, Request},
};
use std::sync::atomic::Ordering;
use uuid::Uuid;

impl World {
    /// An undecided request for one date, straight into the store.
    pub async fn ask(&self, who: Who, space: SpaceId, date: &str, times: WallSpan) -> (RequestId, LineId) {
        let (request, line) = self.rows(who, space, date, times, LineState::Asked);
        let (request, line) = (&request, &line);
        self.write(|| {
            async move |tx: &mut Tx| requests::insert(tx, request, std::slice::from_ref(line)).await
        })
        .await;
        (request.id, line.id)
    }

    /// A booked date, straight into the store.
    pub async fn book(
        &self,
        who: Who,
        space: SpaceId,
        date: &str,
        times: WallSpan,
    ) -> (RequestId, OccurrenceId) {
        let (request, line) = self.rows(who, space, date, times, LineState::Approved);
        let now = self.service.now();
        let (booking, occurrence) = (BookingId(self.id()), OccurrenceId(self.id()));
        let row = Occurrence {
            id: occurrence,
            booking_id: booking,
            line_id: line.id,
            space_id: space,
            date: line.date,
            from_minute: line.from_minute,
            to_minute: line.to_minute,
            starts_at: line.starts_at,
            ends_at: line.ends_at,
            setup_minutes: 0,
            teardown_minutes: 0,
            state: OccurrenceState::Confirmed,
            changed_reason: String::new(),
            version: 1,
        };
        let (request, line, row) = (&request, &line, &row);
        self.write(|| {
            async move |tx: &mut Tx| {
                requests::insert(tx, request, std::slice::from_ref(line)).await?;
                bookings::ensure(
                    tx,
                    Booking {
                        id: booking,
                        request_id: request.id,
                        created_at: now,
                    },
                )
                .await?;
                bookings::book(tx, std::slice::from_ref(row), now).await
            }
        })
        .await;
        (request.id, occurrence)
    }

    fn id(&self) -> Uuid {
        id(u128::from(self.next.fetch_add(1, Ordering::SeqCst)))
    }

    fn rows(
        &self,
        who: Who,
        space: SpaceId,
        date: &str,
        times: WallSpan,
        state: LineState,
    ) -> (Request, Line) {
        let now = self.service.now();
        let date = day(date);
        let span = resolve_span(date, times, ZONE);
        let id = RequestId(self.id());
        let number = self.next.fetch_add(1, Ordering::SeqCst);
        let request = Request {
            id,
            case_number: format!("2026/{number}"),
            municipality_id: self.service.settings().municipality,
            facility_id: if space == GYM { OTHER_SCHOOL } else { SCHOOL },
            space_id: space,
            organisation_id: who.organisation,
            team_id: who.team,
            person_id: who.person,
            purpose: "Trening".to_owned(),
            persons: Some(20),
            recurrence: Recurrence {
                start: date,
                times,
                pattern: Pattern::Once,
                end: End::Count(1),
                excluded: Default::default(),
                added: Default::default(),
                not_school_holidays: false,
                not_public_holidays: false,
            },
            state: if state == LineState::Asked {
                RequestState::Open
            } else {
                RequestState::Decided
            },
            class_place: None,
            verdict: Verdict::Person { tried: Vec::new() },
            sent_at: now,
            decided_at: None,
            idempotency_key: format!("key {number}"),
            version: 1,
        };
        let line = Line {
            id: LineId(self.id()),
            request_id: id,
            position: 1,
            date,
            wish_space_id: space,
            wish_from: times.from,
            wish_to: times.to,
            space_id: space,
            from_minute: times.from,
            to_minute: times.to,
            starts_at: span.start,
            ends_at: span.end,
            state,
            outcome: DateOutcome::Free,
            offer: None,
            waiting_since: None,
            version: 1,
        };
        (request, line)
    }
}

/// Who asks.
#[derive(Clone, Copy, Debug)]
pub struct Who {
    /// The person who asks.
    pub person: PersonId,
    /// For whom; `None` for the person.
    pub organisation: Option<OrganisationId>,
    /// For which team.
    pub team: Option<TeamId>,
}

/// The club's booker, for the team.
pub const FOR_CLUB: Who = Who {
    person: BOOKER,
    organisation: Some(CLUB),
    team: Some(TEAM),
};
/// The band's leader, for the band.
pub const FOR_BAND: Who = Who {
    person: BANDLEADER,
    organisation: Some(BAND),
    team: None,
};
/// The resident.
pub const FOR_SELF: Who = Who {
    person: RESIDENT,
    organisation: None,
    team: None,
};
