//! Takes over a calendar file as closures of a space.

use super::{
    ics::{self, Events, Instance},
    record,
    report::{ImportError, OnProgress, Options, Progress, Report},
};
use crate::{Service, ServiceError};
use ledig_domain::id::{ClosureId, SpaceId};
use ledig_store::{
    Tx,
    closures::{self, Closure},
    spaces,
};
use std::{collections::HashMap, io::Read};
use uuid::Uuid;

/// Under this name an event's id, start and count become a closure's id.
const NAMESPACE: Uuid = Uuid::from_u128(0x6c65_6469_672d_6963_732d_636c_6f73_7572);

/// Imports a calendar file as closures of a space and its parts, e.g. a school's own timetable in its gym.
///
/// An event's date is known by the event's id and its first start; when it has been moved or renamed in the file, the
/// old closure is lifted and a new one made. One that a manager has lifted stays lifted. What is booked already stays
/// booked: the manager sees it and decides. Each event that could not be taken is told with its reason.
///
/// # Errors
/// The file is no calendar, or there is no such space; then nothing is changed.
pub async fn calendar(
    service: &Service,
    reader: impl Read,
    space: SpaceId,
    options: Options,
    progress: OnProgress<'_>,
) -> Result<Report, ImportError> {
    let now = service.now();
    let events = ics::read(reader, service.zone(), now).map_err(|fault| vec![fault])?;
    let work = async |tx: &mut Tx| -> Result<Report, ImportError> {
        let found = spaces::by_id(tx, space).await?;
        if found.is_none_or(|space| space.archived) {
            return Err(ServiceError::NotFound.into());
        }
        let mut report = Report {
            not_taken: events.not_taken.iter().map(told).collect(),
            dry_run: options.dry_run,
            ..Report::default()
        };
        let known = latest(tx, space, &events).await?;
        let mut new = Vec::new();
        let total = events.instances.len();
        for (done, instance) in (1..).zip(&events.instances) {
            let mut count = 0;
            if let Some((number, old)) = known.get(&id_of(space, instance, 0)) {
                if same(old, instance) {
                    report.unchanged += 1;
                    progress(Progress { done, total });
                    continue;
                }
                if old.lifted_at.is_none() {
                    closures::lift(tx, old.id, now).await?;
                }
                count = number + 1;
                report.updated += 1;
            } else {
                report.added += 1;
            }
            new.push(Closure {
                id: id_of(space, instance, count),
                space_id: space,
                starts_at: instance.span.start,
                ends_at: instance.span.end,
                reason: instance.summary.clone(),
                public: true,
                created_by: None,
                created_at: now,
                lifted_at: None,
            });
            progress(Progress { done, total });
        }
        closures::insert(tx, &new).await?;
        record::event(service, tx, now, "calendar", &report).await?;
        Ok(report)
    };
    record::run(service, options, work).await
}

/// The closure's id: the same for the same date of the same event in the same space, however often it is imported.
fn id_of(space: SpaceId, instance: &Instance, count: u32) -> ClosureId {
    let name = format!("{space}\n{}\n{}\n{count}", instance.uid, instance.meant_at.0);
    ClosureId(Uuid::new_v5(&NAMESPACE, name.as_bytes()))
}

/// The latest closure made of each date, by the id of its first one, with how many there were before it.
async fn latest(
    tx: &mut Tx,
    space: SpaceId,
    events: &Events,
) -> Result<HashMap<ClosureId, (u32, Closure)>, ImportError> {
    let mut latest = HashMap::new();
    let mut open: Vec<&Instance> = events.instances.iter().collect();
    for count in 0.. {
        let ids: Vec<ClosureId> = open
            .iter()
            .map(|instance| id_of(space, instance, count))
            .collect();
        let found: HashMap<ClosureId, Closure> = closures::by_ids(tx, &ids)
            .await?
            .into_iter()
            .map(|closure| (closure.id, closure))
            .collect();
        open.retain(|instance| {
            let closure = found.get(&id_of(space, instance, count));
            if let Some(closure) = closure {
                latest.insert(id_of(space, instance, 0), (count, closure.clone()));
            }
            closure.is_some()
        });
        if open.is_empty() {
            break;
        }
    }
    Ok(latest)
}

fn same(closure: &Closure, instance: &Instance) -> bool {
    closure.span() == instance.span && closure.reason == instance.summary
}

fn told(not_taken: &ics::NotTaken) -> String {
    format!(
        "line {}: {}: {}",
        not_taken.line, not_taken.event, not_taken.reason
    )
}
