//! Requests, their dates and their rivals.

use crate::{db::Db, world::*};
use ledig_domain::{id::RequestId, priority::ClassPlace, request::LineState, request::RequestState};
use ledig_store::{StoreError, holds, requests, requests::Line, requests::Request};

on_both!(
    a_request_is_kept_as_given,
    a_form_sent_twice_is_one_request,
    a_requests_state_is_set_once_per_version,
    dates_are_changed_together_or_not_at_all,
    forty_dates_are_changed_in_one_query,
    undecided_dates_of_others_that_share_a_unit_are_rivals,
    waiting_dates_come_longest_waiting_first,
    case_numbers_count_per_year,
    a_locked_request_is_as_it_is,
    dates_are_picked_by_where_they_stand,
    offers_that_nobody_answered_lapse,
);

pub async fn sent(db: &Db, requests: &[(Request, Vec<Line>)]) {
    db.write(async |tx| {
        for (request, lines) in requests {
            requests::insert(tx, request, lines).await?;
        }
        Ok(())
    })
    .await
    .unwrap();
}

async fn a_request_is_kept_as_given(db: &Db) {
    fill(db).await;
    let (mut asked, lines) = request(1, HALL, &[hours(0, 1), hours(24, 1)]);
    asked.class_place = Some(ClassPlace {
        place: 2,
        name: "Voksne".to_owned(),
        version: 3,
    });
    let (other, others) = request(2, GYM, &[hours(0, 1)]);
    sent(
        db,
        &[(asked.clone(), lines.clone()), (other.clone(), others.clone())],
    )
    .await;
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(
        requests::by_id(&mut tx, asked.id).await.unwrap(),
        Some(asked.clone())
    );
    assert_eq!(requests::by_id(&mut tx, RequestId(id(9))).await.unwrap(), None);
    assert_eq!(
        requests::by_ids(&mut tx, &[other.id, asked.id]).await.unwrap(),
        [asked.clone(), other.clone()]
    );
    assert_eq!(requests::lines(&mut tx, asked.id).await.unwrap(), lines);
    let both = requests::lines_of(&mut tx, &[asked.id, other.id]).await.unwrap();
    assert_eq!(both, [lines.clone(), others].concat());
    assert_eq!(
        requests::lines_by_id(&mut tx, &[lines[1].id]).await.unwrap(),
        lines[1..]
    );
    assert_eq!(
        (lines[0].times(), lines[0].wished()),
        (wall("18-19:30"), wall("18-19:30"))
    );
}

async fn a_form_sent_twice_is_one_request(db: &Db) {
    fill(db).await;
    let (first, lines) = request(1, GYM, &[hours(0, 1)]);
    sent(db, &[(first.clone(), lines)]).await;
    let (mut again, lines) = request(2, GYM, &[hours(0, 1)]);
    again.idempotency_key.clone_from(&first.idempotency_key);
    let refused = db
        .write(async |tx| requests::insert(tx, &again, &lines).await)
        .await;
    assert!(
        matches!(&refused, Err(StoreError::Duplicate(what)) if what.contains("idempotency")),
        "{refused:?}"
    );
    let mut tx = db.store.reader().await.unwrap();
    let found = requests::by_idempotency_key(&mut tx, "key-1").await.unwrap();
    assert_eq!(found, Some(first));
    assert_eq!(
        requests::by_idempotency_key(&mut tx, "key-9").await.unwrap(),
        None
    );
}

async fn a_requests_state_is_set_once_per_version(db: &Db) {
    fill(db).await;
    let (asked, lines) = request(1, GYM, &[hours(0, 1)]);
    sent(db, &[(asked.clone(), lines)]).await;
    let set = async |version, state, at| {
        db.write(async |tx| requests::set_state(tx, asked.id, version, state, at).await)
            .await
    };
    set(1, RequestState::Decided, Some(NOW)).await.unwrap();
    assert!(matches!(
        set(1, RequestState::Withdrawn, None).await,
        Err(StoreError::Stale)
    ));
    set(2, RequestState::Offered, None).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let found = requests::by_id(&mut tx, asked.id).await.unwrap().unwrap();
    assert_eq!(
        (found.state, found.decided_at, found.version),
        (RequestState::Offered, Some(NOW), 3)
    );
}

async fn dates_are_changed_together_or_not_at_all(db: &Db) {
    fill(db).await;
    let (asked, mut lines) = request(1, HALL, &[hours(0, 1), hours(24, 1)]);
    sent(db, &[(asked.clone(), lines.clone())]).await;
    (lines[0].state, lines[0].waiting_since) = (LineState::Waiting, Some(NOW));
    let other = wall("20-21");
    (lines[1].space_id, lines[1].from_minute, lines[1].to_minute) = (A, other.from, other.to);
    (lines[1].starts_at, lines[1].ends_at, lines[1].state) = (NOW, NOW.plus(HOUR), LineState::Offered);
    let write = async |lines: &[Line]| db.write(async |tx| requests::update_lines(tx, lines).await).await;
    write(&lines).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let found = requests::lines(&mut tx, asked.id).await.unwrap();
    drop(tx);
    for line in &mut lines {
        line.version = 2;
    }
    assert_eq!(found, lines);
    lines[1].version = 1;
    lines[0].state = LineState::Dropped;
    assert!(matches!(write(&lines).await, Err(StoreError::Stale)));
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(requests::lines(&mut tx, asked.id).await.unwrap(), found);
}

async fn forty_dates_are_changed_in_one_query(db: &Db) {
    fill(db).await;
    let spans: Vec<_> = (0..40).map(|week| hours(week * 168, 1)).collect();
    let (asked, mut lines) = request(1, HALL, &spans);
    sent(db, &[(asked, lines.clone())]).await;
    for line in &mut lines {
        line.state = LineState::Approved;
    }
    let mut tx = db.store.writer().await.unwrap();
    requests::update_lines(&mut tx, &lines).await.unwrap();
    assert_eq!(tx.queries(), 1);
    tx.commit().await.unwrap();
}

async fn undecided_dates_of_others_that_share_a_unit_are_rivals(db: &Db) {
    fill(db).await;
    let own = request(1, A, &[hours(0, 2)]);
    let whole = request(2, HALL, &[hours(1, 2), hours(24, 2)]);
    let sibling = request(3, B, &[hours(0, 2)]);
    let touching = request(4, A, &[hours(2, 2)]);
    let mut decided = request(5, A, &[hours(0, 2)]);
    decided.1[0].state = LineState::Rejected;
    let mut withdrawn = request(6, A, &[hours(0, 2)]);
    withdrawn.0.state = RequestState::Withdrawn;
    let mut offered = request(7, HALL, &[hours(0, 1)]);
    offered.1[0].state = LineState::Offered;
    (offered.0.organisation_id, offered.0.team_id) = (None, None);
    sent(
        db,
        &[
            own.clone(),
            whole.clone(),
            sibling,
            touching,
            decided,
            withdrawn,
            offered.clone(),
        ],
    )
    .await;
    let mut tx = db.store.reader().await.unwrap();
    let spans = [hours(0, 2), hours(1000, 2)];
    let found = requests::rivals(&mut tx, &[A], &spans, Some(own.0.id))
        .await
        .unwrap();
    assert_eq!(tx.queries(), 1);
    let told: Vec<_> = found.iter().map(|rival| rival.line_id).collect();
    assert_eq!(told, [offered.1[0].id, whole.1[0].id]);
    assert_eq!(
        (
            found[1].organisation_name.as_deref(),
            found[1].team_name.as_deref(),
            found[1].space_name.as_str()
        ),
        (Some("Hauger IL"), Some("Jenter 12"), "HALL")
    );
    assert_eq!(
        (found[0].organisation_id, found[0].times(), found[0].span()),
        (None, wall("18-19:30"), hours(0, 1))
    );
    assert_eq!(
        requests::rivals(&mut tx, &[A], &spans, None).await.unwrap().len(),
        3
    );
    assert_eq!(requests::rivals(&mut tx, &[A], &[], None).await.unwrap(), []);
}

async fn waiting_dates_come_longest_waiting_first(db: &Db) {
    fill(db).await;
    let waiting = |number, space, since| {
        let (asked, mut lines) = request(number, space, &[hours(0, 2)]);
        (lines[0].state, lines[0].waiting_since) = (LineState::Waiting, Some(NOW.plus(since)));
        (asked, lines)
    };
    sent(db, &[waiting(1, A, 9), waiting(2, HALL, 5), waiting(3, GYM, 1)]).await;
    let mut tx = db.store.reader().await.unwrap();
    let found = requests::waiting(&mut tx, &[A, B], &[hours(1, 1)], None)
        .await
        .unwrap();
    assert_eq!(
        found.iter().map(|rival| rival.space_id).collect::<Vec<_>>(),
        [HALL, A]
    );
    assert_eq!(
        requests::rivals(&mut tx, &[A], &[hours(1, 1)], None)
            .await
            .unwrap(),
        [],
        "waiting is not asking"
    );
}

async fn case_numbers_count_per_year(db: &Db) {
    fill(db).await;
    db.write(async |tx| {
        assert_eq!(
            requests::next_case_number(tx, MUNICIPALITY, 2026).await?,
            "2026/0001"
        );
        assert_eq!(
            requests::next_case_number(tx, MUNICIPALITY, 2026).await?,
            "2026/0002"
        );
        assert_eq!(
            requests::next_case_number(tx, MUNICIPALITY, 2027).await?,
            "2027/0001"
        );
        Ok(())
    })
    .await
    .unwrap();
}

async fn a_locked_request_is_as_it_is(db: &Db) {
    fill(db).await;
    let (asked, lines) = request(1, GYM, &[hours(0, 1)]);
    sent(db, &[(asked.clone(), lines)]).await;
    db.write(async |tx| {
        assert_eq!(requests::lock(tx, asked.id).await?.as_ref(), Some(&asked));
        assert_eq!(requests::lock(tx, RequestId(id(9))).await?, None);
        requests::set_state(tx, asked.id, 1, RequestState::Withdrawn, None).await
    })
    .await
    .unwrap();
}

async fn dates_are_picked_by_where_they_stand(db: &Db) {
    fill(db).await;
    let spans = [hours(-5, 1), hours(0, 1), hours(24, 1), hours(48, 1)];
    let (asked, mut lines) = request(1, GYM, &spans);
    lines[0].state = LineState::Waiting;
    lines[1].state = LineState::Asked;
    lines[2].state = LineState::Offered;
    lines[3].state = LineState::Waiting;
    sent(db, &[(asked.clone(), lines.clone())]).await;
    let mut tx = db.store.reader().await.unwrap();
    let found = requests::waiting_or_offered(&mut tx, &[asked.id], NOW)
        .await
        .unwrap();
    assert_eq!(found, lines[2..], "what has begun is not waited for");
    assert_eq!(requests::asked(&mut tx, &[asked.id]).await.unwrap(), lines[1..2]);
}

async fn offers_that_nobody_answered_lapse(db: &Db) {
    fill(db).await;
    let offered = |number| {
        let (asked, mut lines) = request(number, GYM, &[hours(i64::try_from(number).unwrap() * 5, 1)]);
        lines[0].state = LineState::Offered;
        (asked, lines)
    };
    let (live, expired, gone) = (offered(1), offered(2), offered(3));
    sent(db, &[live.clone(), expired.clone(), gone.clone()]).await;
    db.write(async |tx| {
        let held = [
            hold(1, live.1[0].id, GYM, live.1[0].span(), NOW.plus(1)),
            hold(2, expired.1[0].id, GYM, expired.1[0].span(), NOW),
        ];
        holds::place(tx, &held, NOW.plus(-9)).await
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let lapsed = requests::with_lapsed_dates(&mut tx, NOW, 9).await.unwrap();
    assert_eq!(lapsed, [expired.0.id, gone.0.id]);
    assert_eq!(
        requests::with_lapsed_dates(&mut tx, NOW, 1).await.unwrap(),
        [expired.0.id]
    );
}
