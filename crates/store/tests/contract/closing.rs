//! Time that is closed.

use crate::{
    db::Db,
    taking::{taken, try_book},
    world::*,
};
use ledig_domain::request::OccurrenceState;
use ledig_store::{StoreError, bookings, closures, occupancy};

on_both!(
    a_closure_lies_over_bookings_and_keeps_new_ones_out,
    a_booking_cancelled_in_a_closure_leaves_it_closed,
    a_lifted_closure_lets_in_again,
    a_closure_lifted_half_way_keeps_its_past,
    closures_may_overlap,
    whom_a_closure_would_hit,
);

pub async fn close(db: &Db, closure: closures::Closure) {
    db.write(async |tx| closures::insert(tx, std::slice::from_ref(&closure)).await)
        .await
        .unwrap();
}

async fn a_closure_lies_over_bookings_and_keeps_new_ones_out(db: &Db) {
    fill(db).await;
    try_book(db, 1, A, &[hours(0, 2)]).await.unwrap();
    close(db, closure(1, HALL, hours(1, 10))).await;
    let slots = taken(try_book(db, 2, A, &[hours(3, 1)]).await);
    assert_eq!(
        (slots[0].unit, slots[0].span, slots[0].closed),
        (A, hours(1, 10), true)
    );
    assert!(taken(try_book(db, 3, C2, &[hours(10, 2)]).await)[0].closed);
    try_book(db, 4, C2, &[hours(11, 2)]).await.unwrap();
    try_book(db, 5, GYM, &[hours(1, 2)]).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let there = occupancy::in_span(&mut tx, &[A], hours(0, 5), NOW).await.unwrap();
    assert_eq!(there.iter().filter(|row| row.closure_id.is_some()).count(), 1);
    assert_eq!(there.iter().filter(|row| row.occurrence_id.is_some()).count(), 1);
}

async fn a_booking_cancelled_in_a_closure_leaves_it_closed(db: &Db) {
    fill(db).await;
    let dates = try_book(db, 1, GYM, &[hours(1, 2)]).await.unwrap();
    close(db, closure(1, GYM, hours(0, 10))).await;
    db.write(async |tx| bookings::release(tx, &[(dates[0].id, 1)], OccurrenceState::Cancelled, "flom").await)
        .await
        .unwrap();
    assert!(taken(try_book(db, 2, GYM, &[hours(1, 2)]).await)[0].closed);
}

async fn a_lifted_closure_lets_in_again(db: &Db) {
    fill(db).await;
    let made = closure(1, HALL, hours(5, 10));
    close(db, made.clone()).await;
    let lift = async || db.write(async |tx| closures::lift(tx, made.id, NOW).await).await;
    lift().await.unwrap();
    try_book(db, 1, HALL, &[hours(6, 2)]).await.unwrap();
    assert!(matches!(lift().await, Err(StoreError::Stale)));
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(closures::coming(&mut tx, &[HALL], NOW).await.unwrap(), []);
    let lifted = closures::by_id(&mut tx, made.id).await.unwrap().unwrap();
    assert_eq!(
        closures::by_ids(&mut tx, &[made.id]).await.unwrap(),
        std::slice::from_ref(&lifted)
    );
    assert_eq!(lifted.lifted_at, Some(NOW));
    assert_eq!(closures::history(&mut tx, &[HALL], 9).await.unwrap(), [lifted]);
}

async fn a_closure_lifted_half_way_keeps_its_past(db: &Db) {
    fill(db).await;
    let made = closure(1, GYM, hours(-5, 10));
    close(db, made.clone()).await;
    db.write(async |tx| closures::lift(tx, made.id, NOW).await)
        .await
        .unwrap();
    try_book(db, 1, GYM, &[hours(0, 2)]).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let there = occupancy::busy(&mut tx, &[GYM], hours(-9, 9), NOW).await.unwrap();
    assert_eq!(there[0].span(), hours(-5, 5));
}

async fn closures_may_overlap(db: &Db) {
    fill(db).await;
    close(db, closure(1, HALL, hours(0, 10))).await;
    close(db, closure(2, A, hours(5, 10))).await;
    let mut tx = db.store.reader().await.unwrap();
    let coming = closures::coming(&mut tx, &[HALL, A], NOW).await.unwrap();
    assert_eq!(
        coming.iter().map(closures::Closure::span).collect::<Vec<_>>(),
        [hours(0, 10), hours(5, 10)]
    );
}

async fn whom_a_closure_would_hit(db: &Db) {
    fill(db).await;
    let dates = try_book(db, 1, HALL, &[hours(0, 2), hours(24, 2)]).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let hit = bookings::standing_in(&mut tx, &[A, B], hours(24, 1))
        .await
        .unwrap();
    assert_eq!(hit.iter().map(|date| date.id).collect::<Vec<_>>(), [dates[1].id]);
    assert_eq!(
        (hit[0].facility_slug.as_str(), hit[0].space_slug.as_str()),
        ("hauger-skole", "hall")
    );
}
