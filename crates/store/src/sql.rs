//! The few places where the two databases want other words, so that a statement is written once.

use crate::tx::Dialect;
use std::borrow::Cow;

/// Puts the dialect's words for `IN IDS($n)` and `IN TEXTS($n)`: membership in a bound list of any length.
///
/// PostgreSQL takes an array; SQLite a JSON array (of hexadecimal ids).
pub(crate) fn expand(sql: &str, dialect: Dialect) -> Cow<'_, str> {
    if !sql.contains("IN IDS(") && !sql.contains("IN TEXTS(") {
        return Cow::Borrowed(sql);
    }
    let words = match dialect {
        Dialect::Sqlite => [
            ("IN IDS(", "IN (SELECT unhex(value) FROM json_each("),
            ("IN TEXTS(", "IN (SELECT value FROM json_each("),
        ],
        Dialect::Postgres => [("IN IDS(", "= ANY("), ("IN TEXTS(", "= ANY(")],
    };
    let mut out = String::with_capacity(sql.len() + 80);
    let mut rest = sql;
    loop {
        let next = words
            .iter()
            .filter_map(|(token, put)| rest.find(token).map(|at| (at, token.len(), *put)))
            .min();
        let Some((at, length, put)) = next else {
            out.push_str(rest);
            return Cow::Owned(out);
        };
        out.push_str(&rest[..at]);
        out.push_str(put);
        rest = &rest[at + length..];
        let end = rest.find(')').map_or(rest.len(), |close| close + 1);
        out.push_str(&rest[..end]);
        if dialect == Dialect::Sqlite {
            out.push(')');
        }
        rest = &rest[end..];
    }
}

/// `INSERT INTO table (columns) VALUES ($1, …), (…)` for so many rows.
pub(crate) fn insert(table: &str, columns: &[&str], rows: usize) -> String {
    let names = columns.join(", ");
    format!(
        "INSERT INTO {table} ({names}) VALUES {}",
        tuples(rows, columns.len())
    )
}

/// Sets columns of so many rows, each found by id and version, where the condition holds. Both databases name the columns of VALUES column1, column2 …
pub(crate) fn update(table: &str, columns: &[&str], condition: &str, rows: usize) -> String {
    let mut set = String::new();
    for (index, column) in columns.iter().enumerate() {
        set.push_str(&format!("{column} = u.column{}, ", index + 3));
    }
    format!(
        "UPDATE {table} SET {set}version = version + 1 FROM (VALUES {}) AS u \
         WHERE {table}.id = u.column1 AND {table}.version = u.column2 AND {condition}",
        tuples(rows, columns.len() + 2)
    )
}

/// `($1, $2), ($3, $4)`.
fn tuples(rows: usize, width: usize) -> String {
    let mut sql = String::new();
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..width {
            if column > 0 {
                sql.push_str(", ");
            }
            sql.push('$');
            sql.push_str(&(row * width + column + 1).to_string());
        }
        sql.push(')');
    }
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_become_arrays_or_json() {
        let sql = "SELECT 1 FROM space WHERE id IN IDS($1) AND slug IN TEXTS($2) AND sort = $3";
        assert_eq!(
            expand(sql, Dialect::Postgres),
            "SELECT 1 FROM space WHERE id = ANY($1) AND slug = ANY($2) AND sort = $3"
        );
        assert_eq!(
            expand(sql, Dialect::Sqlite),
            "SELECT 1 FROM space WHERE id IN (SELECT unhex(value) FROM json_each($1)) \
             AND slug IN (SELECT value FROM json_each($2)) AND sort = $3"
        );
    }

    #[test]
    fn many_rows_are_numbered_through() {
        assert_eq!(
            insert("t", &["a", "b"], 2),
            "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4)"
        );
    }
}
