//! What is there at a time.

use crate::{closing::close, db::Db, holding::held, taking::try_book, world::*};
use ledig_domain::time::Span;
use ledig_store::{closures, occupancy};

on_both!(
    occupancy_names_what_is_there,
    occupancy_of_many_spans_is_one_query,
    free_and_busy_of_many_units_is_one_query,
    what_is_found_is_what_overlaps,
);

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
