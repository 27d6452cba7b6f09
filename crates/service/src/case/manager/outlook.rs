//! Each open date as it looks now, with what could be offered instead.

use super::Outlook;
use crate::{
    ServiceError,
    case::{
        file::File,
        plan::{Around, Settled, Slot, World, judge_slots},
    },
};
use chrono::NaiveDate;
use ledig_domain::{
    alternative::{Attempt, WishedTime, attempts, free_alternatives},
    auto_rule::Verdict,
    booking_rules::Breach,
    id::{FacilityId, RequestId, SpaceId},
    outcome::DateOutcome,
    request::LineState,
    time::{Span, WallSpan},
};
use ledig_store::{Tx, requests::Line, rules};
use std::collections::{BTreeSet, HashMap};

/// Fills the file's world around the open dates, and looks at each.
pub(super) async fn load(tx: &mut Tx, file: &mut File) -> Result<Vec<Outlook>, ServiceError> {
    let open: Vec<Line> = file
        .lines
        .iter()
        .filter(|line| matches!(line.state, LineState::Asked | LineState::Waiting))
        .cloned()
        .collect();
    let world = &mut file.world;
    let spaces: BTreeSet<SpaceId> = open.iter().map(|line| line.space_id).collect();
    let spaces: Vec<SpaceId> = spaces.into_iter().collect();
    let windows: Vec<Span> = open
        .iter()
        .map(|line| world.window(line.date, line.times()))
        .collect();
    let dates: Vec<NaiveDate> = file.lines.iter().map(|line| line.date).collect();
    world.load_held(tx, &dates).await?;
    world
        .load_near(tx, &spaces, &windows, Some(file.request.id))
        .await?;
    world.rules = rules::active(tx).await?;
    let tries = tries(world, &open);
    let needy: Vec<Span> = open
        .iter()
        .filter(|line| !outcome(world, line).is_free())
        .map(|line| world.window(line.date, line.times()))
        .collect();
    if !needy.is_empty() {
        let places: BTreeSet<SpaceId> = tries.values().flatten().map(|attempt| attempt.space).collect();
        world.load_far(tx, places.into_iter().collect(), &needy).await?;
    }
    Ok(open.iter().map(|line| look(world, line, &tries)).collect())
}

type Tries = HashMap<(SpaceId, WallSpan), Vec<Attempt>>;

/// What is worth trying, for each place and time that is asked for.
fn tries(world: &World, open: &[Line]) -> Tries {
    let mut found = HashMap::new();
    for line in open {
        let (space, times) = (line.space_id, line.times());
        found.entry((space, times)).or_insert_with(|| {
            let grid = world
                .land
                .footing
                .get(&space)
                .map_or(15, |footing| footing.rules.grid_minutes);
            let wished = WishedTime {
                space,
                times,
                persons: world.persons,
                grid,
            };
            attempts(&wished, &world.land.spaces)
        });
    }
    found
}

fn look(world: &World, line: &Line, tries: &Tries) -> Outlook {
    let outcome = outcome(world, line);
    let besides = |facility: FacilityId, date: NaiveDate| world.held.at(facility, date);
    let mine = |_: SpaceId, _: Span| false;
    let ground = Around {
        world,
        besides: &besides,
        mine: &mine,
    };
    let alternatives = match tries.get(&(line.space_id, line.times())) {
        Some(tries) if !outcome.is_free() => {
            free_alternatives(tries, &world.land.spaces, world.party(), line.date, &ground)
        }
        _ => Vec::new(),
    };
    let units = world.units_of([line.space_id]);
    let wanted_by: BTreeSet<RequestId> = world
        .rivals
        .iter()
        .filter(|rival| rival.wants(&units, line.span()))
        .map(|rival| rival.row.request_id)
        .collect();
    Outlook {
        line: line.id,
        date: line.date,
        outcome,
        alternatives,
        wanted_by: wanted_by.into_iter().collect(),
    }
}

/// Taken or closed first; then what the rules are against, save that the case has become old meanwhile.
fn outcome(world: &World, line: &Line) -> DateOutcome {
    let occupied = world.occupied(line.space_id, line.date, line.times());
    if !occupied.is_free() {
        return occupied;
    }
    let besides = world
        .facility(line.space_id)
        .map_or(0, |facility| world.held.at(facility, line.date));
    let mut breaches = world.breaches(line.space_id, line.date, line.times(), besides);
    breaches.retain(|breach| !matches!(breach, Breach::TooSoon { .. } | Breach::TooFar { .. }));
    if breaches.is_empty() {
        DateOutcome::Free
    } else {
        DateOutcome::Breaks(breaches)
    }
}

/// What the rules say now of the undecided dates.
pub(super) fn verdict(file: &File) -> Verdict {
    let world = &file.world;
    let slots: Vec<Slot> = file
        .lines
        .iter()
        .filter(|line| line.state == LineState::Asked)
        .map(|line| {
            let outcome = outcome(world, line);
            Slot {
                date: line.date,
                space: line.space_id,
                times: line.times(),
                span: line.span(),
                settled: if outcome.is_free() {
                    Settled::Have
                } else {
                    Settled::Ask
                },
                outcome,
            }
        })
        .collect();
    judge_slots(world, file.request.space_id, &slots)
}
