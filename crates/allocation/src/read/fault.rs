//! What can be wrong with a file: each kind says what is wrong and what is allowed.

use crate::format::time::Clock;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One fault of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}: {what}", if path.is_empty() { "/" } else { path })]
pub struct Fault {
    /// Where, as a JSON pointer (RFC 6901); empty for the file as a whole.
    pub path: String,
    /// What.
    pub what: FaultKind,
}

/// What an id stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// A space.
    Space,
    /// An organisation.
    Organisation,
    /// A wish.
    Wish,
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Space => "space",
            Self::Organisation => "organisation",
            Self::Wish => "wish",
        })
    }
}

/// What is wrong, and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum FaultKind {
    // The text.
    /// Longer than any instance needs to be.
    #[error("the file has {bytes} bytes; at most {most} are read")]
    TextTooLong {
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        most: usize,
    },
    /// No UTF-8.
    #[error("this is not UTF-8 text (line {line}, byte {column} of it)")]
    NotText {
        /// Line, from 1.
        line: usize,
        /// Byte of the line, from 1.
        column: usize,
    },
    /// No JSON.
    #[error("this is not JSON: {message} (line {line}, column {column})")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1; 0 at the very start of a line.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// More values than any instance needs.
    #[error("the file has more than {most} values, lists and objects; an instance may not have more")]
    TooManyValues {
        /// How many there may be.
        most: usize,
    },
    /// A field of an object stands more than once.
    #[error("the field “{field}” stands more than once in the same object; it may stand once")]
    FieldTwice {
        /// Which.
        field: String,
    },

    // The form: what the schema says.
    /// A field is not there.
    #[error("the field “{field}” is missing")]
    Missing {
        /// Which.
        field: String,
    },
    /// A field that the format does not have.
    #[error("there is no field “{field}” in the format; `ledig allocation-schema` tells which there are")]
    UnknownField {
        /// Which.
        field: String,
    },
    /// Another kind of value.
    #[error("{found} is not allowed here; it has to be {}", either(allowed))]
    WrongType {
        /// What stands there, cut short.
        found: String,
        /// What may stand there.
        allowed: Vec<String>,
    },
    /// None of the words that are allowed.
    #[error("{found} is not allowed here; allowed: {}", allowed.join(", "))]
    NotOneOf {
        /// What stands there, cut short.
        found: String,
        /// What may stand there.
        allowed: Vec<String>,
    },
    /// No time of day.
    #[error("{found} is not a time of day; write it like 18:05, from 00:00 to 24:00")]
    NotATime {
        /// What stands there, cut short.
        found: String,
    },
    /// Anything else that the schema says.
    #[error("this has not the form that the format asks for: {message}")]
    Form {
        /// In the words of the one who found it.
        message: String,
    },

    // Sizes.
    /// A number that is too low.
    #[error("{found} is too low; at least {least} is allowed")]
    TooLow {
        /// What stands there.
        found: String,
        /// The lowest that is allowed.
        least: i64,
    },
    /// A number that is too high.
    #[error("{found} is too high; at most {most} is allowed")]
    TooHigh {
        /// What stands there.
        found: String,
        /// The highest that is allowed.
        most: u64,
    },
    /// A list that is too long.
    #[error("there are {found} of these; at most {most} are allowed")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// A text that is too long.
    #[error("the text has {characters} characters; at most {most} are allowed")]
    TooLong {
        /// How long it is.
        characters: usize,
        /// How long it may be.
        most: usize,
    },

    // The file as a whole, and the season.
    /// Written for another version of the format.
    #[error("the file is of format {found}; this engine reads format {reads}")]
    Version {
        /// What stands there.
        found: u32,
        /// What this engine reads.
        reads: u32,
    },
    /// A grid that the engine does not have.
    #[error("a grid of {found} minutes is not possible; allowed: 15, 30")]
    Grid {
        /// What stands there.
        found: u16,
    },
    /// A week that the season does not have.
    #[error("the season has no week {week}; its weeks are 1 to {weeks}")]
    WeekOutside {
        /// Which.
        week: u16,
        /// How many the season has.
        weeks: u16,
    },

    // Ids.
    /// An empty id.
    #[error("an id may not be empty")]
    EmptyId,
    /// An id that another has, too.
    #[error("the id “{id}” is taken by {first}; each may stand once")]
    IdTwice {
        /// Which.
        id: String,
        /// Where it stands first.
        first: String,
    },
    /// An id that nothing has.
    #[error("there is no {what} with the id “{id}” in this file")]
    Unknown {
        /// What it should be.
        what: Thing,
        /// Which.
        id: String,
    },
    /// The same in a list more than once.
    #[error("“{value}” stands more than once in this list; it may stand once")]
    Twice {
        /// What.
        value: String,
    },

    // Spaces and hours.
    /// Spaces that are parts of themselves.
    #[error("these spaces are parts of themselves: {}; a space may not lie in one of its own parts", spaces.join(" in "))]
    Circle {
        /// Which, each in the next, the last in the first.
        spaces: Vec<String>,
    },
    /// Parts of parts of parts.
    #[error("this space lies {levels} levels deep; at most {most} are allowed")]
    TooDeep {
        /// How deep; a space without parent is at level 1.
        levels: usize,
        /// How deep it may be.
        most: usize,
    },
    /// A whole with too many parts.
    #[error("this space has {units} units; at most {most} are allowed")]
    TooManyUnits {
        /// How many it has.
        units: usize,
        /// How many it may have.
        most: usize,
    },
    /// A latitude without longitude, or the other way round.
    #[error("“{missing}” is missing; latitude and longitude are given both or not at all")]
    HalfCoordinates {
        /// Which is not there.
        missing: String,
    },
    /// No place on earth.
    #[error("{found} is not on earth; allowed are degrees from -{most} to {most}")]
    Coordinate {
        /// What stands there.
        found: String,
        /// The highest that is allowed, degrees.
        most: u16,
    },
    /// Hours on no day.
    #[error("no day is named; name at least one of mon, tue, wed, thu, fri, sat, sun")]
    NoDays,
    /// The end is not after the start.
    #[error("it ends at {}, which is not after {}; the end has to be later on the same day", String::from(*to), String::from(*from))]
    EndsBeforeStart {
        /// First minute.
        from: Clock,
        /// The minute after the last.
        to: Clock,
    },

    // Wishes.
    /// From an age to a lower one.
    #[error("from {from} to {to} years is no age; the second may not be lower than the first")]
    AgesReversed {
        /// Youngest, years.
        from: u8,
        /// Oldest, years.
        to: u8,
    },
    /// The longest session is shorter than the shortest.
    #[error(
        "the longest session, {longest} minutes, is shorter than the shortest, {shortest}; it may not be"
    )]
    LengthsReversed {
        /// Minutes.
        shortest: u16,
        /// Minutes.
        longest: u16,
    },
    /// No length is a multiple of the grid.
    #[error(
        "no length from {shortest} to {longest} minutes is a multiple of the grid, {grid} minutes; at least one has to be"
    )]
    NoLengthOnGrid {
        /// Minutes.
        shortest: u16,
        /// Minutes.
        longest: u16,
        /// Minutes.
        grid: u16,
    },
    /// Nowhere.
    #[error("no place is named; name at least one")]
    NoPlaces,
    /// Never.
    #[error("no window is given; for any time give all days from 00:00 to 24:00")]
    NoWindows,
    /// Places of no kind.
    #[error("no kind of space is named; name at least one")]
    NoKinds,
    /// A window that can hold no session.
    #[error(
        "the window holds {holds} minutes on the grid, also where windows join; the shortest session takes {shortest}"
    )]
    WindowTooShort {
        /// The longest stretch that it is in, minutes.
        holds: u16,
        /// Minutes.
        shortest: u16,
    },

    // Links.
    /// A link of one.
    #[error("{found} wishes are linked; a link needs at least two")]
    TooFewWishes {
        /// How many there are.
        found: usize,
    },
    /// A wish in two links that are a must.
    #[error("the wish “{wish}” is in {first} already; a wish may be in one link that is a must")]
    LinkedTwice {
        /// Which.
        wish: String,
        /// The other link.
        first: String,
    },
    /// Linked wishes ask for different numbers of sessions.
    #[error(
        "the wish “{wish}” asks for {sessions} sessions and “{other}” for {others}; where a link is a must the numbers have to be the same"
    )]
    SessionsDiffer {
        /// Which.
        wish: String,
        /// What it asks for.
        sessions: u8,
        /// The first of the link.
        other: String,
        /// What that asks for.
        others: u8,
    },
    /// Sessions at the same time that cannot end together.
    #[error(
        "no session can be as long as all these wishes ask for: one lasts at least {shortest} minutes, another at most {longest}; together they need a common length"
    )]
    NoCommonLength {
        /// The longest of their shortest lengths, on the grid, minutes.
        shortest: u16,
        /// The shortest of their longest lengths, on the grid, minutes.
        longest: u16,
    },
    /// Sessions one after the other that no day can hold.
    #[error("one after the other these sessions take at least {minutes} minutes; a day has 1440")]
    LongerThanADay {
        /// Together, minutes.
        minutes: u32,
    },

    /// More ways to put wishes side by side than are tried.
    #[error(
        "with this link there are more than {most} ways to put wishes that must be together side by side; link fewer, or name fewer places"
    )]
    TooManyBundles {
        /// How many there may be.
        most: usize,
    },

    // Locks and published sessions.
    /// A time between two slots of the grid.
    #[error("{} is not on the grid; sessions begin and end on multiples of {grid} minutes", String::from(*time))]
    OffGrid {
        /// Which.
        time: Clock,
        /// Minutes.
        grid: u16,
    },
    /// A session nowhere.
    #[error("no space is named; name one, or units that adjoin")]
    NoSpaces,
    /// Spaces that no session can take together.
    #[error("{} are no place for one session; allowed is one space, or units of one space that stand beside each other", spaces.join(", "))]
    NoPlacement {
        /// Which.
        spaces: Vec<String>,
    },
    /// The same session twice.
    #[error("this is the same session as {first}; it may stand once")]
    SessionTwice {
        /// The other.
        first: String,
    },
    /// More locks than a wish can have sessions.
    #[error("the wish “{wish}” has {most} locks already; it may not have more")]
    TooManyLocks {
        /// Which.
        wish: String,
        /// How many it may have.
        most: usize,
    },
    /// Two locks that cannot both stand.
    #[error("this contradicts {first}: both take the same space at the same time; one of them has to go")]
    LocksCollide {
        /// The other.
        first: String,
    },

    // Rules.
    /// At least more than at most.
    #[error("the floor, {floor} minutes, is above the cap, {cap}; it may not be")]
    FloorAboveCap {
        /// Minutes.
        floor: u32,
        /// Minutes.
        cap: u32,
    },

    /// There are more faults than are told.
    #[error("there are {count} more faults, which are told when those before are mended")]
    More {
        /// How many.
        count: usize,
    },
}

/// “a, b or c”.
fn either(words: &[String]) -> String {
    match words {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => words.concat(),
    }
}
