//! The demo: a municipality with its real facilities and clubs, made-up people, and a season of bookings and cases.
//!
//! The same every time for a given date. What is fact and what is assumed stands in `seed/`.

mod base;
mod book;
mod cases;
mod context;
mod hours;
mod people;
mod places;
mod random;
mod rules;
mod school;
mod season;
mod seed;

pub use base::{DemoError, Loaded, SignIn, load, sign_ins};
