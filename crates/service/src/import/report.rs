//! What an import is told, and what it tells.

use super::fault::Fault;
use crate::ServiceError;

/// How to import.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Do everything, then take it all back.
    pub dry_run: bool,
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Rows done.
    pub done: usize,
    /// Rows in all.
    pub total: usize,
}

/// Is told how far an import has come. Called often: it should be quick.
pub type OnProgress<'a> = &'a (dyn Fn(Progress) + Send + Sync);

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What was new.
    pub added: usize,
    /// What was there, and is different now.
    pub updated: usize,
    /// What was there already just so.
    pub unchanged: usize,
    /// Rows of other municipalities, and rows that say what is known anyway.
    pub left_out: usize,
    /// Columns that are not used.
    pub ignored_columns: Vec<String>,
    /// What could not be taken, one sentence each.
    pub not_taken: Vec<String>,
    /// Nothing was kept: it was only tried.
    pub dry_run: bool,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file is at fault: everything that is wrong with it.
    #[error("{} faults in the file", .0.len())]
    Faults(Vec<Fault>),
    /// The service could not do it.
    #[error(transparent)]
    Service(#[from] ServiceError),
}

impl From<Vec<Fault>> for ImportError {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Faults(faults)
    }
}

impl From<ledig_store::StoreError> for ImportError {
    fn from(error: ledig_store::StoreError) -> Self {
        Self::Service(error.into())
    }
}
