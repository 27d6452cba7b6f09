//! Find what is free.

use crate::world::{A, B, C, FOR_BAND, FOR_CLUB, GYM, HALL, MANAGER, ROOM, SCHOOL, World, day, times};
use ledig_domain::{
    booking_rules::{BookingRules, Breach},
    id::SpaceId,
    space::SpaceKind,
};
use ledig_service::{
    Viewer,
    day::{BusyKind, MinuteSpan},
    manage::{ClosureForm, HoldsFor},
    search::{Activity, Hit, HitFit, MissDetail, MissReason, NearKind, SearchPage, SearchQuery, What},
};

/// A gym, free on Thursday 18–20, for 25 people, near Bekkestua.
fn gym() -> SearchQuery {
    SearchQuery {
        what: Some(What::Kind(SpaceKind::Gym)),
        near: "bekkestua".to_owned(),
        persons: Some(25),
        ..thursday()
    }
}

fn thursday() -> SearchQuery {
    SearchQuery {
        date: Some(day("2026-11-19")),
        from: Some("18:00".parse().unwrap()),
        to: Some("20:00".parse().unwrap()),
        ..SearchQuery::default()
    }
}

async fn search(world: &World, query: &SearchQuery) -> SearchPage {
    world.service.search(&Viewer::ANYBODY, query).await.unwrap()
}

fn ids(hits: &[Hit]) -> Vec<SpaceId> {
    hits.iter().map(|hit| hit.place.id).collect()
}

fn span(from: u16, to: u16) -> MinuteSpan {
    MinuteSpan { from, to }
}

async fn a_gym_on_thursday_for_25_near_bekkestua(world: &World) {
    let page = search(world, &gym()).await;
    assert_eq!(ids(&page.hits), [GYM]);
    assert_eq!(
        page.near.as_ref().map(|near| (near.name.as_str(), near.kind)),
        Some(("Bekkestua", NearKind::District))
    );
    let hit = &page.hits[0];
    assert_eq!((hit.fit, hit.offer), (HitFit::Free, span(1080, 1200)));
    assert_eq!((hit.metres, hit.in_district), (Some(0), true));
    assert_eq!(
        (&hit.strip.open[..], &hit.strip.busy[..]),
        (&[span(420, 1380)][..], &[][..])
    );
    // Nothing else is a gym.
    assert!(page.nearly.is_empty() && page.misses.is_empty());
}

async fn what_is_taken_then_is_offered_as_near_as_possible(world: &World) {
    world
        .book(FOR_CLUB, GYM, "2026-11-19", times("19:00", "21:00"))
        .await;
    let page = search(world, &gym()).await;
    assert!(page.hits.is_empty());
    let hit = &page.nearly[0];
    assert_eq!(
        (hit.fit, hit.offer, hit.free_around),
        (HitFit::Moved { minutes: -60 }, span(1020, 1140), span(420, 1140))
    );
    assert_eq!(
        hit.strip
            .busy
            .iter()
            .map(|one| (one.span, one.kind))
            .collect::<Vec<_>>(),
        [(span(1140, 1260), BusyKind::Taken)]
    );
}

async fn what_is_taken_all_day_tells_when_it_is_free_next(world: &World) {
    world
        .book(FOR_CLUB, GYM, "2026-11-19", times("07:00", "23:00"))
        .await;
    world
        .book(FOR_CLUB, GYM, "2026-11-20", times("19:00", "20:00"))
        .await;
    let page = search(world, &gym()).await;
    assert!(page.hits.is_empty() && page.nearly.is_empty());
    let group = &page.misses[0];
    assert_eq!((group.reason, group.count), (MissReason::Taken, 1));
    let MissDetail::Taken { next: Some(next) } = &group.places[0].detail else {
        panic!("{group:?}")
    };
    assert_eq!((next.date, next.span), (day("2026-11-21"), span(1080, 1200)));
}

async fn a_hall_with_a_part_taken_is_found_by_its_free_parts(world: &World) {
    world
        .book(FOR_CLUB, A, "2026-11-19", times("18:00", "19:30"))
        .await;
    let query = SearchQuery {
        what: Some(What::Activity(Activity::IndoorSport)),
        ..thursday()
    };
    let page = search(world, &query).await;
    assert_eq!(ids(&page.hits), [GYM, HALL]);
    let hall = &page.hits[1];
    assert_eq!(hall.fit, HitFit::Parts);
    let parts: Vec<(SpaceId, HitFit)> = hall.parts.iter().map(|part| (part.place.id, part.fit)).collect();
    assert_eq!(
        parts,
        [
            (A, HitFit::Moved { minutes: 90 }),
            (B, HitFit::Free),
            (C, HitFit::Free)
        ]
    );
    assert!(hall.strip.busy[0].partly);
    // A hundred do not fit into a part, and not into the gym.
    let page = search(
        world,
        &SearchQuery {
            persons: Some(100),
            ..query
        },
    )
    .await;
    assert!(page.hits.is_empty());
    assert_eq!(ids(&page.nearly), [HALL]);
    assert_eq!(page.misses[0].reason, MissReason::TooSmall);
    assert_eq!(page.misses[0].places[0].detail, MissDetail::Holds { persons: 30 });
}

async fn setup_and_teardown_keep_their_room(world: &World) {
    let admin = world.viewer(crate::world::ADMINISTRATOR).await;
    let rules = BookingRules {
        setup_minutes: 30,
        teardown_minutes: 15,
        ..BookingRules::default()
    };
    world
        .service
        .save_booking_rules(&admin, HoldsFor::Space(GYM), 1, Some(&rules))
        .await
        .unwrap();
    world
        .book(FOR_CLUB, GYM, "2026-11-19", times("16:30", "17:45"))
        .await;
    let page = search(world, &gym()).await;
    assert_eq!(page.nearly[0].offer, span(1095, 1215));
}

async fn a_closed_place_says_why_where_the_reason_is_public(world: &World) {
    let admin = world.viewer(crate::world::ADMINISTRATOR).await;
    for (space, public) in [(GYM, true), (HALL, false)] {
        let form = ClosureForm {
            space,
            from_date: day("2026-11-18"),
            from: "00:00".parse().unwrap(),
            to_date: day("2026-11-20"),
            to: "24:00".parse().unwrap(),
            reason: "Gulvet slipes".to_owned(),
            public,
        };
        world.service.make_closure(&admin, &form).await.unwrap();
    }
    let query = SearchQuery {
        what: Some(What::Activity(Activity::IndoorSport)),
        ..thursday()
    };
    let page = search(world, &query).await;
    assert!(page.hits.is_empty() && page.nearly.is_empty());
    let group = &page.misses[0];
    let told: Vec<(SpaceId, &MissDetail)> = group
        .places
        .iter()
        .map(|miss| (miss.place.id, &miss.detail))
        .collect();
    let reason = Some("Gulvet slipes".to_owned());
    assert_eq!(group.reason, MissReason::Closed);
    assert_eq!(
        told,
        [
            (GYM, &MissDetail::Closed { reason }),
            (HALL, &MissDetail::Closed { reason: None })
        ]
    );
}

async fn any_time_gives_the_first_one(world: &World) {
    world
        .book(FOR_BAND, ROOM, "2026-11-16", times("09:00", "12:10"))
        .await;
    let query = SearchQuery {
        what: Some(What::Activity(Activity::Meeting)),
        minutes: Some(90),
        ..SearchQuery::default()
    };
    let page = search(world, &query).await;
    // It is eight, and the rules ask for two hours' notice.
    assert_eq!(
        (page.date, page.wished, page.minutes),
        (day("2026-11-16"), None, 90)
    );
    assert_eq!(
        (page.hits[0].place.id, page.hits[0].offer),
        (ROOM, span(735, 825))
    );
}

async fn a_rule_that_says_no_is_told(world: &World) {
    let query = SearchQuery {
        date: Some(day("2029-11-19")),
        ..gym()
    };
    let page = search(world, &query).await;
    let breaches = vec![Breach::TooFar { horizon_days: 400 }];
    assert_eq!(page.misses[0].places[0].detail, MissDetail::Rules { breaches });
}

async fn a_place_nobody_knows_is_said_to_be_unknown(world: &World) {
    let page = search(
        world,
        &SearchQuery {
            near: "Trondheim".to_owned(),
            ..thursday()
        },
    )
    .await;
    assert!(page.near_unknown && page.near.is_none());
    assert_eq!(ids(&page.hits), [GYM, HALL, ROOM]);
    assert_eq!(
        page.places,
        ["Bekkestua", "Rud", "Bjørnegård skole", "Hauger skole"]
    );
    // The nearest comes first.
    let page = search(
        world,
        &SearchQuery {
            near: "hauger".to_owned(),
            ..thursday()
        },
    )
    .await;
    assert_eq!(ids(&page.hits), [HALL, ROOM, GYM]);
    assert!(
        page.hits[2]
            .metres
            .is_some_and(|metres| (3_500..5_000).contains(&metres))
    );
}

async fn ones_own_time_is_drawn_as_ones_own(world: &World) {
    world
        .book(FOR_CLUB, GYM, "2026-11-19", times("19:00", "21:00"))
        .await;
    let member = world.viewer(crate::world::COACH).await;
    let page = world.service.search(&member, &gym()).await.unwrap();
    assert_eq!(page.nearly[0].strip.busy[0].kind, BusyKind::Own);
    let manager = world.viewer(MANAGER).await;
    let page = world.service.search(&manager, &gym()).await.unwrap();
    assert_eq!(page.nearly[0].strip.busy[0].kind, BusyKind::Taken);
    assert_ne!(page.nearly[0].place.facility, SCHOOL);
}

on_both!(
    a_gym_on_thursday_for_25_near_bekkestua,
    what_is_taken_then_is_offered_as_near_as_possible,
    what_is_taken_all_day_tells_when_it_is_free_next,
    a_hall_with_a_part_taken_is_found_by_its_free_parts,
    setup_and_teardown_keep_their_room,
    a_closed_place_says_why_where_the_reason_is_public,
    any_time_gives_the_first_one,
    a_rule_that_says_no_is_told,
    a_place_nobody_knows_is_said_to_be_unknown,
    ones_own_time_is_drawn_as_ones_own,
);
