//! The subcommands of `ledig`.

mod allocation;
mod demo;
mod import;
mod say;
mod user;

use crate::{clock::SystemClock, config::Config, logging, open, serve};
use chrono::{NaiveDateTime, Timelike as _};
use clap::{Parser, Subcommand};
use ledig_domain::time::resolve;
use ledig_service::Settings;
use std::process::ExitCode;

/// Ledig: shows what is free in a municipality's halls, and books it.
#[derive(Debug, Parser)]
#[command(name = "ledig", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(flatten)]
    Installation(Installation),
    #[command(flatten)]
    Allocation(allocation::Allocation),
}

/// What works on this installation's database.
#[derive(Debug, Subcommand)]
enum Installation {
    /// Bring the database up to date and serve until told to stop.
    Serve {
        /// Fill an empty database with the demo municipality first, and tell its sign-ins.
        #[arg(long)]
        demo: bool,
        /// Serve as if it were this local time, such as 2026-08-11T10:00; the clock goes on from there. For demos and tests.
        #[arg(long, value_name = "DATE-TIME", value_parser = local_time)]
        at: Option<NaiveDateTime>,
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
pub async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    match cli.command {
        Command::Allocation(command) => command.run().await,
        Command::Installation(command) => command.run().await.map(|()| ExitCode::SUCCESS),
    }
}

impl Installation {
    async fn run(self) -> anyhow::Result<()> {
        let config = open::configuration()?;
        logging::start(&config);
        let store = open::store(&config).await?;
        let fills = matches!(
            self,
            Self::Serve { demo: true, .. } | Self::Demo { .. } | Self::Migrate
        );
        if !fills {
            demo::refuse_half(&store).await?;
        }
        match self {
            Self::Serve { demo, at } => {
                let clock = at.map_or_else(SystemClock::default, set_to);
                if demo {
                    demo::load_if_empty(&store, clock).await?;
                    demo::welcome(&config)?;
                }
                serve::serve(config, open::service(store, clock).await?).await
            }
            Self::Migrate => migrated(&config),
            Self::Demo { date } => demo::load(&store, date, SystemClock::default()).await,
            Self::Municipality(municipality) => {
                municipality
                    .run(&open::service(store, SystemClock::default()).await?)
                    .await
            }
            Self::Import(import) => {
                import
                    .run(&open::service(store, SystemClock::default()).await?)
                    .await
            }
            Self::User(user) => {
                user.run(&open::service(store, SystemClock::default()).await?)
                    .await
            }
        }
    }
}

fn local_time(text: &str) -> Result<NaiveDateTime, String> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .map_err(|_| "is not a local time such as 2026-08-11T10:00".into())
}

/// The clock that shows this local time of the municipality now.
fn set_to(at: NaiveDateTime) -> SystemClock {
    let minute = u16::try_from(at.hour() * 60 + at.minute()).unwrap_or_default();
    SystemClock::set_to(resolve(at.date(), minute, Settings::default().zone))
}

fn migrated(config: &Config) -> anyhow::Result<()> {
    say::line(&format!(
        "{} is up to date.",
        open::without_password(&config.database_url)
    ))
}
