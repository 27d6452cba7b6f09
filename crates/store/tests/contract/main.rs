//! The contract suite: every function of the store, on SQLite and on PostgreSQL.
//!
//! `LEDIG_TEST_POSTGRES=postgres://…` names a server on which databases may be made; each test makes and drops its own.
//! Without it the PostgreSQL half fails, unless `LEDIG_TEST_SKIP_POSTGRES=1` says that it is to be left out.

#![expect(clippy::unwrap_used, reason = "a test that unwraps fails where it should")]

mod db;
mod world;

/// Declares each async function, taking `&Db`, as a test on both databases.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test]
            fn $name() {
                crate::db::on_sqlite(async |db| super::$name(db).await);
            })+
        }
        mod postgres {
            $(#[test]
            fn $name() {
                crate::db::on_postgres(async |db| super::$name(db).await);
            })+
        }
    };
}

mod case_lists;
mod cases;
mod closing;
mod dates;
mod decided;
mod holding;
mod killed;
mod log;
mod looking;
mod migrations;
mod moving;
mod names;
mod organisations;
mod people;
mod places;
mod races;
mod rules;
mod taking;
mod transactions;
mod trees;
