//! What time itself does: offers run out, and the next in line gets its turn.

use crate::{Service, ServiceError};
use serde::{Deserialize, Serialize};

/// What a tick did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticked {
    /// Offers that ran out.
    pub expired: u32,
    /// Waiting dates that got their turn.
    pub came_free: u32,
}

impl Service {
    /// Ends offers that ran out and moves the waiting lines. The server calls it every minute; twice does no harm.
    ///
    /// # Errors
    /// `Busy` and `Internal`: call again later.
    pub async fn tick(&self) -> Result<Ticked, ServiceError> {
        todo!()
    }
}
