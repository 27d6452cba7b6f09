//! Draws a week.

use super::{
    Week, WeekDay, WeekOf, WeekSpace,
    parts::{self, Part},
};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    day::{
        Label, MinuteSpan,
        entries::{Contacts, Entries, people_to_know},
        strip::{days_span, minute_on, spans},
    },
    landscape::Landscape,
};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use ledig_domain::{
    calendar::Calendar,
    hours::OpeningHours,
    id::SpaceId,
    occupancy::{merged, without},
    time::DAY_MINUTES,
};
use ledig_store::{
    Tx, calendar,
    occupancy::{self, Occupied},
    people, spaces,
};
use std::collections::BTreeSet;

impl Service {
    /// The week of a date (this week where not told).
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn week(
        &self,
        viewer: &Viewer,
        of: WeekOf,
        week_of: Option<NaiveDate>,
    ) -> Result<Week, ServiceError> {
        viewer.may(Action::SeePlaces, &Thing::NONE)?;
        let mut tx = self.reader().await?;
        let facility = match of {
            WeekOf::Facility(facility) => facility,
            WeekOf::Space(space) => {
                let found = spaces::by_id(&mut tx, space).await?;
                found.ok_or(ServiceError::NotFound)?.facility_id
            }
        };
        let landscape = Landscape::of_facilities(&mut tx, &[facility]).await?;
        let week = self.week_in(&mut tx, viewer, &landscape, of, week_of).await?;
        tx.rollback().await?;
        Ok(week)
    }

    /// As [`Service::week`], of a facility at hand. Three queries, two for the public.
    pub(crate) async fn week_in(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        landscape: &Landscape,
        of: WeekOf,
        week_of: Option<NaiveDate>,
    ) -> Result<Week, ServiceError> {
        let drawn = Drawn::of(landscape, of)?;
        let today = self.today();
        let date = week_of.unwrap_or(today);
        let monday = date.week(Weekday::Mon).checked_first_day().unwrap_or(date);
        let dates: Vec<NaiveDate> = monday.iter_days().take(7).collect();
        let span = days_span(monday, dates.last().copied().unwrap_or(monday), self.zone());
        let units: Vec<SpaceId> = drawn.units.iter().copied().collect();
        let rows = occupancy::in_span(tx, &units, span, self.now()).await?;
        let calendar = calendar::get(tx).await?;
        let contacts = contacts(tx, viewer, landscape, &rows).await?;
        let entries = Entries::new(viewer, landscape, &rows, &contacts, self.zone());
        let days: Vec<WeekDay> = dates
            .into_iter()
            .map(|date| self.week_day(date, &drawn, &calendar, &entries))
            .collect();
        let (first_minute, last_minute) = bounds(&days);
        let iso = monday.iso_week();
        Ok(Week {
            monday,
            year: iso.year(),
            number: u8::try_from(iso.week()).unwrap_or_default(),
            previous: monday.checked_sub_days(Days::new(7)).unwrap_or(monday),
            next: monday.checked_add_days(Days::new(7)).unwrap_or(monday),
            today,
            of: drawn.name,
            facility_name: drawn.facility_name,
            spaces: drawn.spaces,
            proxy_calendar: days
                .iter()
                .any(|day| calendar.school_off(day.date).is_some_and(|off| off.proxy)),
            days,
            first_minute,
            last_minute,
        })
    }

    fn week_day(
        &self,
        date: NaiveDate,
        drawn: &Drawn<'_>,
        calendar: &Calendar,
        entries: &Entries<'_>,
    ) -> WeekDay {
        let open = merged(drawn.hours.iter().flat_map(|hours| hours.open_on(date)).collect());
        let found = entries.on(date, &drawn.units);
        let mut gone: Vec<(u16, u16)> = found
            .iter()
            .map(|one| (one.occupied.from, one.occupied.to))
            .collect();
        let past = (0, minute_on(self.now(), date, DAY_MINUTES, self.zone()));
        gone.push(past);
        let free = without(&open, &gone);
        WeekDay {
            date,
            school_off: calendar.school_off(date).map(|off| off.kind),
            holiday: calendar.public_holiday(date),
            part_free: parts::free(date, &drawn.parts, entries, &free, past),
            free: spans(free),
            open: spans(open),
            entries: found,
        }
    }
}

/// What a week is drawn of.
struct Drawn<'a> {
    name: String,
    facility_name: String,
    spaces: Vec<WeekSpace>,
    units: BTreeSet<SpaceId>,
    hours: Vec<&'a OpeningHours>,
    parts: Vec<Part<'a>>,
}

impl<'a> Drawn<'a> {
    fn of(landscape: &'a Landscape, of: WeekOf) -> Result<Self, ServiceError> {
        let (mut ids, name, facility) = match of {
            WeekOf::Space(space) => {
                let mut ids = landscape.above(space);
                ids.push(space);
                ids.extend(landscape.below(space));
                let facility = landscape.space(space).ok_or(ServiceError::NotFound)?.facility_id;
                (ids, landscape.full_name(space), facility)
            }
            WeekOf::Facility(facility) => {
                let found = landscape.facility(facility).ok_or(ServiceError::NotFound)?;
                let ids = landscape.order().iter().copied().filter(|space| {
                    landscape
                        .space(*space)
                        .is_some_and(|space| space.facility_id == facility)
                });
                (ids.collect(), found.name.clone(), facility)
            }
        };
        ids.sort_by_key(|id| landscape.rank(*id));
        let hours = match of {
            WeekOf::Space(space) => landscape.hours(space).into_iter().collect(),
            WeekOf::Facility(_) => ids.iter().filter_map(|space| landscape.hours(*space)).collect(),
        };
        let units = match of {
            WeekOf::Space(space) => landscape.units(space).collect(),
            WeekOf::Facility(_) => landscape.units_of(ids.iter().copied()).into_iter().collect(),
        };
        let parts = parts::of(landscape, &ids);
        let spaces = ids.iter().filter_map(|id| {
            let space = landscape.space(*id)?;
            Some(WeekSpace {
                id: *id,
                name: space.name.clone(),
                slug: space.slug.clone(),
                depth: landscape.depth(*id),
                bookable: space.bookable,
            })
        });
        Ok(Self {
            name,
            facility_name: landscape
                .facility(facility)
                .map(|one| one.name.clone())
                .unwrap_or_default(),
            spaces: spaces.collect(),
            units,
            hours,
            parts,
        })
    }
}

/// The persons and contacts that the viewer may know among the rows; no query for the public.
async fn contacts(
    tx: &mut Tx,
    viewer: &Viewer,
    landscape: &Landscape,
    rows: &[Occupied],
) -> Result<Contacts, ServiceError> {
    let list = people_to_know(viewer, landscape, rows);
    if list.is_empty() {
        return Ok(Contacts::new());
    }
    let found = people::by_ids(tx, &list).await?;
    Ok(found.into_iter().map(|person| (person.id, person)).collect())
}

fn bounds(days: &[WeekDay]) -> (u16, u16) {
    hour_bounds(days.iter().flat_map(|day| {
        let open = day.open.iter().copied();
        open.chain(
            day.entries
                .iter()
                .filter(|entry| !matches!(entry.label, Label::Closed { .. }))
                .map(|entry| entry.span),
        )
    }))
}

/// The whole hours around spans; 8–22 when there are none.
pub(crate) fn hour_bounds(spans: impl Iterator<Item = MinuteSpan>) -> (u16, u16) {
    let around = spans.fold(None, |around: Option<(u16, u16)>, span| {
        let (from, to) = around.unwrap_or((span.from, span.to));
        Some((from.min(span.from), to.max(span.to)))
    });
    let (from, to) = around.unwrap_or((8 * 60, 22 * 60));
    (from / 60 * 60, to.div_ceil(60) * 60)
}
