//! The catalogue of screen texts: bokmål, nynorsk and English side by side, one file per area.
//!
//! Keys are functions, so a text that is missing in one language does not compile, and the browser's
//! client carries only the texts that its islands use. See docs/decisions/0003-own-catalogue.md.

mod lang;
mod macros;

pub mod booking;
pub mod case;
pub mod common;
pub mod day;
#[cfg(feature = "ssr")]
pub mod faults;
pub mod kinds;
pub mod legal;
pub mod manage;
pub mod people;
pub mod places;
pub mod rhythm;
pub mod search;
#[cfg(feature = "ssr")]
pub mod steps;

pub use lang::{Lang, use_lang};
