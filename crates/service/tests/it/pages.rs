//! The public pages of places, and the staff's board.

use crate::world::{
    A, B, C, CARETAKER, FOR_BAND, FOR_CLUB, FOR_SELF, GYM, HALL, MANAGER, OTHER_MANAGER, RESIDENT, ROOM,
    SCHOOL, World, day, times,
};
use ledig_domain::space::SpaceKind;
use ledig_service::{
    ServiceError, Viewer,
    board::BoardQuery,
    day::{Label, MinuteSpan},
    places::FacilityFilter,
    search::What,
};

const ANYBODY: Viewer = Viewer::ANYBODY;

async fn facilities_are_listed_with_what_the_filters_would_leave(world: &World) {
    let service = &world.service;
    let all = service
        .facilities(&ANYBODY, &FacilityFilter::default())
        .await
        .unwrap();
    let names: Vec<&str> = all.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Bjørnegård skole", "Hauger skole"]);
    assert_eq!(
        all.districts,
        [("Bekkestua".to_owned(), 1), ("Rud".to_owned(), 1)]
    );
    assert_eq!(
        (all.rows[1].spaces, all.rows[1].kinds.first()),
        (5, Some(&SpaceKind::SportsHall))
    );
    let filter = FacilityFilter {
        what: Some(What::Kind(SpaceKind::Gym)),
        ..FacilityFilter::default()
    };
    let gyms = service.facilities(&ANYBODY, &filter).await.unwrap();
    assert_eq!((gyms.rows.len(), gyms.total, gyms.kinds.len()), (1, 2, 3));
    let filter = FacilityFilter {
        text: "møterom".to_owned(),
        ..FacilityFilter::default()
    };
    assert_eq!(
        service.facilities(&ANYBODY, &filter).await.unwrap().rows[0].name,
        "Hauger skole"
    );
    let filter = FacilityFilter {
        wheelchair: true,
        ..FacilityFilter::default()
    };
    assert!(
        service
            .facilities(&ANYBODY, &filter)
            .await
            .unwrap()
            .rows
            .is_empty()
    );
}

async fn a_facility_shows_its_spaces_today(world: &World) {
    world
        .book(FOR_CLUB, A, "2026-11-16", times("18:00", "20:00"))
        .await;
    let page = world
        .service
        .facility_page(&ANYBODY, "hauger-skole", None)
        .await
        .unwrap();
    let names: Vec<(&str, u8)> = page
        .spaces
        .iter()
        .map(|one| (one.place.name.as_str(), one.depth))
        .collect();
    assert_eq!(
        names,
        [
            ("Hallen", 0),
            ("Del A", 1),
            ("Del B", 1),
            ("Del C", 1),
            ("Møterom", 0)
        ]
    );
    let hall = &page.spaces[0].strip;
    assert!(hall.busy[0].partly);
    assert_eq!(
        hall.free,
        [
            MinuteSpan { from: 480, to: 1080 },
            MinuteSpan { from: 1200, to: 1380 }
        ]
    );
    assert_eq!(page.week.monday, day("2026-11-16"));
    assert!(!page.head.may_edit);
    let unknown = world
        .service
        .facility_page(&ANYBODY, "ukjent", None)
        .await
        .unwrap_err();
    assert!(matches!(unknown, ServiceError::NotFound));
}

async fn a_space_shows_its_family(world: &World) {
    let page = world
        .service
        .space_page(&ANYBODY, "hauger-skole", "del-b", None)
        .await
        .unwrap();
    assert_eq!(page.space.place.id, B);
    assert_eq!(
        page.wholes.iter().map(|one| one.place.id).collect::<Vec<_>>(),
        [HALL]
    );
    assert_eq!(
        page.siblings.iter().map(|one| one.place.id).collect::<Vec<_>>(),
        [A, B, C]
    );
    assert!(page.parts.is_empty());
    assert_eq!((page.rules.min_minutes, page.hours.week[0].len()), (30, 1));
    assert_eq!(page.week.of, "Hallen, Del B");
    let elsewhere = world
        .service
        .space_page(&ANYBODY, "hauger-skole", "gymsal", None)
        .await
        .unwrap_err();
    assert!(matches!(elsewhere, ServiceError::NotFound));
}

async fn the_start_page_answers_before_it_is_asked(world: &World) {
    world
        .book(FOR_CLUB, GYM, "2026-11-16", times("16:00", "23:00"))
        .await;
    let page = world.service.start_page(&ANYBODY).await.unwrap();
    assert_eq!(
        (page.municipality.as_str(), page.facilities, page.spaces, page.now),
        ("Bærum", 2, 6, 480)
    );
    // It is eight, and the rules ask for two hours' notice.
    let soon: Vec<_> = page
        .soon
        .iter()
        .map(|one| (one.place.id, one.free.from))
        .collect();
    assert_eq!(soon, [(HALL, 600), (GYM, 600)]);
    let evening: Vec<_> = page
        .evening
        .iter()
        .map(|one| (one.place.id, one.free.from))
        .collect();
    assert_eq!(evening, [(HALL, 1020)]);
    let tomorrow: Vec<_> = page
        .tomorrow
        .iter()
        .map(|one| (one.place.id, one.strip.date, one.free.from))
        .collect();
    let tuesday = day("2026-11-17");
    assert_eq!(tomorrow, [(HALL, tuesday, 1020), (GYM, tuesday, 1020)]);
    let weekend: Vec<_> = page
        .weekend
        .iter()
        .map(|one| (one.place.facility, one.strip.date))
        .collect();
    assert_eq!(weekend.len(), 2);
    assert!(weekend.iter().all(|(_, date)| *date == day("2026-11-21")));
}

async fn the_board_shows_what_stands_and_what_is_asked_for(world: &World) {
    let thursday = "2026-11-19";
    world.book(FOR_SELF, A, thursday, times("17:00", "18:00")).await;
    world.ask(FOR_CLUB, HALL, thursday, times("17:30", "19:00")).await;
    world.ask(FOR_BAND, B, thursday, times("18:00", "19:00")).await;
    world.ask(FOR_SELF, ROOM, thursday, times("18:00", "19:00")).await;
    let manager = world.viewer(MANAGER).await;
    let query = BoardQuery {
        date: Some(day(thursday)),
        ..BoardQuery::default()
    };
    let board = world.service.day_board(&manager, &query).await.unwrap();
    let rows: Vec<_> = board.rows.iter().map(|row| row.place.id).collect();
    assert_eq!(rows, [HALL, A, B, C, ROOM]);
    assert_eq!(board.facilities, [(SCHOOL, "Hauger skole".to_owned())]);
    let on = |row: usize| &board.rows[row].days[0];
    assert_eq!(
        on(1).entries[0].label,
        Label::Person {
            name: "Per Privat".to_owned()
        }
    );
    assert_eq!(
        (on(0).booked_minutes, on(1).booked_minutes, on(3).booked_minutes),
        (60, 60, 0)
    );
    let asked: Vec<_> = on(2)
        .asked
        .iter()
        .map(|one| (one.who.as_str(), one.blocked, one.contested))
        .collect();
    assert_eq!(
        asked,
        [("Haslum HK", true, true), ("Rud skolekorps", false, true)]
    );
    assert_eq!(on(4).asked[0].who, "Per Privat");

    let rooms = BoardQuery {
        kind: Some(SpaceKind::MeetingRoom),
        ..query.clone()
    };
    let week = world.service.week_board(&manager, &rooms).await.unwrap();
    assert_eq!(
        (
            week.dates.len(),
            week.rows.len(),
            week.rows[0].days[3].asked.len()
        ),
        (7, 1, 1)
    );

    let elsewhere = world.viewer(OTHER_MANAGER).await;
    let other = world.service.day_board(&elsewhere, &query).await.unwrap();
    assert_eq!(
        other.rows.iter().map(|row| row.place.id).collect::<Vec<_>>(),
        [GYM]
    );
    assert!(
        world
            .service
            .day_board(&world.viewer(CARETAKER).await, &query)
            .await
            .is_ok()
    );
    let refused = world
        .service
        .day_board(&world.viewer(RESIDENT).await, &query)
        .await
        .unwrap_err();
    assert!(matches!(refused, ServiceError::Forbidden));
}

on_both!(
    facilities_are_listed_with_what_the_filters_would_leave,
    a_facility_shows_its_spaces_today,
    a_space_shows_its_family,
    the_start_page_answers_before_it_is_asked,
    the_board_shows_what_stands_and_what_is_asked_for,
);
