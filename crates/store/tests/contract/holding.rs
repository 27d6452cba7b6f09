//! Time that is held for a while.

use crate::{
    db::Db,
    taking::{taken, try_book},
    world::*,
};
use ledig_domain::{time::Span, time::Timestamp};
use ledig_store::{StoreError, holds, occupancy, requests};

on_both!(
    a_live_hold_blocks_and_an_expired_one_never,
    an_expired_hold_is_not_shown,
    a_line_has_one_hold,
    a_hold_becomes_a_booking,
);

/// A request whose only line holds the gym.
pub async fn held(
    db: &Db,
    number: u128,
    span: Span,
    expires_at: Timestamp,
) -> Result<holds::Hold, StoreError> {
    db.write(async |tx| {
        let (request, lines) = request(number, GYM, &[span]);
        requests::insert(tx, &request, &lines).await?;
        let hold = hold(number, lines[0].id, GYM, span, expires_at);
        holds::place(tx, &[hold], NOW).await?;
        Ok(hold)
    })
    .await
}

async fn a_live_hold_blocks_and_an_expired_one_never(db: &Db) {
    fill(db).await;
    held(db, 1, hours(0, 2), NOW.plus(1)).await.unwrap();
    held(db, 2, hours(4, 2), NOW).await.unwrap();
    taken(try_book(db, 3, GYM, &[hours(0, 2)]).await);
    try_book(db, 4, GYM, &[hours(4, 2)]).await.unwrap();
    taken(held(db, 5, hours(1, 2), NOW.plus(HOUR)).await);
    let mut tx = db.store.reader().await.unwrap();
    let (first, second) = (request(1, GYM, &[]).0.id, request(2, GYM, &[]).0.id);
    assert_eq!(holds::by_request(&mut tx, first).await.unwrap().len(), 1);
    assert_eq!(
        holds::by_request(&mut tx, second).await.unwrap(),
        [],
        "the booking has removed it"
    );
}

async fn an_expired_hold_is_not_shown(db: &Db) {
    fill(db).await;
    let expiring = held(db, 1, hours(0, 2), NOW.plus(10)).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let seen = async |tx: &mut ledig_store::Tx, now| {
        (
            occupancy::in_span(tx, &[GYM], hours(0, 9), now)
                .await
                .unwrap()
                .len(),
            occupancy::busy(tx, &[GYM], hours(0, 9), now).await.unwrap().len(),
            holds::expired(tx, now, 9).await.unwrap(),
        )
    };
    assert_eq!(seen(&mut tx, NOW.plus(9)).await, (1, 1, vec![]));
    assert_eq!(seen(&mut tx, NOW.plus(10)).await, (0, 0, vec![expiring]));
}

async fn a_line_has_one_hold(db: &Db) {
    fill(db).await;
    let first = held(db, 1, hours(0, 2), NOW.plus(HOUR)).await.unwrap();
    let second = hold(77, first.line_id, GYM, hours(1, 2), NOW.plus(HOUR));
    db.write(async |tx| holds::place(tx, &[second], NOW).await)
        .await
        .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let found = holds::by_request(&mut tx, request(1, GYM, &[]).0.id)
        .await
        .unwrap();
    assert_eq!(found, [second]);
}

async fn a_hold_becomes_a_booking(db: &Db) {
    fill(db).await;
    let hold = held(db, 1, hours(0, 2), NOW.plus(HOUR)).await.unwrap();
    let (request, lines) = request(1, GYM, &[hours(0, 2)]);
    db.write(async |tx| {
        holds::release(tx, &[hold.line_id]).await?;
        book_dates(tx, &request, &occurrences(&lines)).await
    })
    .await
    .unwrap();
}
