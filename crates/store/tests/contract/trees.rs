//! A space tree that changes while bookings stand on it.

use crate::{db::Db, world::*};
use ledig_domain::id::SpaceId;
use ledig_store::{InTheWay, StoreError, Tx, bookings, closures, holds, occupancy, requests, spaces, tree};
use std::collections::BTreeSet;

on_both!(
    units_are_the_leaves,
    a_booked_space_that_gets_parts_occupies_them,
    parts_taken_away_make_the_whole_a_unit_again,
    two_bookings_that_would_collide_refuse_the_change,
    a_booked_part_cannot_be_archived,
    what_is_over_does_not_stand_in_the_way,
    holds_and_closures_move_along,
    a_booking_inside_a_closure_survives_the_change,
    a_space_moved_into_a_booked_hall_is_refused_where_it_collides,
    a_circle_is_refused,
    a_change_that_moves_no_unit_touches_nothing,
);

const G1: SpaceId = SpaceId(id(50));
const G2: SpaceId = SpaceId(id(51));

async fn split_gym(tx: &mut Tx) -> Result<(), StoreError> {
    let halves = [space(G1, Some(GYM), "gym-1", 8), space(G2, Some(GYM), "gym-2", 9)];
    spaces::insert(tx, &halves).await?;
    tree::rederive(tx, SCHOOL, NOW).await
}

async fn change(db: &Db, space: SpaceId, edit: impl Fn(&mut spaces::Space)) -> Result<(), StoreError> {
    db.write(async |tx| {
        let mut found = spaces::by_id(tx, space).await?.unwrap();
        edit(&mut found);
        spaces::update(tx, &found).await?;
        tree::rederive(tx, SCHOOL, NOW).await
    })
    .await
}

fn in_the_way(result: Result<(), StoreError>) -> Vec<InTheWay> {
    match result {
        Err(StoreError::InTheWay(list)) => list,
        other => panic!("expected what stands in the way, got {other:?}"),
    }
}

async fn units_are_the_leaves(db: &Db) {
    fill(db).await;
    let mut tx = db.store.reader().await.unwrap();
    let units = tree::units(&mut tx, &[HALL, C, GYM]).await.unwrap();
    assert_eq!(units[&HALL], BTreeSet::from([A, B, C1, C2]));
    assert_eq!(units[&C], BTreeSet::from([C1, C2]));
    assert_eq!(units[&GYM], BTreeSet::from([GYM]));
    assert_eq!(tree::all_units(&mut tx).await.unwrap().len(), 7);
    assert_eq!(tx.queries(), 2);
}

async fn a_booked_space_that_gets_parts_occupies_them(db: &Db) {
    fill(db).await;
    db.write(async |tx| {
        book(tx, 1, GYM, &[hours(0, 2)]).await?;
        split_gym(tx).await
    })
    .await
    .unwrap();
    for (number, part) in [(2, G1), (3, G2)] {
        let refused = db
            .write(async |tx| book(tx, number, part, &[hours(1, 1)]).await)
            .await;
        assert!(matches!(refused, Err(StoreError::Taken(_))), "{refused:?}");
    }
}

async fn parts_taken_away_make_the_whole_a_unit_again(db: &Db) {
    fill(db).await;
    db.write(async |tx| {
        split_gym(tx).await?;
        book(tx, 1, GYM, &[hours(0, 2)]).await.map(|_| ())
    })
    .await
    .unwrap();
    change(db, G1, |space| space.archived = true).await.unwrap();
    change(db, G2, |space| space.archived = true).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let there = occupancy::busy(&mut tx, &[GYM, G1, G2], hours(0, 9), NOW)
        .await
        .unwrap();
    assert_eq!(there.iter().map(|row| row.unit_id).collect::<Vec<_>>(), [GYM]);
}

async fn two_bookings_that_would_collide_refuse_the_change(db: &Db) {
    fill(db).await;
    let (gym, hall) = db
        .write(async |tx| {
            let gym = book(tx, 1, GYM, &[hours(0, 2)]).await?;
            Ok((gym, book(tx, 2, A, &[hours(1, 2)]).await?))
        })
        .await
        .unwrap();
    // A becomes a part of the gym: who has the gym then would have A.
    let found = in_the_way(change(db, A, |space| space.parent_id = Some(GYM)).await);
    let who: BTreeSet<_> = found.iter().filter_map(|row| row.occurrence).collect();
    assert!(who.contains(&gym[0].id), "{found:?}");
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(
        tree::units(&mut tx, &[GYM]).await.unwrap()[&GYM],
        BTreeSet::from([GYM])
    );
    assert_eq!(
        spaces::by_id(&mut tx, A).await.unwrap().unwrap().parent_id,
        Some(HALL)
    );
    assert_eq!(bookings::by_ids(&mut tx, &[hall[0].id]).await.unwrap(), hall);
    assert_eq!(
        occupancy::busy(&mut tx, &[A, GYM], hours(0, 9), NOW)
            .await
            .unwrap()
            .len(),
        2
    );
}

async fn a_booked_part_cannot_be_archived(db: &Db) {
    fill(db).await;
    let dates = db
        .write(async |tx| book(tx, 1, A, &[hours(0, 2)]).await)
        .await
        .unwrap();
    let found = in_the_way(change(db, A, |space| space.archived = true).await);
    assert_eq!(
        found,
        [InTheWay {
            occurrence: Some(dates[0].id),
            space: A,
            span: hours(0, 2)
        }]
    );
}

async fn what_is_over_does_not_stand_in_the_way(db: &Db) {
    fill(db).await;
    db.write(async |tx| book(tx, 1, A, &[hours(-9, 2)]).await)
        .await
        .unwrap();
    change(db, A, |space| space.archived = true).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(
        occupancy::busy(&mut tx, &[A], hours(-24, 24), NOW)
            .await
            .unwrap()
            .len(),
        1,
        "its history stays"
    );
}

async fn holds_and_closures_move_along(db: &Db) {
    fill(db).await;
    let (asked, lines) = request(1, GYM, &[hours(0, 2)]);
    db.write(async |tx| {
        requests::insert(tx, &asked, &lines).await?;
        holds::place(tx, &[hold(1, lines[0].id, GYM, hours(0, 2), NOW.plus(HOUR))], NOW).await?;
        closures::insert(tx, &[closure(1, GYM, hours(50, 2))]).await?;
        split_gym(tx).await
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let there = occupancy::in_span(&mut tx, &[GYM, G1, G2], hours(0, 99), NOW)
        .await
        .unwrap();
    let told: Vec<_> = there
        .iter()
        .map(|row| (row.unit_id, row.hold_id.is_some(), row.closure_id.is_some()))
        .collect();
    assert_eq!(
        told,
        [
            (G1, true, false),
            (G2, true, false),
            (G1, false, true),
            (G2, false, true)
        ]
    );
    let later = occupancy::busy(&mut tx, &[G1], hours(0, 9), NOW.plus(HOUR))
        .await
        .unwrap();
    assert_eq!(later, [], "it expires as before");
}

async fn a_booking_inside_a_closure_survives_the_change(db: &Db) {
    fill(db).await;
    db.write(async |tx| {
        book(tx, 1, GYM, &[hours(2, 2)]).await?;
        closures::insert(tx, &[closure(1, GYM, hours(0, 9))]).await?;
        split_gym(tx).await
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(
        occupancy::busy(&mut tx, &[G1, G2], hours(0, 9), NOW)
            .await
            .unwrap()
            .len(),
        4
    );
}

async fn a_space_moved_into_a_booked_hall_is_refused_where_it_collides(db: &Db) {
    fill(db).await;
    db.write(async |tx| {
        book(tx, 1, HALL, &[hours(0, 2)]).await?;
        book(tx, 2, GYM, &[hours(5, 2)]).await.map(|_| ())
    })
    .await
    .unwrap();
    change(db, GYM, |space| space.parent_id = Some(HALL))
        .await
        .unwrap();
    let refused = db.write(async |tx| book(tx, 3, GYM, &[hours(1, 1)]).await).await;
    assert!(
        matches!(refused, Err(StoreError::Taken(_))),
        "the hall's booking has the gym too now"
    );
}

async fn a_circle_is_refused(db: &Db) {
    fill(db).await;
    let refused = change(db, HALL, |space| space.parent_id = Some(C1)).await;
    assert!(
        matches!(refused, Err(StoreError::Unreadable { .. })),
        "{refused:?}"
    );
}

async fn a_change_that_moves_no_unit_touches_nothing(db: &Db) {
    fill(db).await;
    db.write(async |tx| book(tx, 1, HALL, &[hours(0, 2)]).await)
        .await
        .unwrap();
    change(db, HALL, |space| space.name = "Storsalen".to_owned())
        .await
        .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(
        occupancy::busy(&mut tx, &[A, B, C1, C2], hours(0, 9), NOW)
            .await
            .unwrap()
            .len(),
        4
    );
}
