//! Addresses of pages.

use super::day_strip::clock_value;
use crate::query::Query;
use chrono::{Datelike as _, NaiveDate, Weekday};
use ledig_domain::id::SpaceId;
use ledig_service::day::{MinuteSpan, Place};

/// A facility's page.
pub fn facility(slug: &str) -> String {
    format!("/anlegg/{slug}")
}

/// A space's page.
pub fn space(place: &Place) -> String {
    format!("/anlegg/{}/{}", place.facility_slug, place.slug)
}

/// The booking flow for a space, at a time where one is chosen.
pub fn book(space: SpaceId, at: Option<(NaiveDate, MinuteSpan)>) -> String {
    let mut query = Query::default();
    if let Some((date, span)) = at {
        query = query
            .with("dato", date)
            .with("fra", clock_value(span.from))
            .with("til", clock_value(span.to));
    }
    query.link(&format!("/bestill/{space}"))
}

/// `2026-W47`, the week of a date in addresses.
pub fn week_code(date: NaiveDate) -> String {
    let week = date.iso_week();
    format!("{}-W{:02}", week.year(), week.week())
}

/// The Monday of a week in an address, as `2026-W47`; a plain date will do too.
pub fn read_week(text: &str) -> Option<NaiveDate> {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Some(date);
    }
    let (year, week) = text.split_once("-W")?;
    NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Mon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_read_as_written() {
        let monday = NaiveDate::from_ymd_opt(2026, 12, 28).unwrap();
        assert_eq!(week_code(monday), "2026-W53");
        assert_eq!(read_week("2026-W53"), Some(monday));
        assert_eq!(read_week("2025-W53"), None);
        assert_eq!(read_week("uke 3"), None);
    }
}
