//! What organisations and the groups of quotas got, and the price of changes.

use super::{
    eligible,
    fairness::Fairness,
    placements::units_of,
    timetable::Timetable,
    violation::{Thing, Violation},
    world::World,
};
use crate::format::{
    Draft,
    draft::{OrganisationResult, QuotaResult},
};

/// The lines of organisations that a draft with these sessions has.
pub(super) fn organisations(
    world: &World<'_>,
    table: &Timetable<'_>,
    fairness: &Fairness<'_>,
) -> Vec<OrganisationResult> {
    let wished = world.wished();
    let line = |id: &str| {
        let own = table
            .held
            .iter()
            .filter(|held| world.requests[held.spot.wish].wish.organisation == id);
        OrganisationResult {
            organisation: id.to_owned(),
            entitled_minutes: small(fairness.entitled.get(id).copied().unwrap_or(0)),
            wished_minutes: small(wished.get(id).copied().unwrap_or(0)),
            given_minutes: small(own.map(|held| held.minutes()).sum()),
            share: fairness.share(id, usize::MAX),
        }
    };
    world
        .instance
        .organisations
        .iter()
        .map(|organisation| line(&organisation.id))
        .collect()
}

fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Minutes a week of all sessions, and of those of each quota's group.
pub(super) fn quota_minutes(world: &World<'_>, table: &Timetable<'_>) -> (u64, Vec<u64>) {
    let all = table.held.iter().map(|held| held.minutes()).sum();
    let group = |quota: usize| {
        let own = table
            .held
            .iter()
            .filter(|held| in_quota(world, quota, held.spot.wish));
        own.map(|held| held.minutes()).sum()
    };
    (all, (0..world.instance.rules.quotas.len()).map(group).collect())
}

/// Whether the wish belongs to the quota's group.
pub(super) fn in_quota(world: &World<'_>, quota: usize, wish: usize) -> bool {
    let wish = world.requests[wish].wish;
    let organisation = world.organisations.get(wish.organisation.as_str());
    organisation.is_some_and(|org| eligible::fits(&world.instance.rules.quotas[quota].who, wish, org))
}

/// The lines of quotas that a draft with these sessions has.
pub(super) fn quotas(world: &World<'_>, table: &Timetable<'_>) -> Vec<QuotaResult> {
    let (all, groups) = quota_minutes(world, table);
    let lines = world.instance.rules.quotas.iter().zip(groups);
    let lines = lines.map(|(quota, minutes)| QuotaResult {
        name: quota.name.clone(),
        percent: quota.percent,
        given: small((1000 * minutes).checked_div(all).unwrap_or(0)),
    });
    lines.collect()
}

/// The prices of the published sessions that are not in the draft at the same day, start and units.
pub(super) fn change_price(world: &World<'_>, table: &Timetable<'_>) -> u64 {
    let published = world
        .instance
        .published
        .iter()
        .flat_map(|published| &published.sessions);
    let kept = |wish: &str, slot: &crate::format::wish::Slot| {
        let spaces: Vec<usize> = slot
            .spaces
            .iter()
            .filter_map(|id| world.spaces.find(id))
            .collect();
        let units = units_of(&world.spaces, &spaces);
        world.find(wish).is_some_and(|wish| {
            table
                .of_wish(wish)
                .map(|held| &held.spot)
                .any(|spot| (spot.day, spot.from) == (slot.day, slot.from.minutes()) && spot.units == units)
        })
    };
    published
        .filter(|session| !kept(&session.wish, &session.slot))
        .map(|session| u64::from(session.price))
        .sum()
}

/// Every line of organisations and quotas, and the price of changes.
pub(super) fn check(
    world: &World<'_>,
    table: &Timetable<'_>,
    fairness: &Fairness<'_>,
    draft: &Draft,
    found: &mut Vec<Violation>,
) {
    let expected = change_price(world, table);
    if draft.change_price != expected {
        found.push(Violation::ChangePrice {
            expected,
            found: draft.change_price,
        });
    }
    let expected = organisations(world, table, fairness);
    let ids = |lines: &[OrganisationResult]| {
        lines
            .iter()
            .map(|line| line.organisation.clone())
            .collect::<Vec<_>>()
    };
    if lines_are(
        Thing::Organisation,
        &ids(&expected),
        &ids(&draft.organisations),
        found,
    ) {
        for (expected, line) in expected.iter().zip(&draft.organisations) {
            for (figure, expected, is) in [
                (
                    "entitled_minutes",
                    expected.entitled_minutes.into(),
                    line.entitled_minutes.into(),
                ),
                (
                    "wished_minutes",
                    expected.wished_minutes.into(),
                    line.wished_minutes.into(),
                ),
                (
                    "given_minutes",
                    expected.given_minutes.into(),
                    line.given_minutes.into(),
                ),
                ("share", expected.share, line.share),
            ] {
                let (organisation, figure) = (line.organisation.clone(), figure.to_owned());
                let violation = Violation::OrganisationFigure {
                    organisation,
                    figure,
                    expected,
                    found: is,
                };
                found.extend((expected != is).then_some(violation));
            }
        }
    }
    let expected = quotas(world, table);
    let names = |lines: &[QuotaResult]| lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>();
    if lines_are(Thing::Quota, &names(&expected), &names(&draft.quotas), found) {
        for (expected, line) in expected.iter().zip(&draft.quotas) {
            for (figure, expected, is) in [
                ("percent", u64::from(expected.percent), u64::from(line.percent)),
                ("given", expected.given.into(), line.given.into()),
            ] {
                let (quota, figure) = (line.name.clone(), figure.to_owned());
                let violation = Violation::QuotaFigure {
                    quota,
                    figure,
                    expected,
                    found: is,
                };
                found.extend((expected != is).then_some(violation));
            }
        }
    }
}

/// Whether the lines are those expected, in their order; else the first that is not is told.
fn lines_are(what: Thing, expected: &[String], is: &[String], found: &mut Vec<Violation>) -> bool {
    let wrong = (0..expected.len().max(is.len())).find(|&at| expected.get(at) != is.get(at));
    let id = wrong.and_then(|at| is.get(at).or(expected.get(at))).cloned();
    let all_right = id.is_none();
    found.extend(id.map(|id| Violation::Lines { what, id }));
    all_right
}
