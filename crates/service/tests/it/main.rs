//! The use cases, on SQLite and on PostgreSQL.
//!
//! `LEDIG_TEST_POSTGRES=postgres://…` names a server on which databases may be made (scripts/postgres.sh starts one).

#![expect(clippy::unwrap_used, reason = "a test that unwraps fails where it should")]

mod db;
mod faults;
mod world;

/// Declares each async function, taking `&World`, as a test on both databases.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test]
            fn $name() {
                crate::db::on_sqlite(async |world| super::$name(world).await);
            })+
        }
        mod postgres {
            $(#[test]
            fn $name() {
                crate::db::on_postgres(async |world| super::$name(world).await);
            })+
        }
    };
}

mod access;
mod editing;
mod pages;
mod people;
mod queries;
mod searching;
mod weeks;
