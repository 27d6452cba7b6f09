//! Takes over days on which schools are off.

use super::{
    record,
    report::{ImportError, OnProgress, Options, Progress, Report},
    school_rows,
};
use crate::Service;
use ledig_domain::calendar::{Calendar, SchoolDaysOff};
use ledig_store::{Tx, calendar};
use std::io::Read;

/// Imports a school calendar. Days off are known by their first day and kind; the municipality's own go before another's.
///
/// # Errors
/// Everything that is wrong with the file; then nothing is changed.
pub async fn school_calendar(
    service: &Service,
    reader: impl Read,
    municipality: Option<&str>,
    options: Options,
    progress: OnProgress<'_>,
) -> Result<Report, ImportError> {
    let found = school_rows::read(reader, municipality)?;
    let total = found.days_off.len();
    let now = service.now();
    let work = async |tx: &mut Tx| -> Result<Report, ImportError> {
        let mut report = Report {
            left_out: found.left_out + found.not_needed,
            ignored_columns: found.ignored_columns.clone(),
            dry_run: options.dry_run,
            ..Report::default()
        };
        let mut calendar = calendar::get(tx).await?;
        for (done, record) in (1..).zip(&found.days_off) {
            merge(&mut calendar, &record.off, &mut report);
            progress(Progress { done, total });
        }
        if report.added + report.updated > 0 {
            calendar.school.sort_by_key(|off| (off.dates, off.kind));
            calendar::replace(tx, service.settings().municipality, &calendar).await?;
        }
        record::event(service, tx, now, "school_calendar", &report).await?;
        Ok(report)
    };
    record::run(service, options, work).await
}

/// Puts days off into the calendar.
fn merge(calendar: &mut Calendar, off: &SchoolDaysOff, report: &mut Report) {
    let same = |known: &&mut SchoolDaysOff| known.dates.from == off.dates.from && known.kind == off.kind;
    match calendar.school.iter_mut().find(same) {
        None => {
            calendar.school.push(off.clone());
            report.added += 1;
        }
        Some(known) if *known == *off || (off.proxy && !known.proxy) => report.unchanged += 1,
        Some(known) => {
            *known = off.clone();
            report.updated += 1;
        }
    }
}
