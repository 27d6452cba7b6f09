//! The week as a list of days.

use super::entry::{class, day_tags, kind, label};
use crate::{
    parts::{
        address,
        day_strip::{span_times, spans_times},
    },
    texts::{Lang, day, places, search},
    ui::{Details, Glyph, Icon, Strip, StripKind, StripPart, Tag, Tone},
};
use ledig_domain::id::SpaceId;
use ledig_service::week::{Week, WeekDay};
use leptos::prelude::*;

/// Monday to Sunday, each with its strip, what stands there and what is free.
#[component]
pub fn List(lang: Lang, week: Week, book: Option<SpaceId>) -> impl IntoView {
    let range = (week.first_minute, week.last_minute);
    let several = week.spaces.len() > 1;
    let today = week.today;
    let of = week.of.clone();
    let (past, coming): (Vec<WeekDay>, Vec<WeekDay>) =
        week.days.into_iter().partition(|day| day.date < today);
    let draw = move |day: WeekDay| {
        let of = of.clone();
        let now = day.date == today;
        view! { <Day lang day range several of now book /> }
    };
    let past_name = match (past.first(), past.last()) {
        (Some(first), Some(last)) => Some(day::capital(&if first.date == last.date {
            day::date(lang, first.date)
        } else {
            day::date_range(lang, first.date, last.date)
        })),
        _ => None,
    };
    let past = past.into_iter().map(draw.clone()).collect_view();
    // A week that is over is shown as it was; in this week the days that have passed are folded away.
    let folded = past_name.filter(|_| !coming.is_empty());
    let coming = coming.into_iter().map(draw).collect_view();
    match folded {
        Some(name) => view! {
            <Details summary=places::past_days(lang, &name) class="days-past">
                <ol class="days">{past}</ol>
            </Details>
            <ol class="days">{coming}</ol>
        }
        .into_any(),
        None => view! { <ol class="days">{past} {coming}</ol> }.into_any(),
    }
}

/// The strip of a day: closed, taken, and what is wholly free.
fn strip_parts(l: Lang, day: &WeekDay, (from, to): (u16, u16)) -> Vec<StripPart> {
    let mut parts = Vec::new();
    let mut at = from;
    for open in &day.open {
        if open.from > at {
            parts.push(StripPart::new(at, open.from, StripKind::Closed));
        }
        at = at.max(open.to);
    }
    if at < to {
        parts.push(StripPart::new(at, to, StripKind::Closed));
    }
    parts.extend(
        day.free
            .iter()
            .map(|free| StripPart::new(free.from, free.to, StripKind::Free)),
    );
    // Parts of the space first, so that what takes the whole is drawn over them.
    let mut entries: Vec<_> = day.entries.iter().collect();
    entries.sort_by_key(|entry| (entry.whole, entry.span));
    parts.extend(entries.into_iter().map(|entry| StripPart {
        from: entry.span.from,
        to: entry.span.to,
        kind: kind(entry),
        label: Some(label(l, &entry.label)),
    }));
    parts
}

#[component]
fn Day(
    lang: Lang,
    day: WeekDay,
    range: (u16, u16),
    several: bool,
    of: String,
    now: bool,
    book: Option<SpaceId>,
) -> impl IntoView {
    let date = day::date(lang, day.date);
    let parts = strip_parts(lang, &day, range);
    let closed = day.open.is_empty() && day.entries.is_empty();
    let entries = day
        .entries
        .iter()
        .map(|entry| {
            let who = label(lang, &entry.label);
            let who = match entry.request {
                Some(request) => view! { <a href=format!("/saker/{request}")>{who}</a> }.into_any(),
                None => who.into_any(),
            };
            view! {
                <li class=class(kind(entry))>
                    <span class="slot__time times">{span_times(lang, entry.span)}</span>
                    <span class="slot__who">{who}</span>
                    {several.then(|| view! { <span class="slot__space">{entry.space_name.clone()}</span> })}
                </li>
            }
        })
        .collect_view();
    let free = day
        .free
        .iter()
        .map(|free| {
            let times = span_times(lang, *free);
            match book {
                Some(space) => {
                    let when = format!("{date} {times}");
                    view! {
                        <li>
                            <a
                                class="free-time"
                                href=address::book(space, Some((day.date, *free)))
                                aria-label=places::book_free(lang, &when)
                            >
                                <span class="times">{search::free_times(lang, &times)}</span>
                                <Glyph icon=Icon::ArrowRight />
                            </a>
                        </li>
                    }
                    .into_any()
                }
                None => {
                    view! { <li><span class="free-time times">{search::free_times(lang, &times)}</span></li> }
                        .into_any()
                }
            }
        })
        .collect_view();
    let parts_free = day
        .part_free
        .iter()
        .map(|part| {
            let times = span_times(lang, part.span);
            let when = format!("{}, {date} {times}", part.name);
            view! {
                <li>
                    <a
                        class="free-time free-time--part"
                        href=address::book(part.space, Some((day.date, part.span)))
                        aria-label=places::book_free(lang, &when)
                    >
                        <span class="times">{search::part_free(lang, &part.name, &times)}</span>
                        <Glyph icon=Icon::ArrowRight />
                    </a>
                </li>
            }
        })
        .collect_view();
    let has_entries = !day.entries.is_empty();
    let has_free = !day.free.is_empty() || !day.part_free.is_empty();
    let opening = (!day.open.is_empty()).then(|| search::detail_open(lang, &spans_times(lang, &day.open)));
    view! {
        <li class="day" class:day--today=now>
            <div class="day__head">
                <h3 class="ds-heading">{day::capital(&date)}</h3>
                {now.then(|| view! { <Tag tone=Tone::Accent>{places::today(lang)}</Tag> })}
                {day_tags(lang, &day)}
                {opening.map(|text| view! { <p class="day__open quiet">{text}</p> })}
            </div>
            <div class="day__body">
                {if closed {
                    view! { <p class="quiet">{places::closed_all_day(lang)}</p> }.into_any()
                } else {
                    view! { <Strip lang from=range.0 to=range.1 parts label=format!("{of}, {date}") /> }.into_any()
                }}
                {has_entries.then(|| view! { <ul class="slots">{entries}</ul> })}
                {has_free.then(|| view! { <ul class="free-times">{free} {parts_free}</ul> })}
            </div>
        </li>
    }
}
