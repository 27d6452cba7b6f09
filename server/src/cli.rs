//! The subcommands of `ledig`.

use crate::{logging, open, serve};
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
    /// Migrate the database and serve until told to stop.
    Serve {
        /// Fill an empty database with the demo municipality first.
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database up to date, and nothing else.
    Migrate,
}

/// Does what the command line says.
///
/// # Errors
/// What stopped it, in words for the operator.
pub async fn run(cli: Cli) -> anyhow::Result<()> {
    let config = open::configuration()?;
    logging::start(&config);
    let service = open::service(open::store(&config).await?).await?;
    match cli.command {
        Command::Serve { demo: _ } => serve::serve(config, service).await,
        Command::Migrate => {
            tracing::info!(
                "the database {} is up to date",
                open::without_password(&config.database_url)
            );
            Ok(())
        }
    }
}
