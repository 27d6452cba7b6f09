//! Where sessions are kept: the database that everything else is in.

use async_trait::async_trait;
use ledig_store::{Pool, Store};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use std::str::FromStr as _;
use tower_sessions::{
    ExpiredDeletion as _, SessionStore,
    session::{Id, Record},
    session_store,
};
use tower_sessions_sqlx_store::{PostgresStore, SqliteStore};

/// How many sessions can be looked up at once in a SQLite file.
const SQLITE_READERS: u32 = 4;

/// The sessions of a database.
#[derive(Clone, Debug)]
pub enum Sessions {
    /// In a SQLite file: changed over its one write connection, looked up without waiting for it.
    Sqlite {
        /// Changes sessions.
        write: SqliteStore,
        /// Looks sessions up.
        read: SqliteStore,
    },
    /// In PostgreSQL.
    Postgres(PostgresStore),
}

impl Sessions {
    /// Opens the sessions of a store, making their table if it is missing.
    ///
    /// # Errors
    /// When the database cannot be reached or changed.
    pub async fn open(store: &Store, url: &str) -> Result<Self, sqlx::Error> {
        match store.pool() {
            Pool::Sqlite(pool) => {
                let write = SqliteStore::new(pool);
                write.migrate().await?;
                let options = SqliteConnectOptions::from_str(url)?.pragma("query_only", "on");
                let read = SqlitePoolOptions::new()
                    .max_connections(SQLITE_READERS)
                    .connect_lazy_with(options);
                Ok(Self::Sqlite {
                    write,
                    read: SqliteStore::new(read),
                })
            }
            Pool::Postgres(pool) => {
                let sessions = PostgresStore::new(pool);
                sessions.migrate().await?;
                Ok(Self::Postgres(sessions))
            }
        }
    }

    /// Deletes the sessions that have ended; call it now and then.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn delete_ended(&self) -> session_store::Result<()> {
        match self {
            Self::Sqlite { write, .. } => write.delete_expired().await,
            Self::Postgres(sessions) => sessions.delete_expired().await,
        }
    }
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> session_store::Result<()> {
        match self {
            Self::Sqlite { write, .. } => write.create(record).await,
            Self::Postgres(sessions) => sessions.create(record).await,
        }
    }

    async fn save(&self, record: &Record) -> session_store::Result<()> {
        match self {
            Self::Sqlite { write, .. } => write.save(record).await,
            Self::Postgres(sessions) => sessions.save(record).await,
        }
    }

    async fn load(&self, id: &Id) -> session_store::Result<Option<Record>> {
        match self {
            Self::Sqlite { read, .. } => read.load(id).await,
            Self::Postgres(sessions) => sessions.load(id).await,
        }
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
        match self {
            Self::Sqlite { write, .. } => write.delete(id).await,
            Self::Postgres(sessions) => sessions.delete(id).await,
        }
    }
}
