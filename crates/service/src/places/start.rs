//! The start page: real answers before anyone has asked.

use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    day::{
        BusyKind, DayStrip, MinuteSpan, Place,
        strip::{ByUnit, Day, Standing, by_unit, day_span},
    },
    landscape::Landscape,
};
use chrono::{Days, NaiveDate, Weekday};
use ledig_domain::{
    id::SpaceId,
    space::SpaceKind,
    time::{DAY_MINUTES, local},
};
use ledig_store::{
    municipality,
    occupancy::{self, Busy},
};
use serde::{Deserialize, Serialize};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// The start page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartPage {
    /// The municipality's name.
    pub municipality: String,
    /// The municipality's date.
    pub today: NaiveDate,
    /// Minutes of the day now.
    pub now: u16,
    /// Halls that can be had in the next hours, with their first time.
    pub soon: Vec<StartPlace>,
    /// Halls that are free this evening (17–22), with their first time.
    pub evening: Vec<StartPlace>,
    /// Halls that are free tomorrow evening (17–22), with their first time. None when tomorrow is in the weekend.
    pub tomorrow: Vec<StartPlace>,
    /// Halls that are free on the weekend to come or now, with their first time.
    pub weekend: Vec<StartPlace>,
    /// How many facilities there are.
    pub facilities: u32,
    /// How many bookable spaces there are.
    pub spaces: u32,
    /// Names to suggest for places: districts, then facilities.
    pub places: Vec<String>,
}

/// A hall with its first free time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartPlace {
    /// Which.
    pub place: Place,
    /// Free from–to.
    pub free: MinuteSpan,
    /// Its day.
    pub strip: DayStrip,
}

/// How many halls a list shows.
const SHOWN: usize = 5;
/// How many halls are looked at.
const LOOKED_AT: usize = 60;
/// A time that starts within so many minutes is soon. Rules that ask for two hours' notice leave an hour of it.
const SOON: u16 = 180;
/// How many of one kind a list shows while there are others.
const OF_A_KIND: usize = 2;
/// The shortest time worth telling of, minutes.
const WORTH: u16 = 60;
/// What people come to the start page for.
const KINDS: &[SpaceKind] = &[
    SpaceKind::SportsHall,
    SpaceKind::Gym,
    SpaceKind::FootballHall,
    SpaceKind::AthleticsHall,
    SpaceKind::AssemblyHall,
    SpaceKind::CommunityHouse,
    SpaceKind::TrainingRoom,
    SpaceKind::MeetingRoom,
];

impl Service {
    /// What the start page shows.
    pub async fn start_page(&self, viewer: &Viewer) -> Result<StartPage, ServiceError> {
        viewer.may(Action::SeePlaces, &Thing::NONE)?;
        let mut tx = self.reader().await?;
        let landscape = Landscape::load(&mut tx).await?;
        let municipality = municipality::get(&mut tx).await?;
        let halls = halls(&landscape);
        let units = landscape.units_of(halls.iter().copied());
        let today = self.today();
        let weekend = weekend(today);
        let tomorrow = today.succ_opt().filter(|date| *date < weekend.0);
        let days =
            [today, tomorrow.unwrap_or(today), weekend.0, weekend.1].map(|date| day_span(date, self.zone()));
        let mut busy = Vec::new();
        for span in days.into_iter().collect::<BTreeSet<_>>() {
            busy.extend(occupancy::busy(&mut tx, &units, span, self.now()).await?);
        }
        tx.rollback().await?;
        busy.sort_by_key(|row| (row.unit_id, row.starts_at));
        busy.dedup();
        let standing = by_unit(busy.iter().map(plain));
        let found = Found {
            service: self,
            landscape: &landscape,
            halls: &halls,
            standing: &standing,
        };
        let (_, minute) = local(self.now(), self.zone());
        let now = minute.get();
        let spaces = landscape
            .order()
            .iter()
            .filter(|id| landscape.space(**id).is_some_and(|one| one.bookable));
        Ok(StartPage {
            municipality: municipality.map(|found| found.name).unwrap_or_default(),
            today,
            now,
            soon: found.first(&[today], now, now + SOON, now + SOON + WORTH),
            evening: found.evening(today),
            tomorrow: tomorrow.map(|date| found.evening(date)).unwrap_or_default(),
            weekend: found.first(&[weekend.0, weekend.1], 0, DAY_MINUTES - WORTH, DAY_MINUTES),
            facilities: u32::try_from(landscape.facilities().count()).unwrap_or(u32::MAX),
            spaces: u32::try_from(spaces.count()).unwrap_or(u32::MAX),
            places: place_names(&landscape),
        })
    }
}

/// Whole halls of the kinds that people come for, the same ones each time, at most one of a kind in a facility.
fn halls(landscape: &Landscape) -> Vec<SpaceId> {
    let mut seen = BTreeSet::new();
    let mut found: Vec<(usize, SpaceId)> = Vec::new();
    for id in landscape.order() {
        let Some(space) = landscape.space(*id).filter(|space| space.bookable) else {
            continue;
        };
        let kind = KINDS.iter().position(|kind| *kind == space.kind);
        let part = landscape
            .parent(*id)
            .and_then(|up| landscape.space(up))
            .is_some_and(|up| up.bookable);
        if let Some(kind) = kind.filter(|_| !part)
            && seen.insert((space.facility_id, space.kind))
        {
            found.push((kind, *id));
        }
    }
    found.sort_by_key(|(kind, _)| *kind);
    found.into_iter().map(|(_, id)| id).take(LOOKED_AT).collect()
}

/// Saturday and Sunday to come, or now.
fn weekend(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let monday = today.week(Weekday::Mon).checked_first_day().unwrap_or(today);
    let day = |days| monday.checked_add_days(Days::new(days)).unwrap_or(today);
    (day(5), day(6))
}

/// A busy row as it looks to everybody.
pub(crate) fn plain(row: &Busy) -> Standing {
    Standing {
        unit: row.unit_id,
        span: row.span(),
        kind: if row.closure_id.is_some() {
            BusyKind::Closed
        } else {
            BusyKind::Taken
        },
    }
}

struct Found<'a> {
    service: &'a Service,
    landscape: &'a Landscape,
    halls: &'a [SpaceId],
    standing: &'a ByUnit,
}

impl Found<'_> {
    /// Halls whose first free time on these dates starts in `from..=latest`; the earliest and then the longest first,
    /// cut at `until` for the comparison only. Each facility once.
    fn first(&self, dates: &[NaiveDate], from: u16, latest: u16, until: u16) -> Vec<StartPlace> {
        let mut found: Vec<StartPlace> = Vec::new();
        for date in dates {
            for id in self.halls {
                found.extend(self.on(*date, *id, from, latest));
            }
        }
        found.sort_by_key(|one| {
            let long = one.free.to.min(until).saturating_sub(one.free.from);
            (one.strip.date, one.free.from, Reverse(long))
        });
        let mut seen = BTreeSet::new();
        found.retain(|one| seen.insert(one.place.facility));
        varied(found)
    }

    /// Halls that are free on an evening.
    fn evening(&self, date: NaiveDate) -> Vec<StartPlace> {
        self.first(&[date], 17 * 60, 22 * 60 - WORTH, 22 * 60)
    }

    fn on(&self, date: NaiveDate, id: SpaceId, from: u16, latest: u16) -> Option<StartPlace> {
        let units: Vec<SpaceId> = self.landscape.units(id).collect();
        let day = Day {
            date,
            units: &units,
            hours: self.landscape.hours(id)?,
            standing: self.standing,
            zone: self.service.zone(),
        };
        let rules = self.landscape.rules(id)?;
        let now = self.service.now();
        let earliest = now.plus(i64::from(rules.lead_hours) * 3600);
        let free = day
            .bookable(rules, earliest, DAY_MINUTES)
            .into_iter()
            .find_map(|(start, end)| {
                let start = start.max(from);
                (start <= latest && start + WORTH <= end).then_some(MinuteSpan { from: start, to: end })
            })?;
        Some(StartPlace {
            place: self.landscape.place(id)?,
            free,
            strip: day.strip(now),
        })
    }
}

/// The first ones of each kind before more of one kind, as many as are shown, in their order.
fn varied(found: Vec<StartPlace>) -> Vec<StartPlace> {
    let mut count: BTreeMap<SpaceKind, usize> = BTreeMap::new();
    let (mut first, more): (Vec<_>, Vec<_>) = found.into_iter().enumerate().partition(|(_, one)| {
        let so_far = count.entry(one.place.kind).or_default();
        *so_far += 1;
        *so_far <= OF_A_KIND
    });
    first.truncate(SHOWN);
    first.extend(more.into_iter().take(SHOWN - first.len()));
    first.sort_by_key(|(place, _)| *place);
    first.into_iter().map(|(_, one)| one).collect()
}

/// Names to suggest for places: districts, then facilities, each in order.
pub(crate) fn place_names(landscape: &Landscape) -> Vec<String> {
    let districts: BTreeSet<&str> = landscape
        .facilities()
        .map(|facility| facility.district.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    let facilities: BTreeSet<&str> = landscape
        .facilities()
        .map(|facility| facility.name.as_str())
        .collect();
    districts
        .into_iter()
        .chain(facilities)
        .map(str::to_owned)
        .collect()
}
