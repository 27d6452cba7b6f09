//! The start page: real answers before anyone has asked.

use crate::{
    Service, ServiceError, Viewer,
    day::{DayStrip, MinuteSpan, Place},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The start page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartPage {
    /// The municipality's name.
    pub municipality: String,
    /// The municipality's date.
    pub today: NaiveDate,
    /// Minutes of the day now.
    pub now: u16,
    /// Halls that are free within the hour.
    pub now_free: Vec<StartPlace>,
    /// Halls that are free this evening (17–22), with their first time.
    pub evening: Vec<StartPlace>,
    /// Halls that are free on the weekend to come or now, with their first time.
    pub weekend: Vec<StartPlace>,
    /// How many facilities there are.
    pub facilities: u32,
    /// How many bookable spaces there are.
    pub spaces: u32,
    /// Names to suggest for places: districts, then facilities.
    pub places: Vec<String>,
}

/// A hall with its first free time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartPlace {
    /// Which.
    pub place: Place,
    /// Free from–to.
    pub free: MinuteSpan,
    /// Its day.
    pub strip: DayStrip,
}

impl Service {
    /// What the start page shows.
    pub async fn start_page(&self, viewer: &Viewer) -> Result<StartPage, ServiceError> {
        todo!("{viewer:?}")
    }
}
