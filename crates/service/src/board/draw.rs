//! Draws the board.

use super::wished::Wished;
use super::{Board, BoardDay, BoardQuery, BoardRow, MAX_BOARD_ROWS};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    day::{
        Label, MinuteSpan,
        entries::{Contacts, Entries, people_to_know},
        strip::{days_span, minute_on, open_until, spans},
    },
    landscape::Landscape,
    week::hour_bounds,
};
use chrono::{NaiveDate, Weekday};
use ledig_domain::{
    id::{FacilityId, PersonId, SpaceId},
    occupancy::without,
    request::LineState,
    time::DAY_MINUTES,
};
use ledig_store::{
    Tx,
    names::by_name,
    occupancy::{self, Occupied},
    people,
    requests::{self, Rival},
};
use std::collections::BTreeSet;

impl Service {
    /// The day over many spaces, for staff. At most six queries.
    pub async fn day_board(&self, viewer: &Viewer, query: &BoardQuery) -> Result<Board, ServiceError> {
        let date = query.date.unwrap_or_else(|| self.today());
        self.board(viewer, query, vec![date]).await
    }

    /// The week over many spaces, for staff. At most six queries.
    pub async fn week_board(&self, viewer: &Viewer, query: &BoardQuery) -> Result<Board, ServiceError> {
        let date = query.date.unwrap_or_else(|| self.today());
        let monday = date.week(Weekday::Mon).checked_first_day().unwrap_or(date);
        self.board(viewer, query, monday.iter_days().take(7).collect())
            .await
    }

    async fn board(
        &self,
        viewer: &Viewer,
        query: &BoardQuery,
        dates: Vec<NaiveDate>,
    ) -> Result<Board, ServiceError> {
        viewer.may(Action::SeeBoard, &Thing::SOMEWHERE)?;
        let mut tx = self.reader().await?;
        let landscape = Landscape::load(&mut tx).await?;
        let (spaces, more) = chosen(viewer, &landscape, query);
        let units = landscape.units_of(spaces.iter().copied());
        let (first, last) = (dates.first().copied(), dates.last().copied());
        let span = days_span(first.unwrap_or_default(), last.unwrap_or_default(), self.zone());
        let rows = occupancy::in_span(&mut tx, &units, span, self.now()).await?;
        let mut asked = requests::rivals(&mut tx, &units, &[span], None).await?;
        // What is offered is held already, and stands there.
        asked.retain(|line| line.state == LineState::Asked);
        let contacts = contacts(&mut tx, viewer, &landscape, &rows, &asked).await?;
        tx.rollback().await?;
        let entries = Entries::new(viewer, &landscape, &rows, &contacts, self.zone());
        let wished = Wished::new(&landscape, &rows, &asked, &contacts, self.zone());
        let rows: Vec<BoardRow> = spaces
            .iter()
            .filter_map(|id| {
                let units: BTreeSet<SpaceId> = landscape.units(*id).collect();
                let days = dates
                    .iter()
                    .map(|date| day(&landscape, *id, *date, &units, &entries, &wished));
                Some(BoardRow {
                    place: landscape.plain_place(*id)?,
                    depth: landscape.depth(*id),
                    days: days.collect::<Option<_>>()?,
                })
            })
            .collect();
        let (first_minute, last_minute) = hour_bounds(rows.iter().flat_map(|row| &row.days).flat_map(drawn));
        let (facilities, districts) = choices(viewer, &landscape);
        Ok(Board {
            today: self.today(),
            now: minute_on(self.now(), self.today(), DAY_MINUTES, self.zone()),
            dates,
            rows,
            more,
            first_minute,
            last_minute,
            facilities,
            districts,
        })
    }
}

/// The spaces that fit the query and that the viewer has a post for, and how many more there are.
fn chosen(viewer: &Viewer, landscape: &Landscape, query: &BoardQuery) -> (Vec<SpaceId>, u32) {
    let words = query.text.trim().to_lowercase();
    let seen = seen_facilities(viewer, landscape);
    let mut fitting: Vec<SpaceId> = landscape
        .order()
        .iter()
        .copied()
        .filter(|id| {
            landscape.place(*id).is_some_and(|place| {
                let family = std::iter::once(*id).chain(landscape.above(*id));
                place.bookable
                    && seen.contains(&place.facility)
                    && query.facility.is_none_or(|facility| place.facility == facility)
                    && (query.district.is_empty() || place.district == query.district)
                    && query.kind.is_none_or(|kind| {
                        family
                            .into_iter()
                            .any(|one| landscape.space(one).is_some_and(|space| space.kind == kind))
                    })
                    && (words.is_empty()
                        || format!("{} {}", place.facility_name, place.name)
                            .to_lowercase()
                            .contains(&words))
            })
        })
        .collect();
    let more = u32::try_from(fitting.len().saturating_sub(MAX_BOARD_ROWS)).unwrap_or(u32::MAX);
    fitting.truncate(MAX_BOARD_ROWS);
    (fitting, more)
}

fn seen_facilities(viewer: &Viewer, landscape: &Landscape) -> BTreeSet<FacilityId> {
    landscape
        .facilities()
        .map(|facility| facility.id)
        .filter(|facility| viewer.can(Action::SeeBoard, &Thing::facility(*facility)))
        .collect()
}

/// Facilities and districts to filter by.
fn choices(viewer: &Viewer, landscape: &Landscape) -> (Vec<(FacilityId, String)>, Vec<String>) {
    let seen = seen_facilities(viewer, landscape);
    let known = || {
        landscape
            .facilities()
            .filter(|facility| seen.contains(&facility.id))
    };
    let mut facilities: Vec<(FacilityId, String)> = known()
        .map(|facility| (facility.id, facility.name.clone()))
        .collect();
    facilities.sort_by(|one, other| by_name(&one.1, &other.1));
    let districts: BTreeSet<String> = known().map(|facility| facility.district.clone()).collect();
    let mut districts: Vec<String> = districts.into_iter().filter(|name| !name.is_empty()).collect();
    districts.sort_by(|one, other| by_name(one, other));
    (facilities, districts)
}

async fn contacts(
    tx: &mut Tx,
    viewer: &Viewer,
    landscape: &Landscape,
    rows: &[Occupied],
    asked: &[Rival],
) -> Result<Contacts, ServiceError> {
    let mut list: BTreeSet<PersonId> = people_to_know(viewer, landscape, rows).into_iter().collect();
    // Who asks is told by name only where no organisation does.
    list.extend(
        asked
            .iter()
            .filter(|line| line.organisation_id.is_none())
            .map(|line| line.person_id),
    );
    let list: Vec<PersonId> = list.into_iter().collect();
    let found = people::by_ids(tx, &list).await?;
    Ok(found.into_iter().map(|person| (person.id, person)).collect())
}

fn day(
    landscape: &Landscape,
    id: SpaceId,
    date: NaiveDate,
    units: &BTreeSet<SpaceId>,
    entries: &Entries<'_>,
    wished: &Wished<'_>,
) -> Option<BoardDay> {
    let open = open_until(landscape.hours(id)?, date, DAY_MINUTES);
    let entries = entries.on(date, units);
    let gone: Vec<(u16, u16)> = entries
        .iter()
        .map(|one| (one.occupied.from, one.occupied.to))
        .collect();
    let minutes = |list: &[(u16, u16)]| list.iter().map(|(from, to)| to - from).sum::<u16>();
    Some(BoardDay {
        booked_minutes: minutes(&open) - minutes(&without(&open, &gone)),
        open: spans(open),
        asked: wished.on(date, units),
        entries,
    })
}

/// What has to fit between the board's first and last minute.
fn drawn(day: &BoardDay) -> impl Iterator<Item = MinuteSpan> {
    let entries = day
        .entries
        .iter()
        .filter(|one| !matches!(one.label, Label::Closed { .. }));
    day.open
        .iter()
        .copied()
        .chain(entries.map(|one| one.span))
        .chain(day.asked.iter().map(|one| one.span))
}
