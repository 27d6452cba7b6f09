//! The few places where the two databases want other words, so that a statement is written once.

use crate::tx::Dialect;
use std::borrow::Cow;

/// A bound list of any length: the token, and what SQLite and PostgreSQL want in its place, with `?` for `$n`.
///
/// PostgreSQL takes arrays, whose lengths its planner sees (spans lie flat, start and end by turns). SQLite takes JSON arrays: of
/// hexadecimal ids, of texts, of pairs.
const LISTS: [(&str, &str, &str); 4] = [
    (
        "IN IDS(",
        "IN (SELECT unhex(value) FROM json_each(?))",
        "= ANY(?)",
    ),
    ("IN TEXTS(", "IN (SELECT value FROM json_each(?))", "= ANY(?)"),
    (
        "ID_ROWS(",
        "(SELECT unhex(value) AS id FROM json_each(?))",
        "(SELECT unnest(?) AS id)",
    ),
    (
        "SPAN_ROWS(",
        "(SELECT value ->> 0 AS starts_at, value ->> 1 AS ends_at FROM json_each(?))",
        "(SELECT (?)[2 * i - 1] AS starts_at, (?)[2 * i] AS ends_at FROM generate_series(1, array_length(?, 1) / 2) i)",
    ),
];

/// Puts the dialect's words for `IN IDS($n)`, `IN TEXTS($n)` (membership in a list), `ID_ROWS($n)` (ids as rows of `id`) and
/// `SPAN_ROWS($n)` (spans as rows of `starts_at`, `ends_at`).
pub(crate) fn expand(sql: &str, dialect: Dialect) -> Cow<'_, str> {
    let next = |rest: &str| {
        LISTS
            .iter()
            .filter_map(|list| rest.find(list.0).map(|at| (at, list)))
            .min_by_key(|(at, _)| *at)
    };
    if next(sql).is_none() {
        return Cow::Borrowed(sql);
    }
    let mut out = String::with_capacity(2 * sql.len());
    let mut rest = sql;
    while let Some((at, (token, sqlite, postgres))) = next(rest) {
        let words = match dialect {
            Dialect::Sqlite => sqlite,
            Dialect::Postgres => postgres,
        };
        let inside = &rest[at + token.len()..];
        let close = inside.find(')').unwrap_or(inside.len());
        out.push_str(&rest[..at]);
        out.push_str(&words.replace('?', &inside[..close]));
        rest = inside.get(close + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
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
    fn lists_become_rows() {
        assert_eq!(
            expand("SELECT id FROM ID_ROWS($1) u", Dialect::Sqlite),
            "SELECT id FROM (SELECT unhex(value) AS id FROM json_each($1)) u"
        );
        assert_eq!(
            expand("SELECT id FROM ID_ROWS($1) u", Dialect::Postgres),
            "SELECT id FROM (SELECT unnest($1) AS id) u"
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
