//! Whether each wish that got less than it asked for is told why, and told the truth.

use super::{
    fairness::Fairness,
    nearest, obstacles,
    prospects::{self, Prospects, is_sought},
    ties,
    timetable::Timetable,
    violation::{Thing, Violation},
    world::World,
};
use crate::format::{
    Draft,
    refusal::{Refusal, TieBreak},
};
use std::collections::BTreeMap;

/// The priority invariant of every wish, and the truth of every refusal.
pub(super) fn check(
    world: &World<'_>,
    table: &Timetable<'_>,
    fairness: &Fairness<'_>,
    draft: &Draft,
    found: &mut Vec<Violation>,
) {
    let told = lines(world, draft, found);
    let ties = ties::of(world, table, fairness);
    for (number, request) in world.requests.iter().enumerate() {
        let sought = is_sought(world, table, number);
        let prospects = if sought {
            prospects::of(world, table, number)
        } else {
            Prospects::new()
        };
        let is_first = request
            .bound
            .and_then(|link| link.wishes.first())
            .is_none_or(|first| *first == request.wish.id);
        if is_first {
            prospects::check(world, table, number, &prospects, found);
        }
        let wish = &request.wish.id;
        let refused = table.given(number) < request.wish.sessions.into();
        match told.get(&number) {
            None if refused => found.push(Violation::NoRefusal { wish: wish.clone() }),
            None => {}
            Some(_) if !refused => found.push(Violation::Refused { wish: wish.clone() }),
            Some(refusal) => {
                figures(world, table, number, &ties[number], refusal, found);
                let expected = prospects::barred(world, table, number);
                if refusal.barred != expected {
                    let (wish, barred) = (wish.clone(), refusal.barred.clone());
                    found.push(Violation::Barred {
                        wish,
                        expected,
                        found: barred,
                    });
                }
                obstacles::check(world, number, &prospects, refusal, found);
                if let Some(nearest) = &refusal.nearest {
                    nearest::check(world, table, number, nearest, found);
                }
            }
        }
    }
}

/// The refusals by wish; each is of a wish that there is, once, in the order of the instance.
fn lines<'a>(
    world: &World<'_>,
    draft: &'a Draft,
    found: &mut Vec<Violation>,
) -> BTreeMap<usize, &'a Refusal> {
    let mut told = BTreeMap::new();
    for refusal in &draft.refusals {
        let id = || refusal.wish.clone();
        let Some(wish) = world.find(&refusal.wish) else {
            found.push(Violation::Unknown {
                what: Thing::Refusal,
                id: id(),
            });
            continue;
        };
        if told.contains_key(&wish) {
            found.push(Violation::Refused { wish: id() });
        } else if told.last_key_value().is_some_and(|(last, _)| *last > wish) {
            found.push(Violation::Lines {
                what: Thing::Refusal,
                id: id(),
            });
        }
        told.entry(wish).or_insert(refusal);
    }
    told
}

/// The refusal's numbers as they ought to be, in one row.
fn row(refusal: [u64; 5], tie: &TieBreak) -> [(&'static str, u64); 10] {
    let [rules_version, class, asked, wanted, given] = refusal;
    [
        ("rules_version", rules_version),
        ("class", class),
        ("asked", asked),
        ("wanted", wanted),
        ("given", given),
        ("place", tie.place.into()),
        ("of", tie.of.into()),
        ("share", tie.share),
        ("quota", tie.quota.into()),
        ("lot", tie.lot),
    ]
}

fn figures(
    world: &World<'_>,
    table: &Timetable<'_>,
    wish: usize,
    tie: &TieBreak,
    told: &Refusal,
    found: &mut Vec<Violation>,
) {
    let request = &world.requests[wish];
    let expected = [
        world.instance.rules.version.into(),
        request.class as u64,
        request.wish.sessions.into(),
        request.wanted as u64,
        table.given(wish) as u64,
    ];
    let is = [
        told.rules_version.into(),
        told.class.into(),
        told.asked.into(),
        told.wanted.into(),
        told.given.into(),
    ];
    for ((figure, expected), (_, is)) in row(expected, tie).into_iter().zip(row(is, &told.tie)) {
        if expected != is {
            let (wish, figure) = (told.wish.clone(), figure.to_owned());
            found.push(Violation::RefusalFigure {
                wish,
                figure,
                expected,
                found: is,
            });
        }
    }
}
