//! What stands in a day, in words and colours.

use crate::{
    parts::day_strip::span_times,
    texts::{Lang, day, kinds, places},
    ui::{StripKind, Tag, Tone},
};
use ledig_service::{
    day::{Entry, Label},
    week::WeekDay,
};
use leptos::prelude::*;

/// Who or why, as far as the viewer may know.
pub fn label(l: Lang, label: &Label) -> String {
    match label {
        Label::Organisation {
            name,
            team: Some(team),
            ..
        } => format!("{name}, {team}"),
        Label::Organisation { name, team: None, .. } | Label::Person { name } => name.clone(),
        Label::Own => places::your_time(l).to_owned(),
        Label::Busy => places::taken(l).to_owned(),
        Label::Closed { reason: Some(reason) } if !reason.is_empty() => {
            format!("{}: {reason}", places::closed(l))
        }
        Label::Closed { .. } => places::closed(l).to_owned(),
        Label::Held => places::held(l).to_owned(),
    }
}

/// How an entry is drawn.
pub fn kind(entry: &Entry) -> StripKind {
    match &entry.label {
        Label::Organisation { own: true, .. } | Label::Own => StripKind::Mine,
        Label::Closed { .. } => StripKind::Closed,
        Label::Held => StripKind::Asked,
        Label::Organisation { own: false, .. } | Label::Busy | Label::Person { .. } => {
            if entry.whole {
                StripKind::Taken
            } else {
                StripKind::Partly
            }
        }
    }
}

/// The class of an entry's box.
pub const fn class(kind: StripKind) -> &'static str {
    match kind {
        StripKind::Mine => "slot slot--mine",
        StripKind::Closed => "slot slot--closed",
        StripKind::Asked => "slot slot--asked",
        StripKind::Free => "slot slot--free",
        StripKind::Taken | StripKind::Partly => "slot slot--taken",
    }
}

/// Day, date, time, place and who, for screen readers.
pub fn spoken(l: Lang, date: chrono::NaiveDate, entry: &Entry) -> String {
    format!(
        "{} {}, {}: {}",
        day::date(l, date),
        span_times(l, entry.span),
        entry.space_name,
        label(l, &entry.label)
    )
}

/// Public holiday and school holiday of a day.
pub fn day_tags(l: Lang, day: &WeekDay) -> impl IntoView + use<> {
    let holiday = day.holiday.map(|holiday| kinds::holiday(l, holiday));
    let school = day.school_off.map(|off| kinds::day_off(l, off));
    view! {
        {holiday.map(|name| view! { <Tag tone=Tone::Warning>{name}</Tag> })}
        {school.map(|name| view! { <Tag tone=Tone::Neutral>{name}</Tag> })}
    }
}
