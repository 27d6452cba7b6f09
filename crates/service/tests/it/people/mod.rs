//! Signing in, organisations, members and staff.

mod accounts;
mod first_sign_in;
mod organisations;
mod staff;
