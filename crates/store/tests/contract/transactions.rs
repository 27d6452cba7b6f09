//! Transactions themselves.

use crate::{db::Db, world::*};
use ledig_store::{StoreError, Tx, facilities, municipality};

on_both!(
    an_error_takes_everything_back,
    a_dropped_transaction_takes_everything_back,
    a_reader_sees_one_state_throughout,
    a_reader_cannot_write,
    statements_are_counted,
    a_write_can_run_in_a_task,
);

async fn an_error_takes_everything_back(db: &Db) {
    let refused: Result<(), StoreError> = db
        .write(async |tx| {
            municipality::insert(tx, &municipality()).await?;
            Err(StoreError::Missing)
        })
        .await;
    assert!(matches!(refused, Err(StoreError::Missing)));
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(municipality::get(&mut tx).await.unwrap(), None);
}

async fn a_dropped_transaction_takes_everything_back(db: &Db) {
    let mut tx = db.store.writer().await.unwrap();
    municipality::insert(&mut tx, &municipality()).await.unwrap();
    drop(tx);
    let mut next = db.store.writer().await.unwrap();
    assert_eq!(municipality::get(&mut next).await.unwrap(), None);
    next.rollback().await.unwrap();
}

async fn a_reader_sees_one_state_throughout(db: &Db) {
    fill(db).await;
    let mut reader = db.store.reader().await.unwrap();
    let before = facilities::by_id(&mut reader, SCHOOL).await.unwrap().unwrap();
    db.write(async |tx| {
        let renamed = facilities::Facility {
            name: "Nye Hauger".to_owned(),
            ..facility()
        };
        facilities::update(tx, &renamed).await
    })
    .await
    .unwrap();
    assert_eq!(
        facilities::by_id(&mut reader, SCHOOL).await.unwrap(),
        Some(before)
    );
    let mut later = db.store.reader().await.unwrap();
    assert_eq!(
        facilities::by_id(&mut later, SCHOOL).await.unwrap().unwrap().name,
        "Nye Hauger"
    );
}

async fn a_reader_cannot_write(db: &Db) {
    let mut reader = db.store.reader().await.unwrap();
    assert!(municipality::insert(&mut reader, &municipality()).await.is_err());
}

async fn statements_are_counted(db: &Db) {
    let before = db.store.queries();
    let mut tx = db.store.reader().await.unwrap();
    municipality::get(&mut tx).await.unwrap();
    facilities::all(&mut tx, true).await.unwrap();
    assert_eq!((tx.queries(), db.store.queries() - before), (2, 2));
}

async fn a_write_can_run_in_a_task(db: &Db) {
    let store = db.store.clone();
    let made = municipality();
    let task = tokio::spawn(async move {
        let (store, made) = (&store, &made);
        let written: Result<(), StoreError> = store
            .write(|| async move |tx: &mut Tx| municipality::insert(tx, made).await)
            .await;
        written?;
        municipality::get(&mut store.reader().await?).await
    });
    assert_eq!(task.await.unwrap().unwrap(), Some(municipality()));
}
