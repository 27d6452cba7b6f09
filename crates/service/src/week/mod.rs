//! A week of a space or facility: the same data for list, table, grid and the print for the door.

mod draw;
mod parts;

use crate::day::{Entry, MinuteSpan};
use chrono::NaiveDate;
pub(crate) use draw::hour_bounds;
use ledig_domain::{
    calendar::{DayOffKind, PublicHoliday},
    id::{FacilityId, SpaceId},
};
use serde::{Deserialize, Serialize};

/// What a week is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekOf {
    /// One space, with what stands in its parts and in the wholes it belongs to.
    Space(SpaceId),
    /// Every space of a facility.
    Facility(FacilityId),
}

/// A week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// ISO year.
    pub year: i32,
    /// ISO week number.
    pub number: u8,
    /// The Monday before.
    pub previous: NaiveDate,
    /// The Monday after.
    pub next: NaiveDate,
    /// The municipality's date.
    pub today: NaiveDate,
    /// What it is of, by name.
    pub of: String,
    /// The facility's name.
    pub facility_name: String,
    /// The spaces that entries can stand in, in tree order.
    pub spaces: Vec<WeekSpace>,
    /// Monday to Sunday.
    pub days: Vec<WeekDay>,
    /// The first minute to draw: the earliest opening or entry, on the hour.
    pub first_minute: u16,
    /// The minute after the last to draw, on the hour.
    pub last_minute: u16,
    /// Some school days off come from another municipality's calendar.
    pub proxy_calendar: bool,
}

/// A space of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekSpace {
    /// Which.
    pub id: SpaceId,
    /// Its own name.
    pub name: String,
    /// Its part of the address.
    pub slug: String,
    /// 0 for a whole, 1 for its parts, and so on.
    pub depth: u8,
    /// It can be booked.
    pub bookable: bool,
}

/// A day of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekDay {
    /// Which.
    pub date: NaiveDate,
    /// Schools are off, and why.
    pub school_off: Option<DayOffKind>,
    /// A public holiday.
    pub holiday: Option<PublicHoliday>,
    /// When it is open: of a facility, when any of its spaces is.
    pub open: Vec<MinuteSpan>,
    /// When nothing at all stands in it, and it has not passed.
    pub free: Vec<MinuteSpan>,
    /// When a part is free though the whole is not, by start, then in tree order; told of few parts only.
    pub part_free: Vec<PartFree>,
    /// What stands there, by start, then by space.
    pub entries: Vec<Entry>,
}

/// A time at which a part can be had and the whole cannot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartFree {
    /// Which part.
    pub space: SpaceId,
    /// Its own name.
    pub name: String,
    /// From–to, at least the shortest time that the part can be booked for.
    pub span: MinuteSpan,
}
