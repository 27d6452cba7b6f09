//! Accounts, organisations, memberships and staff roles.

pub mod account;
mod add;
pub mod members;
mod organisation_edit;
pub mod organisations;
mod password;
pub mod staff;
