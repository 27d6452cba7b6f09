//! Puts what was judged where it belongs, and in order.

use super::{
    Hit, HitFit, Miss, MissDetail, MissReason, PartHit, SearchQuery,
    judge::{Ask, Judged},
    near::Distance,
};
use crate::{
    ServiceError,
    day::{Place, strip::ByUnit},
    landscape::Landscape,
    places::facility::access,
};
use ledig_domain::{
    id::{ClosureId, FacilityId, SpaceId},
    space::SpaceKind,
    time::Timestamp,
};
use ledig_store::{Tx, closures, names::Name};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// It is a part as people mean it, a third of a hall or a lane of a pool, and not a room of a house.
pub(super) fn is_part_of(landscape: &Landscape, part: SpaceId, hall: SpaceId) -> bool {
    let kind = |id| landscape.space(id).map(|space| space.kind);
    kind(part) == kind(hall) || matches!(kind(part), Some(SpaceKind::Lane))
}

pub(super) struct Sorting<'a> {
    pub(super) landscape: &'a Landscape,
    pub(super) distances: HashMap<FacilityId, Distance>,
    pub(super) hits: Vec<Hit>,
    pub(super) nearly: Vec<Hit>,
    pub(super) misses: BTreeMap<MissReason, Vec<Miss>>,
}

impl Sorting<'_> {
    /// Judges a space and its parts, and puts it where it belongs.
    pub(super) fn sort(&mut self, ask: &Ask, id: SpaceId, standing: &ByUnit) {
        let parts: Vec<PartHit> = self
            .landscape
            .below(id)
            .into_iter()
            .filter(|part| is_part_of(self.landscape, *part, id))
            .filter_map(|part| match ask.judge(self.landscape, part, standing) {
                Judged::Fits {
                    fit, offer, strip, ..
                } => Some(PartHit {
                    place: self.landscape.plain_place(part)?,
                    fit,
                    offer,
                    strip,
                }),
                Judged::Not(..) => None,
            })
            .collect();
        let judged = ask.judge(self.landscape, id, standing);
        let free_part = parts.iter().find(|part| part.fit == HitFit::Free);
        let (fit, offer, around, strip) = match (judged, free_part) {
            (
                Judged::Fits {
                    fit: HitFit::Free,
                    offer,
                    around,
                    strip,
                },
                _,
            ) => (HitFit::Free, offer, around, strip),
            (Judged::Fits { strip, .. }, Some(part)) => (HitFit::Parts, part.offer, part.offer, strip),
            (Judged::Not(..), Some(part)) => (HitFit::Parts, part.offer, part.offer, part.strip.clone()),
            (
                Judged::Fits {
                    fit,
                    offer,
                    around,
                    strip,
                },
                None,
            ) => (fit, offer, around, strip),
            (Judged::Not(reason, detail), None) => match parts.first() {
                // The whole cannot be had, a part nearly.
                Some(part) => (part.fit, part.offer, part.offer, part.strip.clone()),
                None => return self.miss(id, reason, detail),
            },
        };
        let Some((place, distance)) = self.placed(id) else {
            return;
        };
        if distance.too_far() {
            return self.miss(id, MissReason::TooFar, MissDetail::Plain);
        }
        let list = if matches!(fit, HitFit::Free | HitFit::Parts) {
            &mut self.hits
        } else {
            &mut self.nearly
        };
        list.push(Hit {
            place,
            fit,
            offer,
            free_around: around,
            strip,
            metres: distance.metres,
            in_district: distance.in_district,
            wheelchair: access(self.landscape, id),
            parts,
        });
    }

    fn placed(&self, id: SpaceId) -> Option<(Place, Distance)> {
        let place = self.landscape.place(id)?;
        let distance = self.distances.get(&place.facility).copied()?;
        Some((place, distance))
    }

    fn miss(&mut self, id: SpaceId, reason: MissReason, detail: MissDetail) {
        if let Some((place, distance)) = self.placed(id) {
            let metres = distance.metres;
            self.misses.entry(reason).or_default().push(Miss {
                place,
                detail,
                metres,
            });
        }
    }

    /// Near before far where a place is wished; else the smallest that is large enough; then by time and name.
    pub(super) fn arrange(&mut self, query: &SearchQuery) {
        let distances = &self.distances;
        let order = |facility: FacilityId| distances.get(&facility).map(|one| one.order());
        let size = |hit: &Hit| {
            let known = hit.place.capacity.filter(|_| query.persons.is_some());
            (query.persons.is_some() && known.is_none(), known)
        };
        let name = |place: &Place| (Name(place.facility_name.clone()), Name(place.name.clone()));
        self.hits
            .sort_by_cached_key(|hit| (order(hit.place.facility), size(hit), hit.offer, name(&hit.place)));
        self.nearly.sort_by_cached_key(|hit| {
            let away = match hit.fit {
                HitFit::Free | HitFit::Parts => 0,
                HitFit::Moved { minutes } => minutes.unsigned_abs(),
                HitFit::Shorter => 1000,
                HitFit::SameDay => 2000,
            };
            (away, order(hit.place.facility), size(hit), name(&hit.place))
        });
        for list in self.misses.values_mut() {
            list.sort_by_cached_key(|miss| (order(miss.place.facility), name(&miss.place)));
        }
    }

    /// Tells why what is closed by a closure is closed. One query, none when nothing is.
    pub(super) async fn tell_closures(
        &mut self,
        tx: &mut Tx,
        now: Timestamp,
        closed: &[(SpaceId, ClosureId)],
    ) -> Result<(), ServiceError> {
        let landscape = self.landscape;
        let Some(misses) = self
            .misses
            .get_mut(&MissReason::Closed)
            .filter(|_| !closed.is_empty())
        else {
            return Ok(());
        };
        let family = |id: SpaceId| {
            let mut family = landscape.above(id);
            family.push(id);
            family.extend(landscape.below(id));
            family
        };
        let by_closure = |miss: &Miss| matches!(miss.detail, MissDetail::Closed { reason: None });
        let spaces: BTreeSet<SpaceId> = misses
            .iter()
            .filter(|miss| by_closure(miss))
            .flat_map(|miss| family(miss.place.id))
            .collect();
        let spaces: Vec<SpaceId> = spaces.into_iter().collect();
        let known = closures::coming(tx, &spaces, now).await?;
        for miss in misses.iter_mut().filter(|miss| by_closure(miss)) {
            let units: BTreeSet<SpaceId> = landscape.units(miss.place.id).collect();
            let its: BTreeSet<ClosureId> = closed
                .iter()
                .filter(|(unit, _)| units.contains(unit))
                .map(|(_, closure)| *closure)
                .collect();
            let reason = known
                .iter()
                .find(|closure| closure.public && its.contains(&closure.id));
            miss.detail = MissDetail::Closed {
                reason: reason.map(|closure| closure.reason.clone()),
            };
        }
        Ok(())
    }
}
