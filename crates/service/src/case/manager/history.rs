//! What an applicant has asked for, had and given back.

use super::History;
use crate::{ServiceError, case::file::File};
use ledig_domain::time::Timestamp;
use ledig_store::{Tx, bookings, inbox};

/// How far back the history looks, seconds: twelve months.
const BACK: i64 = 365 * 86_400;

/// The newest cases that are shown.
const LATEST: usize = 5;

/// The most cases that are counted.
const MOST: u32 = 300;

pub(super) async fn load(tx: &mut Tx, file: &File, now: Timestamp) -> Result<History, ServiceError> {
    let request = &file.request;
    let organisations: Vec<_> = request.organisation_id.into_iter().collect();
    let person = match request.organisation_id {
        Some(_) => None,
        None => Some(request.person_id),
    };
    let since = now.plus(-BACK);
    let mut cases = inbox::of_applicants(tx, &organisations, person, MOST).await?;
    cases.retain(|case| case.id != request.id && case.sent_at >= since);
    let given_back = bookings::count_given_back(tx, &organisations, person, since).await?;
    let first = file.lines.first().map(|line| line.date);
    Ok(History {
        cases: u32::try_from(cases.len()).unwrap_or(u32::MAX),
        dates: cases.iter().map(|case| case.approved + case.cancelled).sum(),
        given_back,
        minutes_that_week: first.map_or(0, |date| file.world.held.in_week(date)),
        latest: cases
            .into_iter()
            .take(LATEST)
            .map(|case| {
                (
                    case.id,
                    case.case_number,
                    case.space_name,
                    case.first_date,
                    case.lines,
                )
            })
            .collect(),
    })
}
