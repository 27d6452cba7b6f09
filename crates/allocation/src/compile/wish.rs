//! Wishes: when and where each can be served, and what each choice is worth.

use super::{
    Week, class,
    placement::Placements,
    space::{Spaces, joined},
};
use crate::format::{
    Instance,
    refusal::Why,
    rules::Who,
    wish::{self, Strength},
};
use std::collections::{BTreeMap, BTreeSet};

/// A wish as the search sees it; times in slots.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Its class, from 1.
    pub class: u8,
    /// Sessions that it can have at most, locks aside.
    pub wanted: u8,
    /// Who asks.
    pub organisation: u32,
    /// What it is served with.
    pub item: u32,
    /// The shortest session.
    pub shortest: u8,
    /// The longest session.
    pub longest: u8,
    /// All sessions together, at most.
    pub most: u16,
    /// Where, best first.
    pub choices: Vec<Choice>,
    /// Placements named that cannot hold it, and why.
    pub refused: Vec<(u32, Why)>,
    /// When a session may be held: windows or duty, and the class's hours.
    pub allowed: Week,
    /// Windows and duty, whatever the class's hours are.
    pub acceptable: Week,
    /// The windows.
    pub windows: Week,
    /// The preferred windows, if there are any.
    pub preferred: Option<Week>,
    /// The class's hours, where they ought to be kept.
    pub rather: Option<Week>,
    /// Sessions on a day: never more.
    pub per_day: u8,
    /// Sessions on a day: rather not more.
    pub per_day_should: u8,
    /// Days without a session between two sessions.
    pub free_days: u8,
    /// The same, where it ought to be so.
    pub free_days_should: u8,
    /// Who must lead.
    pub coaches: Vec<u32>,
    /// Who ought to lead.
    pub coaches_should: Vec<u32>,
    /// Last season's sessions: the first placement of the same units, day, start.
    pub last_season: Vec<(u32, u8, u8)>,
    /// Published sessions: the first placement of the same units, day, start, price.
    pub published: Vec<(u32, u8, u8, u32)>,
    /// Links that ought to hold, as places in the instance's list.
    pub links: Vec<u32>,
    /// The quotas that it belongs to.
    pub quotas: Vec<u32>,
    /// Orders what the rules leave equal.
    pub lot: u64,
    /// Nothing but locks, by an officer or the rules.
    pub barred: bool,
}

/// A placement that a wish can take.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Which.
    pub placement: u32,
    /// The class of a session there.
    pub class: u8,
    /// What is lost there in any case, points.
    pub minus: u32,
}

/// All wishes. Bundles are put together later.
pub fn all<'a>(
    instance: &'a Instance,
    spaces: &Spaces<'a>,
    placements: &mut Placements,
    coaches: &mut BTreeMap<&'a str, u32>,
) -> Vec<Wish> {
    let organisations: BTreeMap<&str, u32> = (0..)
        .zip(&instance.organisations)
        .map(|(at, one)| (one.id.as_str(), at))
        .collect();
    let held_back: BTreeSet<&str> = instance.held_back.iter().map(String::as_str).collect();
    let on_duty = duty(instance);
    let rules = &instance.rules;
    let hours: Vec<Week> = rules
        .classes
        .iter()
        .map(|class| joined(&class.hours, instance.grid))
        .collect();
    let mut wishes = Vec::with_capacity(instance.wishes.len());
    for (at, said) in (0u32..).zip(&instance.wishes) {
        let organisation = organisations
            .get(said.organisation.as_str())
            .copied()
            .unwrap_or(0);
        let asks = instance.organisations.get(organisation as usize);
        let fits = |who: &Who| class::fits(who, asks, &said.team);
        let (place, class) = class::of(rules, asks, &said.team);
        let barred = held_back.contains(said.id.as_str()) || rules.excluded.iter().any(|one| fits(&one.who));
        let shortest = said.min_minutes.div_ceil(instance.grid).max(1);
        let longest = (said.max_minutes / instance.grid).max(shortest);
        let most = class.and_then(|class| class.most_minutes);
        let wanted = said
            .sessions
            .min(class.and_then(|class| class.most_sessions).unwrap_or(u8::MAX))
            .min(most.map_or(u8::MAX, |most| {
                u8::try_from(most / said.min_minutes.max(1)).unwrap_or(u8::MAX)
            }));
        let windows = joined(said.windows.iter().map(|window| &window.hours), instance.grid);
        let mut acceptable = windows;
        if let Some(duty) = rules
            .off_peak_duty
            .as_ref()
            .filter(|_| on_duty.contains(said.organisation.as_str()))
        {
            let windows = said.windows.iter().map(|window| &window.hours);
            acceptable = joined(windows.chain(&duty.hours), instance.grid);
        }
        let limits = class
            .filter(|class| !class.hours.is_empty())
            .map(|class| (class, hours[usize::from(place) - 1]));
        let mut allowed = acceptable;
        if let Some((_, hours)) = limits.filter(|(class, _)| class.hours_must) {
            for (allowed, hours) in allowed.iter_mut().zip(hours) {
                *allowed &= hours;
            }
        }
        let preferred: Vec<_> = said
            .windows
            .iter()
            .filter(|one| one.preferred)
            .map(|one| &one.hours)
            .collect();
        let (choices, refused) = choices(instance, said, place, spaces, placements);
        let mut coach = |strength: Strength| {
            let led = said.coaches.iter().filter(|coach| coach.strength == strength);
            let mut led: Vec<u32> = led
                .map(|coach| {
                    let next = u32::try_from(coaches.len()).unwrap_or(u32::MAX);
                    *coaches.entry(coach.id.as_str()).or_insert(next)
                })
                .collect();
            led.sort_unstable();
            led.dedup();
            led
        };
        let free = said.free_days_between;
        let free_days = |strength| {
            free.filter(|free| free.strength == strength)
                .map_or(0, |free| free.days)
        };
        let per_day = said.per_day;
        let last_season = said.last_season.iter().filter_map(|slot| {
            let (placement, day, start, _) = super::placed(slot, instance.grid, spaces, placements)?;
            Some((placements.all[placement as usize].same, day, start))
        });
        let last_season = last_season.collect();
        let quotas = (0..)
            .zip(&rules.quotas)
            .filter(|(_, quota)| fits(&quota.who))
            .map(|(at, _)| at);
        wishes.push(Wish {
            class: place,
            wanted: if barred { 0 } else { wanted },
            organisation,
            item: at,
            shortest: u8::try_from(shortest).unwrap_or(u8::MAX),
            longest: u8::try_from(longest).unwrap_or(u8::MAX),
            most: most.map_or(u16::MAX, |most| most / instance.grid),
            choices,
            refused,
            allowed,
            acceptable,
            windows,
            preferred: (!preferred.is_empty()).then(|| joined(preferred, instance.grid)),
            rather: limits
                .filter(|(class, _)| !class.hours_must)
                .map(|(_, hours)| hours),
            per_day: if per_day.strength == Strength::Must {
                per_day.most
            } else {
                7
            },
            per_day_should: if per_day.strength == Strength::Should {
                per_day.most
            } else {
                7
            },
            free_days: free_days(Strength::Must),
            free_days_should: free_days(Strength::Should),
            coaches: coach(Strength::Must),
            coaches_should: coach(Strength::Should),
            last_season,
            published: Vec::new(),
            links: Vec::new(),
            quotas: quotas.collect(),
            lot: super::lot(instance.seed, &said.id),
            barred,
        });
    }
    wishes
}

/// The organisations that have to take unpopular times.
fn duty(instance: &Instance) -> BTreeSet<&str> {
    let Some(duty) = &instance.rules.off_peak_duty else {
        return BTreeSet::new();
    };
    let mut asked: BTreeMap<&str, u64> = BTreeMap::new();
    for wish in &instance.wishes {
        *asked.entry(&wish.organisation).or_default() +=
            u64::from(wish.sessions) * u64::from(wish.min_minutes.div_ceil(instance.grid) * instance.grid);
    }
    asked.retain(|_, minutes| *minutes > u64::from(duty.over_minutes));
    asked.into_keys().collect()
}

/// What a session loses in a placement in any case, points: for the place's rank (5 where the wish does not name it),
/// and for each floor or equipment that ought to be there and is not.
pub fn minus(
    instance: &Instance,
    said: &wish::Wish,
    placement: u32,
    rank: Option<u32>,
    spaces: &Spaces<'_>,
    placements: &Placements,
) -> u32 {
    let points = instance.rules.points;
    let should = said.needs.iter().filter(|need| need.strength == Strength::Should);
    let lacks = should
        .filter(|need| !has(&need.feature, placement, spaces, placements))
        .count();
    let step = points.place_step.saturating_mul(rank.unwrap_or(5).min(5));
    step.saturating_add(
        points
            .should
            .saturating_mul(u32::try_from(lacks).unwrap_or(u32::MAX)),
    )
}

fn has(feature: &str, placement: u32, spaces: &Spaces<'_>, placements: &Placements) -> bool {
    let units = &placements.all[placement as usize].units;
    units.iter().all(|unit| {
        spaces
            .get(spaces.units[*unit as usize])
            .features
            .contains(feature)
    })
}

/// Where a wish can be served, and the placements that cannot hold it.
fn choices(
    instance: &Instance,
    said: &wish::Wish,
    own: u8,
    spaces: &Spaces<'_>,
    placements: &mut Placements,
) -> (Vec<Choice>, Vec<(u32, Why)>) {
    let (mut choices, mut refused) = (Vec::new(), Vec::new());
    for (placement, rank) in placements.named(&said.places, said.extent, spaces) {
        let here = &placements.all[placement as usize];
        let too_small = here
            .capacity
            .is_some_and(|capacity| capacity == 0 || capacity < said.team.size);
        let mut needs = said.needs.iter().filter(|need| need.strength == Strength::Must);
        let lacking = needs.find(|need| !has(&need.feature, placement, spaces, placements));
        let mut min_groups = instance.rules.min_groups.iter();
        if too_small {
            refused.push((placement, Why::TooSmall));
        } else if min_groups.any(|rule| here.kinds.contains(&rule.kind) && said.team.size < rule.size) {
            refused.push((placement, Why::GroupTooSmall));
        } else if let Some(need) = lacking {
            refused.push((
                placement,
                Why::Lacks {
                    feature: need.feature.clone(),
                },
            ));
        } else {
            let class = if placements.primacy(placement, &said.team.sport, instance) {
                0
            } else {
                own
            };
            let minus = minus(instance, said, placement, Some(rank), spaces, placements);
            choices.push(Choice {
                placement,
                class,
                minus,
            });
        }
    }
    (choices, refused)
}
