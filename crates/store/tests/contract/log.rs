//! The event log and the outbox.

use crate::{db::Db, world::*};
use ledig_domain::event::EventKind;
use ledig_store::{
    Pool,
    events::{self, NewEvent},
    outbox::{self, NewMessage},
    requests,
};

on_both!(
    events_are_read_in_order_with_names,
    events_are_never_changed_or_taken_out,
    messages_are_claimed_done_and_tried_again,
);

fn event(number: u128, kind: EventKind) -> NewEvent {
    NewEvent {
        id: event_id(number),
        at: NOW,
        kind,
        actor: Some(KARI),
        acting_for: Some(CLUB),
        request_id: None,
        facility_id: Some(SCHOOL),
        subject: serde_json::json!({"line": "x"}),
        detail: serde_json::json!(null),
    }
}

/// Puts one event and so many messages.
pub async fn put_messages(db: &Db, count: usize) {
    db.write(async |tx| {
        events::append(tx, &[event(1, EventKind::Imported)]).await?;
        let message = NewMessage {
            event_id: event_id(1),
            kind: "decided".to_owned(),
            payload: serde_json::json!({"n": 1}),
            due_at: NOW,
        };
        outbox::put(tx, &vec![message; count]).await
    })
    .await
    .unwrap();
}

async fn events_are_read_in_order_with_names(db: &Db) {
    fill(db).await;
    let (asked, lines) = request(1, GYM, &[hours(0, 1)]);
    db.write(async |tx| {
        requests::insert(tx, &asked, &lines).await?;
        let mut sent = event(1, EventKind::RequestSent);
        sent.request_id = Some(asked.id);
        let mut left = event(2, EventKind::LeftToPerson);
        (left.request_id, left.actor, left.acting_for) = (Some(asked.id), None, None);
        events::append(tx, &[sent, left, event(3, EventKind::SpaceChanged)]).await
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let story = events::of_request(&mut tx, asked.id).await.unwrap();
    assert_eq!(
        story.iter().map(|event| event.kind).collect::<Vec<_>>(),
        [EventKind::RequestSent, EventKind::LeftToPerson]
    );
    assert_eq!(
        (
            story[0].actor_name.as_deref(),
            story[0].acting_for_name.as_deref()
        ),
        (Some("Kari Å"), Some("Hauger IL"))
    );
    assert_eq!(
        (story[1].actor_name.as_deref(), &story[1].detail),
        (None, &serde_json::Value::Null)
    );
    let last = events::latest(&mut tx, None, 2).await.unwrap();
    assert_eq!(
        last.iter().map(|event| event.id).collect::<Vec<_>>(),
        [event_id(3), event_id(2)]
    );
    let before = events::latest(&mut tx, Some(last[1].seq), 2).await.unwrap();
    assert_eq!(
        before.iter().map(|event| event.id).collect::<Vec<_>>(),
        [event_id(1)]
    );
    let newest = events::last_of_requests(&mut tx, &[asked.id]).await.unwrap();
    assert_eq!(
        newest.iter().map(|event| event.id).collect::<Vec<_>>(),
        [event_id(2)]
    );
    assert_eq!(events::of_facility(&mut tx, SCHOOL, 9).await.unwrap().len(), 3);
}

async fn events_are_never_changed_or_taken_out(db: &Db) {
    fill(db).await;
    put_messages(db, 0).await;
    for sql in [
        "UPDATE event SET detail = '{}'",
        "DELETE FROM event",
        "DELETE FROM decision",
        "UPDATE auto_rule_version SET version = 2",
    ] {
        let refused = match db.store.pool() {
            Pool::Sqlite(pool) => sqlx::query(sql).execute(&pool).await.map(|_| ()),
            Pool::Postgres(pool) => sqlx::query(sql).execute(&pool).await.map(|_| ()),
        };
        // SQLite's triggers are per row: an empty table has nothing to refuse.
        if sql.contains("event ") || sql.ends_with("event") || matches!(db.store.pool(), Pool::Postgres(_)) {
            let told = refused.unwrap_err().to_string();
            assert!(told.contains("never changed"), "{sql}: {told}");
        }
    }
    let mut tx = db.store.reader().await.unwrap();
    let kept = events::latest(&mut tx, None, 9).await.unwrap();
    assert_eq!((kept.len(), &kept[0].detail), (1, &serde_json::Value::Null));
}

async fn messages_are_claimed_done_and_tried_again(db: &Db) {
    fill(db).await;
    put_messages(db, 2).await;
    let claim = async |now| {
        db.write(async |tx| outbox::claim(tx, now, now.plus(60), 9).await)
            .await
            .unwrap()
    };
    assert_eq!(claim(NOW.plus(-1)).await, [], "not due yet");
    let first = claim(NOW).await;
    assert_eq!(
        (first.len(), first[0].attempts, first[0].kind.as_str()),
        (2, 1, "decided")
    );
    assert_eq!(claim(NOW.plus(59)).await, [], "claimed by another");
    db.write(async |tx| {
        outbox::done(tx, first[0].id, NOW).await?;
        outbox::failed(tx, first[1].id, "no route", NOW.plus(300)).await
    })
    .await
    .unwrap();
    assert_eq!(claim(NOW.plus(299)).await, []);
    let again = claim(NOW.plus(300)).await;
    assert_eq!((again.len(), again[0].id, again[0].attempts), (1, first[1].id, 2));
    assert_eq!(
        claim(NOW.plus(360)).await.len(),
        1,
        "a claim that ends without an answer"
    );
}
