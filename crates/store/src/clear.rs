//! Taking back what was begun and never finished.

use crate::{StoreError, store::Store};
use serde_json::Value;
use sqlx::{Connection as _, Executor as _, PgPool, SqlitePool};

/// The setting of a municipality that stands while its database is being filled.
pub const UNFINISHED: &str = "unfinished";

/// Drops every table, function and collation of ours; what extensions brought stays.
const DROP_POSTGRES: &str = "DO $$ DECLARE one RECORD; BEGIN
    FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() LOOP
        EXECUTE format('DROP TABLE IF EXISTS %I CASCADE', one.name);
    END LOOP;
    FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
        EXECUTE format('DROP FUNCTION %s CASCADE', one.name);
    END LOOP;
    FOR one IN SELECT collname AS name FROM pg_collation WHERE collnamespace = current_schema()::regnamespace LOOP
        EXECUTE format('DROP COLLATION %I', one.name);
    END LOOP;
END $$";

impl Store {
    /// Empties the database if its municipality is marked as [`UNFINISHED`], and makes the schema anew; leaves any other alone.
    /// The log cannot be emptied by deleting, so the tables go. Gives whether it did.
    pub async fn clear_unfinished(&self) -> Result<bool, StoreError> {
        let cleared = match self.pool() {
            crate::Pool::Sqlite(pool) => clear_sqlite(&pool).await?,
            crate::Pool::Postgres(pool) => clear_postgres(&pool).await?,
        };
        if cleared {
            self.migrate().await?;
        }
        Ok(cleared)
    }
}

/// Whether a municipality's settings say that it is not finished.
pub fn is_unfinished(settings: &Value) -> bool {
    settings.get(UNFINISHED).and_then(Value::as_bool) == Some(true)
}

fn says_so(settings: Option<(String,)>) -> bool {
    settings
        .and_then(|(text,)| serde_json::from_str(&text).ok())
        .is_some_and(|settings: Value| is_unfinished(&settings))
}

async fn clear_sqlite(pool: &SqlitePool) -> Result<bool, StoreError> {
    let mut connection = pool.acquire().await?;
    // A dropped table would look for rows that refer to it. The setting holds outside of transactions only.
    connection.execute("PRAGMA foreign_keys = OFF").await?;
    let cleared = drop_sqlite(&mut connection).await;
    connection.execute("PRAGMA foreign_keys = ON").await?;
    cleared
}

async fn drop_sqlite(connection: &mut sqlx::SqliteConnection) -> Result<bool, StoreError> {
    let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
    let settings = sqlx::query_as("SELECT settings FROM municipality")
        .fetch_optional(&mut *tx)
        .await?;
    if !says_so(settings) {
        return Ok(false);
    }
    let tables: Vec<(String,)> = sqlx::query_as(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
    )
    .fetch_all(&mut *tx)
    .await?;
    for (table,) in tables {
        tx.execute(format!("DROP TABLE \"{table}\"").as_str()).await?;
    }
    tx.commit().await?;
    Ok(true)
}

async fn clear_postgres(pool: &PgPool) -> Result<bool, StoreError> {
    let mut tx = pool.begin().await?;
    let settings = sqlx::query_as("SELECT settings FROM municipality FOR UPDATE")
        .fetch_optional(&mut *tx)
        .await?;
    if !says_so(settings) {
        return Ok(false);
    }
    tx.execute(DROP_POSTGRES).await?;
    tx.commit().await?;
    Ok(true)
}
