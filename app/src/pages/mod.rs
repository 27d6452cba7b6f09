//! One module per page.

pub mod about;
pub mod booking;
pub mod case;
pub mod facilities;
pub mod manage;
pub mod my_page;
pub mod not_found;
pub mod password;
pub mod place;
pub mod results;
pub mod sign_in;
pub mod start;
pub mod week;
