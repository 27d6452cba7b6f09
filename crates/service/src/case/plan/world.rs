//! What is known when a wish is looked at.

use super::{
    busy::Busy,
    facts::Rival,
    land::{Footing, Land},
};
use crate::{
    Viewer,
    access::{Action, Thing},
};
use chrono::{Datelike, NaiveDate};
use ledig_domain::{
    alternative::{Ground, Party, SpaceInfo},
    auto_rule::AutoRule,
    booking_rules::{BookingRules, Breach, Wanted},
    calendar::Calendar,
    hours::OpeningHours,
    id::{FacilityId, OrganisationId, PersonId, SpaceId},
    outcome::DateOutcome,
    people::{ApplicantKind, PriceGroup, Standing},
    priority::ClassPlace,
    time::{Span, Timestamp, WallSpan, Zone, resolve_span},
};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

/// Who asks.
#[derive(Clone, Debug)]
pub(crate) struct Asker {
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// The person; nobody while one only looks.
    pub person: Option<PersonId>,
    /// What kind of applicant.
    pub kind: ApplicantKind,
    /// The organisation's standing.
    pub standing: Option<Standing>,
    /// What they pay.
    pub price_group: PriceGroup,
    /// Where they stand.
    pub class: Option<ClassPlace>,
}

impl Asker {
    /// Asks as a private person. One who is not signed in is not held to be one yet.
    pub fn private(&self) -> bool {
        self.organisation.is_none() && self.person.is_some()
    }
}

/// Minutes that the asker holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    by_week: HashMap<(i32, u32), u32>,
    by_facility: HashMap<(FacilityId, i32, u32), u32>,
}

impl Held {
    /// Notes minutes on a date.
    pub fn add(&mut self, facility: FacilityId, date: NaiveDate, minutes: u32) {
        let week = date.iso_week();
        *self.by_week.entry((week.year(), week.week())).or_default() += minutes;
        *self
            .by_facility
            .entry((facility, week.year(), week.week()))
            .or_default() += minutes;
    }

    /// Minutes in the ISO week of the date, everywhere.
    pub fn in_week(&self, date: NaiveDate) -> u32 {
        let week = date.iso_week();
        self.by_week
            .get(&(week.year(), week.week()))
            .copied()
            .unwrap_or(0)
    }

    /// Minutes in the ISO week of the date, in one facility.
    pub fn at(&self, facility: FacilityId, date: NaiveDate) -> u32 {
        let week = date.iso_week();
        let key = (facility, week.year(), week.week());
        self.by_facility.get(&key).copied().unwrap_or(0)
    }
}

/// Everything that decides what becomes of a wish.
#[derive(Debug)]
pub(crate) struct World {
    /// Now.
    pub now: Timestamp,
    /// The municipality's zone.
    pub zone: Zone,
    /// School days off and holidays.
    pub calendar: Calendar,
    /// Every space, with its rules and hours.
    pub land: Arc<Land>,
    /// What takes their time.
    pub busy: Busy,
    /// The units of which `busy` knows everything by name.
    pub near: BTreeSet<SpaceId>,
    /// What the asker holds.
    pub held: Held,
    /// Who asks.
    pub asker: Asker,
    /// How many would come, if told.
    pub persons: Option<u32>,
    /// Who looks.
    pub viewer: Viewer,
    /// The rules that decide at once, in their newest version.
    pub rules: Vec<AutoRule>,
    /// Undecided dates of others.
    pub rivals: Vec<Rival>,
    /// How long a person has usually taken, seconds.
    pub usual_seconds: Option<i64>,
}

impl World {
    /// A space's name and facility.
    pub fn info(&self, space: SpaceId) -> Option<&SpaceInfo> {
        self.land.info(space)
    }

    /// A space's name; empty for one that is not there.
    pub fn name(&self, space: SpaceId) -> String {
        self.info(space).map_or_else(String::new, |one| one.name.clone())
    }

    /// A space's facility.
    pub fn facility(&self, space: SpaceId) -> Option<FacilityId> {
        self.info(space).map(|one| one.facility)
    }

    /// Who would come.
    pub fn party(&self) -> Party {
        Party {
            persons: self.persons,
            private: self.asker.private(),
        }
    }

    /// The range that a booking of the space would take, setup and teardown included.
    pub fn range(&self, space: SpaceId, date: NaiveDate, times: WallSpan) -> Span {
        let span = resolve_span(date, times, self.zone);
        match self.land.footing.get(&space) {
            Some(footing) => span.widened(footing.rules.setup_minutes, footing.rules.teardown_minutes),
            None => span,
        }
    }

    /// What the time breaks, with so many minutes that week besides it.
    pub fn breaches(
        &self,
        space: SpaceId,
        date: NaiveDate,
        times: WallSpan,
        week_minutes: u32,
    ) -> Vec<Breach> {
        let Some(footing) = self.land.footing.get(&space) else {
            return Vec::new();
        };
        let mut breaches = self.against(footing, date, times, week_minutes);
        if let Err(not_open) = footing.hours.check(date, times) {
            breaches.push(Breach::NotOpen(not_open));
        }
        breaches
    }

    /// What the time breaks of the booking rules; opening hours are another matter.
    fn against(&self, footing: &Footing, date: NaiveDate, times: WallSpan, week_minutes: u32) -> Vec<Breach> {
        let wanted = Wanted {
            times,
            starts_at: resolve_span(date, times, self.zone).start,
            persons: self.persons,
            private: self.asker.private(),
            week_minutes,
        };
        footing.rules.check(&wanted, self.now)
    }

    /// What becomes of the time: rules first, then closures, then what is taken.
    pub fn outcome(
        &self,
        space: SpaceId,
        date: NaiveDate,
        times: WallSpan,
        week_minutes: u32,
    ) -> DateOutcome {
        let breaches = self.breaches(space, date, times, week_minutes);
        if breaches.is_empty() {
            self.occupied(space, date, times)
        } else {
            DateOutcome::Breaks(breaches)
        }
    }

    /// Whether the time is closed or taken, rules aside.
    pub fn occupied(&self, space: SpaceId, date: NaiveDate, times: WallSpan) -> DateOutcome {
        let Some(footing) = self.land.footing.get(&space) else {
            return DateOutcome::Free;
        };
        let found = self.busy.over(&footing.units, self.range(space, date, times));
        if let Some(super::What::Closed {
            facility,
            reason,
            public,
        }) = found.first().map(|one| &one.what)
        {
            let tell = *public || self.viewer.can(Action::SeeBoard, &Thing::facility(*facility));
            return DateOutcome::Closed(if tell { reason.clone() } else { String::new() });
        }
        if found.is_empty() {
            return DateOutcome::Free;
        }
        let clashes = found
            .into_iter()
            .map(|one| one.clash(date, self.zone, &self.viewer, self.name(one.space)));
        DateOutcome::Taken(clashes.collect())
    }
}

/// The ground as one date of a wish sees it: with what else the wish takes.
pub(crate) struct Around<'a> {
    pub world: &'a World,
    /// Minutes of the wish's other dates in the same week, by facility.
    pub besides: &'a dyn Fn(FacilityId, NaiveDate) -> u32,
    /// Whether another date of the wish takes some of it.
    pub mine: &'a dyn Fn(SpaceId, Span) -> bool,
}

impl Ground for Around<'_> {
    fn rules(&self, space: SpaceId) -> Option<&BookingRules> {
        self.world.land.footing.get(&space).map(|footing| &footing.rules)
    }

    fn hours(&self, space: SpaceId) -> Option<&OpeningHours> {
        self.world.land.footing.get(&space).map(|footing| &footing.hours)
    }

    fn is_free(&self, space: SpaceId, date: NaiveDate, times: WallSpan) -> bool {
        let (Some(footing), Some(facility)) =
            (self.world.land.footing.get(&space), self.world.facility(space))
        else {
            return false;
        };
        let range = self.world.range(space, date, times);
        self.world.busy.is_free(&footing.units, range)
            && !(self.mine)(space, range)
            && self
                .world
                .against(footing, date, times, (self.besides)(facility, date))
                .is_empty()
    }
}
