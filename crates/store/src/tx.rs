//! A transaction on either database.

use crate::{
    bind::{postgres, sqlite},
    error::{Failure, StoreError},
    row::{DbRow, FromRow, TableRow},
    sql,
    value::Arg,
};
use sqlx::{Postgres, Sqlite, Transaction};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

pub(crate) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A transaction. Dropped without a commit, it is rolled back.
pub struct Tx {
    inner: Inner,
    queries: u64,
    total: Arc<AtomicU64>,
    transient: bool,
    reads_only: bool,
}

impl Tx {
    pub(crate) fn new(inner: Inner, total: Arc<AtomicU64>, reads_only: bool) -> Self {
        Self {
            inner,
            queries: 0,
            total,
            transient: false,
            reads_only,
        }
    }

    /// Which database it runs on.
    pub fn dialect(&self) -> Dialect {
        match self.inner {
            Inner::Sqlite(_) => Dialect::Sqlite,
            Inner::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Whether it only reads: what it sees is committed, and stays so.
    pub fn reads_only(&self) -> bool {
        self.reads_only
    }

    /// How many statements it has run.
    pub fn queries(&self) -> u64 {
        self.queries
    }

    /// Whether a statement failed in a way that a new attempt may cure.
    pub(crate) fn failed_transiently(&self) -> bool {
        self.transient
    }

    /// Makes everything done so far durable.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.inner {
            Inner::Sqlite(tx) => tx.commit().await,
            Inner::Postgres(tx) => tx.commit().await,
        }
        .map_err(StoreError::from)
    }

    /// Takes everything back, and waits until it is.
    pub async fn rollback(self) -> Result<(), StoreError> {
        match self.inner {
            Inner::Sqlite(tx) => tx.rollback().await,
            Inner::Postgres(tx) => tx.rollback().await,
        }
        .map_err(StoreError::from)
    }

    /// Every row.
    pub(crate) async fn all<T: FromRow>(&mut self, sql: &str, args: Vec<Arg>) -> Result<Vec<T>, StoreError> {
        self.count();
        let sql = sql::expand(sql, self.dialect());
        match &mut self.inner {
            Inner::Sqlite(tx) => {
                let found = sqlx::query_with(&sql, sqlite(args)?).fetch_all(&mut **tx).await;
                let rows = self.checked(found)?;
                rows.iter().map(|row| T::from_row(&DbRow::Sqlite(row))).collect()
            }
            Inner::Postgres(tx) => {
                let found = sqlx::query_with(&sql, postgres(args)?).fetch_all(&mut **tx).await;
                let rows = self.checked(found)?;
                rows.iter()
                    .map(|row| T::from_row(&DbRow::Postgres(row)))
                    .collect()
            }
        }
    }

    /// The first row, if there is one.
    pub(crate) async fn optional<T: FromRow>(
        &mut self,
        sql: &str,
        args: Vec<Arg>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.all(sql, args).await?.into_iter().next())
    }

    /// The first row; [`StoreError::Missing`] without one.
    pub(crate) async fn one<T: FromRow>(&mut self, sql: &str, args: Vec<Arg>) -> Result<T, StoreError> {
        self.optional(sql, args).await?.ok_or(StoreError::Missing)
    }

    /// Runs a statement; gives how many rows it changed.
    pub(crate) async fn execute(&mut self, sql: &str, args: Vec<Arg>) -> Result<u64, StoreError> {
        let done = self.try_execute(sql, args, true).await?;
        self.checked(done)
    }

    /// Runs an update that names the version it read; [`StoreError::Stale`] when that is not the latest any more.
    pub(crate) async fn execute_versioned(&mut self, sql: &str, args: Vec<Arg>) -> Result<(), StoreError> {
        match self.execute(sql, args).await? {
            0 => Err(StoreError::Stale),
            _ => Ok(()),
        }
    }

    /// Inserts rows into the table of that name, in the given order, in as few statements as the databases allow.
    pub(crate) async fn insert<T: TableRow>(&mut self, table: &str, rows: &[T]) -> Result<(), StoreError> {
        let values = rows.iter().map(TableRow::args).collect();
        self.insert_values(table, T::COLUMNS, values).await
    }

    /// Inserts rows of values, in the given order.
    pub(crate) async fn insert_values(
        &mut self,
        table: &str,
        columns: &[&str],
        rows: Vec<Vec<Arg>>,
    ) -> Result<(), StoreError> {
        for (sql, args) in insert_statements(table, columns, rows) {
            let done = self.try_execute(&sql, args, false).await?;
            self.checked(done)?;
        }
        Ok(())
    }

    /// Sets columns of many rows in one statement per chunk. Each row's values: id, the version that was read, the columns.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when a row is not in its version any more, or the condition does not hold; the transaction must be given up.
    pub(crate) async fn update_versioned(
        &mut self,
        table: &str,
        columns: &[&str],
        condition: &str,
        rows: Vec<Vec<Arg>>,
    ) -> Result<(), StoreError> {
        let per_statement = MAX_VALUES / (columns.len() + 2);
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let chunk: Vec<Vec<Arg>> = rows.by_ref().take(per_statement).collect();
            let wanted = u64::try_from(chunk.len()).unwrap_or(u64::MAX);
            let sql = sql::update(table, columns, condition, chunk.len());
            let done = self
                .try_execute(&sql, chunk.into_iter().flatten().collect(), false)
                .await?;
            if self.checked(done)? != wanted {
                return Err(StoreError::Stale);
            }
        }
        Ok(())
    }

    /// Inserts occupancy rows; `Ok(false)` and nothing inserted when the constraint refuses one of them.
    pub(crate) async fn insert_guarded(
        &mut self,
        table: &str,
        columns: &[&str],
        rows: Vec<Vec<Arg>>,
    ) -> Result<bool, StoreError> {
        self.execute("SAVEPOINT guarded", Vec::new()).await?;
        for (sql, args) in insert_statements(table, columns, rows) {
            let done = self.try_execute(&sql, args, false).await?;
            if done
                .as_ref()
                .is_err_and(|error| Failure::of(error) == Failure::Occupied)
            {
                self.execute("ROLLBACK TO SAVEPOINT guarded", Vec::new()).await?;
                self.execute("RELEASE SAVEPOINT guarded", Vec::new()).await?;
                return Ok(false);
            }
            self.checked(done)?;
        }
        self.execute("RELEASE SAVEPOINT guarded", Vec::new()).await?;
        Ok(true)
    }

    async fn try_execute(
        &mut self,
        sql: &str,
        args: Vec<Arg>,
        keep: bool,
    ) -> Result<Result<u64, sqlx::Error>, StoreError> {
        self.count();
        let sql = sql::expand(sql, self.dialect());
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => sqlx::query_with(&sql, sqlite(args)?)
                .persistent(keep)
                .execute(&mut **tx)
                .await
                .map(|done| done.rows_affected()),
            Inner::Postgres(tx) => sqlx::query_with(&sql, postgres(args)?)
                .persistent(keep)
                .execute(&mut **tx)
                .await
                .map(|done| done.rows_affected()),
        })
    }

    fn checked<T>(&mut self, done: Result<T, sqlx::Error>) -> Result<T, StoreError> {
        done.map_err(|error| {
            self.transient |= Failure::of(&error) == Failure::Transient;
            error.into()
        })
    }

    /// Asks for a new attempt: what the statement met is gone by now.
    pub(crate) fn try_again(&mut self) -> StoreError {
        self.transient = true;
        StoreError::Busy
    }

    fn count(&mut self) {
        self.queries += 1;
        self.total.fetch_add(1, Ordering::Relaxed);
    }
}

/// The most values in one statement: SQLite allows 32,766, PostgreSQL 65,535.
const MAX_VALUES: usize = 30_000;

fn insert_statements(
    table: &str,
    columns: &[&str],
    rows: Vec<Vec<Arg>>,
) -> impl Iterator<Item = (String, Vec<Arg>)> + Send {
    let per_statement = (MAX_VALUES / columns.len().max(1)).max(1);
    let mut statements = Vec::with_capacity(rows.len().div_ceil(per_statement));
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<Vec<Arg>> = rows.by_ref().take(per_statement).collect();
        statements.push((
            sql::insert(table, columns, chunk.len()),
            chunk.into_iter().flatten().collect(),
        ));
    }
    statements.into_iter()
}
