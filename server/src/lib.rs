//! The `ledig` server: configuration, routes, sessions, sign-in and subcommands around `ledig-service`.
//! Holds no business rule. The only crate that reads the clock and draws random numbers.

pub mod accounts;
pub mod cli;
pub mod clock;
pub mod config;
pub mod logging;
pub mod open;
pub mod serve;
pub mod web;
