//! The inbox, loaded in a fixed number of queries.

use super::{Inbox, InboxFilter, InboxRow, InboxShow, InboxSort};
use crate::case::{
    contest::{Contest, plain_row},
    plan::asker,
};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
};
use ledig_domain::{id::FacilityId, request::RequestState};
use ledig_store::{Tx, decisions, inbox, names::Name};
use std::cmp::Reverse;

/// Rows on a page.
const PAGE: u32 = 50;

/// The most cases that are looked through; an inbox with more is sorted among the oldest.
const MOST: u32 = 1000;

impl Service {
    /// The inbox of the facilities that the viewer may decide for.
    ///
    /// # Errors
    /// `NotSignedIn`; `Forbidden` for one who is not staff.
    pub async fn inbox(&self, viewer: &Viewer, filter: &InboxFilter) -> Result<Inbox, ServiceError> {
        viewer.may(Action::SeeInbox, &Thing::SOMEWHERE)?;
        self.store()
            .read(async |tx| {
                let who = asker(tx, None, None, viewer.id()).await?;
                let world = self.bare_world(tx, viewer, who, None).await?;
                let undecided = undecided(tx, viewer).await?;
                let usual = decisions::usual(tx).await?;
                let mut rows = match filter.show {
                    InboxShow::Undecided => {
                        let contest = Contest::load(tx, &world, &undecided).await?;
                        let open = undecided.iter().filter(|case| case.asked > 0);
                        open.map(|case| contest.row(&world, viewer, case)).collect()
                    }
                    InboxShow::Offered => {
                        let open = undecided.iter().filter(|case| case.offered > 0);
                        open.map(|case| plain_row(&world, viewer, case)).collect()
                    }
                    InboxShow::Done => done(tx, viewer)
                        .await?
                        .iter()
                        .map(|case| plain_row(&world, viewer, case))
                        .collect::<Vec<_>>(),
                };
                rows.retain(|row| fits(row, filter));
                if filter.show != InboxShow::Done {
                    sort(&mut rows, filter.sort);
                }
                let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
                let skip = usize::try_from(filter.page.saturating_mul(PAGE)).unwrap_or(usize::MAX);
                let mut open: Vec<&inbox::Case> = undecided.iter().filter(|case| case.asked > 0).collect();
                open.sort_by_key(|case| case.sent_at);
                Ok(Inbox {
                    rows: rows.into_iter().skip(skip).take(PAGE as usize).collect(),
                    total,
                    page_size: PAGE,
                    undecided: u32::try_from(open.len()).unwrap_or(u32::MAX),
                    oldest: open.first().map(|case| case.sent_at),
                    facilities: by_facility(&open),
                    usual_seconds: filter
                        .facility
                        .map_or(usual.anywhere(), |facility| usual.of(facility)),
                    now: world.now,
                    today: self.today(),
                })
            })
            .await
    }
}

/// The facilities whose cases the viewer sees as staff; `None` for all.
fn facilities_of(viewer: &Viewer) -> Option<Vec<FacilityId>> {
    if viewer.can(Action::SeeCaseAsStaff, &Thing::MUNICIPALITY) {
        return None;
    }
    let posts = viewer.person.iter().flat_map(|person| &person.staff);
    let own = posts.filter_map(|post| post.facility);
    Some(
        own.filter(|facility| viewer.can(Action::SeeCaseAsStaff, &Thing::facility(*facility)))
            .collect(),
    )
}

/// The cases that are open, oldest first.
pub(crate) async fn undecided(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<inbox::Case>, ServiceError> {
    let filter = inbox::Filter {
        states: vec![RequestState::Open, RequestState::Offered],
        facilities: facilities_of(viewer),
        limit: MOST,
        ..inbox::Filter::default()
    };
    Ok(inbox::cases(tx, &filter).await?)
}

async fn done(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<inbox::Case>, ServiceError> {
    let filter = inbox::Filter {
        states: vec![RequestState::Decided, RequestState::Withdrawn],
        facilities: facilities_of(viewer),
        order: inbox::Order::NewestFirst,
        limit: MOST,
        ..inbox::Filter::default()
    };
    Ok(inbox::cases(tx, &filter).await?)
}

fn by_facility(open: &[&inbox::Case]) -> Vec<(FacilityId, String, u32)> {
    let mut found: Vec<(FacilityId, String, u32)> = Vec::new();
    for case in open {
        match found.iter_mut().find(|(id, ..)| *id == case.facility_id) {
            Some((.., count)) => *count += 1,
            None => found.push((case.facility_id, case.facility_name.clone(), 1)),
        }
    }
    found.sort_by(|one, other| one.1.cmp(&other.1));
    found
}

fn fits(row: &InboxRow, filter: &InboxFilter) -> bool {
    let text = filter.text.trim().to_lowercase();
    let holds = |value: &str| value.to_lowercase().contains(&text);
    let found = text.is_empty()
        || holds(&row.applicant.name)
        || row.applicant.team_name.as_deref().is_some_and(holds)
        || holds(&row.purpose)
        || holds(&row.space.name)
        || holds(&row.space.facility_name)
        || holds(&row.number);
    let contested = row.conflicts > 0 || row.competitors > 0;
    found
        && filter
            .facility
            .is_none_or(|facility| row.space.facility == facility)
        && filter.conflicts.is_none_or(|wanted| wanted == contested)
}

fn sort(rows: &mut [InboxRow], by: InboxSort) {
    let class = |row: &InboxRow| row.class.as_ref().map_or(u8::MAX, |class| class.place);
    match by {
        InboxSort::Waiting => rows.sort_by_key(|row| (row.sent_at, row.id)),
        InboxSort::FirstDate => rows.sort_by_key(|row| (row.first, row.sent_at, row.id)),
        InboxSort::Class => rows.sort_by_key(|row| (class(row), row.sent_at, row.id)),
        InboxSort::Applicant => {
            rows.sort_by_cached_key(|row| (Name(row.applicant.name.clone()), row.sent_at, row.id));
        }
        InboxSort::Conflicts => {
            rows.sort_by_key(|row| (Reverse(row.conflicts + row.competitors), row.sent_at, row.id));
        }
    }
}
