//! What time itself does: offers run out, and the next in line gets its turn.

use super::{
    step::CaseEvent,
    write::{Case, Change, Notify},
};
use crate::{Service, ServiceError, Viewer};
use ledig_domain::{
    id::{LineId, RequestId},
    request::{LineMove, LineState},
};
use ledig_store::{Tx, requests};
use serde::{Deserialize, Serialize};

/// What a tick did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticked {
    /// Offers that ran out.
    pub expired: u32,
    /// Waiting dates that got their turn.
    pub came_free: u32,
}

/// The most cases of one tick; the rest comes with the next.
const MOST: u32 = 200;

impl Service {
    /// Ends offers that ran out and moves the waiting lines. The server calls it every minute; twice does no harm.
    ///
    /// # Errors
    /// `Busy` and `Internal`: call again later.
    pub async fn tick(&self) -> Result<Ticked, ServiceError> {
        let now = self.now();
        let lapsed = self
            .store()
            .read(async |tx| Ok::<_, ServiceError>(requests::with_lapsed_dates(tx, now, MOST).await?))
            .await?;
        let mut ticked = Ticked::default();
        for request in lapsed {
            let one = self
                .store()
                .write(|| async move |tx: &mut Tx| Change::by_time(self, tx).lapse(request).await)
                .await;
            match one {
                Ok(one) => {
                    ticked.expired += one.expired;
                    ticked.came_free += one.came_free;
                }
                // One case at fault must not keep the others waiting; it comes again with the next tick.
                Err(fault) => tracing::error!(%request, %fault, "an offer could not be ended"),
            }
        }
        Ok(ticked)
    }
}

impl Change<'_> {
    /// Ends the offers of a case that ran out: a counter-offered date is asked for as it was, a waiting one goes on
    /// waiting, behind those who wait already.
    async fn lapse(&mut self, id: RequestId) -> Result<Ticked, ServiceError> {
        let mut case = self.case(id).await?;
        self.end_waiting(&mut case).await?;
        let lapsed: Vec<LineId> = case
            .lines
            .iter()
            .filter(|line| line.state == LineState::Offered)
            .filter(|line| line.offer.as_ref().is_none_or(|offer| offer.until <= self.now))
            .map(|line| line.id)
            .collect();
        if lapsed.is_empty() {
            self.save(&mut case).await?;
            return Ok(Ticked::default());
        }
        let world = self.world_of(&case.request, &Viewer::ANYBODY).await?;
        let freed = self.let_go(&mut case, &lapsed, &world, LineMove::Wait).await?;
        self.save(&mut case).await?;
        let event = CaseEvent::OfferDeclined {
            dates: case.dates(&lapsed),
            expired: true,
        };
        self.record(&case.request, &event, Notify::Applicant).await?;
        Ok(Ticked {
            expired: u32::try_from(lapsed.len()).unwrap_or(u32::MAX),
            came_free: self.turn(&freed, &lapsed, &world).await?,
        })
    }

    /// Leaves out dates that still wait though they have begun.
    async fn end_waiting(&mut self, case: &mut Case) -> Result<(), ServiceError> {
        let over: Vec<LineId> = case
            .lines
            .iter()
            .filter(|line| line.state == LineState::Waiting && line.starts_at <= self.now)
            .map(|line| line.id)
            .collect();
        if over.is_empty() {
            return Ok(());
        }
        for line in &over {
            case.step(*line, LineMove::Drop, self.now)?;
        }
        let event = CaseEvent::DateChanged {
            dates: case.dates(&over),
            became: LineState::Dropped,
        };
        self.record(&case.request, &event, Notify::Nobody).await
    }
}
