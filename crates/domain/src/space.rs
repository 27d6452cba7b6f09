//! The tree of spaces, and the one rule of conflict: two spaces conflict when they share a unit.

use crate::{coded, id::SpaceId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

#[cfg(test)]
mod tests;

coded! {
    /// What kind of space.
    pub enum SpaceKind {
        /// Idrettshall, flerbrukshall.
        SportsHall = "sports_hall",
        /// Gymsal.
        Gym = "gym",
        /// Fotballhall.
        FootballHall = "football_hall",
        /// Friidrettshall.
        AthleticsHall = "athletics_hall",
        /// Turn, bordtennis, dans og annen treningssal.
        TrainingRoom = "training_room",
        /// Styrkerom.
        StrengthRoom = "strength_room",
        /// Svømmehall.
        SwimmingHall = "swimming_hall",
        /// Basseng.
        Pool = "pool",
        /// Bane i basseng.
        Lane = "lane",
        /// Ishall og kunstis.
        Ice = "ice",
        /// Fotballbane, gress, kunstgress eller grus.
        Pitch = "pitch",
        /// Friidrettsbane, tennis, sandvolley, hoppbakke og annet idrettsanlegg ute.
        OutdoorSports = "outdoor_sports",
        /// Park, strand, torg.
        OutdoorArea = "outdoor_area",
        /// Skolelokaler og klasserom.
        SchoolRoom = "school_room",
        /// Aula, festsal, forsamlingssal.
        AssemblyHall = "assembly_hall",
        /// Scene, teater, kino, konsertsal.
        Stage = "stage",
        /// Øvingsrom, musikkrom.
        RehearsalRoom = "rehearsal_room",
        /// Møterom, grupperom.
        MeetingRoom = "meeting_room",
        /// Auditorium, amfi, foredragssal.
        LectureHall = "lecture_hall",
        /// Kjøkken, kantine, kafeteria.
        Kitchen = "kitchen",
        /// Klubbhus, speiderhus, grendehus.
        CommunityHouse = "community_house",
        /// Annet rom.
        Other = "other",
    }
}

impl SpaceKind {
    /// Whether one can stand in for the other: a gym for a sports hall, a lane for a pool.
    pub fn is_like(self, other: Self) -> bool {
        use SpaceKind as K;
        const FAMILIES: &[&[SpaceKind]] = &[
            &[K::SportsHall, K::Gym],
            &[K::Gym, K::TrainingRoom],
            &[K::FootballHall, K::Pitch],
            &[K::AthleticsHall, K::OutdoorSports],
            &[K::SwimmingHall, K::Pool, K::Lane],
            &[K::SchoolRoom, K::MeetingRoom],
            &[K::LectureHall, K::AssemblyHall, K::Stage],
            &[K::AssemblyHall, K::CommunityHouse],
        ];
        self == other
            || FAMILIES
                .iter()
                .any(|family| family.contains(&self) && family.contains(&other))
    }
}

/// A space as the tree sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceNode {
    /// Which.
    pub id: SpaceId,
    /// The space it is a part of.
    pub parent: Option<SpaceId>,
}

/// The spaces of a facility. A space without parts is a unit; every other one is the units of its parts.
#[derive(Clone, Debug, Default)]
pub struct SpaceTree {
    parent: HashMap<SpaceId, Option<SpaceId>>,
    children: HashMap<SpaceId, Vec<SpaceId>>,
}

/// Why spaces are no tree.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TreeFault {
    /// The same space twice.
    #[error("space {0} stands twice")]
    Twice(SpaceId),
    /// Its parent is not among the spaces.
    #[error("the parent of space {0} is missing")]
    NoParent(SpaceId),
    /// It is its own ancestor.
    #[error("space {0} is part of itself")]
    Cycle(SpaceId),
}

impl SpaceTree {
    /// Builds the tree; refuses doubles, missing parents and cycles.
    pub fn new(nodes: &[SpaceNode]) -> Result<Self, TreeFault> {
        let mut tree = Self::default();
        for node in nodes {
            if tree.parent.insert(node.id, node.parent).is_some() {
                return Err(TreeFault::Twice(node.id));
            }
            if let Some(parent) = node.parent {
                tree.children.entry(parent).or_default().push(node.id);
            }
        }
        for node in nodes {
            if let Some(parent) = node.parent
                && !tree.parent.contains_key(&parent)
            {
                return Err(TreeFault::NoParent(node.id));
            }
        }
        for node in nodes {
            let mut seen = 0;
            let mut at = node.parent;
            while let Some(up) = at {
                seen += 1;
                if up == node.id || seen > nodes.len() {
                    return Err(TreeFault::Cycle(node.id));
                }
                at = tree.parent.get(&up).copied().flatten();
            }
        }
        Ok(tree)
    }

    /// The units of a space: itself when it has no parts. Empty for a space that is not in the tree.
    pub fn units(&self, space: SpaceId) -> BTreeSet<SpaceId> {
        let mut units = BTreeSet::new();
        if !self.parent.contains_key(&space) {
            return units;
        }
        let mut open = vec![space];
        while let Some(next) = open.pop() {
            match self.children.get(&next) {
                Some(parts) => open.extend(parts),
                None => {
                    units.insert(next);
                }
            }
        }
        units
    }

    /// Whether the two cannot be used at once: they share a unit.
    pub fn conflicts(&self, one: SpaceId, other: SpaceId) -> bool {
        !self.units(one).is_disjoint(&self.units(other))
    }

    /// The space's parts, one level down, in the order given.
    pub fn parts(&self, space: SpaceId) -> &[SpaceId] {
        self.children.get(&space).map_or(&[], Vec::as_slice)
    }

    /// The space's parent, its parent, and so on.
    pub fn ancestors(&self, space: SpaceId) -> Vec<SpaceId> {
        let mut found = Vec::new();
        let mut at = self.parent.get(&space).copied().flatten();
        while let Some(up) = at {
            found.push(up);
            at = self.parent.get(&up).copied().flatten();
        }
        found
    }

    /// Every space below, all levels.
    pub fn descendants(&self, space: SpaceId) -> Vec<SpaceId> {
        let mut found = Vec::new();
        let mut open: Vec<SpaceId> = self.parts(space).to_vec();
        while let Some(next) = open.pop() {
            found.push(next);
            open.extend(self.parts(next));
        }
        found
    }
}
