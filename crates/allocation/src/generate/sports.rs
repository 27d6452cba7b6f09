//! Activities: where they are done and what they need.

use ledig_domain::space::SpaceKind;

/// An activity.
pub(super) struct Sport {
    pub(super) word: &'static str,
    /// Of a hundred clubs' teams, about so many do it.
    pub(super) share: u32,
    /// Where it is done, best first.
    pub(super) kinds: &'static [SpaceKind],
    /// Of a hundred wishes, so many for a whole hall.
    pub(super) whole: u32,
    /// Of a hundred wishes, so many for two adjoining parts.
    pub(super) two: u32,
    /// What has to be there.
    pub(super) need: Option<&'static str>,
}

use SpaceKind::{AthleticsHall, Gym, SportsHall, TrainingRoom};

const HALL: &[SpaceKind] = &[SportsHall];
const HALL_OR_GYM: &[SpaceKind] = &[SportsHall, Gym];
const GYM: &[SpaceKind] = &[Gym, TrainingRoom];

/// The activities of sports clubs.
pub(super) const SPORTS: [Sport; 11] = [
    sport("handball", 24, HALL, 24, 16, Some("handball_goals")),
    sport("basketball", 11, HALL, 12, 10, Some("baskets")),
    sport("volleyball", 8, HALL_OR_GYM, 6, 12, None),
    sport("floorball", 8, HALL, 26, 18, None),
    sport("football", 12, HALL_OR_GYM, 14, 14, None),
    sport("gymnastics", 12, GYM, 0, 0, None),
    sport("dance", 6, GYM, 0, 0, None),
    sport("martial_arts", 7, GYM, 0, 0, None),
    sport("badminton", 5, HALL_OR_GYM, 10, 8, None),
    sport("athletics", 4, &[AthleticsHall, Gym], 10, 10, None),
    sport("table_tennis", 3, GYM, 0, 0, None),
];

/// What those do who are no sports club.
pub(super) const OTHERS: Sport = sport("other", 0, GYM, 0, 0, None);

const fn sport(
    word: &'static str,
    share: u32,
    kinds: &'static [SpaceKind],
    whole: u32,
    two: u32,
    need: Option<&'static str>,
) -> Sport {
    Sport {
        word,
        share,
        kinds,
        whole,
        two,
        need,
    }
}

/// The activity of that word; another one counts as any other use of a gym.
pub(super) fn named(word: &str) -> &'static Sport {
    SPORTS.iter().find(|sport| sport.word == word).unwrap_or(&OTHERS)
}
