//! A day drawn as a strip from opening to closing: taken, free, closed, mine. The same everywhere.

use crate::texts::{Lang, common, day};
use ledig_domain::time::Minute;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What a part of the day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StripKind {
    /// Can be had.
    Free,
    /// Somebody has it.
    Taken,
    /// Somebody has a part of it; another part is free.
    Partly,
    /// The viewer's own.
    Mine,
    /// Closed.
    Closed,
    /// Asked for, not decided.
    Asked,
}

impl StripKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Free => "strip__part strip__part--free",
            Self::Taken => "strip__part strip__part--taken",
            Self::Partly => "strip__part strip__part--partly",
            Self::Mine => "strip__part strip__part--mine",
            Self::Closed => "strip__part strip__part--closed",
            Self::Asked => "strip__part strip__part--asked",
        }
    }

    /// The pattern over the colour, so that colour never stands alone.
    const fn pattern(self) -> Option<&'static str> {
        match self {
            Self::Closed => Some("url(#strip-closed)"),
            Self::Partly => Some("url(#strip-partly)"),
            Self::Asked => Some("url(#strip-asked)"),
            Self::Mine => Some("url(#strip-mine)"),
            Self::Free | Self::Taken => None,
        }
    }

    /// Its word in the key and for screen readers.
    pub const fn word(self, l: Lang) -> &'static str {
        match self {
            Self::Free => common::free(l),
            Self::Taken => common::taken(l),
            Self::Partly => common::partly(l),
            Self::Mine => common::mine(l),
            Self::Closed => common::closed(l),
            Self::Asked => common::asked(l),
        }
    }
}

/// A part of the day, in minutes from its midnight; beyond 1440 it is after midnight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StripPart {
    /// First minute.
    pub from: u16,
    /// The minute after the last.
    pub to: u16,
    /// What it is.
    pub kind: StripKind,
    /// Who or why, shown on hovering and read aloud.
    pub label: Option<String>,
}

impl StripPart {
    /// A part without a label.
    pub const fn new(from: u16, to: u16, kind: StripKind) -> Self {
        Self {
            from,
            to,
            kind,
            label: None,
        }
    }

    fn told(&self, l: Lang) -> String {
        let word = self.kind.word(l);
        let times = format!("{}–{}", clock(l, self.from), clock(l, self.to));
        match &self.label {
            Some(label) => format!("{times} {word}: {label}"),
            None => format!("{times} {word}"),
        }
    }
}

fn clock(l: Lang, minutes: u16) -> String {
    let minute = if minutes > 1440 { minutes - 1440 } else { minutes };
    day::time(l, Minute::new(minute).unwrap_or(Minute::END_OF_DAY))
}

/// The strip of one day. What no part covers is drawn as closed.
#[component]
pub fn Strip(
    lang: Lang,
    /// The first minute drawn.
    from: u16,
    /// The minute after the last drawn.
    to: u16,
    parts: Vec<StripPart>,
    /// The wished time, framed.
    #[prop(optional)]
    wished: Option<(u16, u16)>,
    /// What it is the strip of, for screen readers: place and date.
    #[prop(into)]
    label: String,
    /// Without the hours beneath.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let length = f64::from(to.saturating_sub(from).max(1));
    let place = move |minute: u16| f64::from(minute.clamp(from, to) - from) * 100.0 / length;
    let percent = |share: f64| format!("{share:.3}%");
    let spoken = if parts.is_empty() {
        format!("{label}: {}", common::closed(lang))
    } else {
        let told: Vec<String> = parts.iter().map(|part| part.told(lang)).collect();
        format!("{label}: {}", told.join(", "))
    };
    let drawn = parts
        .into_iter()
        .filter(|part| part.from < to && part.to > from)
        .map(|part| {
            let (x, end) = (place(part.from), place(part.to));
            let (x, width) = (percent(x), percent(end - x));
            let told = part.told(lang);
            let pattern = part.kind.pattern().map(|fill| {
                view! { <rect x=x.clone() width=width.clone() y="0" height="100%" fill=fill /> }
            });
            view! {
                <g class=part.kind.class()>
                    <title>{told}</title>
                    <rect x=x.clone() width=width.clone() y="0" height="100%" />
                    {pattern}
                </g>
            }
        })
        .collect_view();
    let ticks = ((from / 60 + 1)..to.div_ceil(60))
        .map(|hour| {
            let x = percent(place(hour * 60));
            view! { <line class="strip__tick" x1=x.clone() x2=x y1="0" y2="100%" /> }
        })
        .collect_view();
    let frame = wished.map(|(start, end)| {
        let (x, width) = (place(start), place(end) - place(start));
        view! { <rect class="strip__wish" x=percent(x) width=percent(width) y="0" height="100%" /> }
    });
    view! {
        <div class="strip">
            <svg class="strip__bar" role="img" aria-label=spoken width="100%" height="28">
                <rect class="strip__ground" x="0" y="0" width="100%" height="100%" />
                {drawn}
                {ticks}
                {frame}
            </svg>
            {(!bare).then(|| view! { <Hours from to /> })}
        </div>
    }
}

/// The hours beneath a strip: the ends, and every so many hours between.
#[component]
fn Hours(from: u16, to: u16) -> impl IntoView {
    let length = f64::from(to.saturating_sub(from).max(1));
    let step = if to.saturating_sub(from) > 8 * 60 { 4 } else { 2 };
    let between = (from / 60 + 2..(to / 60).saturating_sub(1))
        .filter(|hour| hour % step == 0)
        .map(|hour| {
            let x = f64::from(hour * 60 - from) * 100.0 / length;
            view! { <text x=format!("{x:.3}%") y="11" text-anchor="middle">{format!("{:02}", hour % 24)}</text> }
        })
        .collect_view();
    let whole = |minute: u16| {
        format!(
            "{:02}",
            if minute > 1440 {
                minute / 60 - 24
            } else {
                minute / 60
            }
        )
    };
    view! {
        <svg class="strip__hours" aria-hidden="true" width="100%" height="14">
            <text x="0" y="11" text-anchor="start">{whole(from)}</text>
            {between}
            <text x="100%" y="11" text-anchor="end">{whole(to)}</text>
        </svg>
    }
}

/// What the colours and patterns of a strip mean.
#[component]
pub fn Legend(lang: Lang, kinds: Vec<StripKind>) -> impl IntoView {
    view! {
        <ul class="legend" aria-label=common::legend(lang)>
            {kinds
                .into_iter()
                .map(|kind| {
                    view! {
                        <li>
                            <svg class="legend__sample" aria-hidden="true" width="22" height="14">
                                <g class=kind.class()>
                                    <rect width="100%" height="100%" />
                                    {kind
                                        .pattern()
                                        .map(|fill| view! { <rect width="100%" height="100%" fill=fill /> })}
                                </g>
                            </svg>
                            {kind.word(lang)}
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

/// The patterns that strips refer to; once per document.
#[component]
pub fn StripPatterns() -> impl IntoView {
    view! {
        <svg class="patterns" aria-hidden="true" focusable="false" width="0" height="0">
            <defs>
                <pattern id="strip-closed" patternUnits="userSpaceOnUse" width="7" height="7" patternTransform="rotate(45)">
                    <line class="patterns__closed" x1="0" y1="0" x2="0" y2="7" />
                </pattern>
                <pattern id="strip-partly" patternUnits="userSpaceOnUse" width="10" height="10" patternTransform="rotate(45)">
                    <line class="patterns__partly" x1="0" y1="0" x2="0" y2="10" />
                </pattern>
                <pattern id="strip-asked" patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(-45)">
                    <line class="patterns__asked" x1="0" y1="0" x2="0" y2="6" />
                </pattern>
                <pattern id="strip-mine" patternUnits="userSpaceOnUse" width="6" height="6">
                    <circle class="patterns__mine" cx="3" cy="3" r="1" />
                </pattern>
            </defs>
        </svg>
    }
}
