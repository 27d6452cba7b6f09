//! The manager's board: many spaces over a day or a week, with what is asked for drawn in.

mod draw;
mod wished;

use crate::day::{Entry, MinuteSpan, Place};
use chrono::NaiveDate;
use ledig_domain::{
    id::{FacilityId, LineId, RequestId},
    space::SpaceKind,
};
use serde::{Deserialize, Serialize};

/// What the board shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BoardQuery {
    /// The day, or any day of the week; today where not told.
    pub date: Option<NaiveDate>,
    /// Only this facility.
    pub facility: Option<FacilityId>,
    /// Only this district.
    pub district: String,
    /// Only this kind.
    pub kind: Option<SpaceKind>,
    /// In the space's or facility's name.
    pub text: String,
}

/// The board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// One day, or Monday to Sunday.
    pub dates: Vec<NaiveDate>,
    /// The municipality's date.
    pub today: NaiveDate,
    /// Minutes of the day now.
    pub now: u16,
    /// Spaces by facility and tree, at most [`MAX_BOARD_ROWS`].
    pub rows: Vec<BoardRow>,
    /// How many more spaces fit the filter.
    pub more: u32,
    /// The first minute to draw, on the hour.
    pub first_minute: u16,
    /// The minute after the last to draw, on the hour.
    pub last_minute: u16,
    /// Facilities where the viewer has a post, by name.
    pub facilities: Vec<(FacilityId, String)>,
    /// Their districts.
    pub districts: Vec<String>,
}

/// The most rows of a board.
pub const MAX_BOARD_ROWS: usize = 200;

/// A space on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardRow {
    /// Which; its own name, without its hall's.
    pub place: Place,
    /// 0 for a whole, 1 for its parts, and so on.
    pub depth: u8,
    /// Per date of the board.
    pub days: Vec<BoardDay>,
}

/// A space's day on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardDay {
    /// When it is open.
    pub open: Vec<MinuteSpan>,
    /// What stands there, by start.
    pub entries: Vec<Entry>,
    /// What is asked for and undecided, by start.
    pub asked: Vec<AskedEntry>,
    /// Minutes of the opening time in which something stands.
    pub booked_minutes: u16,
}

/// An undecided date on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedEntry {
    /// When.
    pub span: MinuteSpan,
    /// Its case.
    pub request: RequestId,
    /// Its date in the case.
    pub line: LineId,
    /// The case's number.
    pub number: String,
    /// Who asks.
    pub who: String,
    /// The team, if told.
    pub team: Option<String>,
    /// Something stands in the way.
    pub blocked: bool,
    /// Another undecided date wants some of the same.
    pub contested: bool,
}
