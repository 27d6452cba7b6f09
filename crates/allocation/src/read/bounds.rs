//! How large things may be: far beyond any season, and small enough that no sum of the engine overflows.

use super::{
    at::{At, Faults},
    fault::FaultKind,
};
use ledig_domain::space::SpaceKind;

/// Spaces, parts included.
pub const SPACES: usize = 20_000;
/// Units below one whole.
pub const UNITS: usize = 200;
/// Levels of a whole and its parts.
pub const LEVELS: usize = 16;
/// Organisations.
pub const ORGANISATIONS: usize = 100_000;
/// Wishes.
pub const WISHES: usize = 100_000;
/// Links, locks, and wishes held back.
pub const MARKS: usize = 100_000;
/// Published sessions: seven for each wish.
pub const PUBLISHED: usize = 700_000;
/// Places of a wish.
pub const PLACES: usize = 200;
/// Windows of a wish, or hours of a rule or a space.
pub const WINDOWS: usize = 100;
/// Blocks of a space.
pub const BLOCKS: usize = 1_000;
/// Anything else in a list.
pub const ENTRIES: usize = 200;
/// Bundles of all wishes that must be together: ways to put them side by side.
pub const BUNDLES: usize = 1_000_000;
/// Wishes in a link.
pub const LINKED: usize = 20;
/// Classes of the rules.
pub const CLASSES: usize = 50;
/// Lines of an entitlement and other lists of the rules.
pub const LINES: usize = 1_000;
/// Weeks of a season.
pub const WEEKS: u64 = 60;
/// Sessions of a wish a week.
pub const SESSIONS: u64 = 7;
/// Locks of a wish: a class has so many rounds.
pub const LOCKS_OF_WISH: usize = 7;
/// Minutes of a day.
pub const DAY: u64 = 1_440;
/// Minutes of a week.
pub const WEEK: u64 = 10_080;
/// People in a space, a team or a group.
pub const PEOPLE: u64 = 1_000_000;
/// Thousandths of a minute for a member.
pub const MILLI_MINUTES: u64 = 1_000_000;
/// Minutes a week of an organisation.
pub const ENTITLED: u64 = 1_000_000_000;
/// The price of a change.
pub const PRICE: u64 = 1_000_000;
/// Any of the points.
pub const POINTS: u64 = 10_000;
/// Minutes for a kilometre.
pub const MINUTES_PER_KM: u64 = 1_000;
/// Characters of an id, and of a word of the file such as a sport or a feature.
pub const ID: usize = 200;
/// Characters of any other text.
pub const TEXT: usize = 2_000;

/// A number within bounds.
pub fn number(at: &At<'_>, found: impl Into<u64>, least: i64, most: u64, faults: &mut Faults) {
    let found = found.into();
    if i64::try_from(found).is_ok_and(|found| found < least) {
        let found = found.to_string();
        faults.add(at, FaultKind::TooLow { found, least });
    } else if found > most {
        let found = found.to_string();
        faults.add(at, FaultKind::TooHigh { found, most });
    }
}

/// A share of a hundred.
pub fn percent(at: &At<'_>, found: u8, faults: &mut Faults) {
    number(at, found, 0, 100, faults);
}

/// A list that is not too long.
pub fn count(at: &At<'_>, found: usize, most: usize, faults: &mut Faults) {
    if found > most {
        faults.add(at, FaultKind::TooMany { found, most });
    }
}

/// A text that is not too long.
pub fn text(at: &At<'_>, text: &str, most: usize, faults: &mut Faults) {
    // A character has at least one byte.
    if text.len() > most {
        let characters = text.chars().count();
        if characters > most {
            faults.add(at, FaultKind::TooLong { characters, most });
        }
    }
}

/// A word of the file, or a reference to an id.
pub fn word(at: &At<'_>, word: &str, faults: &mut Faults) {
    text(at, word, ID, faults);
}

/// Words of the file in a list, each once.
pub fn words<'a>(at: &At<'_>, list: impl IntoIterator<Item = &'a str>, faults: &mut Faults) {
    let mut seen = std::collections::BTreeSet::new();
    let mut found = 0;
    for (place, one) in list.into_iter().enumerate() {
        found += 1;
        word(&at.index(place), one, faults);
        if !seen.insert(one) {
            let value = one.to_owned();
            faults.add(&at.index(place), FaultKind::Twice { value });
        }
    }
    count(at, found, ENTRIES, faults);
}

/// An id of a thing itself.
pub fn id(at: &At<'_>, id: &str, faults: &mut Faults) {
    if id.is_empty() {
        faults.add(at, FaultKind::EmptyId);
    }
    word(at, id, faults);
}

/// Ages from and to.
pub fn ages(at: &At<'_>, from: u8, to: u8, faults: &mut Faults) {
    if from > to {
        faults.add(&at.field("age_to"), FaultKind::AgesReversed { from, to });
    }
}

/// Kinds of spaces, at least one and each once.
pub fn kinds(at: &At<'_>, kinds: &[SpaceKind], faults: &mut Faults) {
    if kinds.is_empty() {
        faults.add(at, FaultKind::NoKinds);
    }
    words(at, kinds.iter().map(|kind| kind.code()), faults);
}
