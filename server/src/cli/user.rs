//! `ledig user …`.

use super::say;
use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use ledig_service::{
    Fault, Service, ServiceError,
    people::{account::NewPerson, one_time::ONE_TIME_DAYS},
};
use std::io::{BufRead as _, IsTerminal as _};

/// Accounts.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Make an account. The password is read from standard input, or made and told once.
    Add(Add),
    /// Give an account a new one-time password, told once: for one who is locked out when no administrator can help.
    Password(Whose),
}

/// An account.
#[derive(Debug, Args)]
pub struct Whose {
    /// The e-mail address to sign in with.
    email: String,
}

/// A new account.
#[derive(Debug, Args)]
pub struct Add {
    /// The e-mail address to sign in with.
    email: String,
    /// Full name.
    #[arg(long)]
    name: String,
    /// Telephone.
    #[arg(long, default_value = "")]
    phone: String,
    /// An administrator of the municipality, who can do everything and give others their roles.
    #[arg(long)]
    admin: bool,
}

impl User {
    /// Does it.
    ///
    /// # Errors
    /// What is wrong with what was given, or with the database.
    pub async fn run(self, service: &Service) -> anyhow::Result<()> {
        match self {
            Self::Add(add) => add.run(service).await,
            Self::Password(whose) => whose.run(service).await,
        }
    }
}

impl Whose {
    async fn run(self, service: &Service) -> anyhow::Result<()> {
        match service.give_password_from_console(&self.email).await {
            Ok(given) => say_password(given.initial_password),
            Err(ServiceError::Invalid(_)) => bail!("{} has no account", self.email),
            Err(fault) => Err(fault.into()),
        }
    }
}

/// Tells a one-time password, if one was made.
fn say_password(password: Option<String>) -> anyhow::Result<()> {
    match password {
        Some(password) => say::line(&format!(
            "One-time password, told this once, taken for {ONE_TIME_DAYS} days and replaced at the first sign-in: {password}"
        )),
        None => Ok(()),
    }
}

impl Add {
    async fn run(self, service: &Service) -> anyhow::Result<()> {
        let add = self;
        let new = NewPerson {
            name: add.name,
            email: add.email.clone(),
            phone: add.phone,
            password: piped_password()?,
        };
        match service.add_person_from_console(&new, add.admin).await {
            Ok(added) => {
                say::line(&format!("{} has an account.", add.email))?;
                say_password(added.initial_password)
            }
            Err(ServiceError::Invalid(faults)) => {
                let told: Vec<String> = faults
                    .iter()
                    .map(|fault| format!("{}: {}", fault.field, words(&fault.fault)))
                    .collect();
                bail!("{}", told.join("\n"))
            }
            Err(fault) => Err(fault.into()),
        }
    }
}

/// The first line of standard input, where something is piped in.
fn piped_password() -> anyhow::Result<Option<String>> {
    let input = std::io::stdin();
    if input.is_terminal() {
        return Ok(None);
    }
    let mut line = String::new();
    input
        .lock()
        .read_line(&mut line)
        .context("the password cannot be read from standard input")?;
    let password = line.trim_end_matches(['\r', '\n']);
    Ok((!password.is_empty()).then(|| password.to_owned()))
}

fn words(fault: &Fault) -> String {
    match fault {
        Fault::Required => "must not be empty".into(),
        Fault::TooLong { max } => format!("longer than {max} characters"),
        Fault::TooShort { min } => format!("shorter than {min} characters"),
        Fault::Email => "not an e-mail address".into(),
        Fault::InUse => "has an account already".into(),
        other => format!("{other:?}"),
    }
}
