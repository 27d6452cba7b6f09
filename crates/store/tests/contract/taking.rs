//! Taking time: what conflicts, what does not, and what is told.

use crate::{db::Db, world::*};
use ledig_domain::{
    id::SpaceId,
    request::OccurrenceState,
    time::{Span, Timestamp},
};
use ledig_store::{
    StoreError, TakenSlot,
    bookings::{self, Occurrence},
    closures, holds, occupancy, requests,
};

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
    released_time_is_free_at_once,
    a_date_released_twice_is_stale,
    a_cancelled_line_can_be_booked_again,
    moving_onto_ones_own_old_time_is_fine,
    moving_onto_another_is_refused_and_keeps_the_old_time,
    a_live_hold_blocks_and_an_expired_one_never,
    an_expired_hold_is_not_shown,
    a_line_has_one_hold,
    a_hold_becomes_a_booking,
    a_closure_lies_over_bookings_and_keeps_new_ones_out,
    a_booking_cancelled_in_a_closure_leaves_it_closed,
    a_lifted_closure_lets_in_again,
    a_closure_lifted_half_way_keeps_its_past,
    closures_may_overlap,
    a_space_without_units_cannot_be_booked,
    occupancy_names_what_is_there,
    occupancy_of_many_spans_is_one_query,
    free_and_busy_of_many_units_is_one_query,
    what_is_found_is_what_overlaps,
    whom_a_closure_would_hit,
    an_organisations_dates_are_counted_and_listed,
    a_bookings_dates_by_request_and_by_id,
    dates_given_back_are_counted,
);

async fn try_book(
    db: &Db,
    number: u128,
    space: SpaceId,
    spans: &[Span],
) -> Result<Vec<Occurrence>, StoreError> {
    db.write(async |tx| book(tx, number, space, spans).await).await
}

fn taken(result: Result<impl std::fmt::Debug, StoreError>) -> Vec<TakenSlot> {
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

/// A request whose only line holds the gym.
async fn held(db: &Db, number: u128, span: Span, expires_at: Timestamp) -> Result<holds::Hold, StoreError> {
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

async fn close(db: &Db, closure: closures::Closure) {
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

async fn occupancy_names_what_is_there(db: &Db) {
    fill(db).await;
    let dates = try_book(db, 1, C, &[hours(0, 2)]).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let there = occupancy::in_span(&mut tx, &[A, B, C1, C2], hours(-5, 10), NOW)
        .await
        .unwrap();
    assert_eq!(there.iter().map(|row| row.unit_id).collect::<Vec<_>>(), [C1, C2]);
    let row = &there[0];
    assert_eq!((row.space_id, row.occurrence_id), (C, Some(dates[0].id)));
    assert_eq!(
        (row.organisation_id, row.organisation_name.as_deref()),
        (Some(CLUB), Some("Hauger IL"))
    );
    assert_eq!(
        (row.team_id, row.team_name.as_deref()),
        (Some(GIRLS), Some("Jenter 12"))
    );
    assert_eq!(
        (row.request_id, row.line_id),
        (Some(request(1, C, &[]).0.id), Some(dates[0].line_id))
    );
    assert_eq!(
        (row.purpose.as_deref(), row.times()),
        (Some("Trening"), Some(wall("18:00-19:30")))
    );
    assert_eq!(
        (row.person_id, row.reason.as_deref(), row.public),
        (Some(KARI), None, None)
    );
    close(db, closure(1, A, hours(100, 2))).await;
    let mut tx = db.store.reader().await.unwrap();
    let closed = occupancy::in_span(&mut tx, &[A], hours(99, 10), NOW)
        .await
        .unwrap();
    assert_eq!(
        (closed[0].reason.as_deref(), closed[0].public),
        (Some("Vannlekkasje"), Some(true))
    );
    assert_eq!((closed[0].space_id, closed[0].request_id), (A, None));
}

async fn occupancy_of_many_spans_is_one_query(db: &Db) {
    fill(db).await;
    let dates: Vec<Span> = (0..40).map(|week| hours(week * 168, 2)).collect();
    try_book(db, 1, HALL, &dates).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let asked = [hours(168, 1), hours(336, 1), hours(340, 5)];
    let there = occupancy::in_spans(&mut tx, &[A, B], &asked, NOW).await.unwrap();
    assert_eq!(there.len(), 4);
    assert_eq!(occupancy::in_spans(&mut tx, &[A, B], &[], NOW).await.unwrap(), []);
    assert_eq!(tx.queries(), 1);
}

async fn free_and_busy_of_many_units_is_one_query(db: &Db) {
    fill(db).await;
    try_book(db, 1, HALL, &[hours(0, 2), hours(24, 2)]).await.unwrap();
    try_book(db, 2, GYM, &[hours(1, 2)]).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let there = occupancy::busy(&mut tx, &[A, GYM], hours(0, 24), NOW)
        .await
        .unwrap();
    assert_eq!(tx.queries(), 1);
    let told: Vec<_> = there.iter().map(|row| (row.unit_id, row.span())).collect();
    assert_eq!(told, [(A, hours(0, 2)), (GYM, hours(1, 2))]);
    assert_eq!(
        occupancy::busy(&mut tx, &[], hours(0, 24), NOW).await.unwrap(),
        []
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

async fn an_organisations_dates_are_counted_and_listed(db: &Db) {
    fill(db).await;
    let dates = try_book(
        db,
        1,
        GYM,
        &[hours(-9, 1), hours(0, 1), hours(24, 1), hours(48, 1)],
    )
    .await
    .unwrap();
    db.write(async |tx| {
        let (mut own, lines) = request(2, A, &[hours(5, 1)]);
        (own.organisation_id, own.team_id) = (None, None);
        requests::insert(tx, &own, &lines).await?;
        book_dates(tx, &own, &occurrences(&lines)).await?;
        bookings::release(tx, &[(dates[3].id, 1)], OccurrenceState::Cancelled, "").await
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let next = bookings::upcoming_of_organisation(&mut tx, CLUB, NOW, 9)
        .await
        .unwrap();
    assert_eq!(
        next.iter().map(|date| date.id).collect::<Vec<_>>(),
        [dates[1].id, dates[2].id]
    );
    assert_eq!(
        (next[0].team_name.as_deref(), next[0].times()),
        (Some("Jenter 12"), wall("18-19.30"))
    );
    assert_eq!(
        bookings::upcoming_of_organisation(&mut tx, CLUB, NOW, 1)
            .await
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        bookings::upcoming_of_organisation(&mut tx, BAND, NOW, 9)
            .await
            .unwrap(),
        []
    );
    let own = bookings::upcoming_of_person(&mut tx, KARI, NOW, 9).await.unwrap();
    assert_eq!(own.iter().map(|date| date.space_id).collect::<Vec<_>>(), [A]);
    let (from, to) = (date("2026-09-23"), date("2026-09-25"));
    let held = bookings::held_by_organisation(&mut tx, CLUB, from, to)
        .await
        .unwrap();
    assert_eq!(
        held.iter().map(|span| span.times().minutes()).collect::<Vec<_>>(),
        [90, 90]
    );
    assert_eq!(held[0].date, from);
    let own = bookings::held_by_person(&mut tx, KARI, from.pred_opt().unwrap(), to)
        .await
        .unwrap();
    assert_eq!(own.iter().map(|span| span.space_id).collect::<Vec<_>>(), [A]);
    let mut both = async |organisations: &[_], person, from, limit| {
        let listed = bookings::upcoming(&mut tx, organisations, person, from, limit)
            .await
            .unwrap();
        let number = bookings::count_upcoming(&mut tx, organisations, person, from)
            .await
            .unwrap();
        (
            listed.iter().map(|date| date.space_id).collect::<Vec<_>>(),
            number,
        )
    };
    assert_eq!(
        both(&[CLUB, BAND], Some(KARI), NOW, 9).await,
        (vec![GYM, A, GYM], 3)
    );
    assert_eq!(both(&[CLUB], None, NOW, 1).await, (vec![GYM], 2));
    assert_eq!(both(&[], Some(KARI), NOW, 9).await, (vec![A], 1));
    assert_eq!(both(&[BAND], None, NOW, 9).await, (vec![], 0));
}

async fn dates_given_back_are_counted(db: &Db) {
    fill(db).await;
    let dates = try_book(
        db,
        1,
        GYM,
        &[hours(-9, 1), hours(0, 1), hours(24, 1), hours(48, 1)],
    )
    .await
    .unwrap();
    db.write(async |tx| {
        bookings::release(
            tx,
            &[(dates[0].id, 1), (dates[1].id, 1)],
            OccurrenceState::Withdrawn,
            "",
        )
        .await?;
        bookings::release(tx, &[(dates[2].id, 1)], OccurrenceState::Cancelled, "").await
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(
        bookings::count_given_back(&mut tx, &[CLUB], None, NOW)
            .await
            .unwrap(),
        1
    );
    assert_eq!(
        bookings::count_given_back(&mut tx, &[CLUB], None, hours(-9, 1).start)
            .await
            .unwrap(),
        2
    );
    assert_eq!(
        bookings::count_given_back(&mut tx, &[BAND], Some(KARI), NOW)
            .await
            .unwrap(),
        0
    );
    let found = bookings::booked_by_ids(&mut tx, &[dates[2].id, dates[0].id])
        .await
        .unwrap();
    let told: Vec<_> = found.iter().map(|date| (date.id, date.state)).collect();
    assert_eq!(
        told,
        [
            (dates[0].id, OccurrenceState::Withdrawn),
            (dates[2].id, OccurrenceState::Cancelled)
        ]
    );
}

async fn a_bookings_dates_by_request_and_by_id(db: &Db) {
    fill(db).await;
    let dates = try_book(db, 1, GYM, &[hours(0, 1), hours(24, 1)]).await.unwrap();
    let id = request(1, GYM, &[]).0.id;
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(bookings::occurrences(&mut tx, id).await.unwrap(), dates);
    assert_eq!(
        bookings::by_ids(&mut tx, &[dates[1].id]).await.unwrap(),
        dates[1..]
    );
    assert_eq!(
        bookings::by_request(&mut tx, id)
            .await
            .unwrap()
            .unwrap()
            .request_id,
        id
    );
    assert_eq!(
        (dates[0].occupied(), dates[0].times()),
        (hours(0, 1), wall("18-19:30"))
    );
}

/// Numbers that look like chance and are the same each time (Knuth's multiplier).
fn chance(state: &mut u64, below: i64) -> i64 {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    i64::try_from(*state >> 33).unwrap() % below
}

async fn what_is_found_is_what_overlaps(db: &Db) {
    fill(db).await;
    let mut state = 7;
    for number in 1..60_u128 {
        let space = [A, C1, C, HALL, GYM][usize::try_from(chance(&mut state, 5)).unwrap()];
        let span = hours(chance(&mut state, 100), 1 + chance(&mut state, 5));
        let _ = match number % 10 {
            0 => {
                db.write(async |tx| closures::insert(tx, &[closure(number, space, span)]).await)
                    .await
            }
            1 => held(db, number, span, NOW.plus(chance(&mut state, 2) * HOUR))
                .await
                .map(|_| ()),
            _ => try_book(db, number, space, &[span]).await.map(|_| ()),
        };
    }
    let units = [A, B, C1, C2, GYM];
    let mut tx = db.store.reader().await.unwrap();
    let all = occupancy::busy(&mut tx, &units, hours(-500, 1000), NOW)
        .await
        .unwrap();
    assert!(all.len() > 40);
    for _ in 0..40 {
        let spans: Vec<Span> = (0..chance(&mut state, 4))
            .map(|_| hours(chance(&mut state, 104) - 2, 1 + chance(&mut state, 9)))
            .collect();
        let some = &units[usize::try_from(chance(&mut state, 4)).unwrap()..];
        let found = occupancy::busy_in(&mut tx, some, &spans, NOW).await.unwrap();
        let expected: Vec<_> = all
            .iter()
            .filter(|row| some.contains(&row.unit_id) && spans.iter().any(|span| span.overlaps(row.span())))
            .copied()
            .collect();
        assert_eq!(found, expected, "{some:?} {spans:?}");
        let named = occupancy::in_spans(&mut tx, some, &spans, NOW).await.unwrap();
        assert_eq!(named.len(), expected.len());
    }
}
