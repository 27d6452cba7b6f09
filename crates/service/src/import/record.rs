//! What all imports share: one transaction, taken back when it is only a trial, and an event of what was done.

use super::report::{ImportError, Options, Report};
use crate::Service;
use ledig_domain::{event::EventKind, time::Timestamp};
use ledig_store::{Tx, events};
use serde_json::json;

/// Does the work in one transaction, and takes it back in a dry run.
pub(super) async fn run<F>(service: &Service, options: Options, work: F) -> Result<Report, ImportError>
where
    F: AsyncFn(&mut Tx) -> Result<Report, ImportError>,
{
    if !options.dry_run {
        let work = &work;
        return service
            .store()
            .write(|| async move |tx: &mut Tx| work(tx).await)
            .await;
    }
    let mut tx = service.store().writer().await?;
    let report = work(&mut tx).await;
    tx.rollback().await?;
    report
}

/// Notes in the log what was imported; nothing when nothing changed.
pub(super) async fn event(
    service: &Service,
    tx: &mut Tx,
    now: Timestamp,
    what: &str,
    report: &Report,
) -> Result<(), ImportError> {
    if report.added + report.updated == 0 {
        return Ok(());
    }
    let event = events::NewEvent {
        id: service.new_id(now),
        at: now,
        kind: EventKind::Imported,
        actor: None,
        acting_for: None,
        request_id: None,
        facility_id: None,
        subject: json!({ "import": what }),
        detail: json!({ "added": report.added, "updated": report.updated }),
    };
    events::append(tx, &[event]).await?;
    Ok(())
}
