//! Booked dates in lists.

use crate::{db::Db, taking::try_book, world::*};
use ledig_domain::request::OccurrenceState;
use ledig_store::{bookings, requests};

on_both!(
    an_organisations_dates_are_counted_and_listed,
    a_bookings_dates_by_request_and_by_id,
    dates_given_back_are_counted,
);

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
