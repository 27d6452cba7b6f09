//! A fresh database per test, with the world in it.

use crate::world::World;
use ledig_store::Store;
use sqlx::{Connection, Executor, PgConnection};
use std::sync::atomic::{AtomicU32, Ordering};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// Runs the test on a new SQLite file.
pub fn on_sqlite(test: impl AsyncFnOnce(&World)) {
    let folder = std::env::temp_dir().join(fresh_name());
    let url = format!("sqlite:{}", folder.join("ledig.db").display());
    block_on(async {
        let store = Store::open(&url).await.unwrap();
        test(&World::make(&store).await).await;
        store.close().await;
    });
    // A left-over temporary folder harms nobody.
    let _ = std::fs::remove_dir_all(folder);
}

/// Runs the test on a new PostgreSQL database in the server that LEDIG_TEST_POSTGRES names.
pub fn on_postgres(test: impl AsyncFnOnce(&World)) {
    let Ok(server) = std::env::var("LEDIG_TEST_POSTGRES") else {
        let skip = std::env::var("LEDIG_TEST_SKIP_POSTGRES").is_ok_and(|skip| skip == "1");
        assert!(
            skip,
            "LEDIG_TEST_POSTGRES=postgres://… must name a server; scripts/postgres.sh starts one"
        );
        return;
    };
    let name = fresh_name();
    let base = server.rsplit_once('/').map_or(server.as_str(), |(base, _)| base);
    let url = format!("{base}/{name}");
    block_on(async {
        let mut admin = PgConnection::connect(&server).await.unwrap();
        admin
            .execute(format!("CREATE DATABASE {name}").as_str())
            .await
            .unwrap();
        let store = Store::open(&url).await.unwrap();
        test(&World::make(&store).await).await;
        store.close().await;
        admin
            .execute(format!("DROP DATABASE {name} WITH (FORCE)").as_str())
            .await
            .unwrap();
    });
}

fn fresh_name() -> String {
    format!(
        "ledig_service_{}_{}",
        std::process::id(),
        NUMBER.fetch_add(1, Ordering::SeqCst)
    )
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(work)
}
