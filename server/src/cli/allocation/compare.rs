//! `ledig compare`: what would be otherwise in another season.

use super::{
    files::{Bad, Named},
    watch::Watch,
};
use crate::cli::say;
use anyhow::Context as _;
use clap::Args;
use ledig_allocation::{scenario::paired, search::Limits, word};
use std::process::ExitCode;

/// What to compare, and how.
#[derive(Debug, Args)]
pub struct Compare {
    /// The season.
    file: Named,
    /// The same season with something otherwise: a hall closed, a new one, another rule.
    other: Named,
    /// How many more runs of the first, with other seeds, tell what is left to chance.
    #[arg(long, default_value_t = 2)]
    noise_runs: u32,
    /// How much work to do in each run, in the engine's units.
    #[arg(long)]
    work: Option<u64>,
    /// How many threads; changes nothing but the time.
    #[arg(long)]
    threads: Option<usize>,
    /// Print everything as JSON.
    #[arg(long)]
    json: bool,
}

impl Compare {
    /// Shares out both seasons with one seed, and prints the difference.
    ///
    /// # Errors
    /// When a season has faults, or nothing can be printed.
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        let (before, after) = (self.file.instance()?, self.other.instance()?);
        let wishes = before.wishes.len().max(after.wishes.len());
        let usual = Limits::usual(wishes);
        let limits = Limits {
            work: self.work.unwrap_or(usual.work),
            threads: super::threads(self.threads, &usual),
        };
        let mut watch = Watch::new(None);
        let stopper = watch.on_ctrl_c();
        let noise_runs = self.noise_runs;
        let work = move || {
            let told = paired(&before, &after, noise_runs, &limits, &mut watch);
            (before, after, told)
        };
        let (before, after, told) = tokio::task::spawn_blocking(work)
            .await
            .context("the engine failed")?;
        stopper.abort();
        let told = told.map_err(|fault| Bad::new(&fault.to_string()))?;
        if self.json {
            Named::standard().write(&told)?;
        } else {
            say::line(word::comparison(&before, &after, &told).trim_end())?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
