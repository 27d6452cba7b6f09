//! Why each wish got less than it asked for.

mod nearest;
mod obstacles;

use crate::{
    compile::{Problem, fits},
    format::{
        Instance,
        refusal::{Barred, Refusal, TieBreak},
    },
    search::State,
};
use std::collections::BTreeMap;

/// A reason for every wish with fewer sessions than it asked for, in the order of the instance.
pub fn refusals(instance: &Instance, state: &State<'_>) -> Vec<Refusal> {
    let problem = state.problem;
    let short_of_quota = short_of_quota(state);
    let ties = ties(instance, state, &short_of_quota);
    let numbered = (0u32..).zip(instance.wishes.iter().zip(&problem.wishes));
    let refused = numbered.filter_map(|(number, (said, wish))| {
        let given = state.of_wish(number).len();
        if given >= usize::from(said.sessions) {
            return None;
        }
        let barred = barred(instance, state, number);
        let wanting = given < usize::from(wish.wanted);
        let look = wanting && matches!(barred, None | Some(Barred::NoPlace));
        Some(Refusal {
            wish: said.id.clone(),
            rules_version: instance.rules.version,
            class: wish.class.into(),
            asked: said.sessions,
            wanted: wish.wanted,
            given: u8::try_from(given).unwrap_or(u8::MAX),
            tie: ties[number as usize].clone(),
            obstacles: if look {
                obstacles::of(instance, state, number)
            } else {
                Vec::new()
            },
            nearest: if look && barred.is_none() {
                nearest::of(instance, state, number)
            } else {
                None
            },
            barred,
        })
    });
    refused.collect()
}

/// For each quota whether its group has less than it ought to have.
fn short_of_quota(state: &State<'_>) -> Vec<bool> {
    let problem = state.problem;
    let mut minutes = vec![0u64; problem.quotas.len()];
    let mut all = 0u64;
    for (_, session) in state.all() {
        all += u64::from(session.len);
        for quota in &problem.wishes[session.wish as usize].quotas {
            minutes[*quota as usize] += u64::from(session.len);
        }
    }
    minutes
        .iter()
        .zip(&problem.quotas)
        .map(|(minutes, least)| minutes * 1000 < all * u64::from(*least))
        .collect()
}

/// Where each wish stands among those of its class that want more.
fn ties(instance: &Instance, state: &State<'_>, short: &[bool]) -> Vec<TieBreak> {
    let problem = state.problem;
    let quota = |number: u32| {
        problem.wishes[number as usize]
            .quotas
            .iter()
            .any(|quota| short[*quota as usize])
    };
    let share = |number: u32| {
        let wish = &problem.wishes[number as usize];
        state.value.share(problem, wish.organisation, wish.class.into())
    };
    let mut by_class: BTreeMap<u8, Vec<u32>> = BTreeMap::new();
    for (number, wish) in (0u32..).zip(&problem.wishes) {
        if state.of_wish(number).len() < usize::from(wish.wanted) {
            by_class.entry(wish.class).or_default().push(number);
        }
    }
    let mut ties: Vec<TieBreak> = (0u32..)
        .zip(&problem.wishes)
        .map(|(number, wish)| TieBreak {
            place: 0,
            of: by_class
                .get(&wish.class)
                .map_or(0, |all| u32::try_from(all.len()).unwrap_or(u32::MAX)),
            share: share(number),
            quota: quota(number),
            lot: wish.lot,
        })
        .collect();
    for wishes in by_class.values_mut() {
        wishes.sort_by_cached_key(|number| {
            let wish = &problem.wishes[*number as usize];
            let id = &instance.wishes[*number as usize].id;
            (
                state.of_wish(*number).len(),
                share(*number),
                !quota(*number),
                wish.lot,
                id,
            )
        });
        for (place, number) in (1..).zip(&*wishes) {
            ties[*number as usize].place = place;
        }
    }
    ties
}

/// Why there was nothing to look for.
fn barred(instance: &Instance, state: &State<'_>, number: u32) -> Option<Barred> {
    let problem = state.problem;
    if let Some(own) = barred_alone(instance, problem, number) {
        return Some(own);
    }
    let others = problem.items[problem.wishes[number as usize].item as usize]
        .wishes
        .iter();
    let has_all =
        |number: u32| state.of_wish(number).len() >= usize::from(problem.wishes[number as usize].wanted);
    let lacks = !has_all(number);
    others
        .filter(|other| **other != number)
        .find(|other| barred_alone(instance, problem, **other).is_some() || (lacks && has_all(**other)))
        .map(|other| Barred::Link {
            wish: instance.wishes[*other as usize].id.clone(),
        })
}

fn barred_alone(instance: &Instance, problem: &Problem, number: u32) -> Option<Barred> {
    let said = &instance.wishes[number as usize];
    let wish = &problem.wishes[number as usize];
    let organisation = instance.organisations.get(wish.organisation as usize);
    if instance.held_back.contains(&said.id) {
        return Some(Barred::HeldBack);
    }
    let excluded = instance
        .rules
        .excluded
        .iter()
        .position(|one| fits(&one.who, organisation, &said.team));
    if let Some(rule) = excluded {
        return Some(Barred::Excluded {
            rule: u32::try_from(rule).unwrap_or(u32::MAX),
        });
    }
    wish.choices.is_empty().then_some(Barred::NoPlace)
}
