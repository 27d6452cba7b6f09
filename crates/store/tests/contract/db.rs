//! A fresh database per test.

use ledig_store::Store;
use sqlx::{Connection, Executor, PgConnection};
use std::{
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A fresh database and an open store on it.
pub struct Db {
    /// The store.
    pub store: Store,
    /// Where it is, for others to open it too.
    pub url: String,
}

fn fresh_name() -> String {
    format!(
        "ledig_store_{}_{}",
        std::process::id(),
        NUMBER.fetch_add(1, Ordering::SeqCst)
    )
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(work)
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // A left-over temporary folder harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs the test on a new SQLite file that is migrated.
pub fn on_sqlite(test: impl AsyncFnOnce(&Db)) {
    on_empty_sqlite(async |url| {
        let store = Store::open(url).await.expect("the file opens");
        let db = Db {
            store,
            url: url.to_owned(),
        };
        test(&db).await;
        db.store.close().await;
    });
}

/// Runs the test with the address of a SQLite file that is not there yet.
pub fn on_empty_sqlite(test: impl AsyncFnOnce(&str)) {
    let folder = Folder(std::env::temp_dir().join(fresh_name()));
    let url = format!("sqlite:{}", folder.0.join("sub/ledig.db").display());
    block_on(test(&url));
}

/// Runs the test on a new PostgreSQL database that is migrated.
pub fn on_postgres(test: impl AsyncFnOnce(&Db)) {
    on_empty_postgres(async |url| {
        let store = Store::open(url).await.expect("the database opens");
        let db = Db {
            store,
            url: url.to_owned(),
        };
        test(&db).await;
        db.store.close().await;
    });
}

/// Runs the test with the address of a new, empty PostgreSQL database.
pub fn on_empty_postgres(test: impl AsyncFnOnce(&str)) {
    let Ok(server) = std::env::var("LEDIG_TEST_POSTGRES") else {
        assert!(
            std::env::var("LEDIG_TEST_SKIP_POSTGRES").is_ok_and(|skip| skip == "1"),
            "LEDIG_TEST_POSTGRES=postgres://… must name a server for the tests (scripts/postgres.sh starts one); \
             LEDIG_TEST_SKIP_POSTGRES=1 leaves PostgreSQL out"
        );
        return;
    };
    let name = fresh_name();
    let (address, options) = server.split_once('?').unwrap_or((&server, ""));
    let end = address
        .rfind('/')
        .filter(|at| address[..*at].contains("//") && *at > address.find("//").unwrap_or(0) + 1);
    let base = end.map_or(address, |at| &address[..at]);
    let url = if options.is_empty() {
        format!("{base}/{name}")
    } else {
        format!("{base}/{name}?{options}")
    };
    block_on(async {
        let mut admin = PgConnection::connect(&server).await.expect("the server answers");
        admin
            .execute(format!("CREATE DATABASE {name}").as_str())
            .await
            .expect("a database can be made");
        // The tests make deadlocks on purpose: a second each would be waited for nothing.
        admin
            .execute(format!("ALTER DATABASE {name} SET deadlock_timeout = '50ms'").as_str())
            .await
            .expect("the tests' role is a superuser");
        test(&url).await;
        admin
            .execute(format!("DROP DATABASE {name} WITH (FORCE)").as_str())
            .await
            .expect("the database can be dropped");
    });
}
