//! A small municipality: a school with a hall in three parts, a gym elsewhere, a far one, two clubs and their people.
//!
//! It is Monday 16 November 2026, 08:00.

mod asking;
mod ids;
mod rows;

pub use asking::{FOR_BAND, FOR_CLUB, FOR_SELF};
pub use ids::*;

use chrono::NaiveDate;
use ledig_domain::{
    hours::OpeningHours,
    id::{OrganisationId, PersonId},
    people::{ApplicantKind, MembershipRole, StaffRole},
    space::SpaceKind,
    time::{Minute, Timestamp, WallSpan, Zone, resolve},
};
use ledig_service::{
    Hashing, Service, Settings, Viewer,
    testing::{CountingIds, StandingClock},
};
use ledig_store::{
    Store, StoreError, Tx, facilities,
    municipality::{self, Municipality},
    organisations, people, spaces, staff, tree,
};
use rows::{a_person, facility, member, organisation, post, space, team};
use std::sync::{Arc, atomic::AtomicU32};

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
    /// Its clock.
    pub clock: Arc<StandingClock>,
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
        let service = Service::new(
            store.clone(),
            clock.clone(),
            Arc::new(CountingIds::default()),
            settings,
        );
        let world = Self {
            store: store.clone(),
            service,
            clock,
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
}
