//! The database behind everything: connections, transactions, migrations.

use crate::{
    error::StoreError,
    names,
    tx::{Dialect, Inner, Tx},
};
use sqlx::{
    PgPool, SqlitePool,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// How long one waits before looking again whether a SQLite file can be had alone.
const LOCK_PAUSE: Duration = Duration::from_millis(10);
/// How often a write is tried when the database asks for another attempt.
const ATTEMPTS: u32 = 10;
/// How long one waits for a connection, and a connection for another process's lock.
const LOCK_WAIT: Duration = Duration::from_secs(10);
/// Readers of a SQLite file.
const SQLITE_READERS: u32 = 8;
/// Connections to PostgreSQL.
const POSTGRES_CONNECTIONS: u32 = 20;

/// Writers in PostgreSQL share this advisory lock; one that tries again has it for itself.
const BESIDE_OTHERS: &str = "SELECT pg_advisory_xact_lock_shared(7810021001)";
/// Bounded: while it waits, every other writer waits behind it.
const ALONE: &str = "SET LOCAL lock_timeout = '10s'; SELECT pg_advisory_xact_lock(7810021001); \
                     SET LOCAL lock_timeout TO DEFAULT";

/// A SQLite file or a PostgreSQL database. Clones share the connections.
#[derive(Clone)]
pub struct Store {
    pool: Pools,
    total: Arc<AtomicU64>,
}

#[derive(Clone)]
enum Pools {
    Sqlite { write: SqlitePool, read: SqlitePool },
    Postgres(PgPool),
}

/// The pool that writes, for libraries that bring their own tables (sessions).
#[derive(Clone)]
pub enum Pool {
    /// The one write connection of a SQLite file.
    Sqlite(SqlitePool),
    /// The connections to PostgreSQL.
    Postgres(PgPool),
}

impl Store {
    /// Opens `sqlite:PATH` (made if missing) or `postgres://…` and runs the migrations that are due.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let store = Self::connect(url).await?;
        store.migrate().await?;
        Ok(store)
    }

    /// Opens the database as it is.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        let pool = if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            // Compiling a plan takes longer than any of our queries.
            let options = PgConnectOptions::from_str(url)?.options([("jit", "off")]);
            Pools::Postgres(
                PgPoolOptions::new()
                    .max_connections(POSTGRES_CONNECTIONS)
                    .acquire_timeout(LOCK_WAIT)
                    .connect_with(options)
                    .await?,
            )
        } else {
            let options = SqliteConnectOptions::from_str(url)?
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(LOCK_WAIT)
                .collation(names::COLLATION, names::by_name)
                .create_if_missing(true);
            if let Some(folder) = options.get_filename().parent() {
                std::fs::create_dir_all(folder).map_err(|fault| StoreError::Other(sqlx::Error::Io(fault)))?;
            }
            let write = once_free(async || {
                SqlitePoolOptions::new()
                    .max_connections(1)
                    .acquire_timeout(LOCK_WAIT)
                    .connect_with(options.clone())
                    .await
            })
            .await?;
            let read = SqlitePoolOptions::new()
                .max_connections(SQLITE_READERS)
                .acquire_timeout(LOCK_WAIT)
                .connect_lazy_with(options.create_if_missing(false).pragma("query_only", "on"));
            Pools::Sqlite { write, read }
        };
        Ok(Self {
            pool,
            total: Arc::default(),
        })
    }

    /// Runs the migrations that are due. Any number of processes may do so at once: the others wait.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        match &self.pool {
            // One immediate transaction around all of them is the lock that SQLite's migrator lacks.
            Pools::Sqlite { write, .. } => {
                let mut tx = write.begin_with("BEGIN IMMEDIATE").await?;
                SQLITE.run(&mut *tx).await?;
                tx.commit().await?;
            }
            // The migrator takes an advisory lock.
            Pools::Postgres(pool) => POSTGRES.run(pool).await?,
        }
        Ok(())
    }

    /// Which database it is.
    pub fn dialect(&self) -> Dialect {
        match self.pool {
            Pools::Sqlite { .. } => Dialect::Sqlite,
            Pools::Postgres(_) => Dialect::Postgres,
        }
    }

    /// The pool that writes.
    pub fn pool(&self) -> Pool {
        match &self.pool {
            Pools::Sqlite { write, .. } => Pool::Sqlite(write.clone()),
            Pools::Postgres(pool) => Pool::Postgres(pool.clone()),
        }
    }

    /// How many statements have been run through this store, over all transactions.
    pub fn queries(&self) -> u64 {
        self.total.load(Ordering::Relaxed)
    }

    /// A transaction that only reads; it sees one state of the database throughout.
    pub async fn reader(&self) -> Result<Tx, StoreError> {
        let inner = match &self.pool {
            Pools::Sqlite { read, .. } => Inner::Sqlite(read.begin().await?),
            Pools::Postgres(pool) => Inner::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            ),
        };
        Ok(Tx::new(inner, Arc::clone(&self.total), true))
    }

    /// A transaction that writes. Prefer [`Store::write`], which tries again where that helps.
    pub async fn writer(&self) -> Result<Tx, StoreError> {
        self.begin(BESIDE_OTHERS).await
    }

    /// A transaction that writes, in PostgreSQL after a lock: an attempt after the first does so while no other writes, so
    /// that what met a deadlock ends.
    async fn begin(&self, lock: &str) -> Result<Tx, StoreError> {
        let inner = match &self.pool {
            // There is one writer anyway.
            Pools::Sqlite { write, .. } => Inner::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres(pool) => {
                let mut tx = pool.begin().await?;
                sqlx::Executor::execute(&mut *tx, lock).await?;
                Inner::Postgres(tx)
            }
        };
        Ok(Tx::new(inner, Arc::clone(&self.total), false))
    }

    /// Does the work in one transaction: committed when it gives `Ok`, taken back otherwise.
    ///
    /// A deadlock, a serialisation failure or a busy database starts it again from the beginning, a bounded number of times:
    /// the work must have no effect but through the transaction.
    ///
    /// # Errors
    /// What the work gives, or [`StoreError::Busy`] when every attempt failed.
    pub async fn write<T, E, F, W>(&self, work: F) -> Result<T, E>
    where
        F: Fn() -> W,
        W: AsyncFnOnce(&mut Tx) -> Result<T, E>,
        E: From<StoreError>,
    {
        let mut attempt = 1;
        loop {
            let lock = if attempt == 1 { BESIDE_OTHERS } else { ALONE };
            let mut tx = match self.begin(lock).await {
                Err(StoreError::Busy) if attempt < ATTEMPTS => {
                    attempt += 1;
                    continue;
                }
                opened => opened?,
            };
            match work()(&mut tx).await {
                Ok(value) => match tx.commit().await {
                    Ok(()) => return Ok(value),
                    Err(StoreError::Busy) if attempt < ATTEMPTS => {}
                    Err(fault) => return Err(fault.into()),
                },
                Err(fault) => {
                    let again = tx.failed_transiently() && attempt < ATTEMPTS;
                    tx.rollback().await?;
                    if !again {
                        return Err(fault);
                    }
                }
            }
            attempt += 1;
            tracing::debug!(attempt, "a write is tried again");
            tokio::task::yield_now().await;
        }
    }

    /// Does the work in one transaction that only reads.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<T, E>,
        E: From<StoreError>,
    {
        let mut tx = self.reader().await?;
        let value = work(&mut tx).await?;
        tx.rollback().await?;
        Ok(value)
    }

    /// Closes every connection, after what runs has ended.
    pub async fn close(&self) {
        match &self.pool {
            Pools::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

/// Opens a SQLite file, again and again while others keep it from being had alone, for as long as one waits for a lock.
///
/// A new file is turned to write-ahead logging by whoever opens it first, which needs the file alone; for that one step
/// SQLite does not wait by itself, whatever its busy timeout says.
///
/// # Errors
/// [`StoreError::Busy`] when it was never free.
async fn once_free<T>(open: impl AsyncFn() -> Result<T, sqlx::Error>) -> Result<T, StoreError> {
    let until = Instant::now() + LOCK_WAIT;
    loop {
        match open().await.map_err(StoreError::from) {
            Err(StoreError::Busy) if Instant::now() < until => tokio::time::sleep(LOCK_PAUSE).await,
            ended => return ended,
        }
    }
}
