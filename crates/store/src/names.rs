//! The order of names: Norwegian, as a dictionary has it (æ, ø, å last, `aa` as å, capitals beside small letters).
//!
//! Both databases know it as the collation `norwegian`: PostgreSQL from its own ICU, SQLite from the ICU library here, which
//! sorts in memory too.

use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;
use std::{cmp::Ordering, sync::LazyLock};

/// The collation's name in SQL.
pub(crate) const COLLATION: &str = "norwegian";

static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| CollatorBorrowed::try_new(locale!("nb").into(), CollatorOptions::default()).ok());

/// Compares two names. Those that only their bytes tell apart are in the order of their bytes, as in PostgreSQL.
pub fn by_name(one: &str, other: &str) -> Ordering {
    let order = match &*COLLATOR {
        Some(collator) => collator.compare(one, other),
        // The data is compiled in; without it the order is rough, but the same everywhere.
        None => one.to_lowercase().cmp(&other.to_lowercase()),
    };
    order.then_with(|| one.cmp(other))
}

/// A name that sorts as [`by_name`] does, as a part of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(pub String);

impl Ord for Name {
    fn cmp(&self, other: &Self) -> Ordering {
        by_name(&self.0, &other.0)
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
