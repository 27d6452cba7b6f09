//! A small municipality: a school with a hall in three parts, a gym elsewhere, a far one, two clubs and their people.
//!
//! It is Monday 16 November 2026, 08:00.

use chrono::NaiveDate;
use ledig_domain::{
    auto_rule::Verdict,
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{BookingId, FacilityId, LineId, OccurrenceId, OrganisationId, PersonId, RequestId, SpaceId, TeamId},
    outcome::DateOutcome,
    people::{ApplicantKind, Gender, MembershipRole, PriceGroup, StaffRole, Standing},
    recurrence::{End, Pattern, Recurrence},
    request::{LineState, OccurrenceState, RequestState},
    space::SpaceKind,
    time::{Minute, Timestamp, WallSpan, Zone, resolve, resolve_span},
};
use ledig_service::{
    Hashing, Service, Settings, Viewer,
    testing::{CountingIds, StandingClock},
};
use ledig_store::{
    Store, StoreError, Tx,
    bookings::{self, Booking, Occurrence},
    facilities::{self, Facility, Wheelchair},
    municipality::{self, Municipality},
    organisations::{self, Organisation, Team},
    people::{self, Membership, Person},
    requests::{self, Line, Request},
    spaces::{self, Space},
    staff::{self, Role},
    tree,
};
use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};
use uuid::Uuid;

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

/// A school in the district Rud, with a hall in three parts and a meeting room.
pub const SCHOOL: FacilityId = FacilityId(id(1));
/// A school in the district Bekkestua, 4 km away, with a gym.
pub const OTHER_SCHOOL: FacilityId = FacilityId(id(2));
/// The hall: 200 persons.
pub const HALL: SpaceId = SpaceId(id(11));
/// Its parts: 60 persons each.
pub const A: SpaceId = SpaceId(id(12));
/// The second part.
pub const B: SpaceId = SpaceId(id(13));
/// The third part.
pub const C: SpaceId = SpaceId(id(14));
/// A meeting room for 20.
pub const ROOM: SpaceId = SpaceId(id(15));
/// A gym for 30 at the other school.
pub const GYM: SpaceId = SpaceId(id(21));

/// A sports club.
pub const CLUB: OrganisationId = OrganisationId(id(31));
/// A band.
pub const BAND: OrganisationId = OrganisationId(id(32));
/// The club's team of girls of thirteen.
pub const TEAM: TeamId = TeamId(id(41));

/// Leader of the club.
pub const LEADER: PersonId = PersonId(id(51));
/// Booker of the club.
pub const BOOKER: PersonId = PersonId(id(52));
/// Coach in the club.
pub const COACH: PersonId = PersonId(id(53));
/// Leader of the band.
pub const BANDLEADER: PersonId = PersonId(id(54));
/// A private person.
pub const RESIDENT: PersonId = PersonId(id(55));
/// Administrator.
pub const ADMINISTRATOR: PersonId = PersonId(id(61));
/// Manager of the school.
pub const MANAGER: PersonId = PersonId(id(62));
/// Manager of the other school.
pub const OTHER_MANAGER: PersonId = PersonId(id(63));
/// Caretaker at the school.
pub const CARETAKER: PersonId = PersonId(id(64));
/// Sees everything.
pub const AUDITOR: PersonId = PersonId(id(65));
/// Manager of the school, and leader of the band.
pub const PARTIAL_MANAGER: PersonId = PersonId(id(66));

/// The zone.
pub const ZONE: Zone = Zone::Europe__Oslo;

/// A date.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// From–to on the clock: `18:00`, `19:30`.
pub fn times(from: &str, to: &str) -> WallSpan {
    WallSpan::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
}

/// An instant on the clock.
pub fn at(date: &str, time: &str) -> Timestamp {
    let minute: Minute = time.parse().unwrap();
    resolve(day(date), minute.get(), ZONE)
}

/// The same hours every day.
pub fn daily(from: &str, to: &str) -> OpeningHours {
    OpeningHours {
        week: std::array::from_fn(|_| vec![times(from, to)]),
        ..OpeningHours::default()
    }
}

/// A database with the municipality in it, and the use cases on it.
pub struct World {
    /// The store.
    pub store: Store,
    /// The use cases.
    pub service: Service,
    next: AtomicU32,
}

impl World {
    /// Fills an empty database.
    pub async fn make(store: &Store) -> Self {
        let settings = Settings {
            hashing: Hashing {
                memory_kib: 64,
                passes: 1,
            },
            appeal_body: "Klagenemnda".to_owned(),
            ..Settings::default()
        };
        let now = at("2026-11-16", "08:00");
        let clock = Arc::new(StandingClock::at(now));
        let service = Service::new(store.clone(), clock, Arc::new(CountingIds::default()), settings);
        let world = Self {
            store: store.clone(),
            service,
            next: AtomicU32::new(1000),
        };
        let municipality = world.service.settings().municipality;
        world
            .write(|| {
                async move |tx: &mut Tx| {
                    municipality::insert(
                        tx,
                        &Municipality {
                            id: municipality,
                            name: "Bærum".to_owned(),
                            slug: "baerum".to_owned(),
                            zone: ZONE,
                            appeal_days: 21,
                            appeal_body: "Klagenemnda".to_owned(),
                            colour: "#006b5b".to_owned(),
                            settings: serde_json::json!({}),
                            version: 1,
                        },
                    )
                    .await?;
                    facilities::insert(
                        tx,
                        &[
                            facility(municipality, SCHOOL, "Hauger skole", "Rud", (59.91, 10.50)),
                            facility(
                                municipality,
                                OTHER_SCHOOL,
                                "Bjørnegård skole",
                                "Bekkestua",
                                (59.916, 10.575),
                            ),
                        ],
                    )
                    .await?;
                    let bookable = [
                        space(HALL, SCHOOL, None, "Hallen", SpaceKind::SportsHall, 200),
                        space(A, SCHOOL, Some(HALL), "Del A", SpaceKind::SportsHall, 60),
                        space(B, SCHOOL, Some(HALL), "Del B", SpaceKind::SportsHall, 60),
                        space(C, SCHOOL, Some(HALL), "Del C", SpaceKind::SportsHall, 60),
                        space(ROOM, SCHOOL, None, "Møterom", SpaceKind::MeetingRoom, 20),
                        space(GYM, OTHER_SCHOOL, None, "Gymsal", SpaceKind::Gym, 30),
                    ];
                    spaces::insert(tx, &bookable).await?;
                    tree::rederive(tx, SCHOOL, now).await?;
                    tree::rederive(tx, OTHER_SCHOOL, now).await?;
                    organisations::insert(
                        tx,
                        &[
                            organisation(municipality, CLUB, "Haslum HK", ApplicantKind::SportsClub),
                            organisation(municipality, BAND, "Rud skolekorps", ApplicantKind::Music),
                        ],
                    )
                    .await?;
                    organisations::insert_teams(tx, &[team()]).await?;
                    for (person, name) in [
                        (LEADER, "Lena Leder"),
                        (BOOKER, "Bo Booker"),
                        (COACH, "Tor Trener"),
                        (BANDLEADER, "Kari Korps"),
                        (RESIDENT, "Per Privat"),
                        (ADMINISTRATOR, "Ada Admin"),
                        (MANAGER, "Mona Manager"),
                        (OTHER_MANAGER, "Ola Annen"),
                        (CARETAKER, "Vidar Vaktmester"),
                        (AUDITOR, "Rita Revisor"),
                        (PARTIAL_MANAGER, "Iver Inhabil"),
                    ] {
                        people::insert(tx, &a_person(person, name, now), None).await?;
                    }
                    people::add_memberships(
                        tx,
                        &[
                            member(71, LEADER, CLUB, MembershipRole::Leader),
                            member(72, BOOKER, CLUB, MembershipRole::Booker),
                            member(73, COACH, CLUB, MembershipRole::Coach),
                            member(74, BANDLEADER, BAND, MembershipRole::Leader),
                            member(75, PARTIAL_MANAGER, BAND, MembershipRole::Leader),
                        ],
                    )
                    .await?;
                    staff::give(
                        tx,
                        &[
                            post(81, ADMINISTRATOR, None, StaffRole::Administrator),
                            post(82, MANAGER, Some(SCHOOL), StaffRole::FacilityManager),
                            post(83, OTHER_MANAGER, Some(OTHER_SCHOOL), StaffRole::FacilityManager),
                            post(84, CARETAKER, Some(SCHOOL), StaffRole::Caretaker),
                            post(85, AUDITOR, None, StaffRole::Viewer),
                            post(86, PARTIAL_MANAGER, Some(SCHOOL), StaffRole::FacilityManager),
                        ],
                    )
                    .await
                }
            })
            .await;
        world
    }

    /// Writes straight to the store.
    pub async fn write<T, W, F>(&self, work: F) -> T
    where
        F: Fn() -> W,
        W: AsyncFnOnce(&mut Tx) -> Result<T, StoreError>,
    {
        self.store.write(work).await.unwrap()
    }

    /// A person acting for themselves.
    pub async fn viewer(&self, person: PersonId) -> Viewer {
        self.service.viewer(Some(person), None).await.unwrap()
    }

    /// A person acting for an organisation.
    pub async fn acting(&self, person: PersonId, organisation: OrganisationId) -> Viewer {
        let viewer = self
            .service
            .viewer(Some(person), Some(organisation))
            .await
            .unwrap();
        assert_eq!(
            viewer.acting_for().map(|one| one.organisation),
            Some(organisation)
        );
        viewer
    }

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

fn facility(
    municipality: ledig_domain::id::MunicipalityId,
    id: FacilityId,
    name: &str,
    district: &str,
    (lat, lon): (f64, f64),
) -> Facility {
    Facility {
        id,
        municipality_id: municipality,
        slug: ledig_service::import::slug::slug(name),
        name: name.to_owned(),
        address: "Skoleveien 1".to_owned(),
        postal_code: "1351".to_owned(),
        town: "Rud".to_owned(),
        district: district.to_owned(),
        lat: Some(lat),
        lon: Some(lon),
        description: String::new(),
        wheelchair: Wheelchair::Unknown,
        wheelchair_note: String::new(),
        hours: daily("07:00", "23:00"),
        rules: BookingRules::default(),
        source: String::new(),
        archived: false,
        version: 1,
    }
}

/// A bookable space that follows its facility's hours and rules.
pub fn space(
    id: SpaceId,
    facility: FacilityId,
    parent: Option<SpaceId>,
    name: &str,
    kind: SpaceKind,
    capacity: u32,
) -> Space {
    Space {
        id,
        facility_id: facility,
        parent_id: parent,
        slug: ledig_service::import::slug::slug(name),
        name: name.to_owned(),
        kind,
        capacity: Some(capacity),
        size_m2: None,
        equipment: Vec::new(),
        wheelchair: Wheelchair::Unknown,
        bookable: true,
        hours: None,
        rules: None,
        assumption: String::new(),
        sort: 0,
        archived: false,
        version: 1,
    }
}

fn organisation(
    municipality: ledig_domain::id::MunicipalityId,
    id: OrganisationId,
    name: &str,
    kind: ApplicantKind,
) -> Organisation {
    Organisation {
        id,
        municipality_id: municipality,
        name: name.to_owned(),
        slug: ledig_service::import::slug::slug(name),
        kind,
        org_number: None,
        activities: String::new(),
        home_area: String::new(),
        standing: Standing::Approved,
        price_group: PriceGroup::Free,
        source: String::new(),
        version: 1,
    }
}

fn team() -> Team {
    Team {
        id: TEAM,
        organisation_id: CLUB,
        name: "J13".to_owned(),
        sport: "håndball".to_owned(),
        age_from: Some(12),
        age_to: Some(13),
        gender: Gender::Female,
        adapted: false,
        level: String::new(),
        size: Some(18),
        archived: false,
        version: 1,
    }
}

fn a_person(id: PersonId, name: &str, now: Timestamp) -> Person {
    let first = name.split(' ').next().unwrap().to_lowercase();
    Person {
        id,
        name: name.to_owned(),
        email: format!("{first}@example.org"),
        phone: "99 88 77 66".to_owned(),
        language: "nb".to_owned(),
        disabled: false,
        created_at: now,
        version: 1,
    }
}

fn member(number: u128, person: PersonId, organisation: OrganisationId, role: MembershipRole) -> Membership {
    Membership {
        id: id(number),
        person_id: person,
        organisation_id: organisation,
        role,
        since: Timestamp(0),
        until: None,
    }
}

fn post(number: u128, person: PersonId, facility: Option<FacilityId>, role: StaffRole) -> Role {
    Role {
        id: id(number),
        person_id: person,
        facility_id: facility,
        role,
    }
}
