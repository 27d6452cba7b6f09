//! From wish to decision and on: preview, submit, decide, offer, wait, cancel, and the pages that show it.

pub mod act;
pub mod cancel;
mod contest;
pub mod decide;
mod file;
pub mod form;
pub mod inbox;
pub mod letter;
pub mod manager;
pub mod mine;
mod names;
pub mod page;
pub mod parts;
pub(crate) mod plan;
pub mod preview;
#[cfg(test)]
mod send;
pub mod step;
pub mod submit;
pub mod tick;
mod write;
