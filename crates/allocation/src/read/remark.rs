//! What is odd in an instance, but allowed.

mod ground;

use super::{at::At, tree::Tree};
use crate::format::{
    Instance,
    wish::{Place, Slot, Strength, Wish},
};
use ground::Ground;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Something odd.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{path}: {what}")]
pub struct Remark {
    /// Where, as a JSON pointer.
    pub path: String,
    /// What.
    pub what: RemarkKind,
}

/// What is odd.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "remark", rename_all = "snake_case")]
pub enum RemarkKind {
    /// A space that fits nobody.
    #[error("the space “{space}” fits nobody: its capacity is 0")]
    FitsNobody {
        /// Which.
        space: String,
    },
    /// A unit without hours.
    #[error("the space “{space}” is never open: neither it nor a space above it has hours")]
    NeverOpen {
        /// Which.
        space: String,
    },
    /// A whole that nobody asks for.
    #[error("no wish names the space “{space}” or a part of it")]
    Unused {
        /// Which.
        space: String,
    },
    /// A wish that none of its places can hold.
    #[error(
        "no place that the wish “{wish}” names can hold it: too small, too few people for its kind, without what it needs, or without so many parts"
    )]
    NoPlaceHolds {
        /// Which.
        wish: String,
    },
    /// More sessions than the week has room for.
    #[error(
        "of the {sessions} sessions that the wish “{wish}” asks for at most {most} fit into a week, with its sessions on a day and the free days between them"
    )]
    CannotAllFit {
        /// Which.
        wish: String,
        /// What it asks for.
        sessions: u8,
        /// What fits.
        most: u8,
    },
    /// Near a space of which nobody knows where it is.
    #[error("nothing is near the space “{space}”: it has no coordinates")]
    NothingNear {
        /// Which.
        space: String,
    },
    /// Locks that put a team in two places at once.
    #[error("this lock and {first} put the wish “{wish}” in two places at once")]
    TwoPlacesAtOnce {
        /// Which.
        wish: String,
        /// The other lock.
        first: String,
    },
    /// An organisation that asks for nothing.
    #[error("the organisation “{organisation}” asks for nothing")]
    AsksForNothing {
        /// Which.
        organisation: String,
    },
    /// There are more places than are looked through.
    #[error("there are so many places that those of the wishes from here on were not looked through")]
    NotLookedThrough,
}

/// What is odd in an instance that can be read.
pub fn remarks(instance: &Instance) -> Vec<Remark> {
    let tree = Tree::of_valid(&instance.spaces);
    let mut remarks = Vec::new();
    spaces(instance, &tree, &mut remarks);
    let ground = Ground::new(instance, &tree);
    wishes(instance, ground, &mut remarks);
    locks(instance, &mut remarks);
    let asking: BTreeSet<&str> = instance
        .wishes
        .iter()
        .map(|wish| wish.organisation.as_str())
        .collect();
    for (place, organisation) in instance.organisations.iter().enumerate() {
        if !asking.contains(organisation.id.as_str()) {
            let organisation = organisation.id.clone();
            let at = At::top("organisations");
            add(
                &mut remarks,
                &at.index(place),
                RemarkKind::AsksForNothing { organisation },
            );
        }
    }
    remarks
}

fn add(remarks: &mut Vec<Remark>, at: &At<'_>, what: RemarkKind) {
    let path = at.pointer();
    remarks.push(Remark { path, what });
}

fn spaces(instance: &Instance, tree: &Tree, remarks: &mut Vec<Remark>) {
    let top = At::top("spaces");
    for (place, space) in instance.spaces.iter().enumerate() {
        let at = top.index(place);
        if space.capacity == Some(0) {
            let space = space.id.clone();
            add(remarks, &at.field("capacity"), RemarkKind::FitsNobody { space });
        }
        let mut above = Some(place);
        let mut hours = false;
        while let Some(place) = above.filter(|_| !hours) {
            hours = !instance.spaces[place].open.is_empty();
            above = tree.parent[place];
        }
        if tree.is_unit(place) && !hours {
            let space = space.id.clone();
            add(remarks, &at.field("open"), RemarkKind::NeverOpen { space });
        }
    }
}

fn wishes<'a>(instance: &'a Instance, mut ground: Ground<'a>, remarks: &mut Vec<Remark>) {
    let top = At::top("wishes");
    for (place, wish) in instance.wishes.iter().enumerate() {
        let at = top.index(place);
        if let Some(most) = most_sessions(wish).filter(|most| *most < wish.sessions) {
            let what = RemarkKind::CannotAllFit {
                wish: wish.id.clone(),
                sessions: wish.sessions,
                most,
            };
            add(remarks, &at.field("sessions"), what);
        }
        let list = at.field("places");
        for (place, choice) in wish.places.iter().enumerate() {
            if let Place::Near { of, .. } = choice
                && ground.lies_nowhere(of)
            {
                let space = of.clone();
                let at = list.index(place);
                add(remarks, &at.field("near"), RemarkKind::NothingNear { space });
            }
        }
        match ground.holds(wish) {
            Some(true) => {}
            Some(false) => {
                let wish = wish.id.clone();
                add(remarks, &list, RemarkKind::NoPlaceHolds { wish });
            }
            None => {
                add(remarks, &list, RemarkKind::NotLookedThrough);
                return;
            }
        }
    }
    ground.mark_locked(instance);
    let top = At::top("spaces");
    for place in ground.unused() {
        let space = instance.spaces[place].id.clone();
        add(remarks, &top.index(place), RemarkKind::Unused { space });
    }
}

/// How many sessions of a wish a week can have at most, by its sessions on a day and the free days between.
fn most_sessions(wish: &Wish) -> Option<u8> {
    let a_day = match wish.per_day.strength {
        Strength::Must => wish.per_day.most,
        Strength::Should => 7,
    };
    let days = match wish.free_days_between {
        // n days in a week of seven, each so many days after the one before, also the first after the last.
        Some(free) if free.strength == Strength::Must => (7 / free.days.checked_add(1)?).max(1),
        _ => 7,
    };
    Some(a_day.saturating_mul(days))
}

fn locks(instance: &Instance, remarks: &mut Vec<Remark>) {
    let top = At::top("locks");
    let mut of_wish: BTreeMap<&str, Vec<(usize, &Slot)>> = BTreeMap::new();
    for (place, lock) in instance.locks.iter().enumerate() {
        let before = of_wish.entry(&lock.wish).or_default();
        let overlaps =
            |slot: &Slot| slot.day == lock.slot.day && slot.from < lock.slot.to && lock.slot.from < slot.to;
        if let Some((first, _)) = before.iter().find(|(_, slot)| overlaps(slot)) {
            let what = RemarkKind::TwoPlacesAtOnce {
                wish: lock.wish.clone(),
                first: top.index(*first).pointer(),
            };
            add(remarks, &top.index(place), what);
        }
        before.push((place, &lock.slot));
    }
}
