//! How many queries each use case runs: a fixed number that does not grow with the rows it shows.

use crate::world::{
    A, ADMINISTRATOR, B, C, CLUB, FOR_BAND, FOR_CLUB, FOR_SELF, GYM, HALL, LEADER, MANAGER, ROOM, SCHOOL,
    World, day, times,
};
use ledig_domain::auto_rule::{Scope, Terms};
use ledig_service::{
    ServiceError, Viewer,
    board::BoardQuery,
    manage::{ClosureForm, ScopeFilter},
    people::organisations::OrganisationFilter,
    places::FacilityFilter,
    search::{SearchQuery, What},
    week::WeekOf,
};
use std::pin::Pin;

type Ask<'a> = Pin<Box<dyn Future<Output = Result<(), ServiceError>> + 'a>>;

/// Every page's use case, with the number of its queries when there is something of everything.
const WANTED: &[(&str, u64)] = &[
    ("viewer", 3),
    ("start page", 8),
    ("search, public", 6),
    ("search, signed in", 6),
    ("facilities", 3),
    ("facility page, public", 7),
    ("facility page, staff", 8),
    ("space page", 7),
    ("week", 6),
    ("day board", 6),
    ("week board", 6),
    ("organisations", 3),
    ("organisation", 3),
    ("staff", 2),
    ("managed facilities", 2),
    ("facility editor", 2),
    ("space editor", 3),
    ("closures", 8),
    ("rules page", 6),
    ("replay", 8),
    ("priority page", 1),
];

async fn counts(world: &World) -> Vec<(&'static str, u64)> {
    let service = &world.service;
    let anybody = &Viewer::ANYBODY;
    let leader = &world.acting(LEADER, CLUB).await;
    let manager = &world.viewer(MANAGER).await;
    let admin = &world.viewer(ADMINISTRATOR).await;
    let thursday = Some(day("2026-11-19"));
    let gym = &SearchQuery {
        what: Some(What::Kind(ledig_domain::space::SpaceKind::Gym)),
        near: "Bekkestua".to_owned(),
        date: thursday,
        from: Some("18:00".parse().unwrap()),
        to: Some("20:00".parse().unwrap()),
        ..SearchQuery::default()
    };
    let any = &SearchQuery {
        what: None,
        ..gym.clone()
    };
    let board = &BoardQuery {
        date: thursday,
        ..BoardQuery::default()
    };
    let (facilities, organisations) = (&FacilityFilter::default(), &OrganisationFilter::default());
    let terms = &Terms::default();
    macro_rules! asks {
        ($($name:literal: $ask:expr),+ $(,)?) => {
            vec![$(($name, Box::pin(async move { $ask.await.map(drop) }) as Ask<'_>)),+]
        };
    }
    let asks = asks![
        "viewer": service.viewer(Some(MANAGER), None),
        "start page": service.start_page(anybody),
        "search, public": service.search(anybody, any),
        "search, signed in": service.search(leader, any),
        "facilities": service.facilities(anybody, facilities),
        "facility page, public": service.facility_page(anybody, "hauger-skole", thursday),
        "facility page, staff": service.facility_page(manager, "hauger-skole", thursday),
        "space page": service.space_page(anybody, "hauger-skole", "del-a", thursday),
        "week": service.week(anybody, WeekOf::Space(HALL), thursday),
        "day board": service.day_board(manager, board),
        "week board": service.week_board(manager, board),
        "organisations": service.organisations(manager, organisations),
        "organisation": service.organisation(leader, CLUB),
        "staff": service.staff(admin),
        "managed facilities": service.managed_facilities(manager),
        "facility editor": service.facility_editor(manager, SCHOOL),
        "space editor": service.space_editor(manager, A),
        "closures": service.closures(manager, SCHOOL),
        "rules page": service.rules_page(manager, ScopeFilter::All),
        "replay": service.replay(manager, Scope::Municipality, terms),
        "priority page": service.priority_page(manager),
    ];
    let mut found = Vec::new();
    for (name, ask) in asks {
        let before = world.store.queries();
        ask.await.unwrap();
        found.push((name, world.store.queries() - before));
    }
    found
}

/// Something of everything, in the hours of one week.
async fn fill(world: &World, hour: u16) {
    let span = times(&format!("{hour}:00"), &format!("{hour}:45"));
    for date in ["2026-11-16", "2026-11-19", "2026-11-20"] {
        world.book(FOR_CLUB, A, date, span).await;
        world.book(FOR_SELF, C, date, span).await;
        world.ask(FOR_BAND, B, date, span).await;
        world.ask(FOR_CLUB, HALL, date, span).await;
    }
    let admin = world.viewer(ADMINISTRATOR).await;
    let closure = ClosureForm {
        space: A,
        from_date: day("2026-11-19"),
        from: format!("{hour}:00").parse().unwrap(),
        to_date: day("2026-11-19"),
        to: format!("{hour}:50").parse().unwrap(),
        reason: "Vask".to_owned(),
        public: true,
    };
    world.service.make_closure(&admin, &closure).await.unwrap();
    let terms = Terms {
        name: format!("Regel {hour}"),
        ..Terms::default()
    };
    world
        .service
        .save_rule(&admin, None, Scope::Facility(SCHOOL), &terms, true)
        .await
        .unwrap();
}

async fn the_number_of_queries_is_fixed(world: &World) {
    let admin = world.viewer(ADMINISTRATOR).await;
    let gym_closed = ClosureForm {
        space: GYM,
        from_date: day("2026-11-19"),
        from: "00:00".parse().unwrap(),
        to_date: day("2026-11-19"),
        to: "24:00".parse().unwrap(),
        reason: "Gulvet slipes".to_owned(),
        public: true,
    };
    world.service.make_closure(&admin, &gym_closed).await.unwrap();
    let all_day = times("07:00", "23:00");
    world.book(FOR_BAND, ROOM, "2026-11-19", all_day).await;
    fill(world, 10).await;
    let few = counts(world).await;
    assert_eq!(few, WANTED);
    for hour in 11..16 {
        fill(world, hour).await;
    }
    assert_eq!(counts(world).await, few);
}

on_both!(the_number_of_queries_is_fixed);
