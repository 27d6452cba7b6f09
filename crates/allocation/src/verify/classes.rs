//! What each class got, and the bounds.

use super::{
    fairness::Fairness,
    points,
    timetable::Timetable,
    violation::{Thing, Violation},
    world::World,
};
use crate::format::{
    Draft,
    draft::{ClassResult, Ended},
};
use std::fmt::Debug;

/// The lines that a draft with these sessions has; `at_most` is what was given.
pub(super) fn results(world: &World<'_>, table: &Timetable<'_>, fairness: &Fairness<'_>) -> Vec<ClassResult> {
    let rules = &world.instance.rules;
    let names = rules.classes.iter().map(|class| class.name.as_str());
    let mut lines: Vec<(usize, &str)> = (1..).zip(names).collect();
    if !rules.primacy.is_empty() {
        lines.insert(0, (0, "primacy"));
    }
    let last = rules.classes.len() + 1;
    if world.requests.iter().any(|request| request.class == last) {
        lines.push((last, ""));
    }
    lines
        .into_iter()
        .map(|(class, name)| result(world, table, fairness, class, name))
        .collect()
}

fn result(
    world: &World<'_>,
    table: &Timetable<'_>,
    fairness: &Fairness<'_>,
    class: usize,
    name: &str,
) -> ClassResult {
    let of_class = || {
        world
            .requests
            .iter()
            .enumerate()
            .filter(|(_, request)| request.class == class)
    };
    let round = |round: usize| of_class().filter(|(_, request)| request.wanted >= round).count();
    let given = given(world, table, class);
    let held = table.held.iter().enumerate();
    let of_wishes = held.filter(|(_, held)| world.requests[held.spot.wish].class == class);
    ClassResult {
        name: name.to_owned(),
        wishes: small(of_class().count()),
        wanted: (1..=7).map(|k| small(round(k))).collect(),
        at_most: given.iter().sum(),
        at_most_in_place: given.iter().sum(),
        given,
        minutes: table
            .held
            .iter()
            .filter(|held| held.class == class)
            .map(|held| held.minutes())
            .sum(),
        lowest_share: fairness.lowest(world, class),
        points: of_wishes
            .map(|(number, _)| points::of(world, table, number))
            .sum(),
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// First sessions, second sessions … of the class: a wish's sessions are counted in the order of their classes.
fn given(world: &World<'_>, table: &Timetable<'_>, class: usize) -> Vec<u32> {
    let mut rounds = vec![0; 7];
    for wish in 0..world.requests.len() {
        let mut classes: Vec<usize> = table.of_wish(wish).map(|held| held.class).collect();
        classes.sort_unstable();
        for (round, _) in rounds.iter_mut().zip(classes).filter(|(_, of)| *of == class) {
            *round += 1;
        }
    }
    rounds
}

/// Every figure of every class, and that no bound is below what was given.
pub(super) fn check(
    world: &World<'_>,
    table: &Timetable<'_>,
    fairness: &Fairness<'_>,
    draft: &Draft,
    found: &mut Vec<Violation>,
) {
    let expected = results(world, table, fairness);
    for at in 0..expected.len().max(draft.classes.len()) {
        match (expected.get(at), draft.classes.get(at)) {
            (Some(expected), Some(line)) if expected.name == line.name => {
                compare(expected, line, draft.ended, found);
            }
            (Some(ClassResult { name, .. }), _) | (None, Some(ClassResult { name, .. })) => {
                found.push(Violation::Lines {
                    what: Thing::Class,
                    id: name.clone(),
                });
                return;
            }
            (None, None) => {}
        }
    }
}

fn compare(expected: &ClassResult, line: &ClassResult, ended: Ended, found: &mut Vec<Violation>) {
    let class = &line.name;
    let mut differ = |figure: &str, expected: &dyn Debug, is: &dyn Debug| {
        let (expected, is) = (format!("{expected:?}"), format!("{is:?}"));
        if expected != is {
            let (class, figure) = (class.clone(), figure.to_owned());
            found.push(Violation::ClassFigure {
                class,
                figure,
                expected,
                found: is,
            });
        }
    };
    differ("wishes", &expected.wishes, &line.wishes);
    differ(
        "wanted",
        &without_end(&expected.wanted),
        &without_end(&line.wanted),
    );
    differ("given", &without_end(&expected.given), &without_end(&line.given));
    differ("minutes", &expected.minutes, &line.minutes);
    differ("lowest_share", &expected.lowest_share, &line.lowest_share);
    differ("points", &expected.points, &line.points);
    let (at_most, given) = (
        line.at_most.min(line.at_most_in_place),
        expected.given.iter().sum(),
    );
    if at_most < given {
        found.push(Violation::Bound {
            class: class.clone(),
            at_most,
            given,
        });
    }
    if line.at_most_in_place > line.at_most {
        found.push(Violation::InPlace {
            class: class.clone(),
            at_most: line.at_most,
            in_place: line.at_most_in_place,
        });
    }
    let at_most = line.at_most;
    if ended == Ended::Optimal && at_most > given {
        found.push(Violation::NotOptimal {
            class: class.clone(),
            at_most,
            given,
        });
    }
}

/// Without the zeros at the end.
fn without_end(rounds: &[u32]) -> &[u32] {
    let last = rounds.iter().rposition(|&number| number > 0);
    &rounds[..last.map_or(0, |last| last + 1)]
}
