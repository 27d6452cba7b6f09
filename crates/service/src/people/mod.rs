//! Accounts, organisations, memberships and staff roles.

pub mod account;
pub mod members;
pub mod organisations;
pub mod staff;
