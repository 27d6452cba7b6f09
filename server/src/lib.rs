//! The `ledig` server: configuration, routes, sessions, sign-in and subcommands around `ledig-service`.
//! Holds no business rule. The only crate that reads the clock and draws random numbers.

// The types of views nest as deep as the page does.
#![recursion_limit = "512"]

pub mod accounts;
pub mod cli;
pub mod clock;
pub mod config;
pub mod jobs;
pub mod logging;
pub mod open;
pub mod serve;
pub mod web;
