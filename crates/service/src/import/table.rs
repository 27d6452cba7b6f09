//! Reads a comma separated file into rows of named fields, and tells everything that is wrong with its form.

use super::fault::{Fault, FaultKind};
use std::{collections::HashMap, io::Read};

/// The largest file that an import takes, bytes.
pub const MAX_BYTES: u64 = 32 * 1024 * 1024;
/// The most rows that an import takes.
pub const MAX_ROWS: usize = 100_000;
/// The longest field, characters.
pub const MAX_FIELD: usize = 4_000;

/// The rows of a file.
#[derive(Debug, Default)]
pub struct Table {
    columns: HashMap<String, usize>,
    /// Columns that the import does not use, in the file's order.
    pub ignored: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Its line in the file, from 1.
    pub line: u64,
    table: &'a Table,
    fields: &'a [String],
}

/// Reads at most [`MAX_BYTES`] of text; a byte order mark is left out.
///
/// # Errors
/// The file cannot be read, is too large, empty or not UTF-8.
pub fn read_text(reader: impl Read) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    let refused = |error: std::io::Error| Fault::line(1, FaultKind::Refused(error.to_string()));
    reader
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Fault::line(1, FaultKind::TooLarge { max: MAX_BYTES }));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count() as u64;
        Fault::line(line, FaultKind::NotUtf8)
    })?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Fault::line(1, FaultKind::Empty));
    }
    Ok(text)
}

impl Table {
    /// Reads the rows; `required` and `optional` name the columns, which may stand in any order.
    ///
    /// # Errors
    /// Everything that is wrong with the file's form.
    pub fn read(reader: impl Read, required: &[&str], optional: &[&str]) -> Result<Self, Vec<Fault>> {
        let text = read_text(reader).map_err(|fault| vec![fault])?;
        let mut csv = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut table = Self::default();
        let mut faults = Vec::new();
        let mut width = None;
        for record in csv.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    faults.push(Fault::line(line, FaultKind::Refused(error.to_string())));
                    break;
                }
            };
            let line = record.position().map_or(1, csv::Position::line);
            let Some(expected) = width else {
                table.header(&record, required, optional, &mut faults);
                width = Some(record.len());
                if !faults.is_empty() {
                    break;
                }
                continue;
            };
            if record.len() != expected {
                let found = record.len();
                faults.push(Fault::line(line, FaultKind::FieldCount { expected, found }));
                continue;
            }
            if table.rows.len() == MAX_ROWS {
                faults.push(Fault::line(line, FaultKind::TooMany { max: MAX_ROWS }));
                break;
            }
            let fields = record.iter().map(|field| field.trim().to_owned()).collect();
            table.rows.push((line, fields));
        }
        table.check_lengths(&mut faults);
        if faults.is_empty() { Ok(table) } else { Err(faults) }
    }

    fn header(
        &mut self,
        record: &csv::StringRecord,
        required: &[&str],
        optional: &[&str],
        faults: &mut Vec<Fault>,
    ) {
        let whole = record.iter().collect::<Vec<_>>().join(",");
        if record.len() == 1
            && let Some(found) = [';', '\t', '|'].into_iter().find(|other| whole.contains(*other))
        {
            faults.push(Fault::line(1, FaultKind::Separator { found }));
            return;
        }
        for (at, name) in record.iter().enumerate() {
            let name = name.trim().to_lowercase();
            if !required.contains(&name.as_str()) && !optional.contains(&name.as_str()) {
                self.ignored.push(name.clone());
            }
            if self.columns.insert(name.clone(), at).is_some() {
                faults.push(Fault::field(1, &name, FaultKind::DoubleColumn));
            }
        }
        let missing = required.iter().filter(|name| !self.columns.contains_key(**name));
        faults.extend(missing.map(|name| Fault::field(1, name, FaultKind::MissingColumn)));
    }

    fn check_lengths(&self, faults: &mut Vec<Fault>) {
        for row in self.rows() {
            for (name, at) in &self.columns {
                if row.fields[*at].chars().count() > MAX_FIELD {
                    faults.push(Fault::field(
                        row.line,
                        name,
                        FaultKind::TooLong { max: MAX_FIELD },
                    ));
                }
            }
        }
        faults.sort_by_key(|fault| fault.line);
    }

    /// The rows in the file's order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, fields)| Row {
            line: *line,
            table: self,
            fields,
        })
    }
}

impl<'a> Row<'a> {
    /// The field of a column, trimmed; empty when the file has no such column.
    pub fn get(&self, column: &str) -> &'a str {
        self.table
            .columns
            .get(column)
            .and_then(|at| self.fields.get(*at))
            .map_or("", String::as_str)
    }

    /// The field, which must not be empty.
    pub fn needed(&self, column: &str, faults: &mut Vec<Fault>) -> &'a str {
        let field = self.get(column);
        if field.is_empty() {
            faults.push(Fault::field(self.line, column, FaultKind::Missing));
        }
        field
    }

    /// The field as a number within a range; `None` when empty or at fault.
    pub fn number(
        &self,
        column: &str,
        (min, max, range): (f64, f64, &'static str),
        faults: &mut Vec<Fault>,
    ) -> Option<f64> {
        let field = self.get(column);
        if field.is_empty() {
            return None;
        }
        match field.parse::<f64>() {
            Ok(number) if (min..=max).contains(&number) => Some(number),
            _ => {
                let found = field.to_owned();
                faults.push(Fault::field(
                    self.line,
                    column,
                    FaultKind::NotANumber { found, range },
                ));
                None
            }
        }
    }
}
