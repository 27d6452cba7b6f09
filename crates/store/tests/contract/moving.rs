//! Time that is let go or moved.

use crate::{
    db::Db,
    taking::{taken, try_book},
    world::*,
};
use ledig_domain::request::OccurrenceState;
use ledig_store::{StoreError, bookings};

on_both!(
    released_time_is_free_at_once,
    a_date_released_twice_is_stale,
    a_cancelled_line_can_be_booked_again,
    moving_onto_ones_own_old_time_is_fine,
    moving_onto_another_is_refused_and_keeps_the_old_time,
);

async fn released_time_is_free_at_once(db: &Db) {
    fill(db).await;
    let dates = try_book(db, 1, HALL, &[hours(0, 2), hours(24, 2)]).await.unwrap();
    db.write(async |tx| bookings::release(tx, &[(dates[0].id, 1)], OccurrenceState::Withdrawn, "syk").await)
        .await
        .unwrap();
    try_book(db, 2, HALL, &[hours(0, 2)]).await.unwrap();
    taken(try_book(db, 3, HALL, &[hours(24, 2)]).await);
    let mut tx = db.store.reader().await.unwrap();
    let after = bookings::by_ids(&mut tx, &[dates[0].id]).await.unwrap();
    assert_eq!(
        (after[0].state, after[0].changed_reason.as_str(), after[0].version),
        (OccurrenceState::Withdrawn, "syk", 2)
    );
}

async fn a_date_released_twice_is_stale(db: &Db) {
    fill(db).await;
    let dates = try_book(db, 1, GYM, &[hours(0, 2), hours(24, 2)]).await.unwrap();
    let both: Vec<_> = dates.iter().map(|date| (date.id, 1)).collect();
    let release = async |list: &[_]| {
        db.write(async |tx| bookings::release(tx, list, OccurrenceState::Cancelled, "").await)
            .await
    };
    release(&both[1..]).await.unwrap();
    assert!(matches!(release(&both).await, Err(StoreError::Stale)));
    // Nothing of the refused release was kept.
    taken(try_book(db, 2, GYM, &[hours(0, 2)]).await);
    assert!(matches!(
        release(&[(dates[1].id, 2)]).await,
        Err(StoreError::Stale)
    ));
}

async fn a_cancelled_line_can_be_booked_again(db: &Db) {
    fill(db).await;
    let dates = try_book(db, 1, GYM, &[hours(0, 2)]).await.unwrap();
    let mut again = dates[0].clone();
    again.id = ledig_domain::id::OccurrenceId(id(123_456));
    let twice = db
        .write(async |tx| bookings::book(tx, std::slice::from_ref(&again), NOW).await)
        .await;
    assert!(matches!(twice, Err(StoreError::Duplicate(_))), "{twice:?}");
    db.write(async |tx| {
        bookings::release(tx, &[(dates[0].id, 1)], OccurrenceState::Withdrawn, "").await?;
        bookings::book(tx, std::slice::from_ref(&again), NOW).await
    })
    .await
    .unwrap();
}

async fn moving_onto_ones_own_old_time_is_fine(db: &Db) {
    fill(db).await;
    let dates = try_book(db, 1, HALL, &[hours(0, 2)]).await.unwrap();
    let mut moved = dates[0].clone();
    (moved.space_id, moved.starts_at, moved.ends_at) = (C, hours(1, 2).start, hours(1, 2).end);
    db.write(async |tx| bookings::move_to(tx, &moved, NOW).await)
        .await
        .unwrap();
    try_book(db, 2, A, &[hours(0, 2)]).await.unwrap();
    taken(try_book(db, 3, C1, &[hours(1, 2)]).await);
    let stale = db
        .write(async |tx| bookings::move_to(tx, &moved, NOW).await)
        .await;
    assert!(matches!(stale, Err(StoreError::Stale)));
}

async fn moving_onto_another_is_refused_and_keeps_the_old_time(db: &Db) {
    fill(db).await;
    let dates = try_book(db, 1, GYM, &[hours(0, 2)]).await.unwrap();
    try_book(db, 2, GYM, &[hours(2, 2)]).await.unwrap();
    let mut moved = dates[0].clone();
    (moved.starts_at, moved.ends_at) = (hours(1, 2).start, hours(1, 2).end);
    db.write(async |tx| {
        let slots = taken(bookings::move_to(tx, &moved, NOW).await);
        assert_eq!(slots[0].span, hours(2, 2));
        Ok(())
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(bookings::by_ids(&mut tx, &[dates[0].id]).await.unwrap(), dates);
    drop(tx);
    taken(try_book(db, 3, GYM, &[hours(0, 2)]).await);
}
