//! A week of the hall with the request drawn in.

use super::{CaseDay, CaseEntry, CaseWeek, EntryKind};
use crate::{
    ServiceError, Viewer,
    case::{
        file::File,
        plan::{Occupied, What, named, on_clock},
    },
};
use chrono::{Datelike, Days, NaiveDate};
use ledig_domain::{
    id::SpaceId,
    request::LineState,
    time::{Span, WallSpan, local_date, resolve},
};
use ledig_store::{
    Tx, occupancy,
    requests::{self, Rival},
};
use std::collections::BTreeSet;

/// The week of the given Monday; otherwise that of the first open date that is not over, or of the first date.
pub(super) async fn load(
    tx: &mut Tx,
    file: &File,
    viewer: &Viewer,
    monday: Option<NaiveDate>,
) -> Result<CaseWeek, ServiceError> {
    let world = &file.world;
    let today = local_date(world.now, world.zone);
    let open = file.lines.iter().filter(|line| {
        matches!(
            line.state,
            LineState::Asked | LineState::Offered | LineState::Waiting
        )
    });
    let first = open.map(|line| line.date).find(|date| *date >= today);
    let any = file.lines.first().map_or(today, |line| line.date);
    let monday = monday_of(monday.or(first).unwrap_or(any));
    let weeks: BTreeSet<NaiveDate> = file.lines.iter().map(|line| monday_of(line.date)).collect();
    let days: Vec<NaiveDate> = (0..7)
        .filter_map(|day| monday.checked_add_days(Days::new(day)))
        .collect();
    let end = days.last().and_then(|day| day.succ_opt()).unwrap_or(monday);
    let span = Span {
        start: resolve(monday, 0, world.zone),
        end: resolve(end, 0, world.zone),
    };
    let units = world.units_of([root(file)]);
    let rows = occupancy::in_span(tx, &units, span, world.now).await?;
    let things = named(rows, |space| world.facility(space));
    let wanted = requests::rivals(tx, &units, &[span], None).await?;
    let day = |date: &NaiveDate| {
        let mut entries: Vec<CaseEntry> = things
            .iter()
            .filter(|(thing, _)| touches(thing.span, *date, file))
            .map(|(thing, _)| booked(file, viewer, thing, *date))
            .collect();
        entries.extend(
            wanted
                .iter()
                .filter(|rival| rival.state == LineState::Asked && touches(rival.span(), *date, file))
                .map(|rival| asked(file, rival, *date)),
        );
        entries.sort_by_key(|entry| (entry.times, entry.space.clone()));
        CaseDay {
            date: *date,
            open: open_on(file, *date),
            entries,
        }
    };
    Ok(CaseWeek {
        monday,
        days: days.iter().map(day).collect(),
        weeks: weeks.into_iter().collect(),
    })
}

fn monday_of(date: NaiveDate) -> NaiveDate {
    let back = u64::from(date.weekday().num_days_from_monday());
    date.checked_sub_days(Days::new(back)).unwrap_or(date)
}

/// The whole that the request's space is a part of.
fn root(file: &File) -> SpaceId {
    let mut at = file.request.space_id;
    // A tree is never deeper than the number of spaces.
    for _ in 0..file.world.land.spaces.len() {
        match file.world.info(at).and_then(|info| info.parent) {
            Some(parent) => at = parent,
            None => break,
        }
    }
    at
}

fn open_on(file: &File, date: NaiveDate) -> Vec<WallSpan> {
    file.world
        .land
        .footing
        .get(&file.request.space_id)
        .map(|footing| footing.hours.on(date))
        .unwrap_or_default()
}

fn touches(span: Span, date: NaiveDate, file: &File) -> bool {
    let zone = file.world.zone;
    let next = date.succ_opt().unwrap_or(date);
    span.overlaps(Span {
        start: resolve(date, 0, zone),
        end: resolve(next, 0, zone),
    })
}

fn booked(file: &File, viewer: &Viewer, thing: &Occupied, date: NaiveDate) -> CaseEntry {
    let request = &file.request;
    let (kind, label) = match &thing.what {
        What::Booked {
            organisation, person, ..
        } => {
            let own = match request.organisation_id {
                Some(_) => *organisation == request.organisation_id,
                None => organisation.is_none() && *person == request.person_id,
            };
            let kind = if own { EntryKind::Own } else { EntryKind::Booked };
            (kind, thing.what.name_for(viewer))
        }
        What::Held { .. } => (EntryKind::Held, thing.what.name_for(viewer)),
        What::Closed { reason, .. } => (EntryKind::Closed, Some(reason.clone())),
        What::Nameless => (EntryKind::Booked, None),
    };
    CaseEntry {
        times: on_clock(thing.span, date, file.world.zone),
        space: file.world.name(thing.space),
        kind,
        label: label.unwrap_or_default(),
        request: thing.what.request(),
    }
}

fn asked(file: &File, rival: &Rival, date: NaiveDate) -> CaseEntry {
    let own = rival.request_id == file.request.id;
    CaseEntry {
        times: on_clock(rival.span(), date, file.world.zone),
        space: file.world.name(rival.space_id),
        kind: if own {
            EntryKind::Asked
        } else {
            EntryKind::Competing
        },
        label: rival.organisation_name.clone().unwrap_or_default(),
        request: Some(rival.request_id),
    }
}
