//! What is asked for and undecided, on the board.

use super::AskedEntry;
use crate::{
    day::{
        MinuteSpan,
        entries::Contacts,
        strip::{day_span, on_date},
    },
    landscape::Landscape,
};
use chrono::NaiveDate;
use ledig_domain::{
    id::SpaceId,
    time::{DAY_MINUTES, Span, Zone},
};
use ledig_store::{occupancy::Occupied, requests::Rival};
use std::collections::{BTreeSet, HashMap};

/// What is asked for, by unit.
pub(super) struct Wished<'a> {
    by_unit: HashMap<SpaceId, Vec<(&'a Rival, bool, bool)>>,
    contacts: &'a Contacts,
    zone: Zone,
}

impl<'a> Wished<'a> {
    pub(super) fn new(
        landscape: &Landscape,
        rows: &[Occupied],
        asked: &'a [Rival],
        contacts: &'a Contacts,
        zone: Zone,
    ) -> Self {
        let mut standing: HashMap<SpaceId, Vec<Span>> = HashMap::new();
        for row in rows {
            standing.entry(row.unit_id).or_default().push(row.span());
        }
        let mut wishes: HashMap<SpaceId, Vec<&Rival>> = HashMap::new();
        for line in asked {
            for unit in landscape.units(line.space_id) {
                wishes.entry(unit).or_default().push(line);
            }
        }
        let mut by_unit: HashMap<SpaceId, Vec<(&Rival, bool, bool)>> = HashMap::new();
        for line in asked {
            let units: Vec<SpaceId> = landscape.units(line.space_id).collect();
            let blocked = units
                .iter()
                .filter_map(|unit| standing.get(unit))
                .flatten()
                .any(|span| span.overlaps(line.span()));
            let contested = units
                .iter()
                .filter_map(|unit| wishes.get(unit))
                .flatten()
                .any(|other| other.request_id != line.request_id && other.span().overlaps(line.span()));
            for unit in units {
                by_unit.entry(unit).or_default().push((line, blocked, contested));
            }
        }
        Self {
            by_unit,
            contacts,
            zone,
        }
    }

    /// The undecided wishes for some of these units on the date, each once.
    pub(super) fn on(&self, date: NaiveDate, units: &BTreeSet<SpaceId>) -> Vec<AskedEntry> {
        let whole = day_span(date, self.zone);
        let mut seen = BTreeSet::new();
        let mut found: Vec<AskedEntry> = units
            .iter()
            .filter_map(|unit| self.by_unit.get(unit))
            .flatten()
            .filter(|(line, ..)| line.span().overlaps(whole) && seen.insert(line.line_id))
            .filter_map(|(line, blocked, contested)| {
                let span = MinuteSpan::from(on_date(line.span(), date, DAY_MINUTES, self.zone)?);
                let person = || {
                    self.contacts
                        .get(&line.person_id)
                        .map(|person| person.name.clone())
                };
                Some(AskedEntry {
                    span,
                    request: line.request_id,
                    line: line.line_id,
                    number: line.case_number.clone(),
                    who: line.organisation_name.clone().or_else(person).unwrap_or_default(),
                    team: line.team_name.clone(),
                    blocked: *blocked,
                    contested: *contested,
                })
            })
            .collect();
        found.sort_by_key(|one| (one.span, one.line));
        found
    }
}
