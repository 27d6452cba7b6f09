//! A fresh database per test.

use ledig_service::{Hashing, Settings};
use ledig_store::Store;
use sqlx::{Connection, Executor, PgConnection};
use std::sync::atomic::{AtomicU32, Ordering};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// Settings with quick hashing.
pub fn settings() -> Settings {
    Settings {
        hashing: Hashing {
            memory_kib: 64,
            passes: 1,
        },
        ..Settings::default()
    }
}

/// Runs the test on a new SQLite file.
pub fn on_sqlite(test: impl AsyncFnOnce(&Store)) {
    let folder = std::env::temp_dir().join(fresh_name());
    let url = format!("sqlite:{}", folder.join("ledig.db").display());
    block_on(async {
        let store = Store::open(&url).await.expect("the file opens");
        test(&store).await;
        store.close().await;
    });
    // A left-over temporary folder harms nobody.
    let _ = std::fs::remove_dir_all(folder);
}

/// Runs the test on a new PostgreSQL database in the server that LEDIG_TEST_POSTGRES names.
pub fn on_postgres(test: impl AsyncFnOnce(&Store)) {
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
        let mut admin = PgConnection::connect(&server).await.expect("the server answers");
        let make = format!("CREATE DATABASE {name}");
        admin
            .execute(make.as_str())
            .await
            .expect("a database can be made");
        let store = Store::open(&url).await.expect("the database opens");
        test(&store).await;
        store.close().await;
        let drop = format!("DROP DATABASE {name} WITH (FORCE)");
        admin
            .execute(drop.as_str())
            .await
            .expect("the database can be dropped");
    });
}

fn fresh_name() -> String {
    format!(
        "ledig_seeded_{}_{}",
        std::process::id(),
        NUMBER.fetch_add(1, Ordering::SeqCst)
    )
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(work)
}
