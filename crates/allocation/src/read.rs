//! Reads an instance, and tells everything that is wrong with it: never only the first fault, and never none where
//! something would be left out.
//!
//! In three steps: the text itself (JSON, each field once), the form (the schema derived from the types), and what no
//! schema can say. The last two look at each entry of each list for itself, so that a wish without the right form hides
//! nothing of the others.

mod at;
mod bounds;
mod check;
mod fault;
mod parts;
mod remark;
mod schema;
mod text;
pub(crate) mod tree;

#[cfg(test)]
mod tests;

pub use at::MOST_FAULTS;
pub use fault::{Fault, FaultKind, Thing};
pub use remark::{Remark, RemarkKind, remarks};
pub use schema::{draft_schema, instance_schema as schema};

use crate::format::{Draft, Instance};
use parts::Parts;
use std::io;

/// Reads an instance.
///
/// # Errors
/// Everything that is wrong with it, each with its place; beyond [`MOST_FAULTS`] only how many there are.
pub fn read(text: &str) -> Result<Instance, Vec<Fault>> {
    let (value, mut faults) = text::parse(text).map_err(|fault| vec![fault])?;
    let parts = Parts::of(value, &mut faults);
    check::check(&parts, &mut faults);
    if !faults.is_empty() {
        return Err(faults.into_vec());
    }
    parts.whole().ok_or_else(|| {
        // Not reached: what has not the right form has been told.
        vec![Fault {
            path: String::new(),
            what: FaultKind::Form {
                message: "a part of it cannot be read".into(),
            },
        }]
    })
}

/// Reads an instance from bytes.
///
/// # Errors
/// As [`read`], and where the bytes are no UTF-8.
pub fn read_bytes(bytes: &[u8]) -> Result<Instance, Vec<Fault>> {
    read(text::decode(bytes).map_err(|fault| vec![fault])?)
}

/// Reads a draft: its form only. Whether it is right tells the verifier.
///
/// # Errors
/// Everything that is wrong with its form.
pub fn read_draft(bytes: &[u8]) -> Result<Draft, Vec<Fault>> {
    if let Some(draft) = draft_from(bytes) {
        return Ok(draft);
    }
    let text = text::decode(bytes).map_err(|fault| vec![fault])?;
    let (value, mut faults) = text::parse(text).map_err(|fault| vec![fault])?;
    parts::draft(value, &mut faults).ok_or_else(|| faults.into_vec())
}

/// Reads a draft piece by piece, so that the text need not be in memory, however long it is. None if it cannot be read,
/// or has not the right form: [`read_draft`] tells why.
pub fn draft_from(source: impl io::Read) -> Option<Draft> {
    serde_json::from_reader(io::BufReader::new(source)).ok()
}
