//! A small municipality to test with: a school with a hall of parts, a gym, a club.

use crate::db::Db;
use chrono::NaiveDate;
use ledig_domain::{
    auto_rule::Verdict,
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{
        BookingId, ClosureId, EventId, FacilityId, HoldId, LineId, MunicipalityId, OccurrenceId,
        OrganisationId, PersonId, RequestId, SpaceId, TeamId,
    },
    outcome::DateOutcome,
    people::{ApplicantKind, Gender, PriceGroup, Standing},
    recurrence::{End, Pattern, Recurrence},
    request::{LineState, OccurrenceState, RequestState},
    space::SpaceKind,
    time::{Minute, Span, Timestamp, WallSpan},
};
use ledig_store::{
    Store, StoreError, Tx,
    bookings::{self, Booking, Occurrence},
    closures::Closure,
    facilities::{self, Facility, Wheelchair},
    holds::Hold,
    municipality::{self, Municipality},
    organisations::{self, Organisation, Team},
    people::{self, Person},
    requests::{self, Line, Request},
    spaces::{self, Space},
    tree,
};
use std::collections::BTreeSet;
use uuid::Uuid;

pub const NOW: Timestamp = Timestamp(1_790_000_000);
pub const HOUR: i64 = 3600;

pub const MUNICIPALITY: MunicipalityId = MunicipalityId(id(1));
pub const SCHOOL: FacilityId = FacilityId(id(2));
/// The hall of parts A, B and C; C has two halves.
pub const HALL: SpaceId = SpaceId(id(10));
pub const A: SpaceId = SpaceId(id(11));
pub const B: SpaceId = SpaceId(id(12));
pub const C: SpaceId = SpaceId(id(13));
pub const C1: SpaceId = SpaceId(id(14));
pub const C2: SpaceId = SpaceId(id(15));
/// A gym by itself.
pub const GYM: SpaceId = SpaceId(id(16));
pub const KARI: PersonId = PersonId(id(20));
pub const OLA: PersonId = PersonId(id(21));
pub const CLUB: OrganisationId = OrganisationId(id(30));
pub const BAND: OrganisationId = OrganisationId(id(31));
pub const GIRLS: TeamId = TeamId(id(40));

/// Writes as the service does, for work that can be begun again.
pub async fn write<T>(
    store: &Store,
    work: impl AsyncFn(&mut Tx) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    store.write(|| async |tx: &mut Tx| work(tx).await).await
}

impl Db {
    /// As [`write`].
    pub async fn write<T>(
        &self,
        work: impl AsyncFn(&mut Tx) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        write(&self.store, work).await
    }
}

/// The id of a small number.
pub const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn wall(text: &str) -> WallSpan {
    let (from, to) = text.split_once('-').unwrap();
    WallSpan::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
}

/// The span of so many hours from so many hours after [`NOW`].
pub fn hours(from: i64, length: i64) -> Span {
    let start = NOW.plus(from * HOUR);
    Span {
        start,
        end: start.plus(length * HOUR),
    }
}

pub fn space(id: SpaceId, parent: Option<SpaceId>, slug: &str, sort: i64) -> Space {
    Space {
        id,
        facility_id: SCHOOL,
        parent_id: parent,
        slug: slug.to_owned(),
        name: slug.to_uppercase(),
        kind: SpaceKind::SportsHall,
        capacity: Some(60),
        size_m2: None,
        equipment: vec!["mål".to_owned(), "«nett» å".to_owned()],
        wheelchair: Wheelchair::Partly,
        bookable: true,
        hours: None,
        rules: Some(BookingRules {
            note: "Bare innesko".to_owned(),
            ..BookingRules::default()
        }),
        assumption: String::new(),
        sort,
        archived: false,
        version: 1,
    }
}

pub fn facility() -> Facility {
    Facility {
        id: SCHOOL,
        municipality_id: MUNICIPALITY,
        slug: "hauger-skole".to_owned(),
        name: "Hauger skole".to_owned(),
        address: "Hauger skolevei 1".to_owned(),
        postal_code: "1351".to_owned(),
        town: "Rud".to_owned(),
        district: "Rud".to_owned(),
        lat: Some(59.91),
        lon: None,
        description: String::new(),
        wheelchair: Wheelchair::Unknown,
        wheelchair_note: "Rampe bak".to_owned(),
        hours: OpeningHours {
            week: std::array::from_fn(|_| vec![wall("8-22")]),
            ..OpeningHours::default()
        },
        rules: BookingRules::default(),
        source: "test".to_owned(),
        archived: false,
        version: 1,
    }
}

pub fn municipality() -> Municipality {
    Municipality {
        id: MUNICIPALITY,
        name: "Bærum".to_owned(),
        slug: "baerum".to_owned(),
        zone: "Europe/Oslo".parse().unwrap(),
        appeal_days: 21,
        appeal_body: "Klagenemnda".to_owned(),
        colour: "#0062ba".to_owned(),
        settings: serde_json::json!({"hold_hours": 72}),
        version: 1,
    }
}

pub fn person(id: PersonId, name: &str, email: &str) -> Person {
    Person {
        password_until: None,
        minor_until: None,
        id,
        name: name.to_owned(),
        email: email.to_owned(),
        phone: "99 88 77 66".to_owned(),
        language: "nb".to_owned(),
        disabled: false,
        created_at: NOW,
        version: 1,
    }
}

pub fn organisation(id: OrganisationId, name: &str, slug: &str) -> Organisation {
    Organisation {
        id,
        municipality_id: MUNICIPALITY,
        name: name.to_owned(),
        slug: slug.to_owned(),
        kind: ApplicantKind::SportsClub,
        org_number: None,
        activities: "håndball".to_owned(),
        home_area: "Rud".to_owned(),
        standing: Standing::Approved,
        price_group: PriceGroup::Voluntary,
        source: "test".to_owned(),
        version: 1,
    }
}

/// Puts the municipality, the school, the people into the database.
pub async fn fill(db: &Db) {
    db.write(async |tx| {
        municipality::insert(tx, &municipality()).await?;
        facilities::insert(tx, &[facility()]).await?;
        spaces::insert(tx, &tree_of_spaces()).await?;
        tree::rederive(tx, SCHOOL, NOW).await?;
        people::insert(tx, &person(KARI, "Kari Å", "Kari@Example.no"), Some("hash")).await?;
        people::insert(tx, &person(OLA, "Ola", "ola@example.no"), None).await?;
        organisations::insert(
            tx,
            &[
                organisation(CLUB, "Hauger IL", "hauger-il"),
                organisation(BAND, "Rud Skolekorps", "rud-skolekorps"),
            ],
        )
        .await?;
        organisations::insert_teams(tx, &[team()]).await
    })
    .await
    .unwrap();
}

pub fn team() -> Team {
    Team {
        id: GIRLS,
        organisation_id: CLUB,
        name: "Jenter 12".to_owned(),
        sport: "håndball".to_owned(),
        age_from: Some(11),
        age_to: Some(12),
        gender: Gender::Female,
        adapted: false,
        level: String::new(),
        size: Some(18),
        archived: false,
        version: 1,
    }
}

pub fn tree_of_spaces() -> Vec<Space> {
    vec![
        space(HALL, None, "hall", 1),
        space(A, Some(HALL), "a", 2),
        space(B, Some(HALL), "b", 3),
        space(C, Some(HALL), "c", 4),
        space(C1, Some(C), "c1", 5),
        space(C2, Some(C), "c2", 6),
        space(GYM, None, "gym", 7),
    ]
}

/// A request of the club with one line per span; ids are made from `number`.
pub fn request(number: u128, space: SpaceId, spans: &[Span]) -> (Request, Vec<Line>) {
    let id = RequestId(Uuid::from_u128(number * 10_000));
    let request = Request {
        id,
        case_number: format!("2026/{number:04}"),
        municipality_id: MUNICIPALITY,
        facility_id: SCHOOL,
        space_id: space,
        organisation_id: Some(CLUB),
        team_id: Some(GIRLS),
        person_id: KARI,
        purpose: "Trening".to_owned(),
        persons: Some(20),
        recurrence: Recurrence {
            start: date("2026-09-22"),
            times: wall("18:00-19:30"),
            pattern: Pattern::Once,
            end: End::Count(1),
            excluded: BTreeSet::new(),
            added: BTreeSet::new(),
            not_school_holidays: true,
            not_public_holidays: false,
        },
        state: RequestState::Open,
        class_place: None,
        verdict: Verdict::Person { tried: Vec::new() },
        sent_at: NOW,
        decided_at: None,
        idempotency_key: format!("key-{number}"),
        version: 1,
    };
    let lines = (1..)
        .zip(spans)
        .map(|(position, span)| {
            let date = date("2026-09-21") + chrono::Days::new(u64::from(position));
            Line {
                id: LineId(Uuid::from_u128(number * 10_000 + u128::from(position))),
                request_id: id,
                position,
                date,
                wish_space_id: space,
                wish_from: Minute::hm(18, 0).unwrap(),
                wish_to: Minute::hm(19, 30).unwrap(),
                space_id: space,
                from_minute: Minute::hm(18, 0).unwrap(),
                to_minute: Minute::hm(19, 30).unwrap(),
                starts_at: span.start,
                ends_at: span.end,
                state: LineState::Asked,
                outcome: DateOutcome::Free,
                waiting_since: None,
                offer: None,
                version: 1,
            }
        })
        .collect();
    (request, lines)
}

/// The occurrences of lines, without setup and teardown.
pub fn occurrences(lines: &[Line]) -> Vec<Occurrence> {
    lines
        .iter()
        .map(|line| Occurrence {
            id: OccurrenceId(line.id.0),
            booking_id: BookingId(line.request_id.0),
            line_id: line.id,
            space_id: line.space_id,
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
        })
        .collect()
}

/// Sends a request and books all of it.
pub async fn book(
    tx: &mut Tx,
    number: u128,
    space: SpaceId,
    spans: &[Span],
) -> Result<Vec<Occurrence>, StoreError> {
    let (request, lines) = request(number, space, spans);
    let dates = occurrences(&lines);
    requests::insert(tx, &request, &lines).await?;
    book_dates(tx, &request, &dates).await?;
    Ok(dates)
}

/// Books dates of a request that is there.
pub async fn book_dates(tx: &mut Tx, request: &Request, dates: &[Occurrence]) -> Result<(), StoreError> {
    let booking = Booking {
        id: BookingId(request.id.0),
        request_id: request.id,
        created_at: NOW,
    };
    bookings::ensure(tx, booking).await?;
    bookings::book(tx, dates, NOW).await
}

pub fn hold(number: u128, line: LineId, space: SpaceId, span: Span, expires_at: Timestamp) -> Hold {
    Hold {
        id: HoldId(Uuid::from_u128(900_000_000 + number)),
        line_id: line,
        space_id: space,
        starts_at: span.start,
        ends_at: span.end,
        setup_minutes: 0,
        teardown_minutes: 0,
        expires_at,
    }
}

pub fn closure(number: u128, space: SpaceId, span: Span) -> Closure {
    Closure {
        id: ClosureId(Uuid::from_u128(800_000_000 + number)),
        space_id: space,
        starts_at: span.start,
        ends_at: span.end,
        reason: "Vannlekkasje".to_owned(),
        public: true,
        created_by: Some(OLA),
        created_at: NOW,
        lifted_at: None,
    }
}

pub fn event_id(number: u128) -> EventId {
    EventId(Uuid::from_u128(700_000_000 + number))
}
