//! Cases that want the same time, side by side, and what puts one before the next.

use super::{Before, Competitor, Outlook};
use crate::{
    Viewer,
    case::{
        contest::{Contender, Situation, recommend, standing},
        decide::party,
        file::File,
        inbox::Recommendation,
        names::Party,
        parts::SpaceRef,
    },
};
use chrono::NaiveDate;
use ledig_domain::{id::RequestId, outcome::DateOutcome, priority::ClassPlace, request::LineState};
use ledig_store::inbox;

/// This case and its competitors, first one first.
pub(super) fn ranking(
    file: &File,
    cases: &[inbox::Case],
    viewer: &Viewer,
    outlook: &[Outlook],
) -> Vec<Competitor> {
    let mut cases: Vec<&inbox::Case> = cases
        .iter()
        .filter(|case| {
            case.id == file.request.id || outlook.iter().any(|one| one.wanted_by.contains(&case.id))
        })
        .collect();
    cases.sort_by_key(|case| standing(case.class_place.as_ref(), case.sent_at, case.id));
    let mut found: Vec<Competitor> = cases
        .into_iter()
        .map(|case| competitor(file, case, viewer, outlook))
        .collect();
    for index in 1..found.len() {
        let higher = found[index - 1].class.place < found[index].class.place;
        found[index - 1].before_next = Some(if higher {
            Before::HigherClass
        } else {
            Before::AskedFirst
        });
    }
    found
}

fn competitor(file: &File, case: &inbox::Case, viewer: &Viewer, outlook: &[Outlook]) -> Competitor {
    let this = case.id == file.request.id;
    Competitor {
        request: case.id,
        number: case.case_number.clone(),
        this,
        applicant: Party::of(case).seen_by(viewer),
        space: SpaceRef {
            id: case.space_id,
            name: file
                .world
                .info(case.space_id)
                .map_or_else(|| case.space_name.clone(), |info| info.name.clone()),
            facility: case.facility_id,
            facility_name: case.facility_name.clone(),
        },
        purpose: case.purpose.clone(),
        class: case.class_place.clone().unwrap_or(ClassPlace {
            place: u8::MAX,
            name: String::new(),
            version: 0,
        }),
        sent_at: case.sent_at,
        dates: dates(file, case.id, this, outlook),
        total_dates: case.asked,
        before_next: None,
    }
}

/// The dates of the case that is looked at on which the other wants the same; its own undecided ones for itself.
fn dates(file: &File, other: RequestId, this: bool, outlook: &[Outlook]) -> Vec<NaiveDate> {
    if this {
        let asked = file.lines.iter().filter(|line| line.state == LineState::Asked);
        return asked.map(|line| line.date).collect();
    }
    outlook
        .iter()
        .filter(|one| one.wanted_by.contains(&other))
        .map(|one| one.date)
        .collect()
}

/// What seems right for the case.
pub(super) fn recommendation(
    file: &File,
    ranking: &[Competitor],
    outlook: &[Outlook],
    viewer: &Viewer,
) -> Recommendation {
    let asked: Vec<_> = file
        .lines
        .iter()
        .filter(|line| line.state == LineState::Asked)
        .map(|line| line.id)
        .collect();
    let taken = outlook
        .iter()
        .filter(|one| asked.contains(&one.line))
        .filter(|one| matches!(one.outcome, DateOutcome::Taken(_) | DateOutcome::Closed(_)))
        .count();
    let rivals = ranking.iter().filter(|one| !one.this).map(|one| Contender {
        name: one.applicant.name.clone(),
        class: Some(one.class.clone()),
        sent_at: one.sent_at,
        id: one.request,
        dates: u32::try_from(one.dates.len()).unwrap_or(u32::MAX),
    });
    recommend(&Situation {
        own: party(viewer, &file.request) || viewer.id() == Some(file.request.person_id),
        dates: u32::try_from(asked.len()).unwrap_or(u32::MAX),
        taken: u32::try_from(taken).unwrap_or(u32::MAX),
        class: file.request.class_place.clone(),
        sent_at: file.request.sent_at,
        id: file.request.id,
        rivals: rivals.collect(),
    })
}
