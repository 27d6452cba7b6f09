//! Find what is free: by activity, place, time and number of people.

mod activity;
mod judge;
mod near;
mod run;
mod sort;

pub use activity::{Activity, What};

use crate::{
    day::{DayStrip, MinuteSpan, Place},
    places::Wheelchair,
};
use chrono::NaiveDate;
use ledig_domain::time::Minute;
use serde::{Deserialize, Serialize};

/// What is searched for. Everything may be left open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SearchQuery {
    /// For which activity, or which kind of space.
    pub what: Option<What>,
    /// In the name of space, facility or equipment.
    pub text: String,
    /// Near which district, facility or town, as typed.
    pub near: String,
    /// On which date; today where not told.
    pub date: Option<NaiveDate>,
    /// From when. Without an end, `minutes` tells how long.
    pub from: Option<Minute>,
    /// Until when.
    pub to: Option<Minute>,
    /// For how long, minutes; 60 where nothing tells.
    pub minutes: Option<u16>,
    /// How many people.
    pub persons: Option<u32>,
    /// Only where a wheelchair gets in.
    pub wheelchair: bool,
    /// How many hits to show; 20 where not told, at most 100.
    pub limit: Option<u16>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchPage {
    /// The date searched.
    pub date: NaiveDate,
    /// The municipality's date.
    pub today: NaiveDate,
    /// The time searched; `None` when any time of the day would do.
    pub wished: Option<MinuteSpan>,
    /// The length searched, minutes.
    pub minutes: u16,
    /// What `near` was understood as; `None` where nothing was typed or nothing fits.
    pub near: Option<Near>,
    /// Something was typed for `near`, and nothing is called that.
    pub near_unknown: bool,
    /// Free as wished; the nearest first, or by name.
    pub hits: Vec<Hit>,
    /// Free at another time that day, or in part; the closest to the wish first.
    pub nearly: Vec<Hit>,
    /// How many more hits there are than shown.
    pub more_hits: u32,
    /// How many more near hits there are than shown.
    pub more_nearly: u32,
    /// What did not fit, by reason.
    pub misses: Vec<MissGroup>,
    /// Names to suggest for `near`: districts, then facilities.
    pub places: Vec<String>,
}

/// What the place was understood as.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Near {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: NearKind,
    /// Its middle as (latitude, longitude), where known.
    pub position: Option<(f64, f64)>,
}

/// What a place name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NearKind {
    /// A district or town.
    District,
    /// A facility.
    Facility,
}

/// A place that fits, or nearly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// Which.
    pub place: Place,
    /// How it fits.
    pub fit: HitFit,
    /// The time to book: as wished, or the nearest.
    pub offer: MinuteSpan,
    /// The free span that the time lies in.
    pub free_around: MinuteSpan,
    /// Its day.
    pub strip: DayStrip,
    /// Metres from the wished place, where known.
    pub metres: Option<u32>,
    /// It lies in the wished district.
    pub in_district: bool,
    /// Wheelchair access.
    pub wheelchair: Wheelchair,
    /// Parts of it that fit too, or alone; under the hall they belong to.
    pub parts: Vec<PartHit>,
}

/// A part that fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartHit {
    /// Which.
    pub place: Place,
    /// How it fits.
    pub fit: HitFit,
    /// The time to book.
    pub offer: MinuteSpan,
    /// Its day.
    pub strip: DayStrip,
}

/// How a place fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HitFit {
    /// Free as wished.
    Free,
    /// A part of it is free as wished; see the parts.
    Parts,
    /// The same length so many minutes later (earlier when negative).
    Moved { minutes: i16 },
    /// Only some of the time.
    Shorter,
    /// Free some other time that day.
    SameDay,
}

/// Places that did not fit for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissGroup {
    /// Why.
    pub reason: MissReason,
    /// How many.
    pub count: u32,
    /// Which, at most 50.
    pub places: Vec<Miss>,
}

/// Why a place did not fit. The order is the order in which reasons are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissReason {
    /// It holds too few.
    TooSmall,
    /// It is taken.
    Taken,
    /// It is closed.
    Closed,
    /// The rules for it say no.
    Rules,
    /// No wheelchair gets in, or it is not known.
    NoWheelchair,
    /// It is far from the wished place.
    TooFar,
    /// It cannot be booked here.
    NotBookable,
}

/// A place that did not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Miss {
    /// Which.
    pub place: Place,
    /// What exactly.
    pub detail: MissDetail,
    /// Metres from the wished place, where known.
    pub metres: Option<u32>,
}

/// What exactly did not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MissDetail {
    /// It holds so many.
    Holds { persons: u32 },
    /// Taken all day; the next time it is free, within two weeks.
    Taken { next: Option<NextFree> },
    /// Closed that day, with the reason where it is public.
    Closed { reason: Option<String> },
    /// Open, but not then.
    OpenOnly { spans: Vec<MinuteSpan> },
    /// The rules say no.
    Rules {
        breaches: Vec<ledig_domain::booking_rules::Breach>,
    },
    /// What is known of access.
    Access { wheelchair: Wheelchair },
    /// Nothing more to tell.
    Plain,
}

/// The next time a space is free.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextFree {
    /// Which day.
    pub date: NaiveDate,
    /// When.
    pub span: MinuteSpan,
}
