//! What is wrong with a file, told by line and column.

use std::fmt;

/// One thing wrong in a file: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line in the file, from 1; where the row begins if it spans several.
    pub line: u64,
    /// The column's name, or the property's in a calendar file; `None` when the whole line is meant.
    pub column: Option<String>,
    /// What.
    pub kind: FaultKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// The file is empty.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than an import takes, bytes.
    #[error("the file is larger than {max} bytes")]
    TooLarge { max: u64 },
    /// More rows or events than an import takes.
    #[error("more than {max} rows")]
    TooMany { max: usize },
    /// Not UTF-8.
    #[error("not UTF-8; save the file as UTF-8")]
    NotUtf8,
    /// Fields are separated by something else than a comma.
    #[error("fields are separated by {found:?}; save the file as comma separated")]
    Separator { found: char },
    /// A column that must be there is not.
    #[error("the column is missing")]
    MissingColumn,
    /// The same column twice.
    #[error("the column stands twice")]
    DoubleColumn,
    /// Another number of fields than the header has.
    #[error("{found} fields, but the header has {expected}; is a quotation mark missing?")]
    FieldCount { expected: usize, found: usize },
    /// Nothing where something must be.
    #[error("must not be empty")]
    Missing,
    /// Longer than a field may be, characters.
    #[error("longer than {max} characters")]
    TooLong { max: usize },
    /// No such kind.
    #[error("unknown kind {found:?}; map it with --map {found}=<kind>")]
    UnknownKind { found: String },
    /// Not a number, or one that makes no sense there.
    #[error("{found:?} is not a number in {range}")]
    NotANumber { found: String, range: &'static str },
    /// One of two that belong together is missing.
    #[error("must be given together with {other}")]
    Alone { other: &'static str },
    /// Not a date.
    #[error("{found:?} is not a date; write 2026-08-17")]
    NotADate { found: String },
    /// It ends before it starts.
    #[error("it ends before it starts")]
    EndBeforeStart,
    /// Not an organisation number.
    #[error("{found:?} is not an organisation number: {why}")]
    OrganisationNumber { found: String, why: String },
    /// The row is there already.
    #[error("the same as line {first}")]
    Duplicate { first: u64 },
    /// It says something else than an earlier row of the same facility.
    #[error("{found:?}, but line {first} of the same facility says {other:?}")]
    Disagrees {
        found: String,
        other: String,
        first: u64,
    },
    /// The parent is not among the facility's spaces.
    #[error("no space {found:?} in the same facility")]
    NoParent { found: String },
    /// A space is a part of itself.
    #[error("the space is a part of itself")]
    Cycle,
    /// What stands in the way in the database.
    #[error("{0}")]
    Refused(String),
}

impl Fault {
    /// A fault of a whole line.
    pub fn line(line: u64, kind: FaultKind) -> Self {
        Self {
            line,
            column: None,
            kind,
        }
    }

    /// A fault of one field.
    pub fn field(line: u64, column: &str, kind: FaultKind) -> Self {
        Self {
            line,
            column: Some(column.to_owned()),
            kind,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.column {
            Some(column) => write!(f, "line {}, column {column}: {}", self.line, self.kind),
            None => write!(f, "line {}: {}", self.line, self.kind),
        }
    }
}
