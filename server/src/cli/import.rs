//! `ledig import …` and `ledig municipality`.

use super::say;
use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use ledig_service::{
    Service,
    import::{self, ImportError, Options, Report, facility_rows::Choice},
};
use std::{
    fs::File,
    path::{Path, PathBuf},
};

/// What to take over.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Facilities and their spaces, from a CSV file.
    Facilities {
        #[command(flatten)]
        source: Source,
        /// Only rows of this municipality.
        #[arg(long)]
        municipality: Option<String>,
        /// What a word for a kind of space stands for, as in --map gymsal=gym. Can be given again.
        #[arg(long, value_parser = pair)]
        map: Vec<(String, String)>,
    },
    /// Associations, from a CSV file.
    Associations {
        #[command(flatten)]
        source: Source,
        /// Only rows of this municipality.
        #[arg(long)]
        municipality: Option<String>,
    },
    /// The school calendar's days off, from a CSV file.
    School {
        #[command(flatten)]
        source: Source,
        /// The municipality whose days go before others'.
        #[arg(long)]
        municipality: Option<String>,
    },
    /// Closures of a space, from a calendar file (.ics).
    Calendar {
        #[command(flatten)]
        source: Source,
        /// The space: its id, or facility/space as in its address.
        #[arg(long)]
        space: String,
    },
}

/// The file, and whether it is only tried.
#[derive(Debug, Args)]
pub struct Source {
    /// The file.
    file: PathBuf,
    /// Read and check everything, tell what would be done, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

/// The municipality of the installation.
#[derive(Debug, Args)]
pub struct Municipality {
    /// Its name, without "kommune".
    name: String,
    /// Who handles appeals, as decisions are to say.
    #[arg(long, default_value = "")]
    appeal_body: String,
}

impl Municipality {
    /// Names it.
    ///
    /// # Errors
    /// When there is one already, or the database cannot be changed.
    pub async fn run(self, service: &Service) -> anyhow::Result<()> {
        service
            .found_municipality(&self.name, &self.appeal_body)
            .await
            .context("the municipality cannot be named; an installation has one")?;
        say::line(&format!("This installation is {}'s.", self.name))
    }
}

impl Import {
    /// Does it.
    ///
    /// # Errors
    /// Everything that is wrong with the file, by line and column, or with the database.
    pub async fn run(self, service: &Service) -> anyhow::Result<()> {
        let tell = |progress: import::Progress| say::progress(progress.done, progress.total);
        let (path, result) = match self {
            Self::Facilities {
                source,
                municipality,
                map,
            } => {
                let choice = Choice {
                    municipality,
                    kinds: map.into_iter().collect(),
                };
                let (file, options) = source.open()?;
                (
                    source.file,
                    import::facilities(service, file, &choice, options, &tell).await,
                )
            }
            Self::Associations { source, municipality } => {
                let (file, options) = source.open()?;
                let done = import::associations(service, file, municipality.as_deref(), options, &tell).await;
                (source.file, done)
            }
            Self::School { source, municipality } => {
                let (file, options) = source.open()?;
                let done =
                    import::school_calendar(service, file, municipality.as_deref(), options, &tell).await;
                (source.file, done)
            }
            Self::Calendar { source, space } => {
                let found = service.find_space(&space).await?;
                let Some(space) = found else {
                    bail!("there is no space {space}")
                };
                let (file, options) = source.open()?;
                (
                    source.file,
                    import::calendar(service, file, space, options, &tell).await,
                )
            }
        };
        match result {
            Ok(report) => told(&report),
            Err(fault) => Err(in_words(&path, &fault)),
        }
    }
}

impl Source {
    fn open(&self) -> anyhow::Result<(File, Options)> {
        let file =
            File::open(&self.file).with_context(|| format!("{} cannot be read", self.file.display()))?;
        Ok((
            file,
            Options {
                dry_run: self.dry_run,
            },
        ))
    }
}

fn told(report: &Report) -> anyhow::Result<()> {
    for sentence in &report.not_taken {
        say::line(&format!("Not taken: {sentence}"))?;
    }
    if !report.ignored_columns.is_empty() {
        say::line(&format!(
            "Columns that are not used: {}",
            report.ignored_columns.join(", ")
        ))?;
    }
    let Report {
        added,
        updated,
        unchanged,
        left_out,
        ..
    } = report;
    let tried = if report.dry_run {
        "Only tried, nothing is changed: "
    } else {
        ""
    };
    say::line(&format!(
        "{tried}{added} new, {updated} changed, {unchanged} as before, {left_out} left out."
    ))
}

fn in_words(path: &Path, fault: &ImportError) -> anyhow::Error {
    match fault {
        ImportError::Faults(faults) => {
            let lines: Vec<String> = faults.iter().map(|fault| format!("  {fault}")).collect();
            anyhow::anyhow!(
                "nothing is imported; {} has faults:\n{}",
                path.display(),
                lines.join("\n")
            )
        }
        ImportError::Service(fault) => anyhow::anyhow!("nothing is imported: {fault}"),
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (word, kind) = text.split_once('=').ok_or("write it as word=kind")?;
    Ok((word.trim().to_owned(), kind.trim().to_owned()))
}
