//! Accounts, organisations, memberships and staff roles.

pub mod account;
mod add;
pub mod members;
pub mod organisations;
mod password;
pub mod staff;
