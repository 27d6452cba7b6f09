//! A hall's parts, with and without bookings in them.

use super::places::space_form;
use crate::{
    faults::faults,
    world::{A, B, FOR_BAND, FOR_CLUB, HALL, MANAGER, ROOM, SCHOOL, World, times},
};
use ledig_service::{Fault, ServiceError, Viewer, manage::SpaceForm};
use ledig_store::occupancy;

async fn a_booked_hall_can_get_another_part(world: &World) {
    let service = &world.service;
    world
        .book(FOR_CLUB, ROOM, "2026-11-19", times("18:00", "19:30"))
        .await;
    let manager = world.viewer(MANAGER).await;
    let (part, slug) = service
        .create_space(&manager, SCHOOL, &space_form("Del A", Some(ROOM)))
        .await
        .unwrap();
    assert_eq!(slug, "del-a-2");
    // The booking of the whole holds the part too.
    let span = ledig_domain::time::Span {
        start: world.service.now(),
        end: ledig_domain::time::Timestamp(i64::MAX),
    };
    let now = service.now();
    let mut tx = world.store.reader().await.unwrap();
    let rows = occupancy::busy(&mut tx, &[part], span, now).await.unwrap();
    tx.rollback().await.unwrap();
    assert_eq!(rows.len(), 1);
    let editor = service.space_editor(&manager, part).await.unwrap();
    assert_eq!(editor.form.equipment, ["Mål"]);
    assert!(!editor.parents.iter().any(|one| one.id == part));
}

async fn a_tree_change_that_makes_bookings_collide_is_refused_with_the_list(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    world
        .book(FOR_CLUB, ROOM, "2026-11-19", times("18:00", "19:30"))
        .await;
    world
        .book(FOR_BAND, HALL, "2026-11-19", times("19:00", "20:00"))
        .await;
    let editor = service.space_editor(&manager, ROOM).await.unwrap();
    let form = SpaceForm {
        parent: Some(A),
        ..editor.form.clone()
    };
    let refused = service
        .save_space(&manager, (ROOM, editor.version), &form)
        .await
        .unwrap_err();
    let ServiceError::InTheWay(list) = refused else {
        panic!("{refused:?}")
    };
    let who: Vec<_> = list.iter().map(|one| one.who.clone().unwrap()).collect();
    // The hall's booking would come to stand on the room's.
    assert_eq!(who, ["Rud skolekorps"]);
    // Nothing was changed.
    assert_eq!(
        service.space_editor(&manager, ROOM).await.unwrap().form.parent,
        None
    );
    let loop_form = SpaceForm {
        parent: Some(A),
        ..service.space_editor(&manager, HALL).await.unwrap().form
    };
    let refused = service
        .save_space(&manager, (HALL, 1), &loop_form)
        .await
        .unwrap_err();
    assert_eq!(faults(&refused), [("parent", Fault::NotATree)]);
}

async fn a_part_with_bookings_is_not_retired_and_one_without_is(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    world
        .book(FOR_CLUB, A, "2026-11-19", times("18:00", "19:30"))
        .await;
    let refused = service.retire_space(&manager, (A, 1), true).await.unwrap_err();
    assert!(matches!(refused, ServiceError::InTheWay(list) if list.len() == 1));
    service.retire_space(&manager, (B, 1), true).await.unwrap();
    let page = service
        .facility_page(&Viewer::ANYBODY, "hauger-skole", None)
        .await
        .unwrap();
    assert!(!page.spaces.iter().any(|one| one.place.id == B));
    let editor = service.facility_editor(&manager, SCHOOL).await.unwrap();
    assert_eq!(
        editor.spaces.last().map(|one| (one.id, one.retired)),
        Some((B, true))
    );
    service.retire_space(&manager, (B, 2), false).await.unwrap();
    let page = service
        .facility_page(&Viewer::ANYBODY, "hauger-skole", None)
        .await
        .unwrap();
    assert!(page.spaces.iter().any(|one| one.place.id == B));
}

on_both!(
    a_booked_hall_can_get_another_part,
    a_tree_change_that_makes_bookings_collide_is_refused_with_the_list,
    a_part_with_bookings_is_not_retired_and_one_without_is,
);
