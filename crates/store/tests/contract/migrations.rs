//! Migrations at start.

use crate::{db, world::*};
use ledig_store::{Store, municipality};
use std::sync::{Arc, Barrier};

#[test]
fn sqlite_runs_them_twice() {
    db::on_empty_sqlite(async |url| twice(url).await);
}

#[test]
fn postgres_runs_them_twice() {
    db::on_empty_postgres(async |url| twice(url).await);
}

#[test]
fn sqlite_runs_them_by_eight_at_once() {
    // Turning a new file to write-ahead logging is a race that most runs do not show.
    for _ in 0..10 {
        db::on_empty_sqlite(async |url| at_once(url));
    }
}

#[test]
fn postgres_runs_them_by_eight_at_once() {
    db::on_empty_postgres(async |url| at_once(url));
}

async fn twice(url: &str) {
    let store = Store::open(url).await.unwrap();
    let mut tx = store.writer().await.unwrap();
    municipality::insert(&mut tx, &municipality()).await.unwrap();
    tx.commit().await.unwrap();
    store.migrate().await.unwrap();
    store.close().await;
    let again = Store::open(url).await.unwrap();
    let mut tx = again.reader().await.unwrap();
    assert_eq!(municipality::get(&mut tx).await.unwrap(), Some(municipality()));
    drop(tx);
    again.close().await;
}

fn at_once(url: &str) {
    let barrier = Arc::new(Barrier::new(8));
    let running: Vec<_> = (0..8)
        .map(|_| {
            let (url, barrier) = (url.to_owned(), Arc::clone(&barrier));
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .unwrap();
                runtime.block_on(async {
                    barrier.wait();
                    Store::open(&url).await.unwrap().close().await;
                });
            })
        })
        .collect();
    for thread in running {
        thread.join().unwrap();
    }
}
