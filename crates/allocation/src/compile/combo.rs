//! What is served as one: a wish by itself, or linked wishes whose sessions come in bundles.

use super::{Placement, Slots, Week, Wish, wish::Choice};
use crate::format::{
    Instance,
    refusal::Why,
    wish::{LinkKind, Strength},
};
use std::collections::BTreeMap;

/// A wish, or wishes whose sessions come in bundles.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its wishes, in the order of the link.
    pub wishes: Vec<u32>,
    /// Where a bundle can be put, best first; each has a part for each wish.
    pub combos: Vec<Combo>,
    /// Where a bundle could be put, were there not closed whenever its wishes can.
    pub closed: Vec<Combo>,
    /// Where a bundle was wished for that no such bundle can be held at, and why.
    pub refused: Vec<(Combo, Why)>,
    /// How its sessions belong together, if it has several wishes.
    pub link: Option<LinkKind>,
}

/// Where a bundle can be put.
#[derive(Clone, Debug)]
pub struct Combo {
    /// What each of its wishes takes.
    pub parts: Vec<Part>,
    /// The starts of each day that are open, and that its wishes allow.
    pub starts: Week,
    /// The days on which there are any, as bits.
    pub days: u8,
    /// Sessions of this class or one before it that the item could have if it were alone, by its days and what it wants.
    pub most: u8,
}

impl Combo {
    /// Of these parts.
    pub fn new(parts: Vec<Part>, wishes: &[Wish], placements: &[Placement]) -> Self {
        let mut starts: Week = [Slots::MAX; 7];
        for part in &parts {
            let (wish, here) = (&wishes[part.wish as usize], &placements[part.placement as usize]);
            for (day, all) in starts.iter_mut().enumerate() {
                *all &= super::starts(here.usable[day] & wish.allowed[day], part.len) >> part.offset;
            }
        }
        let days = (0..7).filter(|day| starts[*day] != 0);
        Self {
            parts,
            days: days.fold(0, |days, day| days | 1 << day),
            starts,
            most: u8::MAX,
        }
    }
}

/// What a wish takes of a bundle.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Whose.
    pub wish: u32,
    /// Where.
    pub placement: u32,
    /// The session's class there.
    pub class: u8,
    /// What is lost there in any case, points.
    pub minus: u32,
    /// Slots from the bundle's start.
    pub offset: u8,
    /// The shortest length, slots.
    pub len: u8,
}

/// Puts wishes together that must come together; notes the links that ought to hold.
pub fn items(
    instance: &Instance,
    at: &BTreeMap<&str, u32>,
    wishes: &mut [Wish],
    placements: &[Placement],
) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut single = vec![true; wishes.len()];
    for (number, link) in (0..).zip(&instance.links) {
        let linked: Vec<u32> = link
            .wishes
            .iter()
            .filter_map(|id| at.get(id.as_str()).copied())
            .collect();
        if link.strength == Strength::Should {
            for wish in linked {
                wishes[wish as usize].links.push(number);
            }
            continue;
        }
        if linked.iter().any(|wish| !single[*wish as usize]) {
            continue;
        }
        for wish in &linked {
            single[*wish as usize] = false;
        }
        // One that can have nothing keeps the others from having anything.
        let least = linked
            .iter()
            .map(|wish| wishes[*wish as usize].wanted)
            .min()
            .unwrap_or(0);
        for wish in &linked {
            wishes[*wish as usize].wanted = least;
        }
        let combos = match link.kind {
            LinkKind::BackToBack => back_to_back(&linked, wishes, placements),
            LinkKind::Together => together(&linked, wishes, placements),
        };
        items.push(Item {
            wishes: linked,
            combos,
            closed: Vec::new(),
            refused: Vec::new(),
            link: Some(link.kind),
        });
    }
    for (number, wish) in (0u32..).zip(&*wishes) {
        if single[number as usize] {
            let combos = wish.choices.iter().map(|choice| {
                let parts = vec![part(number, *choice, 0, wish.shortest)];
                Combo::new(parts, wishes, placements)
            });
            items.push(Item {
                wishes: vec![number],
                combos: combos.collect(),
                closed: Vec::new(),
                refused: Vec::new(),
                link: None,
            });
        }
    }
    for item in &mut items {
        let all = std::mem::take(&mut item.combos);
        let open = |combo: &Combo| combo.starts.iter().any(|starts| *starts != 0);
        let (refused, all): (Vec<Combo>, Vec<Combo>) = all
            .into_iter()
            .partition(|combo| refused(combo, wishes).is_some());
        let reason = |combo: Combo| self::refused(&combo, wishes).map(|why| (combo, why));
        item.refused = refused.into_iter().filter_map(reason).collect();
        (item.combos, item.closed) = all.into_iter().partition(open);
        bound(item, wishes);
    }
    items.sort_by_key(|item| item.wishes.first().copied());
    for (number, item) in (0..).zip(&items) {
        for wish in &item.wishes {
            wishes[*wish as usize].item = number;
        }
    }
    items
}

/// Says of each combo how many sessions there could be of its class and those before it. There may be very many combos,
/// but only a few classes.
fn bound(item: &mut Item, wishes: &[Wish]) {
    let last = |combo: &Combo| combo.parts.iter().map(|part| part.class).max();
    let mut most_until: BTreeMap<Option<u8>, u8> = item.combos.iter().map(|combo| (last(combo), 0)).collect();
    for (until, most_of) in &mut most_until {
        let early = item
            .combos
            .iter()
            .filter(|combo| combo.parts.iter().map(|part| part.class).min() <= *until);
        let days = early.fold(0, |days, combo| days | combo.days);
        let each = item.wishes.iter().map(|wish| most(&wishes[*wish as usize], days));
        *most_of = each.min().unwrap_or(0);
    }
    for combo in &mut item.combos {
        combo.most = most_until.get(&last(combo)).copied().unwrap_or(u8::MAX);
    }
}

/// Where a wish can be put, and where it named a place that cannot hold it.
fn named(wish: &Wish) -> impl Iterator<Item = Choice> + '_ {
    let refused = wish.refused.iter().map(|(placement, _)| Choice {
        placement: *placement,
        class: wish.class,
        minus: 0,
    });
    wish.choices.iter().copied().chain(refused)
}

/// Why a bundle cannot be held at any time: the first reason that holds for any of its parts.
fn refused(combo: &Combo, wishes: &[Wish]) -> Option<Why> {
    let of_part = |part: &Part| {
        let mut refused = wishes[part.wish as usize].refused.iter();
        refused.find(|(placement, _)| *placement == part.placement)
    };
    let reasons = combo.parts.iter().filter_map(of_part).map(|(_, why)| why);
    let first = reasons.min_by_key(|why| match why {
        Why::TooSmall => 0,
        Why::GroupTooSmall => 1,
        _ => 2,
    });
    first.cloned()
}

fn part(number: u32, choice: Choice, offset: u8, len: u8) -> Part {
    Part {
        wish: number,
        placement: choice.placement,
        class: choice.class,
        minus: choice.minus,
        offset,
        len,
    }
}

/// The same units for each, one after the other.
fn back_to_back(linked: &[u32], wishes: &[Wish], placements: &[Placement]) -> Vec<Combo> {
    let same = |one: u32, other: u32| placements[one as usize].same == placements[other as usize].same;
    let Some(first) = linked.first() else {
        return Vec::new();
    };
    let choices = named(&wishes[*first as usize]);
    let combos = choices.filter_map(|choice| {
        let mut offset = 0u8;
        let parts: Option<Vec<Part>> = linked
            .iter()
            .map(|number| {
                let wish = &wishes[*number as usize];
                let same = named(wish).find(|one| same(one.placement, choice.placement))?;
                let part = part(*number, same, offset, wish.shortest);
                offset = offset.checked_add(wish.shortest)?;
                Some(part)
            })
            .collect();
        parts.map(|parts| Combo::new(parts, wishes, placements))
    });
    combos.collect()
}

/// Parts of the same whole that share no unit, at the same time.
fn together(linked: &[u32], wishes: &[Wish], placements: &[Placement]) -> Vec<Combo> {
    let len = linked
        .iter()
        .map(|wish| wishes[*wish as usize].shortest)
        .max()
        .unwrap_or(1);
    if linked.iter().any(|wish| wishes[*wish as usize].longest < len) {
        return Vec::new();
    }
    let mut combos = Vec::new();
    let mut chosen: Vec<Part> = Vec::new();
    choose(linked, wishes, placements, len, &mut chosen, &mut combos);
    combos
}

fn choose(
    left: &[u32],
    wishes: &[Wish],
    placements: &[Placement],
    len: u8,
    chosen: &mut Vec<Part>,
    combos: &mut Vec<Combo>,
) {
    let Some((number, left)) = left.split_first() else {
        combos.push(Combo::new(chosen.clone(), wishes, placements));
        return;
    };
    let wish = &wishes[*number as usize];
    for choice in named(wish) {
        let here = &placements[choice.placement as usize];
        let goes = chosen.iter().all(|part| {
            let there = &placements[part.placement as usize];
            there.whole == here.whole && there.units.iter().all(|unit| !here.units.contains(unit))
        });
        if goes {
            chosen.push(part(*number, choice, 0, len));
            choose(left, wishes, placements, len, chosen, combos);
            chosen.pop();
        }
    }
}

/// The most sessions on these days, as bits, with free days between.
fn most(wish: &Wish, days: u8) -> u8 {
    let apart = |chosen: u8| {
        let far = |day: u8| {
            (1..=wish.free_days.min(6)).all(|free| chosen & (1 << ((day + free) % 7)) == 0 || free % 7 == 0)
        };
        (0..7).filter(|day| chosen & (1 << day) != 0).all(far)
    };
    let choices = (0u8..128).filter(|chosen| chosen & !days == 0 && apart(*chosen));
    let days = choices.map(u8::count_ones).max().unwrap_or(0);
    u8::try_from(days)
        .unwrap_or(7)
        .saturating_mul(wish.per_day)
        .min(wish.wanted)
}
