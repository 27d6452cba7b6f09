//! A small municipality: a hall of three parts, a gym nearby, three clubs, their people, and those who decide.

mod set;

use crate::db;
use chrono::NaiveDate;
use ledig_domain::{
    id::{FacilityId, OrganisationId, PersonId, RequestId, SpaceId, TeamId},
    preview::{Choice, Wish},
    recurrence::{End, Pattern, Recurrence, Weekdays},
    time::{Timestamp, WallSpan, resolve},
};
use ledig_service::{
    Clock, Ids, Service, ServiceError, Viewer,
    case::{page::CasePage, submit::Submitted},
    uuid_v7,
};
use ledig_store::{
    Store, Tx,
    people::{self, Person},
};
use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};
use uuid::Uuid;

pub const HALL: SpaceId = SpaceId(id(10));
pub const A: SpaceId = SpaceId(id(11));
pub const B: SpaceId = SpaceId(id(12));
pub const C: SpaceId = SpaceId(id(13));
/// In the other facility, 1 km away.
pub const GYM: SpaceId = SpaceId(id(14));
pub const ARENA: FacilityId = FacilityId(id(2));
pub const SCHOOL: FacilityId = FacilityId(id(3));
/// Haslum: a club with a youth team, which kari books for.
pub const HASLUM: OrganisationId = OrganisationId(id(30));
/// Stabæk: a club of grown-ups, which ola books for.
pub const STABAK: OrganisationId = OrganisationId(id(31));
/// A company, which eva books for: no rule decides for companies.
pub const COMPANY: OrganisationId = OrganisationId(id(32));
pub const YOUTH: TeamId = TeamId(id(40));
pub const SENIORS: TeamId = TeamId(id(41));
pub const KARI: PersonId = PersonId(id(20));
pub const OLA: PersonId = PersonId(id(21));
pub const EVA: PersonId = PersonId(id(22));
/// Coach in Haslum.
pub const TRINE: PersonId = PersonId(id(23));
/// Manages everything.
pub const MANAGER: PersonId = PersonId(id(24));
/// Manages everything, and books for Haslum besides.
pub const BOTH: PersonId = PersonId(id(25));
/// Nobody in particular.
pub const RESIDENT: PersonId = PersonId(id(26));
/// Manages the school only.
pub const ELSEWHERE: PersonId = PersonId(id(27));

pub const HOUR: i64 = 3600;
pub const DAY: i64 = 24 * HOUR;

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn wall(text: &str) -> WallSpan {
    let (from, to) = text.split_once('-').unwrap();
    WallSpan::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
}

struct Hand(AtomicI64);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

struct Counting(AtomicU64);

impl Ids for Counting {
    fn next(&self, now: Timestamp) -> Uuid {
        let mut random = [0; 10];
        random[2..].copy_from_slice(&self.0.fetch_add(1, Ordering::SeqCst).to_be_bytes());
        uuid_v7(now, &random)
    }

    fn secret(&self) -> [u8; 16] {
        [7; 16]
    }
}

/// The service on a store where the scene is set, with its clock.
#[derive(Clone)]
pub struct Scene {
    pub service: Service,
    clock: Arc<Hand>,
    keys: Arc<AtomicU64>,
}

/// Runs the test on both databases. It is Monday 10 August 2026, 12:00.
pub fn on_both(test: impl AsyncFn(Scene)) {
    let run = async |store: &Store| {
        let clock = Arc::new(Hand(AtomicI64::new(0)));
        let ids = Arc::new(Counting(AtomicU64::new(0)));
        let service = Service::new(store.clone(), clock.clone(), ids, db::settings());
        let scene = Scene {
            service,
            clock,
            keys: Arc::default(),
        };
        scene.set("2026-08-10", "12:00");
        let now = scene.service.now();
        store
            .write(|| async move |tx: &mut Tx| set::set(tx, now).await)
            .await
            .unwrap();
        test(scene).await;
    };
    db::on_sqlite(run);
    db::on_postgres(run);
}

impl Scene {
    /// Sets the clock.
    pub fn set(&self, day: &str, time: &str) {
        let minute: ledig_domain::time::Minute = time.parse().unwrap();
        let at = resolve(date(day), minute.get(), db::settings().zone);
        self.clock.0.store(at.0, Ordering::SeqCst);
    }

    /// Moves the clock.
    pub fn later(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }

    /// The person, acting for oneself.
    pub async fn viewer(&self, person: PersonId) -> Viewer {
        self.service.viewer(Some(person), None).await.unwrap()
    }

    /// A person of nobody's, who turns 18 on that day.
    pub async fn minor(&self, until: &str) -> PersonId {
        let person = Person {
            id: PersonId(id(29)),
            name: "Ung Innbygger".to_owned(),
            email: "ung@example.no".to_owned(),
            phone: String::new(),
            language: "nb".to_owned(),
            disabled: false,
            created_at: self.service.now(),
            password_until: None,
            minor_until: Some(date(until)),
            version: 1,
        };
        let person = &person;
        self.service
            .store()
            .write(|| async move |tx: &mut Tx| people::insert(tx, person, None).await)
            .await
            .unwrap();
        person.id
    }

    /// Sends a wish that must be taken; the case.
    pub async fn sent(&self, person: PersonId, wish: &Wish) -> RequestId {
        match self.send(person, wish).await.unwrap() {
            Submitted::DecidedAtOnce { request, .. } | Submitted::LeftToPerson { request, .. } => request,
            Submitted::DatesChanged(preview) => panic!("{preview:#?}"),
        }
    }

    /// Sends a wish under a new key.
    pub async fn send(&self, person: PersonId, wish: &Wish) -> Result<Submitted, ServiceError> {
        let key = self.keys.fetch_add(1, Ordering::SeqCst);
        let viewer = self.viewer(person).await;
        self.service.submit(&viewer, wish, &key.to_string()).await
    }

    /// The case as the person sees it.
    pub async fn case(&self, person: PersonId, request: RequestId) -> CasePage {
        let viewer = self.viewer(person).await;
        self.service.case(&viewer, request).await.unwrap()
    }
}

/// Whom a person books for in these tests, with which team.
fn party(person: PersonId) -> (Option<OrganisationId>, Option<TeamId>) {
    match person {
        KARI | TRINE | BOTH => (Some(HASLUM), Some(YOUTH)),
        OLA => (Some(STABAK), Some(SENIORS)),
        EVA => (Some(COMPANY), None),
        _ => (None, None),
    }
}

/// A wish for one date.
pub fn once(person: PersonId, space: SpaceId, day: &str, times: &str) -> Wish {
    let (organisation, team) = party(person);
    Wish {
        space,
        organisation,
        team,
        recurrence: Recurrence {
            start: date(day),
            times: wall(times),
            pattern: Pattern::Once,
            end: End::Count(1),
            excluded: Default::default(),
            added: Default::default(),
            not_school_holidays: false,
            not_public_holidays: false,
        },
        persons: Some(20),
        purpose: "Trening".to_owned(),
        choices: Default::default(),
    }
}

/// A weekly wish from a date, so many times.
pub fn weekly(person: PersonId, space: SpaceId, day: &str, times: &str, count: u16) -> Wish {
    use chrono::Datelike;
    let mut wish = once(person, space, day, times);
    wish.recurrence.pattern = Pattern::Weekly {
        every: 1,
        on: Weekdays::of(&[date(day).weekday()]),
    };
    wish.recurrence.end = End::Count(count);
    wish
}

/// The wish with a choice for a date.
pub fn choosing(mut wish: Wish, day: &str, choice: Choice) -> Wish {
    wish.choices.insert(date(day), choice);
    wish
}
