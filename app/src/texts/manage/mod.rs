//! Texts of the staff's pages.

pub mod board;
pub mod case;
pub mod common;
pub mod inbox;
pub mod people;
pub mod places;
pub mod rules;
#[cfg(feature = "ssr")]
pub mod said;
pub mod words;
