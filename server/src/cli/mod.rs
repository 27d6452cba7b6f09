//! The subcommands of `ledig`.

mod demo;
mod import;
mod say;
mod user;

use crate::{config::Config, logging, open, serve};
use clap::{Parser, Subcommand};

/// Ledig: shows what is free in a municipality's halls, and books it.
#[derive(Debug, Parser)]
#[command(name = "ledig", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Bring the database up to date and serve until told to stop.
    Serve {
        /// Fill an empty database with the demo municipality first, and tell its sign-ins.
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database up to date, and nothing else.
    Migrate,
    /// Fill an empty database with the demo municipality.
    Demo {
        /// The day that the demo is made for, such as 2026-11-02; today if left out.
        #[arg(long)]
        date: Option<chrono::NaiveDate>,
    },
    /// Name the municipality of this installation. Once, before the first import.
    Municipality(import::Municipality),
    /// Take over facilities, associations, a school calendar or a calendar of closures from a file.
    #[command(subcommand)]
    Import(import::Import),
    /// Accounts.
    #[command(subcommand)]
    User(user::User),
}

/// Does what the command line says.
///
/// # Errors
/// What stopped it, in words for the operator.
pub async fn run(cli: Cli) -> anyhow::Result<()> {
    let config = open::configuration()?;
    logging::start(&config);
    let store = open::store(&config).await?;
    match cli.command {
        Command::Serve { demo } => {
            if demo {
                demo::load_if_empty(&store).await?;
                demo::welcome(&config)?;
            }
            serve::serve(config, open::service(store).await?).await
        }
        Command::Migrate => migrated(&config),
        Command::Demo { date } => demo::load(&store, date).await,
        Command::Municipality(municipality) => municipality.run(&open::service(store).await?).await,
        Command::Import(import) => import.run(&open::service(store).await?).await,
        Command::User(user) => user.run(&open::service(store).await?).await,
    }
}

fn migrated(config: &Config) -> anyhow::Result<()> {
    say::line(&format!(
        "{} is up to date.",
        open::without_password(&config.database_url)
    ))
}
