//! What the fields hold before anything is typed.

use crate::{booking::name, query::Query};
use chrono::{Datelike as _, Days, NaiveDate};
use ledig_domain::time::Minute;
use ledig_service::case::form::BookingForm;

/// The query with a suggestion for every field that is missing.
pub(super) fn suggested(query: &Query, form: &BookingForm) -> Query {
    let tomorrow = form.today.checked_add_days(Days::new(1)).unwrap_or(form.today);
    let date: NaiveDate = query.read(name::DATE).unwrap_or(tomorrow);
    let start = query.read(name::START).unwrap_or_else(|| {
        if query.has(name::DATE) {
            date
        } else {
            tomorrow.max(form.season.from)
        }
    });
    let day = if query.has(name::DATE) { date } else { start };
    let weekday = day.weekday().number_from_monday();
    let from: Minute = query
        .read(name::FROM)
        .unwrap_or_else(|| Minute::hm(18, 0).unwrap_or_default());
    let length = 90.clamp(
        form.rules.min_minutes,
        form.rules.max_minutes.max(form.rules.min_minutes),
    );
    let to = Minute::new(from.get() + length).unwrap_or(Minute::END_OF_DAY);
    let until = if form.season.to > start {
        form.season.to
    } else {
        start
    };
    let party = form
        .acting_for
        .filter(|id| form.parties.iter().any(|party| party.id == *id && party.may_ask));
    let party = party.or_else(|| {
        let mut able = form.parties.iter().filter(|party| party.may_ask);
        able.next()
            .filter(|_| !form.private_allowed)
            .map(|party| party.id)
    });
    let nth = (day.day() - 1) / 7 + 1;
    let suggestions = [
        (
            name::PARTY,
            party.map_or_else(|| name::SELF.to_owned(), |id| id.to_string()),
        ),
        (name::KIND, name::ONCE.to_owned()),
        (name::DATE, date.to_string()),
        (name::FROM, from.to_string()),
        (name::TO, to.to_string()),
        (name::START, start.to_string()),
        (name::RHYTHM, name::WEEKLY.to_owned()),
        (name::EVERY_WEEKS, "1".to_owned()),
        (name::EVERY_MONTHS, "1".to_owned()),
        (name::WEEKDAY, weekday.to_string()),
        (name::MONTH_DAY, day.day().to_string()),
        (name::NTH, nth.to_string()),
        (name::MONTH_WEEKDAY, weekday.to_string()),
        (name::END, name::END_DATE.to_owned()),
        (name::UNTIL, until.to_string()),
        (name::COUNT, "10".to_owned()),
        (name::NO_SCHOOL_HOLIDAYS, "1".to_owned()),
        (name::NO_PUBLIC_HOLIDAYS, "1".to_owned()),
        (name::SHOWN, "1".to_owned()),
    ];
    suggestions
        .into_iter()
        .fold(query.clone(), |query, (field, value)| {
            if query.has(field) {
                query
            } else {
                query.with(field, value)
            }
        })
}
