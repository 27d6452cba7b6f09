//! A day drawn as a strip, and what stands in it: the pieces that search, places, week and board share.

pub(crate) mod entries;
pub(crate) mod strip;

use chrono::NaiveDate;
use ledig_domain::{
    id::{FacilityId, OrganisationId, RequestId, SpaceId},
    space::SpaceKind,
    time::DAY_MINUTES,
};
use serde::{Deserialize, Serialize};

/// Minutes from a date's midnight, half-open; past 1440 it is the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MinuteSpan {
    /// First minute.
    pub from: u16,
    /// The minute after the last.
    pub to: u16,
}

impl MinuteSpan {
    /// Length, minutes.
    pub fn minutes(self) -> u16 {
        self.to.saturating_sub(self.from)
    }

    /// The same as a span on the clock; `None` when it is empty or longer than a day.
    pub fn on_clock(self) -> Option<ledig_domain::time::WallSpan> {
        use ledig_domain::time::{Minute, WallSpan};
        let clock = |at: u16| Minute::new(if at > DAY_MINUTES { at - DAY_MINUTES } else { at });
        WallSpan::new(clock(self.from)?, clock(self.to)?)
    }
}

impl From<(u16, u16)> for MinuteSpan {
    fn from((from, to): (u16, u16)) -> Self {
        Self { from, to }
    }
}

/// A space with everything that names, places and links it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Which.
    pub id: SpaceId,
    /// Its name, with its hall's in front where it is a part.
    pub name: String,
    /// Its part of the address: `/anlegg/{facility_slug}/{slug}`.
    pub slug: String,
    /// What kind.
    pub kind: SpaceKind,
    /// How many persons it holds, if known.
    pub capacity: Option<u32>,
    /// Its facility.
    pub facility: FacilityId,
    /// The facility's name.
    pub facility_name: String,
    /// The facility's part of the address.
    pub facility_slug: String,
    /// The facility's district.
    pub district: String,
    /// It can be booked.
    pub bookable: bool,
}

/// A day of a space from opening to closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayStrip {
    /// Which day.
    pub date: NaiveDate,
    /// When it is open, in order and joined.
    pub open: Vec<MinuteSpan>,
    /// When it is not to be had, in order; closures and bookings with their setup and teardown.
    pub busy: Vec<BusySpan>,
    /// When it is open, nobody has it, and it has not passed; in order.
    pub free: Vec<MinuteSpan>,
}

/// Time that is not to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct BusySpan {
    /// When.
    pub span: MinuteSpan,
    /// Why.
    pub kind: BusyKind,
    /// A part of the space is free all the same.
    pub partly: bool,
}

/// Why time is not to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BusyKind {
    /// Booked, or held for somebody.
    Taken,
    /// Booked by the organisation or person that the viewer acts for.
    Own,
    /// Closed.
    Closed,
}

/// Something that stands in a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When, without setup and teardown. An entry from the day before starts at 0.
    pub span: MinuteSpan,
    /// When the space is occupied by it, setup and teardown included.
    pub occupied: MinuteSpan,
    /// It began on the day before.
    pub continued: bool,
    /// The space it is in: the viewed one, a part of it, or the whole it belongs to.
    pub space: SpaceId,
    /// That space's own name.
    pub space_name: String,
    /// It leaves nothing of the viewed space free.
    pub whole: bool,
    /// What it is, as far as the viewer may know.
    pub label: Label,
    /// Its case, for those who may open it.
    pub request: Option<RequestId>,
    /// Whom to reach about it; for staff.
    pub contact: Option<EntryContact>,
}

/// What stands there, as far as the viewer may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Label {
    /// An organisation's time; its name is public.
    Organisation {
        /// Which.
        id: OrganisationId,
        /// Its name.
        name: String,
        /// The team's name.
        team: Option<String>,
        /// The viewer belongs to it.
        own: bool,
    },
    /// The viewer's own private booking.
    Own,
    /// A private person's time, to those who may not know whose: «Opptatt».
    Busy,
    /// A private person's time, to staff.
    Person {
        /// The person's name.
        name: String,
    },
    /// Closed; the reason where it is public or the viewer is staff.
    Closed {
        /// In the manager's words.
        reason: Option<String>,
    },
    /// Held until a counter-offer is answered.
    Held,
}

/// Whom to reach about an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryContact {
    /// The person's name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Telephone; empty when not known.
    pub phone: String,
    /// What it is for, in the applicant's words.
    pub purpose: String,
}
