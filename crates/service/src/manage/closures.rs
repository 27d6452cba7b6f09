//! Closing spaces for a time.

use super::obstacles::Names;
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    day::MinuteSpan,
    error::Faults,
    landscape::Landscape,
    record::Note,
};
use chrono::NaiveDate;
use ledig_domain::{
    event::EventKind,
    id::{ClosureId, FacilityId, PersonId, RequestId, SpaceId},
    time::{Minute, Span, local, resolve},
};
use ledig_store::{
    Tx, bookings,
    closures::{self, Closure},
    outbox::{self, NewMessage},
    people, spaces,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
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

    /// Whom a closure would hit. Nothing is changed.
    ///
    /// # Errors
    /// `Invalid` field by field.
    pub async fn try_closure(
        &self,
        viewer: &Viewer,
        form: &ClosureForm,
    ) -> Result<Vec<ClosureHit>, ServiceError> {
        let closure = self.closure(viewer, form)?;
        let mut tx = self.reader().await?;
        let landscape = place_to_close(&mut tx, viewer, form.space).await?;
        let hits = self
            .hits(&mut tx, &landscape, std::slice::from_ref(&closure))
            .await?;
        tx.rollback().await?;
        Ok(hits.into_iter().flatten().collect())
    }

    /// Closes. Booked dates in it stay until they are cancelled: those hit are told and given back.
    ///
    /// # Errors
    /// `Invalid` field by field.
    pub async fn make_closure(
        &self,
        viewer: &Viewer,
        form: &ClosureForm,
    ) -> Result<(ClosureId, Vec<ClosureHit>), ServiceError> {
        let closure = &self.closure(viewer, form)?;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let landscape = place_to_close(tx, viewer, form.space).await?;
                    closures::insert(tx, std::slice::from_ref(closure)).await?;
                    let hits = self.hits(tx, &landscape, std::slice::from_ref(closure)).await?;
                    let hits: Vec<ClosureHit> = hits.into_iter().flatten().collect();
                    let requests: BTreeSet<RequestId> = hits.iter().map(|hit| hit.request).collect();
                    let facility = landscape.space(form.space).map(|space| space.facility_id);
                    let detail =
                        json!({ "from": closure.starts_at, "to": closure.ends_at, "hits": requests });
                    let event = self
                        .note(
                            tx,
                            viewer,
                            self.now(),
                            note(EventKind::ClosureMade, facility, closure, detail),
                        )
                        .await?;
                    let messages: Vec<NewMessage> = requests
                        .iter()
                        .map(|request| NewMessage {
                            event_id: event,
                            kind: EventKind::ClosureMade.code().to_owned(),
                            payload: json!({ "request": request, "to": "applicant", "closure": closure.id }),
                            due_at: self.now(),
                        })
                        .collect();
                    outbox::put(tx, &messages).await?;
                    Ok((closure.id, hits))
                }
            })
            .await
    }

    /// Opens again, at once.
    pub async fn lift_closure(&self, viewer: &Viewer, id: ClosureId) -> Result<(), ServiceError> {
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let closure = closures::by_id(tx, id).await?.ok_or(ServiceError::NotFound)?;
                    let space = spaces::by_id(tx, closure.space_id)
                        .await?
                        .ok_or(ServiceError::NotFound)?;
                    viewer.may(Action::Close, &Thing::facility(space.facility_id))?;
                    closures::lift(tx, id, self.now()).await?;
                    let note = note(
                        EventKind::ClosureLifted,
                        Some(space.facility_id),
                        &closure,
                        json!({}),
                    );
                    self.note(tx, viewer, self.now(), note).await?;
                    self.time_came_free(tx, viewer, closure.space_id, closure.span())
                        .await
                }
            })
            .await
    }

    /// The closure of a form.
    fn closure(&self, viewer: &Viewer, form: &ClosureForm) -> Result<Closure, ServiceError> {
        let mut faults = Faults::default();
        let reason = faults.text("reason", &form.reason, 300);
        let starts_at = resolve(form.from_date, form.from.get(), self.zone());
        let ends_at = resolve(form.to_date, form.to.get(), self.zone());
        if ends_at <= starts_at {
            faults.add("to", Fault::EndBeforeStart);
        } else if ends_at <= self.now() {
            faults.add("to", Fault::Past);
        }
        faults.check()?;
        Ok(Closure {
            id: self.new_id(self.now()),
            space_id: form.space,
            starts_at,
            ends_at,
            reason,
            public: form.public,
            created_by: viewer.id(),
            created_at: self.now(),
            lifted_at: None,
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
    async fn hits(
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

fn note(kind: EventKind, facility: Option<FacilityId>, closure: &Closure, detail: serde_json::Value) -> Note {
    Note {
        kind,
        facility,
        subject: json!({ "closure": closure.id, "space": closure.space_id }),
        detail,
    }
}

/// The facility of a space that the viewer may close.
async fn place_to_close(tx: &mut Tx, viewer: &Viewer, space: SpaceId) -> Result<Landscape, ServiceError> {
    let found = spaces::by_id(tx, space).await?;
    let found = found.ok_or_else(|| ServiceError::field("space", Fault::Unknown))?;
    viewer.may(Action::Close, &Thing::facility(found.facility_id))?;
    Landscape::of_facilities(tx, &[found.facility_id]).await
}
