//! What the server does by itself: what time brings to cases, and clearing away what has ended.

use crate::web::Site;
use std::time::Duration;
use tokio::{sync::watch, time::MissedTickBehavior};

/// How often offers run out and waiting lines move.
const CASES: Duration = Duration::from_secs(60);
/// How often ended sessions and quiet addresses are forgotten.
const LEFTOVERS: Duration = Duration::from_secs(300);

/// Runs until told to stop. A job that fails is logged and tried again at its next turn; any number of
/// replicas may do the same at once.
pub async fn run(site: Site, mut stopping: watch::Receiver<bool>) {
    let mut cases = every(CASES);
    let mut leftovers = every(LEFTOVERS);
    loop {
        tokio::select! {
            _ = stopping.changed() => return,
            _ = cases.tick() => move_cases(&site).await,
            _ = leftovers.tick() => clear_away(&site).await,
        }
    }
}

fn every(period: Duration) -> tokio::time::Interval {
    let mut interval = tokio::time::interval(period);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    interval
}

async fn move_cases(site: &Site) {
    match site.service.tick().await {
        Ok(ticked) if ticked.expired + ticked.came_free > 0 => {
            tracing::info!(
                ticked.expired,
                ticked.came_free,
                "offers ran out, waiting dates got their turn"
            );
        }
        Ok(_) => {}
        Err(fault) => tracing::warn!(%fault, "the waiting lines could not be moved"),
    }
}

async fn clear_away(site: &Site) {
    site.limits.forget_quiet();
    if let Err(fault) = site.sessions.delete_ended().await {
        tracing::warn!(%fault, "ended sessions could not be deleted");
    }
    if let Err(fault) = site.service.forget_minors().await {
        tracing::warn!(%fault, "who is 18 by now could not be forgotten to have been younger");
    }
}
