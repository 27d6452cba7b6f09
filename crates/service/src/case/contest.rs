//! Who wants the same time as whom among the undecided cases, and what seems right.

use super::{
    inbox::{InboxRow, Recommendation},
    names::Party,
    parts::SpaceRef,
    plan::World,
};
use crate::{ServiceError, Viewer};
use ledig_domain::{
    id::{RequestId, SpaceId},
    priority::ClassPlace,
    time::{Span, Timestamp},
};
use ledig_store::{
    Tx, inbox, occupancy,
    requests::{self, Line},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The undecided dates of the undecided cases, and what takes their time.
pub(crate) struct Contest<'a> {
    cases: HashMap<RequestId, &'a inbox::Case>,
    lines: HashMap<RequestId, Vec<Line>>,
    /// Per unit, by start: who wants it.
    wanted: HashMap<SpaceId, Vec<(Span, RequestId)>>,
    /// Per unit, by start: when it is not free.
    taken: HashMap<SpaceId, Vec<Span>>,
}

/// Where a case stands: a lower class goes first, then the one who asked first.
pub(crate) fn standing(class: Option<&ClassPlace>, sent_at: Timestamp, id: RequestId) -> impl Ord + use<> {
    (class.map_or(u8::MAX, |class| class.place), sent_at, id)
}

impl<'a> Contest<'a> {
    /// Loads the undecided dates and their surroundings in two queries.
    pub async fn load(tx: &mut Tx, world: &World, cases: &'a [inbox::Case]) -> Result<Self, ServiceError> {
        let ids: Vec<RequestId> = cases.iter().map(|case| case.id).collect();
        let lines = requests::asked(tx, &ids).await?;
        let mut contest = Self {
            cases: cases.iter().map(|case| (case.id, case)).collect(),
            lines: HashMap::new(),
            wanted: HashMap::new(),
            taken: HashMap::new(),
        };
        let all = lines
            .iter()
            .map(|line| range(world, line))
            .reduce(|one, other| Span {
                start: one.start.min(other.start),
                end: one.end.max(other.end),
            });
        let units: BTreeSet<SpaceId> = lines
            .iter()
            .flat_map(|line| world.units_of([line.space_id]))
            .collect();
        let units: Vec<SpaceId> = units.into_iter().collect();
        if let Some(all) = all {
            for row in occupancy::busy(tx, &units, all, world.now).await? {
                contest.taken.entry(row.unit_id).or_default().push(row.span());
            }
        }
        for line in lines {
            for unit in world.units_of([line.space_id]) {
                let entry = contest.wanted.entry(unit).or_default();
                entry.push((line.span(), line.request_id));
            }
            contest.lines.entry(line.request_id).or_default().push(line);
        }
        for wanted in contest.wanted.values_mut() {
            wanted.sort_unstable();
        }
        Ok(contest)
    }

    /// A case as a row of the inbox.
    pub fn row(&self, world: &World, viewer: &Viewer, case: &inbox::Case) -> InboxRow {
        let mut row = plain_row(world, viewer, case);
        let lines = self.lines.get(&case.id).map(Vec::as_slice).unwrap_or_default();
        let taken = lines.iter().filter(|line| self.is_taken(world, line)).count();
        let rivals = self.rivals(world, case.id, lines);
        row.dates = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        row.conflicts = u32::try_from(taken).unwrap_or(u32::MAX);
        row.competitors = u32::try_from(rivals.len()).unwrap_or(u32::MAX);
        if let (Some(first), Some(last)) = (lines.first(), lines.last()) {
            (row.first, row.last) = (first.date, last.date);
        }
        let rivals = rivals
            .into_iter()
            .filter_map(|(id, dates)| {
                let other = self.cases.get(&id)?;
                Some(Contender {
                    name: Party::of(other).seen_by(viewer).name,
                    class: other.class_place.clone(),
                    sent_at: other.sent_at,
                    id,
                    dates,
                })
            })
            .collect();
        row.recommendation = recommend(&Situation {
            own: row.own,
            dates: row.dates,
            taken: row.conflicts,
            class: case.class_place.clone(),
            sent_at: case.sent_at,
            id: case.id,
            rivals,
        });
        row
    }

    fn is_taken(&self, world: &World, line: &Line) -> bool {
        let range = range(world, line);
        world.units_of([line.space_id]).iter().any(|unit| {
            self.taken
                .get(unit)
                .is_some_and(|spans| spans.iter().any(|span| span.overlaps(range)))
        })
    }

    /// The other cases that want some of the same time, with on how many of these dates.
    fn rivals(&self, world: &World, own: RequestId, lines: &[Line]) -> BTreeMap<RequestId, u32> {
        let mut found: BTreeMap<RequestId, u32> = BTreeMap::new();
        for line in lines {
            let mut here: BTreeSet<RequestId> = BTreeSet::new();
            for unit in world.units_of([line.space_id]) {
                let Some(wanted) = self.wanted.get(&unit) else {
                    continue;
                };
                let behind = wanted.partition_point(|(span, _)| span.start < line.ends_at);
                let overlapping = wanted[..behind]
                    .iter()
                    .filter(|(span, _)| span.overlaps(line.span()));
                here.extend(overlapping.map(|(_, id)| *id).filter(|id| *id != own));
            }
            for id in here {
                *found.entry(id).or_default() += 1;
            }
        }
        found
    }
}

fn range(world: &World, line: &Line) -> Span {
    super::write::range_of(line, world)
}

/// A case as a row, without a look at what it competes with.
pub(crate) fn plain_row(world: &World, viewer: &Viewer, case: &inbox::Case) -> InboxRow {
    let own = case.organisation_id.map_or_else(
        || viewer.id() == Some(case.person_id),
        |organisation| viewer.is_member(organisation),
    );
    InboxRow {
        id: case.id,
        number: case.case_number.clone(),
        version: case.version,
        applicant: Party::of(case).seen_by(viewer),
        own: own || viewer.id() == Some(case.person_id),
        space: SpaceRef {
            id: case.space_id,
            name: world
                .info(case.space_id)
                .map_or_else(|| case.space_name.clone(), |info| info.name.clone()),
            facility: case.facility_id,
            facility_name: case.facility_name.clone(),
        },
        recurrence: case.recurrence.clone(),
        purpose: case.purpose.clone(),
        persons: case.persons,
        dates: case.asked,
        conflicts: 0,
        competitors: 0,
        first: case.first_date,
        last: case.last_date,
        class: case.class_place.clone(),
        state: case.state,
        sent_at: case.sent_at,
        recommendation: Recommendation::Nothing,
    }
}

/// Another case that wants some of the same time.
pub(crate) struct Contender {
    pub name: String,
    pub class: Option<ClassPlace>,
    pub sent_at: Timestamp,
    pub id: RequestId,
    /// On how many dates of the case that is looked at.
    pub dates: u32,
}

/// What a recommendation looks at.
pub(crate) struct Situation {
    pub own: bool,
    pub dates: u32,
    pub taken: u32,
    pub class: Option<ClassPlace>,
    pub sent_at: Timestamp,
    pub id: RequestId,
    pub rivals: Vec<Contender>,
}

/// What seems right, by priority class, who asked first, and what is free.
pub(crate) fn recommend(case: &Situation) -> Recommendation {
    if case.dates == 0 {
        return Recommendation::Nothing;
    }
    if case.own {
        return Recommendation::OwnOrganisation;
    }
    if case.taken >= case.dates {
        return Recommendation::AllTaken;
    }
    let place = |rival: &Contender| standing(rival.class.as_ref(), rival.sent_at, rival.id);
    let first = case.rivals.iter().min_by_key(|rival| place(rival));
    match first {
        Some(first) if place(first) < standing(case.class.as_ref(), case.sent_at, case.id) => {
            Recommendation::Yield {
                to: first.name.clone(),
                request: first.id,
                class: first.class.clone().unwrap_or(ClassPlace {
                    place: u8::MAX,
                    name: String::new(),
                    version: 0,
                }),
                dates: first.dates,
            }
        }
        Some(_) => Recommendation::FirstAmong {
            others: u32::try_from(case.rivals.len()).unwrap_or(u32::MAX),
            taken: case.taken,
        },
        None if case.taken > 0 => Recommendation::ApproveAllBut { taken: case.taken },
        None => Recommendation::ApproveAll,
    }
}
