//! `ledig allocate`, `verify`, `explain` and what belongs to them: files in, files out, no database.

mod compare;
mod files;
mod watch;

use super::say;
use anyhow::Context as _;
use clap::{Args, Subcommand};
use compare::Compare;
use files::{Bad, Named};
use ledig_allocation::{
    allocate::allocate,
    format::{Instance, fingerprint},
    generate::{self, Size},
    read, rule_sets,
    search::Limits,
    verify::verify,
    word,
};
use std::{process::ExitCode, time::Duration};
use watch::Watch;

/// Of bad input.
const BAD_INPUT: u8 = 2;

/// Sharing out a season from files. `-` stands for standard input or output.
#[derive(Debug, Subcommand)]
pub enum Allocation {
    /// Share out the season in a file; the draft goes to standard output. Ctrl-C stops and keeps the best draft so far.
    Allocate(Allocate),
    /// Check a draft against its season, without trusting whoever made it. Exit code 1 if something is wrong.
    Verify {
        /// The season.
        file: Named,
        /// The draft.
        draft: Named,
    },
    /// Tell why a wish got what it got.
    Explain {
        /// The season (may be left out: then without names), the draft, and the wish's id.
        #[arg(required = true, num_args = 2..=3, value_names = ["FILE", "DRAFT", "WISH"])]
        which: Vec<String>,
    },
    /// Tell what would be otherwise in another season: hours by age, sport, gender and district, who gains and who loses.
    Compare(Compare),
    /// Print the JSON schema of a season, or of a draft.
    #[command(name = "allocation-schema")]
    Schema {
        /// That of a draft.
        #[arg(long)]
        draft: bool,
    },
    /// Print a made-up season.
    #[command(name = "allocation-instance")]
    Instance {
        /// How large: s, m, l or xl.
        #[arg(long, value_parser = size)]
        size: Size,
        /// The same seed makes the same season.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// List the published rule sets, or print one.
    #[command(name = "allocation-rules")]
    Rules {
        /// The id of one.
        id: Option<String>,
    },
}

/// How to share out.
#[derive(Debug, Args)]
pub struct Allocate {
    /// The season.
    file: Named,
    /// Where the draft goes.
    #[arg(long, value_name = "DRAFT", default_value = "-")]
    out: Named,
    /// How much work to do, in the engine's units; the same work gives the same draft on every machine.
    #[arg(long)]
    work: Option<u64>,
    /// Stop after so many seconds; 0 stops as soon as anybody looks. Where that comes before the work is done, another
    /// run may give another draft.
    #[arg(long)]
    max_seconds: Option<u64>,
    /// How many threads; changes nothing but the time.
    #[arg(long)]
    threads: Option<usize>,
}

impl Allocation {
    /// Does it.
    ///
    /// # Errors
    /// When something cannot be written. Bad input is told, and has an exit code of its own.
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        let done = match self {
            Self::Allocate(how) => how.run().await,
            Self::Verify { file, draft } => verified(&file, &draft),
            Self::Explain { which } => explained(&which),
            Self::Compare(what) => what.run().await,
            Self::Schema { draft } => {
                let schema = if draft {
                    read::draft_schema()
                } else {
                    read::schema()
                };
                Named::standard().write(&schema)?;
                Ok(ExitCode::SUCCESS)
            }
            Self::Instance { size, seed } => {
                Named::standard().write(&generate::instance(size, seed))?;
                Ok(ExitCode::SUCCESS)
            }
            Self::Rules { id } => rules(id.as_deref()),
        };
        done.or_else(|fault| match fault.downcast::<Bad>() {
            Ok(bad) => {
                say::aside(&bad.to_string());
                Ok(ExitCode::from(BAD_INPUT))
            }
            Err(fault) => Err(fault),
        })
    }
}

impl Allocate {
    async fn run(self) -> anyhow::Result<ExitCode> {
        let instance = self.file.instance()?;
        for remark in read::remarks(&instance) {
            say::aside(&format!("Odd, but allowed: {remark}"));
        }
        let usual = Limits::usual(instance.wishes.len());
        let limits = Limits {
            work: self.work.unwrap_or(usual.work),
            threads: threads(self.threads, &usual),
        };
        let mut watch = Watch::new(self.max_seconds.map(Duration::from_secs));
        let stopper = watch.on_ctrl_c();
        let work = move || allocate(&instance, &limits, &mut watch);
        let draft = tokio::task::spawn_blocking(work)
            .await
            .context("the engine failed")?;
        stopper.abort();
        self.out.write_draft(&draft)?;
        let summary = word::summary(&draft);
        if self.out.is_standard() {
            say::aside(summary.trim_end());
        } else {
            say::line(summary.trim_end())?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// As many threads as somebody said, else as the machine has.
fn threads(said: Option<usize>, usual: &Limits) -> usize {
    let of_machine = || std::thread::available_parallelism().map_or(usual.threads, usize::from);
    said.unwrap_or_else(of_machine).max(1)
}

fn verified(file: &Named, draft: &Named) -> anyhow::Result<ExitCode> {
    let (instance, draft) = (file.instance()?, draft.draft()?);
    let violations = verify(&instance, &draft);
    for violation in &violations {
        say::line(&violation.to_string())?;
    }
    if violations.is_empty() {
        say::line("The draft is right.")?;
        return Ok(ExitCode::SUCCESS);
    }
    say::line(&format!("{} wrong.", violations.len()))?;
    Ok(ExitCode::FAILURE)
}

fn explained(which: &[String]) -> anyhow::Result<ExitCode> {
    let (file, draft, wish) = match which {
        [file, draft, wish] => (Some(Named::from(file.clone())), draft, wish),
        [draft, wish] => (None, draft, wish),
        _ => return Err(Bad::new("name the draft and the wish").into()),
    };
    let instance = file.as_ref().map(Named::instance).transpose()?;
    let draft = Named::from(draft.clone()).draft()?;
    if instance
        .as_ref()
        .is_some_and(|instance: &Instance| fingerprint(instance) != draft.instance)
    {
        return Err(Bad::new("the draft is of another season than the one in the file").into());
    }
    let text =
        word::explain(instance.as_ref(), &draft, wish).map_err(|fault| Bad::new(&fault.to_string()))?;
    say::line(text.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

fn rules(id: Option<&str>) -> anyhow::Result<ExitCode> {
    if let Some(id) = id {
        let set =
            rule_sets::named(id).ok_or_else(|| Bad::new(&format!("there are no published rules «{id}»")))?;
        Named::standard().write(&set.rules)?;
    } else {
        for set in rule_sets::all() {
            let rules = &set.rules;
            say::line(&format!(
                "{:20} version {}  {}",
                rules.id, rules.version, rules.name
            ))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn size(text: &str) -> Result<Size, String> {
    Size::named(text).ok_or_else(|| "allowed: s, m, l, xl".into())
}
