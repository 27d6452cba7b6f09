//! What can be wrong with a draft.

use crate::format::{
    refusal::{Barred, Differs, Why},
    time::{Clock, Day},
    wish::Slot,
};
use serde::Serialize;
use std::fmt;
use thiserror::Error;

/// A session as the draft tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Placed {
    /// Of which wish.
    pub wish: String,
    /// When and where.
    pub slot: Slot,
}

impl fmt::Display for Placed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Slot {
            spaces,
            day,
            from,
            to,
        } = &self.slot;
        write!(
            f,
            "«{}» in {}, {day:?} {}–{}",
            self.wish,
            spaces.join("+"),
            from.0,
            to.0
        )
    }
}

/// Something in a draft that is not as FORMAT.md says.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize)]
#[serde(tag = "violation", rename_all = "snake_case")]
pub enum Violation {
    /// The draft is of another version of the format, instance, rules or seed.
    #[error("the draft's {field} is {found}, not {expected}")]
    Header {
        field: String,
        expected: String,
        found: String,
    },
    /// An id that the instance does not have.
    #[error("the draft names {what} «{id}», which the instance does not have")]
    Unknown { what: Thing, id: String },
    /// Lines that are not in the order of the instance, missing, or there twice.
    #[error("the {what} lines are not those of the instance in its order, at «{id}»")]
    Lines { what: Thing, id: String },

    /// A session that does not begin and end on the grid, one after the other.
    #[error("{session} does not begin and end on the grid")]
    OffGrid { session: Placed },
    /// A session in spaces that are none of the wish's placements.
    #[error("{session} is in no placement of its wish")]
    NoPlacement { session: Placed },
    /// A session that is too short or too long.
    #[error("{session} does not last from {shortest} to {longest} minutes")]
    Length {
        session: Placed,
        shortest: u16,
        longest: u16,
    },
    /// Two sessions in one unit at the same time.
    #[error("{one} and {other} are both in «{unit}»")]
    UnitTaken {
        unit: String,
        one: Placed,
        other: Placed,
    },
    /// A session while a unit is not open.
    #[error("{session} is there while «{unit}» is not open")]
    NotOpen { unit: String, session: Placed },
    /// A session while a unit is blocked.
    #[error("{session} is there while «{unit}» is blocked")]
    Blocked { unit: String, session: Placed },
    /// A session where all weeks are closed.
    #[error("{session} is where no week of the season is open")]
    NoWeeks { session: Placed },
    /// A session outside the wish's windows and the hours of duty.
    #[error("{session} is outside the windows")]
    OutsideWindows { session: Placed },
    /// A session outside the hours that its class has to keep.
    #[error("{session} is outside the hours of its class")]
    OutsideClassHours { session: Placed },
    /// A session where fewer fit than come.
    #[error("{session}: fewer than {size} fit")]
    TooSmall { session: Placed, size: u32 },
    /// A session where more have to come.
    #[error("{session}: {size} are too few")]
    GroupTooSmall { session: Placed, size: u32 },
    /// A session without a floor or equipment that it must have.
    #[error("{session} lacks {feature}")]
    Lacks { session: Placed, feature: String },

    /// More sessions on a day than the wish says.
    #[error("«{wish}» has {found} sessions on {day:?}, not at most {most}")]
    PerDay {
        wish: String,
        day: Day,
        most: u8,
        found: u32,
    },
    /// Two sessions of a wish at the same time.
    #[error("{one} overlaps {other} of the same wish")]
    OwnOverlap { one: Placed, other: Placed },
    /// Two sessions of a wish on days that are too near.
    #[error("{one} and {other} have fewer than {days} free days between them")]
    FreeDays { one: Placed, other: Placed, days: u8 },
    /// More minutes than the class may have.
    #[error("«{wish}» has {found} minutes, not at most {most}")]
    MostMinutes { wish: String, most: u16, found: u32 },
    /// More sessions than the wish is wanted to have.
    #[error("«{wish}» has {found} sessions, not at most {wanted}")]
    TooMany { wish: String, wanted: u32, found: u32 },
    /// A session, not locked, of a wish that is held back.
    #[error("{session}: the wish is held back")]
    HeldBack { session: Placed },
    /// A session, not locked, of a wish that the rules give nothing.
    #[error("{session}: the rules exclude the wish")]
    Excluded { session: Placed },
    /// A coach who cannot be at both sessions.
    #[error("coach «{coach}» cannot be at both {one} and {other}")]
    Coach {
        coach: String,
        one: Placed,
        other: Placed,
    },
    /// A session without those that it must come together with.
    #[error("{session} is without a session of «{partner}»")]
    Unbundled { session: Placed, partner: String },

    /// A lock that is not in the draft, or not marked.
    #[error("locked: {session}, but the draft has no such locked session")]
    LockMissing { session: Placed },
    /// A session marked as locked that is not.
    #[error("{session} is marked as locked, but is not")]
    NotLocked { session: Placed },

    /// A figure of a class.
    #[error("class «{class}»: {figure} is {found}, not {expected}")]
    ClassFigure {
        class: String,
        figure: String,
        expected: String,
        found: String,
    },
    /// A bound that is below what was given.
    #[error("class «{class}»: at most {at_most}, but {given} were given")]
    Bound { class: String, at_most: u32, given: u32 },
    #[error("class «{class}»: at most {in_place} while others stay, but only {at_most} if they move")]
    InPlace {
        class: String,
        at_most: u32,
        in_place: u32,
    },
    /// A draft that says it is optimal, though a class could have more.
    #[error("the draft is said to be optimal, but class «{class}» was given {given} of at most {at_most}")]
    NotOptimal { class: String, at_most: u32, given: u32 },
    /// The price of changes.
    #[error("the price of changes is {found}, not {expected}")]
    ChangePrice { expected: u64, found: u64 },
    /// A figure of an organisation.
    #[error("organisation «{organisation}»: {figure} is {found}, not {expected}")]
    OrganisationFigure {
        organisation: String,
        figure: String,
        expected: u64,
        found: u64,
    },
    /// A figure of a quota.
    #[error("quota «{quota}»: {figure} is {found}, not {expected}")]
    QuotaFigure {
        quota: String,
        figure: String,
        expected: u64,
        found: u64,
    },

    /// The priority invariant is broken: the wish could be here if the sessions named went.
    #[error("priority: {session} is possible if these go: {}", .goes.join(", "))]
    PassedOver { session: Placed, goes: Vec<String> },

    /// A wish with fewer sessions than asked for, and no reason.
    #[error("«{wish}» got fewer sessions than it asked for, and no reason is given")]
    NoRefusal { wish: String },
    /// A refusal where there is none, or the second.
    #[error("«{wish}» is refused without cause, or twice")]
    Refused { wish: String },
    /// A figure of a refusal.
    #[error("refusal of «{wish}»: {figure} is {found}, not {expected}")]
    RefusalFigure {
        wish: String,
        figure: String,
        expected: u64,
        found: u64,
    },
    /// Another reason why there was nothing to look for.
    #[error("refusal of «{wish}»: barred by {found:?}, not {expected:?}")]
    Barred {
        wish: String,
        expected: Option<Barred>,
        found: Option<Barred>,
    },
    /// An obstacle about something that the wish did not ask for, or where there is nothing to stand in the way of.
    #[error("refusal of «{wish}»: an obstacle in {} at {}–{} is about nothing that was asked for", .spaces.join("+"), .first.0, .last.0)]
    ObstacleOfNothing {
        wish: String,
        spaces: Vec<String>,
        day: Option<Day>,
        first: Clock,
        last: Clock,
    },
    /// An obstacle that did not stand in the way.
    #[error("refusal of «{wish}»: in {}, {day:?} {}, it was not {said:?} but {truth:?}", .spaces.join("+"), .start.0)]
    ObstacleFalse {
        wish: String,
        spaces: Vec<String>,
        day: Day,
        start: Clock,
        said: Why,
        truth: Vec<Why>,
    },
    /// A start that was asked for, with no obstacle.
    #[error("refusal of «{wish}»: nothing is said of {}, {day:?} {}", .spaces.join("+"), .start.0)]
    ObstacleMissing {
        wish: String,
        spaces: Vec<String>,
        day: Day,
        start: Clock,
    },
    /// A nearest wish that would not have been served.
    #[error("refusal of «{}»: the nearest, {session}, is not free: {why:?}", .session.wish)]
    NearestNotFree { session: Placed, why: Option<Why> },
    /// A nearest wish that does not differ in what it says.
    #[error("refusal of «{}»: the nearest, {session}, does not differ in {differs:?}", .session.wish)]
    NearestNotSo { session: Placed, differs: Differs },
}

/// What has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// A session, by its wish.
    Session,
    /// A wish.
    Wish,
    /// A space.
    Space,
    /// A class.
    Class,
    /// An organisation.
    Organisation,
    /// A quota.
    Quota,
    /// A refusal, by its wish.
    Refusal,
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Session => "session",
            Self::Wish => "wish",
            Self::Space => "space",
            Self::Class => "class",
            Self::Organisation => "organisation",
            Self::Quota => "quota",
            Self::Refusal => "refusal",
        })
    }
}
