//! Values bound to statements of either database.

use crate::{error::StoreError, value::Arg};
use sqlx::{Arguments, postgres::PgArguments, sqlite::SqliteArguments};

fn encode(fault: sqlx::error::BoxDynError) -> StoreError {
    StoreError::Other(sqlx::Error::Encode(fault))
}

/// The values as the database takes them.
pub(crate) fn postgres(args: Vec<Arg>) -> Result<PgArguments, StoreError> {
    let mut bound = PgArguments::default();
    for arg in args {
        match arg {
            Arg::Int(value) => bound.add(value),
            Arg::Real(value) => bound.add(value),
            Arg::Bool(value) => bound.add(value),
            Arg::Text(value) => bound.add(value),
            Arg::Id(value) => bound.add(value),
            Arg::Ids(value) => bound.add(value),
            Arg::Texts(value) => bound.add(value),
            Arg::Spans(value) => bound.add(value.concat()),
        }
        .map_err(encode)?;
    }
    Ok(bound)
}

/// The values as the database takes them.
pub(crate) fn sqlite(args: Vec<Arg>) -> Result<SqliteArguments<'static>, StoreError> {
    let mut bound = SqliteArguments::default();
    for arg in args {
        match arg {
            Arg::Int(value) => bound.add(value),
            Arg::Real(value) => bound.add(value),
            Arg::Bool(value) => bound.add(value),
            Arg::Text(value) => bound.add(value),
            Arg::Id(value) => bound.add(value),
            Arg::Ids(list) => {
                let hex: Vec<String> = list.iter().map(|id| id.simple().to_string()).collect();
                bound.add(format!("[\"{}\"]", hex.join("\",\"")).replace("[\"\"]", "[]"))
            }
            Arg::Texts(list) => bound.add(serde_json::json!(list).to_string()),
            Arg::Spans(list) => bound.add(serde_json::json!(list).to_string()),
        }
        .map_err(encode)?;
    }
    Ok(bound)
}
