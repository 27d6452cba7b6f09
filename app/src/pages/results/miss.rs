//! What did not fit, grouped by reason; opens with the reason for each.

use crate::{
    parts::{
        address,
        day_strip::{span_times, spans_times},
    },
    texts::{Lang, day, kinds, search},
    ui::{Details, Section},
};
use chrono::NaiveDate;
use ledig_service::{
    places::Wheelchair,
    search::{Miss, MissDetail, MissGroup, MissReason},
};
use leptos::prelude::*;

const fn reason(l: Lang, reason: MissReason) -> &'static str {
    match reason {
        MissReason::TooSmall => search::miss_too_small(l),
        MissReason::Taken => search::miss_taken(l),
        MissReason::Closed => search::miss_closed(l),
        MissReason::Rules => search::miss_rules(l),
        MissReason::NoWheelchair => search::miss_wheelchair(l),
        MissReason::TooFar => search::miss_far(l),
        MissReason::NotBookable => search::miss_not_bookable(l),
    }
}

fn detail(l: Lang, today: NaiveDate, detail: &MissDetail) -> Option<String> {
    match detail {
        MissDetail::Holds { persons } => Some(search::detail_holds(l, *persons)),
        MissDetail::Taken { next: Some(next) } => {
            let date = day::relative_date(l, today, next.date);
            Some(search::detail_next(
                l,
                &format!("{date} {}", span_times(l, next.span)),
            ))
        }
        MissDetail::Taken { next: None } => Some(search::detail_none(l).to_owned()),
        MissDetail::Closed { reason: Some(reason) } if !reason.is_empty() => Some(reason.clone()),
        MissDetail::Closed { .. } => Some(search::detail_closed(l).to_owned()),
        MissDetail::OpenOnly { spans } => Some(search::detail_open(l, &spans_times(l, spans))),
        MissDetail::Rules { breaches } => {
            let told: Vec<String> = breaches.iter().map(|breach| kinds::breach(l, breach)).collect();
            Some(told.join(". "))
        }
        MissDetail::Access {
            wheelchair: Wheelchair::Unknown,
        } => Some(search::detail_unknown_wheelchair(l).to_owned()),
        MissDetail::Access { .. } => Some(search::detail_no_wheelchair(l).to_owned()),
        MissDetail::Plain => None,
    }
}

/// Every group in one folded list.
#[component]
pub fn Misses(lang: Lang, groups: Vec<MissGroup>, today: NaiveDate) -> impl IntoView {
    let total: u32 = groups.iter().map(|group| group.count).sum();
    (total > 0).then(|| {
        let reasons: Vec<String> = groups
            .iter()
            .map(|group| format!("{} {}", reason(lang, group.reason), group.count))
            .collect();
        let summary = search::not_fit(lang, total, &reasons.join(" · "));
        let lists = groups
            .into_iter()
            .map(|group| {
                let title = day::capital(reason(lang, group.reason));
                let title = format!("{title} ({})", group.count);
                let rows = group
                    .places
                    .into_iter()
                    .map(|miss| view! { <MissRow lang today miss /> })
                    .collect_view();
                view! { <Section title class="misses"><ul>{rows}</ul></Section> }
            })
            .collect_view();
        view! {
            <div class="section">
                <Details summary>{lists}</Details>
            </div>
        }
    })
}

#[component]
fn MissRow(lang: Lang, today: NaiveDate, miss: Miss) -> impl IntoView {
    let mut facts: Vec<String> = detail(lang, today, &miss.detail).into_iter().collect();
    if let Some(metres) = miss.metres {
        facts.push(day::distance(lang, metres));
    }
    view! {
        <li class="miss">
            <a href=address::space(&miss.place)>{miss.place.facility_name.clone()}", "{miss.place.name.clone()}</a>
            <span class="quiet">{facts.join(" · ")}</span>
        </li>
    }
}
