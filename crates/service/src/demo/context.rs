//! A clock that the demo moves through the past months, and ids that are the same every time.

use super::random::Random;
use crate::{Clock, Ids, Service, Settings, uuid_v7};
use ledig_domain::time::Timestamp;
use ledig_store::Store;
use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicI64, Ordering},
};
use uuid::Uuid;

/// How long a counter-offer of the demo stands, hours: long enough to be looked at for some days.
const OFFER_HOURS: u16 = 24 * 14;

/// The demo's clock.
#[derive(Debug)]
pub struct DemoClock(AtomicI64);

impl DemoClock {
    /// Sets it to the instant.
    pub fn set(&self, now: Timestamp) {
        self.0.store(now.0, Ordering::SeqCst);
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

/// The demo's ids.
struct DemoIds(Mutex<Random>);

impl DemoIds {
    fn bytes(&self) -> [u8; 16] {
        let mut random = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (high, low) = (random.next().to_be_bytes(), random.next().to_be_bytes());
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&high);
        bytes[8..].copy_from_slice(&low);
        bytes
    }
}

impl Ids for DemoIds {
    fn next(&self, now: Timestamp) -> Uuid {
        let bytes = self.bytes();
        let mut random = [0; 10];
        random.copy_from_slice(&bytes[..10]);
        uuid_v7(now, &random)
    }

    fn secret(&self) -> [u8; 16] {
        self.bytes()
    }
}

/// A service on the same store that lives in the demo's time.
pub fn service(store: Store, settings: &Settings, now: Timestamp) -> (Service, Arc<DemoClock>) {
    let clock = Arc::new(DemoClock(AtomicI64::new(now.0)));
    let ids = DemoIds(Mutex::new(Random::new(now.0.unsigned_abs())));
    let settings = Settings {
        offer_hours: OFFER_HOURS,
        ..settings.clone()
    };
    let service = Service::new(
        store,
        Arc::clone(&clock) as Arc<dyn Clock>,
        Arc::new(ids),
        settings,
    );
    (service, clock)
}
