//! A small municipality: a hall of three parts, a gym nearby, three clubs, their people, and those who decide.

use crate::db;
use chrono::NaiveDate;
use ledig_domain::{
    auto_rule::{Scope, Terms},
    booking_rules::BookingRules,
    calendar::{Calendar, DayOffKind, SchoolDaysOff},
    hours::{HoursException, OpeningHours},
    id::{FacilityId, OrganisationId, PersonId, RequestId, RuleId, SpaceId, TeamId},
    people::{ApplicantKind, Gender, MembershipRole, PriceGroup, StaffRole, Standing},
    preview::{Choice, Wish},
    priority::{PriorityClass, PriorityRules},
    recurrence::{End, Pattern, Recurrence, Weekdays},
    space::SpaceKind,
    time::{DateRange, Timestamp, WallSpan, resolve},
};
use ledig_service::{
    Clock, Ids, Service, ServiceError, Viewer,
    case::{page::CasePage, submit::Submitted},
    uuid_v7,
};
use ledig_store::{
    Store, StoreError, Tx, calendar,
    facilities::{self, Facility, Wheelchair},
    municipality::{self, Municipality},
    organisations::{self, Organisation, Team},
    people::{self, Membership, Person},
    rules::{self, RuleVersion},
    spaces::{self, Space},
    staff::{self, Role},
    tree,
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
            .write(|| async move |tx: &mut Tx| set(tx, now).await)
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

fn range(from: &str, to: &str) -> DateRange {
    DateRange {
        from: date(from),
        to: date(to),
    }
}

async fn set(tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
    let settings = db::settings();
    let town = Municipality {
        id: settings.municipality,
        name: "Bærum".to_owned(),
        slug: "baerum".to_owned(),
        zone: settings.zone,
        appeal_days: 21,
        appeal_body: "Klagenemnda".to_owned(),
        colour: "#005500".to_owned(),
        settings: serde_json::json!({ "contact_email": "booking@example.no" }),
        version: 1,
    };
    municipality::insert(tx, &town).await?;
    let off = |from, to, kind| SchoolDaysOff {
        dates: range(from, to),
        kind,
        proxy: false,
    };
    let school = vec![
        off("2026-09-28", "2026-10-02", DayOffKind::AutumnBreak),
        off("2026-12-21", "2027-01-01", DayOffKind::ChristmasBreak),
        off("2027-02-22", "2027-02-26", DayOffKind::WinterBreak),
        off("2027-03-22", "2027-03-30", DayOffKind::EasterBreak),
    ];
    calendar::replace(tx, settings.municipality, &Calendar { school }).await?;
    set_places(tx).await?;
    set_people(tx, now).await?;
    set_rules(tx, now).await
}

async fn set_places(tx: &mut Tx) -> Result<(), StoreError> {
    let open = vec![wall("07:00-23:00")];
    let hours = OpeningHours {
        week: std::array::from_fn(|_| open.clone()),
        seasons: Vec::new(),
        exceptions: vec![HoursException {
            reason: "Julestengt".to_owned(),
            dates: range("2026-12-24", "2026-12-26"),
            spans: Vec::new(),
        }],
    };
    let facility = |id, slug: &str, lat| Facility {
        id,
        municipality_id: db::settings().municipality,
        slug: slug.to_owned(),
        name: slug.to_uppercase(),
        address: "Veien 1".to_owned(),
        postal_code: "1356".to_owned(),
        town: "Bekkestua".to_owned(),
        district: "Bekkestua".to_owned(),
        lat: Some(lat),
        lon: Some(10.58),
        description: String::new(),
        wheelchair: Wheelchair::Yes,
        wheelchair_note: String::new(),
        hours: hours.clone(),
        rules: BookingRules::default(),
        source: String::new(),
        archived: false,
        version: 1,
    };
    facilities::insert(
        tx,
        &[facility(ARENA, "arena", 59.91), facility(SCHOOL, "skole", 59.919)],
    )
    .await?;
    let space = |id, facility_id, parent_id, name: &str, sort| Space {
        id,
        facility_id,
        parent_id,
        slug: name.to_lowercase().replace(' ', "-"),
        name: name.to_owned(),
        kind: SpaceKind::SportsHall,
        capacity: Some(if parent_id.is_some() { 30 } else { 90 }),
        size_m2: None,
        equipment: Vec::new(),
        wheelchair: Wheelchair::Yes,
        bookable: true,
        hours: None,
        rules: None,
        assumption: String::new(),
        sort,
        archived: false,
        version: 1,
    };
    let rows = [
        space(HALL, ARENA, None, "Hallen", 1),
        space(A, ARENA, Some(HALL), "Del A", 2),
        space(B, ARENA, Some(HALL), "Del B", 3),
        space(C, ARENA, Some(HALL), "Del C", 4),
        space(GYM, SCHOOL, None, "Gymsal", 1),
    ];
    spaces::insert(tx, &rows).await?;
    tree::rederive(tx, ARENA, Timestamp(0)).await?;
    tree::rederive(tx, SCHOOL, Timestamp(0)).await
}

async fn set_people(tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
    let names = [
        (KARI, "Kari Nordmann"),
        (OLA, "Ola Hansen"),
        (EVA, "Eva Berg"),
        (TRINE, "Trine Lie"),
        (MANAGER, "Mona Forvalter"),
        (BOTH, "Bo Begge"),
        (RESIDENT, "Rita Innbygger"),
        (ELSEWHERE, "Else Annensteds"),
    ];
    for (who, name) in names {
        let email = format!("{}@example.no", name.split(' ').next().unwrap().to_lowercase());
        let person = Person {
            id: who,
            name: name.to_owned(),
            email,
            phone: String::new(),
            language: "nb".to_owned(),
            disabled: false,
            created_at: now,
            version: 1,
        };
        people::insert(tx, &person, None).await?;
    }
    let organisation = |id, name: &str, kind, price_group| Organisation {
        id,
        municipality_id: db::settings().municipality,
        name: name.to_owned(),
        slug: name.to_lowercase(),
        kind,
        org_number: None,
        activities: String::new(),
        home_area: String::new(),
        standing: Standing::Approved,
        price_group,
        source: String::new(),
        version: 1,
    };
    let rows = [
        organisation(HASLUM, "Haslum", ApplicantKind::SportsClub, PriceGroup::Free),
        organisation(STABAK, "Stabæk", ApplicantKind::SportsClub, PriceGroup::Free),
        organisation(COMPANY, "Firma AS", ApplicantKind::Company, PriceGroup::Market),
    ];
    organisations::insert(tx, &rows).await?;
    let team = |id, organisation_id, from, to| Team {
        id,
        organisation_id,
        name: format!("{from}-{to}"),
        sport: "håndball".to_owned(),
        age_from: Some(from),
        age_to: Some(to),
        gender: Gender::Female,
        adapted: false,
        level: String::new(),
        size: Some(20),
        archived: false,
        version: 1,
    };
    organisations::insert_teams(tx, &[team(YOUTH, HASLUM, 12, 13), team(SENIORS, STABAK, 20, 40)]).await?;
    let member = |number, person_id, organisation_id, role| Membership {
        id: id(number),
        person_id,
        organisation_id,
        role,
        since: Timestamp(0),
        until: None,
    };
    let rows = [
        member(50, KARI, HASLUM, MembershipRole::Booker),
        member(51, OLA, STABAK, MembershipRole::Leader),
        member(52, EVA, COMPANY, MembershipRole::Booker),
        member(53, TRINE, HASLUM, MembershipRole::Coach),
        member(54, BOTH, HASLUM, MembershipRole::Booker),
    ];
    people::add_memberships(tx, &rows).await?;
    let post = |number, person_id, facility_id| Role {
        id: id(number),
        person_id,
        facility_id,
        role: StaffRole::FacilityManager,
    };
    let posts = [
        post(60, MANAGER, None),
        post(61, BOTH, None),
        post(62, ELSEWHERE, Some(SCHOOL)),
    ];
    staff::give(tx, &posts).await
}

async fn set_rules(tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
    let rule = RuleVersion {
        rule_id: RuleId(id(70)),
        version: 1,
        scope: Scope::Municipality,
        terms: Terms {
            name: "Fast trening for medlemsklubber".to_owned(),
            kinds: [ApplicantKind::SportsClub].into(),
            approved_only: true,
            max_minutes: Some(120),
            no_competitors: true,
            ..Terms::default()
        },
        active: true,
        from_at: now,
        made_by: None,
    };
    rules::add(tx, db::settings().municipality, &rule).await?;
    let class = |name: &str, kinds: &[ApplicantKind], age_to| PriorityClass {
        name: name.to_owned(),
        kinds: kinds.iter().copied().collect(),
        age_to,
        ..PriorityClass::default()
    };
    let classes = PriorityRules {
        version: 1,
        classes: vec![
            class("Barn og unge", &[ApplicantKind::SportsClub], Some(19)),
            class("Voksne i lag", &[ApplicantKind::SportsClub], None),
            class("Andre", &[], None),
        ],
    };
    rules::add_priority(tx, db::settings().municipality, &classes, now, None).await
}
