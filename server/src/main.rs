//! The `ledig` binary.

// The types of views nest as deep as the page does.
#![recursion_limit = "512"]

use clap::Parser as _;
use ledig_server::cli::{Cli, run};
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(code) => code,
        Err(fault) => {
            say(&format!("{fault:#}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::print_stderr,
    reason = "the last words of a command go to whoever started it"
)]
fn say(fault: &str) {
    eprintln!("ledig: {fault}");
}
