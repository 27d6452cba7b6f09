//! What takes time: bookings, holds and closures, by unit.

use crate::{
    Viewer,
    access::{Action, Thing},
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{FacilityId, OccurrenceId, OrganisationId, PersonId, RequestId, SpaceId},
    outcome::Clash,
    time::{DAY_MINUTES, Minute, Span, WallSpan, Zone, local},
};
use ledig_store::occupancy;
use std::collections::HashMap;

/// Something that takes time of a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Occupied {
    /// When, setup and teardown included.
    pub span: Span,
    /// Of which space, as it was booked, held or closed.
    pub space: SpaceId,
    /// What.
    pub what: What,
}

/// What takes time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A booked date.
    Booked {
        occurrence: OccurrenceId,
        request: RequestId,
        facility: FacilityId,
        organisation: Option<OrganisationId>,
        person: PersonId,
        /// The organisation's name, or the private person's.
        name: String,
    },
    /// Held for somebody who has an offer to answer.
    Held {
        request: RequestId,
        facility: FacilityId,
        organisation: Option<OrganisationId>,
        person: PersonId,
        name: String,
    },
    /// Closed; the reason may be for staff only.
    Closed {
        facility: FacilityId,
        reason: String,
        public: bool,
    },
    /// Something that nobody is told about: only that it takes time counts.
    Nameless,
}

/// What takes time, found by unit and span.
#[derive(Debug, Default)]
pub(crate) struct Busy {
    all: Vec<Occupied>,
    /// Per unit, by start. Blocking rows of a unit never overlap each other.
    blocking: HashMap<SpaceId, Vec<(Span, usize)>>,
    closed: HashMap<SpaceId, Vec<(Span, usize)>>,
}

impl Busy {
    /// Adds things with the units that each takes.
    pub fn add(&mut self, things: impl IntoIterator<Item = (Occupied, Vec<SpaceId>)>) {
        for (thing, units) in things {
            let index = self.all.len();
            let rows = match thing.what {
                What::Closed { .. } => &mut self.closed,
                What::Booked { .. } | What::Held { .. } | What::Nameless => &mut self.blocking,
            };
            for unit in units {
                rows.entry(unit).or_default().push((thing.span, index));
            }
            self.all.push(thing);
        }
        for rows in self.blocking.values_mut() {
            rows.sort_unstable();
        }
    }

    /// What takes any of the units in the span: closures first, each thing once, by start.
    pub fn over(&self, units: &[SpaceId], span: Span) -> Vec<&Occupied> {
        let mut found: Vec<(bool, Span, usize)> = Vec::new();
        for unit in units {
            self.each(*unit, span, |closed, at, index| found.push((!closed, at, index)));
        }
        found.sort_unstable();
        found.dedup_by_key(|(_, _, index)| *index);
        found.into_iter().map(|(_, _, index)| &self.all[index]).collect()
    }

    /// Whether nothing takes any of the units in the span.
    pub fn is_free(&self, units: &[SpaceId], span: Span) -> bool {
        units.iter().all(|unit| {
            let mut free = true;
            self.each(*unit, span, |_, _, _| free = false);
            free
        })
    }

    fn each(&self, unit: SpaceId, span: Span, mut tell: impl FnMut(bool, Span, usize)) {
        for (at, index) in self.closed.get(&unit).into_iter().flatten() {
            if at.overlaps(span) {
                tell(true, *at, *index);
            }
        }
        let Some(rows) = self.blocking.get(&unit) else {
            return;
        };
        let behind = rows.partition_point(|(at, _)| at.start < span.end);
        for (at, index) in rows[..behind].iter().rev() {
            if at.end <= span.start {
                break;
            }
            tell(false, *at, *index);
        }
    }
}

impl What {
    /// Who has it, as far as the viewer may know: an organisation's name is public, a private person's is not,
    /// and neither is for whom something is held.
    pub fn name_for(&self, viewer: &Viewer) -> Option<String> {
        let (facility, name, public) = match self {
            Self::Closed { .. } | Self::Nameless => return None,
            Self::Booked {
                facility,
                organisation,
                name,
                ..
            } => (*facility, name, organisation.is_some()),
            Self::Held { facility, name, .. } => (*facility, name, false),
        };
        let staff = || viewer.can(Action::SeeBoard, &Thing::facility(facility));
        (public || self.own(viewer) || staff()).then(|| name.clone())
    }

    /// Whether it is the viewer's, or an organisation's that the viewer belongs to.
    pub fn own(&self, viewer: &Viewer) -> bool {
        match self {
            Self::Closed { .. } | Self::Nameless => false,
            Self::Booked {
                organisation, person, ..
            }
            | Self::Held {
                organisation, person, ..
            } => match organisation {
                Some(organisation) => viewer.is_member(*organisation),
                None => viewer.id() == Some(*person),
            },
        }
    }

    /// The case it belongs to.
    pub fn request(&self) -> Option<RequestId> {
        match self {
            Self::Booked { request, .. } | Self::Held { request, .. } => Some(*request),
            Self::Closed { .. } | Self::Nameless => None,
        }
    }
}

/// Things by name from rows of one unit each.
pub(crate) fn named(
    rows: Vec<occupancy::Occupied>,
    facility_of: impl Fn(SpaceId) -> Option<FacilityId>,
) -> Vec<(Occupied, Vec<SpaceId>)> {
    let mut found: Vec<(Occupied, Vec<SpaceId>)> = Vec::new();
    let mut places = HashMap::new();
    for row in rows {
        let key = (row.occurrence_id, row.hold_id, row.closure_id, row.starts_at);
        if let Some(place) = places.get(&key) {
            let (_, units): &mut (Occupied, Vec<SpaceId>) = &mut found[*place];
            units.push(row.unit_id);
            continue;
        }
        let Some(facility) = facility_of(row.space_id) else {
            continue;
        };
        places.insert(key, found.len());
        let unit = row.unit_id;
        found.push((
            Occupied {
                span: row.span(),
                space: row.space_id,
                what: what(row, facility),
            },
            vec![unit],
        ));
    }
    found
}

fn what(row: occupancy::Occupied, facility: FacilityId) -> What {
    let organisation = row.organisation_id;
    let name = row.organisation_name.or(row.person_name).unwrap_or_default();
    match (row.occurrence_id, row.hold_id, row.request_id, row.person_id) {
        (Some(occurrence), _, Some(request), Some(person)) => What::Booked {
            occurrence,
            request,
            facility,
            organisation,
            person,
            name,
        },
        (None, Some(_), Some(request), Some(person)) => What::Held {
            request,
            facility,
            organisation,
            person,
            name,
        },
        _ if row.closure_id.is_some() => What::Closed {
            facility,
            reason: row.reason.unwrap_or_default(),
            public: row.public.unwrap_or(false),
        },
        _ => What::Nameless,
    }
}

/// Things without names, of those rows that touch one of the windows.
pub(crate) fn nameless(rows: Vec<occupancy::Busy>, windows: &[Span]) -> Vec<(Occupied, Vec<SpaceId>)> {
    rows.into_iter()
        .filter(|row| windows.iter().any(|window| window.overlaps(row.span())))
        .map(|row| {
            let thing = Occupied {
                span: row.span(),
                space: row.unit_id,
                what: What::Nameless,
            };
            (thing, vec![row.unit_id])
        })
        .collect()
}

impl Occupied {
    /// As a clash on a date, in the viewer's eyes.
    pub fn clash(&self, date: NaiveDate, zone: Zone, viewer: &Viewer, space: String) -> Clash {
        Clash {
            times: on_clock(self.span, date, zone),
            space,
            by: self.what.name_for(viewer),
            own: self.what.own(viewer),
        }
    }
}

/// An instant span on the clock of a date, cut at the date's midnights.
pub(crate) fn on_clock(span: Span, date: NaiveDate, zone: Zone) -> WallSpan {
    let whole = WallSpan {
        from: Minute::MIDNIGHT,
        to: Minute::END_OF_DAY,
    };
    let (from_date, from) = local(span.start, zone);
    let (to_date, to) = local(span.end, zone);
    let from = if from_date < date { Minute::MIDNIGHT } else { from };
    let to = if to_date > date { Minute::END_OF_DAY } else { to };
    if from.get() >= DAY_MINUTES {
        return whole;
    }
    WallSpan::new(from, to).unwrap_or(whole)
}
