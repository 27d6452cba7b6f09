//! The verifier: a draft is what FORMAT.md says, or it is told what is not.
//!
//! Slow and obvious on purpose, and shares no code with the search: what both get wrong, nobody sees. It reads the
//! instance anew, looks at every start by itself, and takes nothing from the draft on trust but its sessions, its
//! bounds (which only a proof could check) and the work done.

mod header;
mod violation;

pub use violation::{Placed, Thing, Violation};

use crate::format::{Draft, Instance};

/// Everything in the draft that is not as FORMAT.md says; nothing if it is a valid draft of the instance.
///
/// The instance is one that the reader accepts. Of any other the answer may miss things, but there is one.
pub fn verify(instance: &Instance, draft: &Draft) -> Vec<Violation> {
    let mut found = Vec::new();
    header::check(instance, draft, &mut found);
    found
}
