//! Accounts, organisations, memberships and staff roles.

pub mod account;
mod add;
pub mod members;
mod minors;
pub mod one_time;
mod organisation_edit;
pub mod organisations;
pub mod own_password;
mod password;
pub mod staff;
pub mod teams;
