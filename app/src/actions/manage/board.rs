//! From a time chosen on the day board to the page where it is booked or closed.

use crate::{actions::leads_to, query::Query};
use axum::{extract::RawQuery, response::Response};
use chrono::{Days, NaiveDate};
use ledig_domain::{
    id::{FacilityId, SpaceId},
    time::Minute,
};

/// Leads on to the form that the chosen button means, filled in; back to the board when no space is told.
pub async fn picked(RawQuery(query): RawQuery) -> Response {
    leads_to(&lead(&Query::parse(&query.unwrap_or_default())))
}

fn lead(query: &Query) -> String {
    let place = query.get("sted").and_then(|text| text.split_once('.'));
    let place = place
        .and_then(|(home, space)| Some((home.parse::<FacilityId>().ok()?, space.parse::<SpaceId>().ok()?)));
    let date: Option<NaiveDate> = query.read("dato");
    let Some((facility, space)) = place else {
        return on(Query::default(), "dato", date).link("/forvaltning/dag");
    };
    let (from, to) = (query.get("fra"), query.get("til"));
    if query.get("gjor") != Some("steng") {
        let filled = on(Query::default(), "dato", date);
        let filled = on(on(filled, "fra", from), "til", to);
        return filled.link(&format!("/bestill/{space}"));
    }
    // A closure that ends before it begins ends on the next day.
    let (begins, ends) = (query.read::<Minute>("fra"), query.read::<Minute>("til"));
    let over_midnight = begins.zip(ends).is_some_and(|(from, to)| to <= from);
    let last = date.and_then(|date| date.checked_add_days(Days::new(u64::from(over_midnight))));
    let filled = on(Query::default().with("del", space), "from_date", date);
    let filled = on(on(on(filled, "from", from), "to_date", last), "to", to);
    format!(
        "{}#steng",
        filled.link(&format!("/forvaltning/anlegg/{facility}/stenging"))
    )
}

/// The query with what was told.
fn on(query: Query, name: &str, value: Option<impl std::fmt::Display>) -> Query {
    match value {
        Some(value) => query.with(name, value),
        None => query,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALL: &str = "01890000-0000-7000-8000-000000000001.01890000-0000-7000-8000-000000000002";

    fn chosen(rest: &str) -> String {
        lead(&Query::parse(&format!("sted={HALL}&dato=2026-09-03&{rest}")))
    }

    #[test]
    fn booking_gets_space_date_and_times() {
        assert_eq!(
            chosen("fra=18:00&til=19:30&gjor=bestill"),
            "/bestill/01890000-0000-7000-8000-000000000002?dato=2026-09-03&fra=18:00&til=19:30"
        );
    }

    #[test]
    fn closing_over_midnight_ends_on_the_next_day() {
        let link = chosen("fra=22:00&til=02:00&gjor=steng");
        assert!(
            link.contains("from_date=2026-09-03&from=22:00&to_date=2026-09-04&to=02:00"),
            "{link}"
        );
        let link = chosen("fra=18:00&til=20:00&gjor=steng");
        assert!(link.contains("to_date=2026-09-03&to=20:00"), "{link}");
    }

    #[test]
    fn what_cannot_be_read_is_left_to_the_page_that_tells_it() {
        assert!(chosen("fra=seks&gjor=steng").contains("from=seks"));
        assert_eq!(
            lead(&Query::parse("sted=x&dato=2026-09-03")),
            "/forvaltning/dag?dato=2026-09-03"
        );
    }
}
