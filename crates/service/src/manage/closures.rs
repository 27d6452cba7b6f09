//! Closing spaces for a time.

use super::obstacles::Names;
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    day::MinuteSpan,
    landscape::Landscape,
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{ClosureId, FacilityId, PersonId, RequestId, SpaceId},
    time::{Minute, Span, local},
};
use ledig_store::{
    Tx, bookings,
    closures::{self, Closure},
    people,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A closure as its form has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosureForm {
    /// Where; its parts are closed with it.
    pub space: SpaceId,
    /// First day.
    pub from_date: NaiveDate,
    /// From when on that day.
    pub from: Minute,
    /// Last day.
    pub to_date: NaiveDate,
    /// Until when on that day.
    pub to: Minute,
    /// Why, in the manager's words.
    pub reason: String,
    /// Everyone may read the reason.
    pub public: bool,
}

/// A closure now or to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedClosure {
    /// Which.
    pub id: ClosureId,
    /// As it was made.
    pub form: ClosureForm,
    /// The space's name.
    pub space_name: String,
    /// Who made it.
    pub made_by: Option<String>,
    /// Whom it hits: booked dates within it that still stand.
    pub hits: Vec<ClosureHit>,
}

/// A booked date within a closure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosureHit {
    /// Its case.
    pub request: RequestId,
    /// The case's number.
    pub number: String,
    /// Who has it.
    pub who: String,
    /// The booked space's name.
    pub space_name: String,
    /// Which day.
    pub date: NaiveDate,
    /// When on that day.
    pub span: MinuteSpan,
}

/// The closures of a facility.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosuresPage {
    /// Which facility.
    pub facility: FacilityId,
    /// Its name.
    pub facility_name: String,
    /// Its part of the address.
    pub facility_slug: String,
    /// The municipality's date.
    pub today: NaiveDate,
    /// Now and to come, the first one first.
    pub closures: Vec<ManagedClosure>,
    /// Its spaces in tree order with their depth, to choose from.
    pub spaces: Vec<(SpaceId, String, u8)>,
    /// The viewer may close and lift.
    pub may_edit: bool,
}

impl Service {
    /// Closures of a facility, now and to come. At most seven queries.
    pub async fn closures(
        &self,
        viewer: &Viewer,
        facility: FacilityId,
    ) -> Result<ClosuresPage, ServiceError> {
        viewer.may(Action::SeeBoard, &Thing::facility(facility))?;
        let mut tx = self.reader().await?;
        let landscape = Landscape::of_facilities(&mut tx, &[facility]).await?;
        let found = closures::coming(&mut tx, landscape.order(), self.now()).await?;
        let makers: BTreeSet<PersonId> = found.iter().filter_map(|closure| closure.created_by).collect();
        let makers = people::by_ids(&mut tx, &makers.into_iter().collect::<Vec<_>>()).await?;
        let hits = self.hits(&mut tx, &landscape, &found).await?;
        tx.rollback().await?;
        let home = landscape.facility(facility).ok_or(ServiceError::NotFound)?;
        let closures = found.into_iter().zip(hits).map(|(closure, hits)| ManagedClosure {
            id: closure.id,
            form: self.form(&closure),
            space_name: landscape.full_name(closure.space_id),
            made_by: makers
                .iter()
                .find(|person| Some(person.id) == closure.created_by)
                .map(|person| person.name.clone()),
            hits,
        });
        let spaces = landscape
            .order()
            .iter()
            .map(|id| (*id, landscape.full_name(*id), landscape.depth(*id)));
        Ok(ClosuresPage {
            facility,
            facility_name: home.name.clone(),
            facility_slug: home.slug.clone(),
            today: self.today(),
            closures: closures.collect(),
            spaces: spaces.collect(),
            may_edit: viewer.can(Action::Close, &Thing::facility(facility)),
        })
    }

    /// A closure on the clock; an end at midnight is 24:00 of the day before.
    fn form(&self, closure: &Closure) -> ClosureForm {
        let (from_date, from) = local(closure.starts_at, self.zone());
        let (to_date, to) = local(closure.ends_at, self.zone());
        let (to_date, to) = match (to.get(), to_date.pred_opt()) {
            (0, Some(before)) => (before, Minute::END_OF_DAY),
            _ => (to_date, to),
        };
        ClosureForm {
            space: closure.space_id,
            from_date,
            from,
            to_date,
            to,
            reason: closure.reason.clone(),
            public: closure.public,
        }
    }

    /// Whom each of the closures hits. Three queries, whatever their number.
    pub(super) async fn hits(
        &self,
        tx: &mut Tx,
        landscape: &Landscape,
        list: &[Closure],
    ) -> Result<Vec<Vec<ClosureHit>>, ServiceError> {
        let start = list.iter().map(|closure| closure.starts_at).min();
        let end = list.iter().map(|closure| closure.ends_at).max();
        let Some((start, end)) = start.zip(end) else {
            return Ok(Vec::new());
        };
        let units = landscape.units_of(list.iter().map(|closure| closure.space_id));
        // What is over needs nobody's attention.
        let span = Span {
            start: start.max(self.now()),
            end,
        };
        let booked = bookings::standing_in(tx, &units, span).await?;
        let names = Names::of(tx, &booked).await?;
        let hit = |closure: &Closure| {
            let closed: BTreeSet<SpaceId> = landscape.units(closure.space_id).collect();
            let hits = booked.iter().filter(|date| {
                let span = Span {
                    start: date.starts_at,
                    end: date.ends_at,
                };
                span.overlaps(closure.span())
                    && landscape.units(date.space_id).any(|unit| closed.contains(&unit))
            });
            hits.map(|date| {
                let (_, span) = self.on_clock(Span {
                    start: date.starts_at,
                    end: date.ends_at,
                });
                ClosureHit {
                    request: date.request_id,
                    number: date.case_number.clone(),
                    who: names.who(date),
                    space_name: date.space_name.clone(),
                    date: date.date,
                    span,
                }
            })
            .collect()
        };
        Ok(list.iter().map(hit).collect())
    }
}
