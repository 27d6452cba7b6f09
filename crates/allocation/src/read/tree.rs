//! Spaces and their parts, also where the file has them wrong.

use super::parts::List;
use crate::format::place::Space;

/// Which space lies in which. Spaces are counted as in the file.
pub struct Tree {
    /// The space that each is a part of; none where the parent is unknown or the space lies in itself.
    pub parent: Vec<Option<usize>>,
    /// The parts of each, in the file's order.
    pub parts: Vec<Vec<usize>>,
    /// Circles: each space lies in the next, the last in the first.
    pub circles: Vec<Vec<usize>>,
}

impl Tree {
    /// The tree of what has the right form.
    pub fn of(spaces: &List<Space>) -> Self {
        let mut parents = vec![None; spaces.len()];
        for (place, space) in spaces.iter() {
            // Of two spaces with one id the first is meant, and the second is a fault.
            parents[place] = space.parent.as_deref().and_then(|id| spaces.place(id));
        }
        Self::from_parents(parents)
    }

    /// The tree of spaces that are right.
    pub fn of_valid(spaces: &[Space]) -> Self {
        let places: std::collections::BTreeMap<&str, usize> = spaces
            .iter()
            .enumerate()
            .map(|(place, space)| (space.id.as_str(), place))
            .collect();
        let parent = |space: &Space| places.get(space.parent.as_deref()?).copied();
        Self::from_parents(spaces.iter().map(parent).collect())
    }

    fn from_parents(mut parent: Vec<Option<usize>>) -> Self {
        let circles = circles(&parent);
        for place in circles.iter().flatten() {
            parent[*place] = None;
        }
        let mut parts = vec![Vec::new(); parent.len()];
        for (place, above) in parent.iter().enumerate() {
            if let Some(above) = *above {
                parts[above].push(place);
            }
        }
        Self {
            parent,
            parts,
            circles,
        }
    }

    /// Whether a space has no parts.
    pub fn is_unit(&self, place: usize) -> bool {
        self.parts[place].is_empty()
    }

    /// The whole that a space belongs to.
    pub fn whole(&self, mut place: usize) -> usize {
        while let Some(above) = self.parent[place] {
            place = above;
        }
        place
    }

    /// The units below a space, or itself, in the file's order.
    pub fn units(&self, place: usize) -> Vec<usize> {
        let mut units = Vec::new();
        let mut rest = vec![place];
        while let Some(place) = rest.pop() {
            if self.is_unit(place) {
                units.push(place);
            }
            rest.extend(&self.parts[place]);
        }
        units.sort_unstable();
        units
    }

    /// Whether these are adjoining units: different, of one parent whose parts are all units, and next to each other
    /// in the file's order.
    pub fn adjoin(&self, places: &[usize]) -> bool {
        let Some(above) = places.first().and_then(|first| self.parent[*first]) else {
            return false;
        };
        let siblings = &self.parts[above];
        if !siblings.iter().all(|part| self.is_unit(*part)) {
            return false;
        }
        let mut positions: Vec<usize> = Vec::with_capacity(places.len());
        for place in places {
            match siblings.binary_search(place) {
                Ok(position) => positions.push(position),
                Err(_) => return false,
            }
        }
        positions.sort_unstable();
        positions.windows(2).all(|pair| pair[0] + 1 == pair[1])
    }
}

/// The circles of a list of parents, each from its first space in the file.
fn circles(parent: &[Option<usize>]) -> Vec<Vec<usize>> {
    // 0: not seen; else the walk in which it was.
    let mut walk_of = vec![0_usize; parent.len()];
    let mut circles = Vec::new();
    for start in 0..parent.len() {
        let walk = start + 1;
        let mut place = start;
        while walk_of[place] == 0 {
            walk_of[place] = walk;
            match parent[place] {
                Some(above) => place = above,
                None => break,
            }
        }
        if walk_of[place] == walk && parent[place].is_some() {
            circles.push(circle(parent, place));
        }
    }
    circles
}

fn circle(parent: &[Option<usize>], start: usize) -> Vec<usize> {
    let mut around = vec![start];
    let mut place = start;
    while let Some(above) = parent[place].filter(|above| *above != start) {
        around.push(above);
        place = above;
    }
    let first = around
        .iter()
        .enumerate()
        .min_by_key(|(_, place)| **place)
        .map_or(0, |(turn, _)| turn);
    around.rotate_left(first);
    around
}
