//! Which attempts can really be had on a date.

use super::{Alternative, Attempt, Candidate, SpaceInfo, rank};
use crate::{booking_rules::BookingRules, hours::OpeningHours, id::SpaceId, time::WallSpan};
use chrono::NaiveDate;

/// What is known of the spaces that are tried.
pub trait Ground {
    /// The space's booking rules; without them the space cannot be had.
    fn rules(&self, space: SpaceId) -> Option<&BookingRules>;
    /// The space's opening hours; without them the space cannot be had.
    fn hours(&self, space: SpaceId) -> Option<&OpeningHours>;
    /// Whether nothing occupies the space then, setup and teardown included, it is not closed, and the rules
    /// that need the clock hold: lead time, horizon, quota.
    fn is_free(&self, space: SpaceId, date: NaiveDate, times: WallSpan) -> bool;
}

/// Who would come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// How many persons, if told.
    pub persons: Option<u32>,
    /// Asked by a private person.
    pub private: bool,
}

/// The best alternatives that can be had on the date: open, within every rule, and free.
///
/// `spaces` gives names; an attempt at a space that is not among them is left out.
pub fn free_alternatives(
    attempts: &[Attempt],
    spaces: &[SpaceInfo],
    party: Party,
    date: NaiveDate,
    ground: &impl Ground,
) -> Vec<Alternative> {
    let candidates = attempts
        .iter()
        .filter(|one| can_be_had(one, party, date, ground))
        .filter_map(|one| {
            let space = spaces.iter().find(|space| space.id == one.space)?;
            Some(Candidate {
                alternative: Alternative {
                    space: one.space,
                    space_name: space.name.clone(),
                    facility_name: space.facility_name.clone(),
                    times: one.times,
                    why: one.why,
                },
                capacity: space.capacity,
            })
        })
        .collect();
    rank(candidates, party.persons)
}

fn can_be_had(one: &Attempt, party: Party, date: NaiveDate, ground: &impl Ground) -> bool {
    let (Some(rules), Some(hours)) = (ground.rules(one.space), ground.hours(one.space)) else {
        return false;
    };
    rules.check_shape(one.times).is_empty()
        && rules.check_party(party.persons, party.private).is_empty()
        && hours.check(date, one.times).is_ok()
        && ground.is_free(one.space, date, one.times)
}
