//! Booking rules in plain words, and opening hours as a table.

use crate::texts::{Lang, day, places};
use chrono::{Days, NaiveDate, Weekday};
use ledig_domain::{
    booking_rules::BookingRules,
    hours::{OpeningHours, WeekHours},
    time::{DateRange, WallSpan},
};
use leptos::prelude::*;

/// Each rule as a sentence.
pub fn sentences(l: Lang, rules: &BookingRules) -> Vec<String> {
    let length = |minutes: u16| day::minutes(l, u32::from(minutes));
    let hours = |hours: u16| {
        if hours >= 48 && hours.is_multiple_of(24) {
            day::length(l, i64::from(hours) * 3600)
        } else {
            day::minutes(l, u32::from(hours) * 60)
        }
    };
    let mut told = vec![places::rule_length(
        l,
        &length(rules.min_minutes),
        &length(rules.max_minutes),
    )];
    told.push(places::rule_grid(l, rules.grid_minutes));
    if rules.lead_hours > 0 {
        told.push(places::rule_lead(l, &hours(rules.lead_hours)));
    }
    told.push(places::rule_horizon(l, rules.horizon_days));
    if rules.setup_minutes > 0 || rules.teardown_minutes > 0 {
        told.push(places::rule_setup(
            l,
            &length(rules.setup_minutes),
            &length(rules.teardown_minutes),
        ));
    }
    if let Some(quota) = rules.weekly_quota_minutes {
        told.push(places::rule_quota(l, &day::minutes(l, quota)));
    }
    if let Some(min) = rules.min_persons {
        told.push(places::rule_persons_min(l, min));
    }
    if let Some(max) = rules.max_persons {
        told.push(places::rule_persons_max(l, max));
    }
    told.push(places::rule_cancel(l, &hours(rules.cancel_hours)));
    told.push(
        if rules.private_persons {
            places::rule_private(l)
        } else {
            places::rule_organisations(l)
        }
        .to_owned(),
    );
    if !rules.note.trim().is_empty() {
        told.push(rules.note.trim().to_owned());
    }
    told
}

/// Booking rules in plain words.
#[component]
pub fn Rules(lang: Lang, rules: BookingRules) -> impl IntoView {
    let told = sentences(lang, &rules);
    view! {
        <ul class="ds-list rules">{told.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}</ul>
    }
}

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

fn spans(l: Lang, spans: &[WallSpan]) -> String {
    if spans.is_empty() {
        return places::closed_day(l).to_owned();
    }
    let told: Vec<String> = spans.iter().map(|span| day::times(l, *span)).collect();
    told.join(", ")
}

/// Days with the same hours stand together: «mandag–fredag».
fn grouped(l: Lang, week: &WeekHours) -> Vec<(String, String)> {
    let mut rows: Vec<(usize, usize)> = Vec::new();
    for at in 0..7 {
        match rows.last_mut() {
            Some((first, last)) if week[*first] == week[at] => *last = at,
            _ => rows.push((at, at)),
        }
    }
    rows.into_iter()
        .map(|(first, last)| {
            let name = if first == last {
                day::weekday(l, DAYS[first]).to_owned()
            } else {
                format!("{}–{}", day::weekday(l, DAYS[first]), day::weekday(l, DAYS[last]))
            };
            (day::capital(&name), spans(l, &week[first]))
        })
        .collect()
}

/// The plain week, then the seasons and exceptions of the year to come.
#[component]
pub fn Hours(lang: Lang, hours: OpeningHours, today: NaiveDate) -> impl IntoView {
    let soon = |dates: DateRange| dates.to >= today && dates.from <= today + Days::new(365);
    let rows = |week: &WeekHours| {
        grouped(lang, week)
            .into_iter()
            .map(|(days, times)| {
                view! {
                    <div class="facts__row">
                        <dt>{days}</dt>
                        <dd class="times">{times}</dd>
                    </div>
                }
            })
            .collect_view()
    };
    let seasons = hours
        .seasons
        .iter()
        .filter(|season| soon(season.dates))
        .map(|season| {
            view! {
                <h3 class="ds-heading">
                    {season.name.clone()}", "{day::date_range(lang, season.dates.from, season.dates.to)}
                </h3>
                <dl class="facts">{rows(&season.week)}</dl>
            }
        })
        .collect_view();
    let exceptions = hours
        .exceptions
        .iter()
        .filter(|exception| soon(exception.dates))
        .map(|exception| {
            let dates = day::date_range(lang, exception.dates.from, exception.dates.to);
            let open = spans(lang, &exception.spans);
            let told = if exception.reason.is_empty() {
                open
            } else if exception.spans.is_empty() {
                exception.reason.clone()
            } else {
                format!("{} {open}", exception.reason)
            };
            view! {
                <div class="facts__row">
                    <dt>{dates}</dt>
                    <dd>{told}</dd>
                </div>
            }
        })
        .collect_view();
    let has_exceptions = hours.exceptions.iter().any(|exception| soon(exception.dates));
    view! {
        <dl class="facts">{rows(&hours.week)}</dl>
        {seasons}
        {has_exceptions
            .then(|| {
                view! {
                    <h3 class="ds-heading">{places::opening_exceptions(lang)}</h3>
                    <dl class="facts facts--stacked">{exceptions}</dl>
                }
            })}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledig_domain::time::Minute;

    #[test]
    fn days_with_the_same_hours_stand_together() {
        let evening = vec![WallSpan::new(Minute::hm(17, 0).unwrap(), Minute::hm(22, 0).unwrap()).unwrap()];
        let mut week = WeekHours::default();
        for day in &mut week[..4] {
            day.clone_from(&evening);
        }
        let told = grouped(Lang::Nb, &week);
        assert_eq!(
            told,
            [
                ("Mandag–torsdag".to_owned(), "17.00–22.00".to_owned()),
                ("Fredag–søndag".to_owned(), "Stengt".to_owned())
            ]
        );
    }
}
