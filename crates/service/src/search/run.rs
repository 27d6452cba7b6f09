//! The search itself: candidates, judged and put in order.

use super::{
    Hit, Miss, MissDetail, MissGroup, MissReason, Near, SearchPage, SearchQuery, What,
    judge::Ask,
    near::{Nearness, distances},
    sort::{Sorting, is_part_of},
};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    day::{
        entries::standing,
        strip::{ByUnit, by_unit, days_span},
    },
    landscape::Landscape,
    places::start::{place_names, plain},
};
use chrono::Days;
use ledig_domain::{
    id::{ClosureId, SpaceId},
    time::{DAY_MINUTES, Span},
};
use ledig_store::{Tx, occupancy};
use std::collections::{BTreeMap, BTreeSet};

/// Hits shown where not told.
const LIMIT: u16 = 20;

/// Places told of for each reason.
const MISSES: usize = 50;

/// How many days the next free time is looked for in.
const LOOK_AHEAD: usize = 14;

impl Service {
    /// Finds what is free. At most six queries, whatever the number of spaces.
    pub async fn search(&self, viewer: &Viewer, query: &SearchQuery) -> Result<SearchPage, ServiceError> {
        viewer.may(Action::SeePlaces, &Thing::NONE)?;
        let mut tx = self.reader().await?;
        let landscape = Landscape::load(&mut tx).await?;
        let nearness = Nearness::new(&landscape, &query.near);
        let ask = self.ask(query);
        let roots = roots(&landscape, query);
        let units = landscape.units_of(roots.iter().copied());
        let last = ask
            .date
            .checked_add_days(Days::new(u64::from(ask.end() / DAY_MINUTES) - 1));
        let span = days_span(ask.date, last.unwrap_or(ask.date), self.zone());
        let (standing, closed) = self.standing(&mut tx, viewer, &units, span).await?;
        let mut sorting = Sorting {
            landscape: &landscape,
            distances: distances(&landscape, &nearness),
            hits: Vec::new(),
            nearly: Vec::new(),
            misses: BTreeMap::new(),
        };
        for id in roots {
            sorting.sort(&ask, id, &standing);
        }
        sorting.arrange(query);
        sorting.tell_closures(&mut tx, self.now(), &closed).await?;
        self.tell_next(&mut tx, &landscape, &ask, &mut sorting.misses)
            .await?;
        tx.rollback().await?;
        Ok(self.page(query, &ask, nearness.near(), place_names(&landscape), sorting))
    }

    /// Makes the query definite: 18–20, 18 and 90 minutes, until 20, or any time.
    fn ask(&self, query: &SearchQuery) -> Ask {
        let today = self.today();
        let minutes = query
            .minutes
            .filter(|minutes| (1..=DAY_MINUTES).contains(minutes));
        let usual = minutes.unwrap_or(60);
        let wished = match (query.from.map(|at| at.get()), query.to.map(|at| at.get())) {
            (Some(from), Some(to)) if from == to => Some((from, from + usual)),
            (Some(from), Some(to)) if to < from => Some((from, to + DAY_MINUTES)),
            (Some(from), Some(to)) => Some((from, to)),
            (Some(from), None) => Some((from, from + usual)),
            (None, Some(to)) => Some((to.saturating_sub(usual), to.max(1))),
            (None, None) => None,
        };
        Ask {
            date: query.date.unwrap_or(today).max(today),
            wished,
            minutes: wished.map_or(usual, |(from, to)| to - from),
            persons: query.persons.filter(|persons| *persons > 0),
            wheelchair: query.wheelchair,
            now: self.now(),
            zone: self.zone(),
        }
    }

    /// What stands in the units, and which closures there are. One query; the public's is the lighter one.
    async fn standing(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        units: &[SpaceId],
        span: Span,
    ) -> Result<(ByUnit, Vec<(SpaceId, ClosureId)>), ServiceError> {
        if viewer.person.is_some() {
            let rows = occupancy::in_span(tx, units, span, self.now()).await?;
            let closed = rows
                .iter()
                .filter_map(|row| Some((row.unit_id, row.closure_id?)))
                .collect();
            return Ok((by_unit(rows.iter().map(|row| standing(viewer, row))), closed));
        }
        let rows = occupancy::busy(tx, units, span, self.now()).await?;
        let closed = rows
            .iter()
            .filter_map(|row| Some((row.unit_id, row.closure_id?)))
            .collect();
        Ok((by_unit(rows.iter().map(plain)), closed))
    }

    /// Tells when what is taken is free next. One query, none when nothing is taken.
    async fn tell_next(
        &self,
        tx: &mut Tx,
        landscape: &Landscape,
        ask: &Ask,
        misses: &mut BTreeMap<MissReason, Vec<Miss>>,
    ) -> Result<(), ServiceError> {
        let Some(taken) = misses
            .get_mut(&MissReason::Taken)
            .filter(|taken| !taken.is_empty())
        else {
            return Ok(());
        };
        let told = taken.len().min(MISSES);
        let units = landscape.units_of(taken.iter().take(told).map(|miss| miss.place.id));
        let day = |days| ask.date.checked_add_days(Days::new(days)).unwrap_or(ask.date);
        let span = days_span(day(1), day(LOOK_AHEAD as u64 + 1), self.zone());
        let rows = occupancy::busy(tx, &units, span, self.now()).await?;
        let standing = by_unit(rows.iter().map(plain));
        for miss in taken.iter_mut().take(told) {
            let next = ask.next_free(landscape, miss.place.id, &standing, LOOK_AHEAD);
            miss.detail = MissDetail::Taken { next };
        }
        Ok(())
    }

    fn page(
        &self,
        query: &SearchQuery,
        ask: &Ask,
        near: Option<&Near>,
        places: Vec<String>,
        sorting: Sorting<'_>,
    ) -> SearchPage {
        let limit = usize::from(query.limit.unwrap_or(LIMIT).clamp(1, 100));
        let cut = |mut list: Vec<Hit>| {
            let more = u32::try_from(list.len().saturating_sub(limit)).unwrap_or(u32::MAX);
            list.truncate(limit);
            (list, more)
        };
        let (hits, more_hits) = cut(sorting.hits);
        let (nearly, more_nearly) = cut(sorting.nearly);
        let misses = sorting.misses.into_iter().map(|(reason, mut places)| {
            let count = u32::try_from(places.len()).unwrap_or(u32::MAX);
            places.truncate(MISSES);
            MissGroup {
                reason,
                count,
                places,
            }
        });
        SearchPage {
            date: ask.date,
            today: self.today(),
            wished: ask.wished.map(Into::into),
            minutes: ask.minutes,
            near: near.cloned(),
            near_unknown: near.is_none() && !query.near.trim().is_empty(),
            hits,
            nearly,
            more_hits,
            more_nearly,
            misses: misses.collect(),
            places,
        }
    }
}

/// The spaces to judge: those that fit activity and text, each once; parts of the same kind come under their hall.
fn roots(landscape: &Landscape, query: &SearchQuery) -> Vec<SpaceId> {
    let kinds = query.what.map(What::kinds);
    let words = query.text.trim().to_lowercase();
    let fits = |id: SpaceId| {
        landscape.space(id).is_some_and(|space| {
            // What only groups its parts is no place of its own.
            (space.bookable || landscape.parts(id).is_empty())
                && kinds.as_ref().is_none_or(|kinds| kinds.contains(&space.kind))
                && (words.is_empty() || names(landscape, id).contains(&words))
        })
    };
    let wanted: BTreeSet<SpaceId> = landscape.order().iter().copied().filter(|id| fits(*id)).collect();
    let under_hall = |id: SpaceId| {
        landscape
            .above(id)
            .into_iter()
            .any(|hall| wanted.contains(&hall) && is_part_of(landscape, id, hall))
    };
    landscape
        .order()
        .iter()
        .copied()
        .filter(|id| wanted.contains(id) && !under_hall(*id))
        .collect()
}

fn names(landscape: &Landscape, id: SpaceId) -> String {
    let Some(place) = landscape.place(id) else {
        return String::new();
    };
    let equipment = landscape
        .space(id)
        .map(|space| space.equipment.join(" "))
        .unwrap_or_default();
    format!(
        "{} {} {} {equipment}",
        place.name, place.facility_name, place.district
    )
    .to_lowercase()
}
