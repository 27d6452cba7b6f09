//! The handle on all use cases, and what they need from outside: store, clock, ids, settings.

use crate::ServiceError;
use crate::case::plan::LandCache;
use ledig_domain::{
    id::MunicipalityId,
    time::{Timestamp, Zone, local_date},
};
use ledig_store::{Store, Tx};
use std::sync::Arc;
use uuid::Uuid;

/// Tells the time, so that tests can set it.
pub trait Clock: Send + Sync {
    /// The instant now.
    fn now(&self) -> Timestamp;
}

/// Makes ids and secrets, so that tests can foresee them.
pub trait Ids: Send + Sync {
    /// A new id, version 7, ordered by time; see [`uuid_v7`].
    fn next(&self, now: Timestamp) -> Uuid;

    /// Bytes that nobody can guess, for salts and one-time passwords.
    fn secret(&self) -> [u8; 16];
}

/// A version 7 id of an instant and ten random bytes.
pub fn uuid_v7(now: Timestamp, random: &[u8; 10]) -> Uuid {
    let millis = u64::try_from(now.0).unwrap_or_default().saturating_mul(1000);
    uuid::Builder::from_unix_timestamp_millis(millis, random).into_uuid()
}

/// How hard a password is to try: argon2id's memory and passes.
#[derive(Clone, Copy, Debug)]
pub struct Hashing {
    /// Memory, KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
}

impl Default for Hashing {
    /// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
    fn default() -> Self {
        Self {
            memory_kib: 19 * 1024,
            passes: 2,
        }
    }
}

/// What an installation is set to. The municipality's own data (name, calendar, rules) is in the store.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The one municipality of this installation.
    pub municipality: MunicipalityId,
    /// Its time zone.
    pub zone: Zone,
    /// Days to appeal, the day of notice not counted (forvaltningsloven § 29: three weeks).
    pub appeal_days: u16,
    /// Who handles an appeal, as it stands in the decision.
    pub appeal_body: String,
    /// How many hours a counter-offer stands.
    pub offer_hours: u16,
    /// How passwords are hashed.
    pub hashing: Hashing,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            municipality: MunicipalityId(Uuid::from_u128(1)),
            zone: Zone::Europe__Oslo,
            appeal_days: 21,
            appeal_body: String::new(),
            offer_hours: 48,
            hashing: Hashing::default(),
        }
    }
}

/// All use cases. Cheap to clone.
#[derive(Clone)]
pub struct Service(Arc<Inner>);

struct Inner {
    store: Store,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    settings: Settings,
    land: LandCache,
}

impl Service {
    /// Joins the parts.
    pub fn new(store: Store, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>, settings: Settings) -> Self {
        Self(Arc::new(Inner {
            store,
            clock,
            ids,
            settings,
            land: LandCache::default(),
        }))
    }

    /// The store beneath; for readiness checks and tests.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// What the installation is set to.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The municipality's time zone.
    pub fn zone(&self) -> Zone {
        self.0.settings.zone
    }

    /// The instant now.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// The municipality's date now.
    pub fn today(&self) -> chrono::NaiveDate {
        local_date(self.now(), self.zone())
    }

    /// A transaction that only reads, all of it from one state of the database.
    pub(crate) async fn reader(&self) -> Result<Tx, ServiceError> {
        Ok(self.store().reader().await?)
    }

    /// A key for a form: sending the form twice with it counts once.
    pub fn form_key(&self) -> String {
        self.0.ids.next(self.now()).to_string()
    }

    /// The spaces as they were read last.
    pub(crate) fn land_cache(&self) -> &LandCache {
        &self.0.land
    }

    /// A new id of any kind.
    pub(crate) fn new_id<T: From<Uuid>>(&self, now: Timestamp) -> T {
        self.0.ids.next(now).into()
    }

    /// Sixteen bytes that nobody can guess.
    pub(crate) fn secret(&self) -> [u8; 16] {
        self.0.ids.secret()
    }
}

impl std::fmt::Debug for Service {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Service")
            .field("settings", &self.0.settings)
            .finish_non_exhaustive()
    }
}
