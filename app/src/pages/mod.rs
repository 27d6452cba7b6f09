//! One module per page.

pub mod about;
pub mod booking;
pub mod not_found;
pub mod results;
pub mod sign_in;
pub mod start;
