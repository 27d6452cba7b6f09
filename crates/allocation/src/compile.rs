//! The instance as the search sees it: numbers instead of ids, a day as a set of bits.

mod class;
mod combo;
mod entitlement;
mod placement;
mod space;
mod travel;
mod wish;

use crate::format::{
    Instance,
    rules::Order,
    wish::{Extent, LinkKind, Slot},
};
pub use class::fits;
use placement::Placements;
use sha2::{Digest as _, Sha256};
use space::Spaces;
use std::collections::BTreeMap;

pub use combo::{Combo, Item, Part};
pub use placement::Placement;
pub use travel::Travel;
pub use wish::Wish;

/// The slots of a day, the first in the lowest bit.
pub type Slots = u128;

/// The slots of each day, Monday first.
pub type Week = [Slots; 7];

/// An instance as the search sees it. Everything is an index into a list of this struct or of the instance.
#[derive(Debug)]
pub struct Problem {
    /// Minutes of a slot.
    pub grid: u16,
    /// Slots of a day.
    pub slots: u8,
    /// Classes of the rules; a session's class is 0 for primacy, then 1, …, and one more for those that fit none.
    pub classes: u8,
    /// Whether all counts come before any preference.
    pub counts_first: bool,
    /// How many units there are.
    pub units: usize,
    /// The units of each space.
    pub units_of: Vec<Vec<u32>>,
    /// Sets of units that sessions can be put in.
    pub placements: Vec<Placement>,
    /// As in the instance.
    pub wishes: Vec<Wish>,
    /// What is served as one: a wish, or wishes whose sessions come in bundles.
    pub items: Vec<Item>,
    /// What each organisation ought to have in the season, minutes.
    pub entitled: Vec<u64>,
    /// What each organisation ought to have a week, minutes.
    pub entitled_weekly: Vec<u32>,
    /// The hours of each class that have to be kept.
    pub hours: Vec<Week>,
    /// For each extent that is asked for, every placement of it.
    pub alike: Vec<(Extent, Vec<u32>)>,
    /// For each coach the wishes that must have, or ought to have, that coach.
    pub coached: Vec<Vec<u32>>,
    /// The way between two buildings.
    pub travel: Travel,
    /// Sessions that stand: wish, placement, day, start, end in slots.
    pub locks: Vec<Fixed>,
    /// For each quota the thousandths that its group ought to have.
    pub quotas: Vec<u32>,
    /// What a step down the list and so on costs.
    pub points: crate::format::rules::Points,
    /// The sum of all prices of published sessions.
    pub published_price: u64,
    /// The instance's links: how, and which wishes.
    pub links: Vec<(LinkKind, Vec<u32>)>,
    /// For each wish the others whose points hang on its sessions.
    pub around: Vec<Vec<u32>>,
    /// Organisations with a wish in each class that wants something, each once.
    pub in_class: Vec<Vec<u32>>,
}

/// A session that stands before the search begins.
#[derive(Clone, Copy, Debug)]
pub struct Fixed {
    /// Of which wish.
    pub wish: u32,
    /// Where.
    pub placement: u32,
    /// On which day.
    pub day: u8,
    /// First slot.
    pub start: u8,
    /// Slots.
    pub len: u8,
    /// The session's class.
    pub class: u8,
    /// What is lost there in any case, points.
    pub minus: u32,
}

impl Problem {
    /// Reads an instance that the reader has accepted.
    pub fn new(instance: &Instance) -> Self {
        let spaces = Spaces::new(instance);
        let mut placements = Placements::new(instance, &spaces);
        let wish_at: BTreeMap<&str, u32> = (0..)
            .zip(&instance.wishes)
            .map(|(at, w)| (w.id.as_str(), at))
            .collect();
        let classes = u8::try_from(instance.rules.classes.len())
            .unwrap_or(u8::MAX - 2)
            .min(u8::MAX - 2);
        let mut coaches = BTreeMap::new();
        let mut wishes = wish::all(instance, &spaces, &mut placements, &mut coaches);
        let mut coached = vec![Vec::new(); coaches.len()];
        for (at, wish) in (0..).zip(&wishes) {
            for coach in wish.coaches.iter().chain(&wish.coaches_should) {
                coached[*coach as usize].push(at);
            }
        }
        let mut locks = Vec::new();
        for lock in &instance.locks {
            let Some(&wish) = wish_at.get(lock.wish.as_str()) else {
                continue;
            };
            let Some((placement, day, start, len)) =
                placed(&lock.slot, instance.grid, &spaces, &mut placements)
            else {
                continue;
            };
            let class = if placements.primacy(placement, &instance.wishes[wish as usize].team.sport, instance)
            {
                0
            } else {
                wishes[wish as usize].class
            };
            let minus = wish::minus(
                instance,
                &instance.wishes[wish as usize],
                placement,
                None,
                &spaces,
                &placements,
            );
            let named = wishes[wish as usize]
                .choices
                .iter()
                .find(|choice| placements.same(choice.placement, placement));
            let minus = named.map_or(minus, |choice| choice.minus);
            locks.push(Fixed {
                wish,
                placement,
                day,
                start,
                len,
                class,
                minus,
            });
        }
        let mut published_price = 0;
        for session in instance
            .published
            .iter()
            .flat_map(|published| &published.sessions)
        {
            let Some(&wish) = wish_at.get(session.wish.as_str()) else {
                continue;
            };
            published_price += u64::from(session.price);
            if let Some((placement, day, start, _)) =
                placed(&session.slot, instance.grid, &spaces, &mut placements)
            {
                wishes[wish as usize].published.push((
                    placements.all[placement as usize].same,
                    day,
                    start,
                    session.price,
                ));
            }
        }
        let alike = placements.alike(instance, &spaces);
        let mut hours = vec![[Slots::MAX; 7]; usize::from(classes) + 2];
        for (week, class) in hours.iter_mut().skip(1).zip(&instance.rules.classes) {
            if class.hours_must && !class.hours.is_empty() {
                *week = space::joined(&class.hours, instance.grid);
            }
        }
        let mut items = combo::items(instance, &wish_at, &mut wishes, &placements.all);
        // A lock may be anywhere.
        for lock in &locks {
            for combo in &mut items[wishes[lock.wish as usize].item as usize].combos {
                combo.most = u8::MAX;
            }
        }
        let links: Vec<(LinkKind, Vec<u32>)> = instance
            .links
            .iter()
            .map(|link| {
                (
                    link.kind,
                    link.wishes
                        .iter()
                        .filter_map(|id| wish_at.get(id.as_str()).copied())
                        .collect(),
                )
            })
            .collect();
        let around = (0..)
            .zip(&wishes)
            .map(|(at, wish)| around(at, wish, &wishes, &links, &coached))
            .collect();
        let (entitled_weekly, entitled) = entitlement::all(instance, &wishes);
        let mut in_class: Vec<Vec<u32>> = vec![Vec::new(); usize::from(classes) + 2];
        for wish in wishes.iter().filter(|wish| wish.wanted > 0) {
            in_class[usize::from(wish.class)].push(wish.organisation);
        }
        for organisations in &mut in_class {
            organisations.sort_unstable();
            organisations.dedup();
        }
        Self {
            grid: instance.grid,
            slots: u8::try_from(1440 / instance.grid.max(15)).unwrap_or(96),
            classes,
            counts_first: instance.rules.order == Order::CountsFirst,
            units: spaces.units.len(),
            units_of: spaces.all.iter().map(|space| space.units.clone()).collect(),
            travel: Travel::new(instance, &placements.all),
            placements: placements.all,
            wishes,
            items,
            entitled,
            entitled_weekly,
            coached,
            hours,
            alike,
            locks,
            quotas: instance
                .rules
                .quotas
                .iter()
                .map(|quota| u32::from(quota.percent) * 10)
                .collect(),
            points: instance.rules.points,
            published_price,
            in_class,
            links,
            around,
        }
    }
}

/// The wishes whose points hang on this one's sessions: by a link that ought to hold, or a coach that ought to be there.
fn around(
    at: u32,
    wish: &Wish,
    wishes: &[Wish],
    links: &[(LinkKind, Vec<u32>)],
    coached: &[Vec<u32>],
) -> Vec<u32> {
    let linked = wish
        .links
        .iter()
        .flat_map(|link| links[*link as usize].1.iter().copied());
    let led = wish.coaches.iter().chain(&wish.coaches_should);
    let led = led.flat_map(|coach| {
        let others = coached[*coach as usize].iter().copied();
        others.filter(|other| wishes[*other as usize].coaches_should.contains(coach))
    });
    let mut around: Vec<u32> = linked.chain(led).filter(|other| *other != at).collect();
    around.sort_unstable();
    around.dedup();
    around
}

/// Where and when a slot of the file lies: placement, day, start and length.
fn placed(
    slot: &Slot,
    grid: u16,
    spaces: &Spaces<'_>,
    placements: &mut Placements,
) -> Option<(u32, u8, u8, u8)> {
    let named: Option<Vec<u32>> = slot.spaces.iter().map(|id| spaces.at(id)).collect();
    let placement = placements.of(&named?, spaces)?;
    let start = u8::try_from(slot.from.minutes() / grid).ok()?;
    let end = u8::try_from(slot.to.minutes().div_ceil(grid)).ok()?;
    let len = end.checked_sub(start).filter(|len| *len > 0)?;
    Some((placement, slot.day as u8, start, len))
}

/// The lot that orders what the rules leave equal: the first eight bytes of a hash of seed and id.
pub fn lot(seed: u64, id: &str) -> u64 {
    let mut hasher = Sha256::new();
    hasher.update(seed.to_be_bytes());
    hasher.update(id.as_bytes());
    let digest = hasher.finalize();
    digest
        .iter()
        .take(8)
        .fold(0, |lot, byte| lot << 8 | u64::from(*byte))
}

/// The slots that lie wholly between two minutes of a day.
fn inside(from: u16, to: u16, grid: u16) -> Slots {
    span(from.div_ceil(grid), to / grid)
}

/// The slots that touch anything between two minutes of a day.
fn touching(from: u16, to: u16, grid: u16) -> Slots {
    span(from / grid, to.div_ceil(grid))
}

/// Slots from the first up to the last, the last not included.
pub fn span(from: u16, to: u16) -> Slots {
    let below = |slots: u16| {
        if slots >= 128 {
            Slots::MAX
        } else {
            (1 << slots) - 1
        }
    };
    if to > from { below(to) & !below(from) } else { 0 }
}

/// The starts from which so many slots in a row are in the set.
pub fn starts(set: Slots, len: u8) -> Slots {
    let (mut runs, mut have) = (set, 1);
    while have < len {
        let step = have.min(len - have);
        runs &= runs >> step;
        have += step;
    }
    runs
}
