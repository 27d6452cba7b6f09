//! Opens what the configuration names: the database, the use cases over it.

use crate::{
    clock::{SystemClock, SystemIds},
    config::Config,
};
use anyhow::Context as _;
use ledig_service::{Service, Settings};
use ledig_store::{Store, StoreError, municipality::Municipality};
use std::{path::PathBuf, sync::Arc};

/// The configuration of this process: `LEDIG_CONFIG`, else `ledig.toml` if there is one, and the environment.
///
/// # Errors
/// All faults of the configuration at once, or a named file that cannot be read.
pub fn configuration() -> anyhow::Result<Config> {
    let named = std::env::var_os("LEDIG_CONFIG").map(PathBuf::from);
    let path = named.clone().unwrap_or_else(|| PathBuf::from("ledig.toml"));
    let file = match std::fs::read_to_string(&path) {
        Ok(file) => file,
        Err(fault) if named.is_none() && fault.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(fault) => return Err(fault).with_context(|| format!("{} cannot be read", path.display())),
    };
    let environment =
        std::env::vars_os().filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?)));
    Ok(Config::read(&file, environment)?)
}

/// The database, with every migration run.
///
/// # Errors
/// When it cannot be reached or migrated. Tells no password.
pub async fn store(config: &Config) -> anyhow::Result<Store> {
    Store::open(&config.database_url).await.with_context(|| {
        format!(
            "the database {} cannot be opened",
            without_password(&config.database_url)
        )
    })
}

/// The municipality of a database; `None` where nothing is in it yet.
///
/// # Errors
/// When the database does not answer.
pub async fn municipality(store: &Store) -> Result<Option<Municipality>, StoreError> {
    store
        .read(async |tx| ledig_store::municipality::get(tx).await)
        .await
}

/// All use cases over a database, with a clock and real ids, set as its municipality is.
///
/// # Errors
/// When the database does not answer.
pub async fn service(store: Store, clock: SystemClock) -> Result<Service, StoreError> {
    let settings = municipality(&store)
        .await?
        .map_or_else(Settings::default, |found| Settings {
            municipality: found.id,
            zone: found.zone,
            appeal_days: found.appeal_days,
            appeal_body: found.appeal_body,
            ..Settings::default()
        });
    Ok(Service::new(
        store,
        Arc::new(clock),
        Arc::new(SystemIds),
        settings,
    ))
}

/// A database address fit for logs.
pub fn without_password(url: &str) -> String {
    match (url.split_once("://"), url.rfind('@')) {
        (Some((scheme, _)), Some(at)) => format!("{scheme}://…{}", &url[at..]),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logged_database_address_has_no_password() {
        assert_eq!(
            without_password("postgres://u:p@ss@host/db"),
            "postgres://…@host/db"
        );
        assert_eq!(without_password("sqlite:data/ledig.db"), "sqlite:data/ledig.db");
    }
}
