//! Whether what a refusal says stood in the way did, and nothing is left out.

use super::{
    fit, next::Verdict, placements::Placement, prospects::Prospects, violation::Violation, world::World,
};
use crate::format::{
    refusal::{Obstacle, Refusal, Why},
    time::{Clock, Day},
    wish::Strength,
};
use std::collections::BTreeSet;

/// Each obstacle is true of every acceptable start in its run; each acceptable start is in one's run.
pub(super) fn check(
    world: &World<'_>,
    wish: usize,
    prospects: &Prospects,
    refusal: &Refusal,
    found: &mut Vec<Violation>,
) {
    let mut told = BTreeSet::new();
    for obstacle in &refusal.obstacles {
        let starts = starts(world, wish, prospects, obstacle);
        if starts.is_empty() && !is_never(world, wish, obstacle) {
            found.push(Violation::ObstacleOfNothing {
                wish: refusal.wish.clone(),
                spaces: obstacle.spaces.clone(),
                day: obstacle.day,
                first: obstacle.first,
                last: obstacle.last,
            });
        }
        let truth = |start: &(usize, Day, u16)| prospects.get(start).map_or(&[][..], Vec::as_slice);
        let of_own = world.requests[wish].bound.is_some() && is_never(world, wish, obstacle);
        let is_false = |start: &&(usize, Day, u16)| !is_true(world, wish, start.0, obstacle, truth(start));
        if let Some(start) = starts.iter().find(is_false).filter(|_| !of_own) {
            found.push(Violation::ObstacleFalse {
                wish: refusal.wish.clone(),
                spaces: obstacle.spaces.clone(),
                day: start.1,
                start: Clock::at(start.2),
                said: obstacle.why.clone(),
                truth: truth(start).iter().filter_map(why).cloned().collect(),
            });
        }
        told.extend(starts);
    }
    if let Some(&(placement, day, from)) = prospects.keys().find(|start| !told.contains(start)) {
        let spaces = world.requests[wish].placements[placement].spaces.iter();
        let spaces = spaces.map(|&space| world.spaces.id(space).to_owned()).collect();
        let (wish, start) = (refusal.wish.clone(), Clock::at(from));
        found.push(Violation::ObstacleMissing {
            wish,
            spaces,
            day,
            start,
        });
    }
}

fn why(verdict: &Verdict) -> Option<&Why> {
    match verdict {
        Verdict::Not(why) => Some(why),
        Verdict::Possible(_) => None,
    }
}

fn placement(world: &World<'_>, wish: usize, spaces: &[String]) -> Option<usize> {
    let spaces: Vec<usize> = spaces
        .iter()
        .map(|id| world.spaces.find(id))
        .collect::<Option<_>>()?;
    world.requests[wish]
        .placements
        .iter()
        .position(|placement| placement.spaces == spaces)
}

/// The acceptable starts that an obstacle is about; none where its run does not begin and end with one.
fn starts(
    world: &World<'_>,
    wish: usize,
    prospects: &Prospects,
    obstacle: &Obstacle,
) -> Vec<(usize, Day, u16)> {
    let Some(placement) = placement(world, wish, &obstacle.spaces) else {
        return Vec::new();
    };
    let (first, last) = (obstacle.first.minutes(), obstacle.last.minutes());
    if let Some(day) = obstacle.day {
        let acceptable = |from: u16| prospects.contains_key(&(placement, day, from));
        if !acceptable(first) || !acceptable(last) {
            return Vec::new();
        }
    }
    let of_placement = prospects.range((placement, Day::Mon, 0)..=(placement, Day::Sun, u16::MAX));
    let about =
        |&&(_, day, from): &&_| obstacle.day.is_none_or(|of| of == day) && (first..=last).contains(&from);
    of_placement
        .map(|(start, _)| start)
        .filter(about)
        .copied()
        .collect()
}

/// Whether the obstacle says, of no day, what is so of the placement at any time; of one that it is linked to, too.
fn is_never(world: &World<'_>, wish: usize, obstacle: &Obstacle) -> bool {
    let Some(placement) = placement(world, wish, &obstacle.spaces) else {
        return false;
    };
    let own = &world.requests[wish].placements[placement];
    let whole = |placement: &Placement| placement.spaces.first().map(|&space| world.spaces.whole(space));
    let linked = world.requests[wish]
        .bound
        .map(|link| world.linked(link))
        .unwrap_or_default();
    let beside = linked.iter().filter(|&&other| other != wish).flat_map(|&other| {
        let here = world.requests[other]
            .placements
            .iter()
            .filter(|at| whole(at) == whole(own));
        here.map(move |at| (other, at))
    });
    let says = |(wish, at): (usize, &Placement)| match &obstacle.why {
        Why::TooSmall => fit::too_small(world, wish, &at.spaces),
        Why::GroupTooSmall => fit::group_too_small(world, wish, &at.spaces),
        Why::Lacks { feature } => lacks(world, wish, &at.units, feature),
        Why::Closed | Why::OwnSession | Why::MostMinutes | Why::Taken { .. } => false,
    };
    obstacle.day.is_none() && std::iter::once((wish, own)).chain(beside).any(says)
}

fn lacks(world: &World<'_>, wish: usize, units: &[usize], feature: &str) -> bool {
    fit::lacking(world, wish, units, Strength::Must).contains(&feature)
}

/// Whether a bundle at that start comes to what the obstacle says.
fn is_true(world: &World<'_>, wish: usize, placement: usize, obstacle: &Obstacle, truth: &[Verdict]) -> bool {
    truth
        .iter()
        .filter_map(why)
        .any(|truth| match (&obstacle.why, truth) {
            (Why::Taken { by: said }, Why::Taken { by }) => {
                said.iter().collect::<BTreeSet<_>>() == by.iter().collect::<BTreeSet<_>>()
            }
            (Why::Lacks { feature: said }, Why::Lacks { feature }) => {
                said == feature
                    || lacks(
                        world,
                        wish,
                        &world.requests[wish].placements[placement].units,
                        said,
                    )
            }
            (said, truth) => said == truth,
        })
}
