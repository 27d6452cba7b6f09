//! A service whose clock stands.

use crate::db::settings;
use ledig_domain::time::Timestamp;
use ledig_service::{Clock, Ids, Service, uuid_v7};
use ledig_store::Store;
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use uuid::Uuid;

/// A clock that stands.
struct Standing(Timestamp);

impl Clock for Standing {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// Ids in counting order.
struct Counting(AtomicU64);

impl Ids for Counting {
    fn next(&self, now: Timestamp) -> Uuid {
        let mut random = [0; 10];
        random[2..].copy_from_slice(&self.0.fetch_add(1, Ordering::SeqCst).to_be_bytes());
        uuid_v7(now, &random)
    }

    fn secret(&self) -> [u8; 16] {
        [7; 16]
    }
}

/// A service at an instant.
pub fn service(store: &Store, now: Timestamp) -> Service {
    let ids = Arc::new(Counting(AtomicU64::new(0)));
    Service::new(store.clone(), Arc::new(Standing(now)), ids, settings())
}
