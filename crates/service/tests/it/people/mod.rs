//! Signing in, organisations, members and staff.

mod accounts;
mod organisations;
mod staff;
