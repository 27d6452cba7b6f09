//! Rows of both databases, read into structs of domain types.

use crate::{error::StoreError, value::Arg};
use sqlx::{Decode, Postgres, Row, Sqlite, Type, postgres::PgRow, sqlite::SqliteRow};

/// A row of either database.
pub(crate) enum DbRow<'r> {
    Sqlite(&'r SqliteRow),
    Postgres(&'r PgRow),
}

impl DbRow<'_> {
    /// A plain value; `None` when the column is NULL.
    pub(crate) fn raw<T>(&self, name: &str) -> Result<Option<T>, StoreError>
    where
        T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres>,
    {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(name)?,
            Self::Postgres(row) => row.try_get(name)?,
        })
    }
}

/// A struct that is read from a row.
pub(crate) trait FromRow: Sized {
    fn from_row(row: &DbRow<'_>) -> Result<Self, StoreError>;
}

/// A struct whose fields are the columns of a table.
pub(crate) trait TableRow: FromRow {
    /// Its columns, in the order of [`TableRow::args`].
    const COLUMNS: &'static [&'static str];

    /// Its values.
    fn args(&self) -> Vec<Arg>;

    /// The columns of a table alias, for a SELECT: `f.id, f.name`.
    fn select(alias: &str) -> String {
        let named: Vec<String> = Self::COLUMNS
            .iter()
            .map(|column| format!("{alias}.{column}"))
            .collect();
        named.join(", ")
    }
}

/// Declares structs whose fields are columns by the same names.
macro_rules! row {
    ($($(#[$meta:meta])* $vis:vis struct $name:ident {
        $($(#[$field_meta:meta])* $field_vis:vis $field:ident: $type:ty),* $(,)?
    })+) => {$(
        $(#[$meta])*
        $vis struct $name { $($(#[$field_meta])* $field_vis $field: $type),* }

        impl $crate::row::FromRow for $name {
            fn from_row(row: &$crate::row::DbRow<'_>) -> Result<Self, $crate::StoreError> {
                Ok(Self { $($field: $crate::value::Field::read(row, stringify!($field))?),* })
            }
        }

        impl $crate::row::TableRow for $name {
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),*];

            fn args(&self) -> Vec<$crate::value::Arg> {
                vec![$($crate::value::Field::bind(&self.$field)),*]
            }
        }
    )+};
}
