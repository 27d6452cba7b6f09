//! The server's tests: the whole router in this process, over a database of its own, no network.

// The types of views nest as deep as the page does.
#![recursion_limit = "512"]
#![expect(clippy::unwrap_used, reason = "a helper of a test fails the test")]

mod allocation;
mod assets;
mod cli;
mod guards;
mod kept;
mod pages;
mod probes;
mod sign_in;
mod site;
