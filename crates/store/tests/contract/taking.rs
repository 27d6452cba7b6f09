//! Taking time: what conflicts, what does not, and what is told.

use crate::{db::Db, world::*};
use ledig_domain::{id::SpaceId, time::Span};
use ledig_store::{StoreError, TakenSlot, bookings, bookings::Occurrence, requests};

on_both!(
    the_same_space_twice_is_refused,
    a_part_conflicts_with_its_whole_and_the_whole_with_its_part,
    a_grandchild_conflicts_with_the_hall,
    siblings_are_free,
    touching_ends_are_free,
    setup_reaches_into_the_neighbour,
    teardown_alone_reaches_into_the_neighbour,
    what_is_taken_is_told_per_line,
    a_refused_booking_writes_nothing_and_the_transaction_goes_on,
    a_request_that_wishes_twice_for_the_same_time_is_told,
    a_space_without_units_cannot_be_booked,
);

pub async fn try_book(
    db: &Db,
    number: u128,
    space: SpaceId,
    spans: &[Span],
) -> Result<Vec<Occurrence>, StoreError> {
    db.write(async |tx| book(tx, number, space, spans).await).await
}

pub fn taken(result: Result<impl std::fmt::Debug, StoreError>) -> Vec<TakenSlot> {
    match result {
        Err(StoreError::Taken(slots)) => slots,
        other => panic!("expected taken time, got {other:?}"),
    }
}

async fn the_same_space_twice_is_refused(db: &Db) {
    fill(db).await;
    try_book(db, 1, GYM, &[hours(10, 2)]).await.unwrap();
    let slots = taken(try_book(db, 2, GYM, &[hours(11, 2)]).await);
    assert_eq!(slots.len(), 1);
    assert_eq!(
        (slots[0].unit, slots[0].span, slots[0].closed),
        (GYM, hours(10, 2), false)
    );
}

async fn a_part_conflicts_with_its_whole_and_the_whole_with_its_part(db: &Db) {
    fill(db).await;
    try_book(db, 1, HALL, &[hours(10, 2)]).await.unwrap();
    try_book(db, 2, A, &[hours(20, 2)]).await.unwrap();
    assert_eq!(taken(try_book(db, 3, A, &[hours(10, 2)]).await)[0].unit, A);
    assert_eq!(taken(try_book(db, 4, HALL, &[hours(20, 2)]).await)[0].unit, A);
}

async fn a_grandchild_conflicts_with_the_hall(db: &Db) {
    fill(db).await;
    try_book(db, 1, C2, &[hours(10, 2)]).await.unwrap();
    assert_eq!(taken(try_book(db, 2, HALL, &[hours(11, 1)]).await)[0].unit, C2);
    assert_eq!(taken(try_book(db, 3, C, &[hours(11, 1)]).await)[0].unit, C2);
    try_book(db, 4, C1, &[hours(10, 2)]).await.unwrap();
}

async fn siblings_are_free(db: &Db) {
    fill(db).await;
    try_book(db, 1, A, &[hours(10, 2)]).await.unwrap();
    try_book(db, 2, B, &[hours(10, 2)]).await.unwrap();
    try_book(db, 3, C, &[hours(10, 2)]).await.unwrap();
    try_book(db, 4, GYM, &[hours(10, 2)]).await.unwrap();
}

async fn touching_ends_are_free(db: &Db) {
    fill(db).await;
    try_book(db, 1, GYM, &[hours(10, 2)]).await.unwrap();
    try_book(db, 2, GYM, &[hours(12, 2)]).await.unwrap();
    try_book(db, 3, GYM, &[hours(8, 2)]).await.unwrap();
}

async fn with_setup(db: &Db, number: u128, span: Span, setup: u16, teardown: u16) -> Result<(), StoreError> {
    db.write(async |tx| {
        let (request, lines) = request(number, GYM, &[span]);
        requests::insert(tx, &request, &lines).await?;
        let mut dates = occurrences(&lines);
        dates[0].setup_minutes = setup;
        dates[0].teardown_minutes = teardown;
        book_dates(tx, &request, &dates).await
    })
    .await
}

async fn setup_reaches_into_the_neighbour(db: &Db) {
    fill(db).await;
    try_book(db, 1, GYM, &[hours(10, 2)]).await.unwrap();
    assert_eq!(
        taken(with_setup(db, 2, hours(12, 1), 15, 0).await)[0].span,
        hours(10, 2)
    );
    with_setup(db, 3, hours(12, 1), 0, 0).await.unwrap();
}

async fn teardown_alone_reaches_into_the_neighbour(db: &Db) {
    fill(db).await;
    with_setup(db, 1, hours(10, 2), 0, 30).await.unwrap();
    let slots = taken(try_book(db, 2, GYM, &[hours(12, 1)]).await);
    assert_eq!(slots[0].span.end, hours(10, 2).end.plus(1800));
}

async fn what_is_taken_is_told_per_line(db: &Db) {
    fill(db).await;
    try_book(db, 1, A, &[hours(24, 1), hours(72, 1)]).await.unwrap();
    let wish: Vec<Span> = (0..5).map(|day| hours(day * 24, 2)).collect();
    let slots = taken(try_book(db, 2, HALL, &wish).await);
    let (_, lines) = request(2, HALL, &wish);
    let told: Vec<_> = slots.iter().map(|slot| (slot.line, slot.unit)).collect();
    assert_eq!(told, [(lines[1].id, A), (lines[3].id, A)]);
}

async fn a_refused_booking_writes_nothing_and_the_transaction_goes_on(db: &Db) {
    fill(db).await;
    try_book(db, 1, A, &[hours(24, 1)]).await.unwrap();
    let (request, lines) = request(2, HALL, &[hours(0, 1), hours(24, 1)]);
    db.write(async |tx| {
        requests::insert(tx, &request, &lines).await?;
        let dates = occurrences(&lines);
        taken(book_dates(tx, &request, &dates).await);
        assert!(bookings::by_ids(tx, &[dates[0].id]).await?.is_empty());
        bookings::book(tx, &dates[..1], NOW).await
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let booked = bookings::occurrences(&mut tx, request.id).await.unwrap();
    assert_eq!(booked, occurrences(&lines)[..1]);
}

async fn a_request_that_wishes_twice_for_the_same_time_is_told(db: &Db) {
    fill(db).await;
    let slots = taken(try_book(db, 1, GYM, &[hours(0, 2), hours(1, 2)]).await);
    assert_eq!(slots.len(), 1);
    assert_eq!(slots[0].span, hours(0, 2));
}

async fn a_space_without_units_cannot_be_booked(db: &Db) {
    fill(db).await;
    db.write(async |tx| {
        let mut gym = ledig_store::spaces::by_id(tx, GYM).await?.unwrap();
        gym.archived = true;
        ledig_store::spaces::update(tx, &gym).await?;
        ledig_store::tree::rederive(tx, SCHOOL, NOW).await
    })
    .await
    .unwrap();
    let refused = try_book(db, 1, GYM, &[hours(0, 1)]).await;
    assert!(matches!(refused, Err(StoreError::Missing)), "{refused:?}");
}
