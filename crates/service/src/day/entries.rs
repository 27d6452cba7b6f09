//! What stands in a day, with what the viewer may know of it.

use super::{
    BusyKind, Entry, EntryContact, Label, MinuteSpan,
    strip::{Standing, day_span, minute_on, on_date},
};
use crate::{
    Viewer,
    access::{Action, Thing},
    landscape::Landscape,
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{PersonId, SpaceId},
    time::{DAY_MINUTES, Span, Zone},
};
use ledig_store::{occupancy::Occupied, people::Person};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Contacts by person, for staff.
pub(crate) type Contacts = HashMap<PersonId, Person>;

/// What the entries of some days are made of.
pub(crate) struct Entries<'a> {
    viewer: &'a Viewer,
    landscape: &'a Landscape,
    contacts: &'a Contacts,
    by_unit: HashMap<SpaceId, Vec<&'a Occupied>>,
    zone: Zone,
}

/// As what stands looks in a strip.
pub(crate) fn standing(viewer: &Viewer, row: &Occupied) -> Standing {
    let kind = if row.closure_id.is_some() {
        BusyKind::Closed
    } else if is_own(viewer, row) {
        BusyKind::Own
    } else {
        BusyKind::Taken
    };
    Standing {
        unit: row.unit_id,
        span: row.span(),
        kind,
    }
}

/// It belongs to the party that the viewer acts for.
fn is_own(viewer: &Viewer, row: &Occupied) -> bool {
    match row.organisation_id {
        Some(organisation) => viewer.is_member(organisation),
        None => row.person_id.is_some() && row.person_id == viewer.id(),
    }
}

/// The private persons and contacts among the rows whom this viewer may know.
pub(crate) fn people_to_know(viewer: &Viewer, landscape: &Landscape, rows: &[Occupied]) -> Vec<PersonId> {
    if !viewer.is_staff() {
        return Vec::new();
    }
    let set: BTreeSet<PersonId> = rows
        .iter()
        .filter(|row| sees_contact(viewer, landscape, row))
        .filter_map(|row| row.person_id)
        .collect();
    set.into_iter().collect()
}

fn sees_contact(viewer: &Viewer, landscape: &Landscape, row: &Occupied) -> bool {
    landscape
        .space(row.space_id)
        .is_some_and(|space| viewer.can(Action::SeeBoard, &Thing::facility(space.facility_id)))
}

impl<'a> Entries<'a> {
    /// Of rows as stored, and whom to reach where the viewer may know.
    pub(crate) fn new(
        viewer: &'a Viewer,
        landscape: &'a Landscape,
        rows: &'a [Occupied],
        contacts: &'a Contacts,
        zone: Zone,
    ) -> Self {
        let mut by_unit: HashMap<SpaceId, Vec<&Occupied>> = HashMap::new();
        for row in rows {
            by_unit.entry(row.unit_id).or_default().push(row);
        }
        Self {
            viewer,
            landscape,
            contacts,
            by_unit,
            zone,
        }
    }

    /// What stands in these units on the date, by start, then in the tree's order. One entry per booking, hold or closure.
    pub(crate) fn on(&self, date: NaiveDate, units: &BTreeSet<SpaceId>) -> Vec<Entry> {
        let day = day_span(date, self.zone);
        let mut found: BTreeMap<_, (&Occupied, usize)> = BTreeMap::new();
        for row in units.iter().filter_map(|unit| self.by_unit.get(unit)).flatten() {
            if row.span().overlaps(day) {
                let key = (row.occurrence_id, row.hold_id, row.closure_id);
                found.entry(key).or_insert((row, 0)).1 += 1;
            }
        }
        let mut entries: Vec<Entry> = found
            .into_values()
            .filter_map(|(row, taken)| self.entry(date, row, taken >= units.len()))
            .collect();
        entries.sort_by_key(|entry| (entry.span, self.landscape.rank(entry.space)));
        entries
    }

    fn entry(&self, date: NaiveDate, row: &Occupied, whole: bool) -> Option<Entry> {
        let occupied = MinuteSpan::from(on_date(row.span(), date, DAY_MINUTES, self.zone)?);
        let bare = Span {
            start: row.starts_at.plus(i64::from(row.setup_minutes.unwrap_or(0)) * 60),
            end: row
                .ends_at
                .plus(-i64::from(row.teardown_minutes.unwrap_or(0)) * 60),
        };
        let span = on_date(bare, date, DAY_MINUTES, self.zone).map_or(occupied, MinuteSpan::from);
        let staff = sees_contact(self.viewer, self.landscape, row);
        let own = is_own(self.viewer, row);
        let contact = row
            .person_id
            .filter(|_| staff)
            .and_then(|person| self.contacts.get(&person));
        Some(Entry {
            span,
            occupied,
            continued: minute_on(row.starts_at, date.pred_opt()?, 2 * DAY_MINUTES, self.zone) < DAY_MINUTES,
            space: row.space_id,
            space_name: self
                .landscape
                .space(row.space_id)
                .map(|space| space.name.clone())
                .unwrap_or_default(),
            whole,
            label: label(row, own, staff, contact),
            request: row.request_id.filter(|_| staff || own),
            contact: contact.map(|person| EntryContact {
                name: person.name.clone(),
                email: person.email.clone(),
                phone: person.phone.clone(),
                purpose: row.purpose.clone().unwrap_or_default(),
            }),
        })
    }
}

fn label(row: &Occupied, own: bool, staff: bool, contact: Option<&Person>) -> Label {
    if row.closure_id.is_some() {
        let known = staff || row.public == Some(true);
        return Label::Closed {
            reason: row.reason.clone().filter(|_| known),
        };
    }
    if row.hold_id.is_some() && !own && !staff {
        return Label::Held;
    }
    match (row.organisation_id, &row.organisation_name) {
        (Some(id), Some(name)) => Label::Organisation {
            id,
            name: name.clone(),
            team: row.team_name.clone(),
            own,
        },
        _ if own => Label::Own,
        _ => contact.map_or(Label::Busy, |person| Label::Person {
            name: person.name.clone(),
        }),
    }
}
