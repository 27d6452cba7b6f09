//! `ledig demo`, and what `ledig serve --demo` does before it serves.

use super::say;
use crate::{clock::SystemClock, config::Config, open};
use anyhow::Context as _;
use chrono::NaiveDate;
use ledig_domain::time::local_date;
use ledig_service::{Clock as _, Settings, demo};
use ledig_store::{Store, is_unfinished};

/// Fills an empty database with the demo municipality as it is on a date; today if none is given.
///
/// # Errors
/// When something is in the database, or it cannot be changed.
pub async fn load(store: &Store, date: Option<NaiveDate>, clock: SystemClock) -> anyhow::Result<()> {
    let settings = Settings::default();
    let date = date.unwrap_or_else(|| local_date(clock.now(), settings.zone));
    say::line(&format!("Making the demo of {date} (up to a minute) …"))?;
    let made = demo::load(store, &settings, date)
        .await
        .context("there is no demo")?;
    say::line(&format!(
        "{} facilities with {} spaces, {} organisations, {} booked dates.",
        made.facilities, made.spaces, made.organisations, made.booked
    ))
}

/// Fills an empty database, or one whose demo was interrupted; leaves one alone that has something else in it.
///
/// # Errors
/// When the database does not answer.
pub async fn load_if_empty(store: &Store, clock: SystemClock) -> anyhow::Result<()> {
    let found = open::municipality(store).await?;
    if found.is_none_or(|found| is_unfinished(&found.settings)) {
        load(store, None, clock).await?;
    }
    Ok(())
}

/// Refuses to work on a demo that was interrupted while it was made.
///
/// # Errors
/// When it was, or the database does not answer.
pub async fn refuse_half(store: &Store) -> anyhow::Result<()> {
    let found = open::municipality(store).await?;
    anyhow::ensure!(
        found.is_none_or(|found| !is_unfinished(&found.settings)),
        "the demo in the database was interrupted while it was made; `ledig demo` makes it again"
    );
    Ok(())
}

/// Tells where the demo is and who can sign in to it.
///
/// # Errors
/// When standard output is closed.
pub fn welcome(config: &Config) -> anyhow::Result<()> {
    let sign_ins = demo::sign_ins();
    let width = sign_ins.iter().map(|one| one.email.len()).max().unwrap_or(0);
    say::line(&format!("\nLedig is at {}\n\nDemo sign-ins:", config.public_url))?;
    for one in &sign_ins {
        say::line(&format!(
            "  {:width$}  {}  {} – {}",
            one.email, one.password, one.name, one.about
        ))?;
    }
    say::line("\nStop with Ctrl-C.\n")
}
