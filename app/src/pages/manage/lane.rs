//! A stretch of hours drawn across, with what stands in it: a space's day on the board, a day of a case's week.

use crate::{
    islands::board_pick::span,
    parts::levels::levels,
    texts::{Lang, day},
};
use ledig_domain::time::{DAY_MINUTES, Minute};
use leptos::prelude::*;

/// What something in a lane is; says its colour and pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// Booked.
    Booked,
    /// Booked in a part of the space, or by the applicant whose case is looked at.
    Own,
    /// Closed.
    Closed,
    /// Held for somebody.
    Held,
    /// Asked for, undecided.
    Asked,
    /// Asked for, undecided, and something stands in its way or others want it.
    Contested,
}

impl ItemKind {
    /// Its class.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Booked => "bar bar--booked",
            Self::Own => "bar bar--own",
            Self::Closed => "bar bar--closed",
            Self::Held => "bar bar--held",
            Self::Asked => "bar bar--asked",
            Self::Contested => "bar bar--asked bar--contested",
        }
    }
}

/// Something in a lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// First minute of the day.
    pub from: u16,
    /// The minute after the last; past 1440 on the next day.
    pub to: u16,
    /// What it is.
    pub kind: ItemKind,
    /// What is read in it.
    pub text: String,
    /// What it is in full, for screen readers and on hovering.
    pub spoken: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// The hours that are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// First minute, on the hour.
    pub first: u16,
    /// The minute after the last, on the hour.
    pub last: u16,
}

impl Hours {
    const fn count(self) -> u16 {
        self.last.saturating_sub(self.first) / 60
    }

    /// Column and number of columns, in quarters; nothing outside.
    fn columns(self, from: u16, to: u16) -> Option<(u16, u16)> {
        let (from, to) = (from.max(self.first), to.min(self.last));
        if from >= to {
            return None;
        }
        let first = (from - self.first) / 15;
        let end = (to - self.first).div_ceil(15);
        Some((first + 1, (end - first).max(1)))
    }
}

/// «18.00–19.30» of minutes that may pass midnight.
pub fn times(l: Lang, from: u16, to: u16) -> String {
    let clock =
        |at: u16| Minute::new(if at > DAY_MINUTES { at - DAY_MINUTES } else { at }).unwrap_or_default();
    format!("{}–{}", day::time(l, clock(from)), day::time(l, clock(to)))
}

/// The hours over the lanes.
#[component]
pub fn HourScale(hours: Hours) -> impl IntoView {
    let labels = (0..hours.count())
        .map(|nth| {
            let hour = (hours.first / 60 + nth) % 24;
            let class = format!("col-{} cols-4", nth * 4 + 1);
            view! { <span class=class>{format!("{hour:02}")}</span> }
        })
        .collect_view();
    view! { <div class=format!("scale hours-{}", hours.count()) aria-hidden="true">{labels}</div> }
}

/// A lane. `row` numbers it for the arrow keys.
#[component]
pub fn Lane(
    hours: Hours,
    /// When it is open, minutes.
    open: Vec<(u16, u16)>,
    items: Vec<Item>,
    /// Its number among the lanes of the board.
    row: usize,
    /// What it is the lane of, for screen readers.
    #[prop(into)]
    label: String,
    /// The minute now, where it is today.
    #[prop(optional_no_strip)]
    now: Option<u16>,
    /// Where a time can be drawn with the pointer: the name of the space in the form, and its free stretches.
    #[prop(optional_no_strip)]
    free: Option<(String, Vec<(u16, u16)>)>,
) -> impl IntoView {
    let (place, free) = free.unzip();
    let ground = open
        .into_iter()
        .filter_map(|(from, to)| hours.columns(from, to))
        .map(|(col, cols)| view! { <span class=format!("lane__open col-{col} cols-{cols}")></span> })
        .collect_view();
    let now = now
        .and_then(|now| hours.columns(now, now + 1))
        .map(|(col, _)| view! { <span class=format!("lane__now col-{col} cols-1")></span> });
    let slots = placed(items)
        .into_iter()
        .filter_map(|(level, item)| {
            let (col, cols) = hours.columns(item.from, item.to)?;
            let place = format!("col-{col} cols-{cols} row-{level}");
            let at = format!("{row}:{}", item.from);
            let class = item.kind.class();
            let title = item.spoken.clone();
            let inner = match item.href {
                Some(href) => view! {
                    <a class=class href=href title=title aria-label=item.spoken data-at=at>
                        {item.text}
                    </a>
                }
                .into_any(),
                None => view! {
                    <span class=class title=title>
                        <span aria-hidden="true">{item.text}</span>
                        <span class="ds-sr-only">{item.spoken}</span>
                    </span>
                }
                .into_any(),
            };
            Some(view! { <li class=place>{inner}</li> })
        })
        .collect::<Vec<_>>();
    let list = (!slots.is_empty()).then(|| view! { <ul class="lane__items" aria-label=label>{slots}</ul> });
    view! {
        <div
            class=format!("lane hours-{}", hours.count())
            data-pick=place
            data-free=free.map(|free| span::write(&free))
        >
            <div class="lane__ground" aria-hidden="true">
                {ground}
                {now}
            </div>
            {list}
        </div>
    }
}

/// Each item with its level, from 1: those that share time lie under one another, bookings first.
fn placed(mut items: Vec<Item>) -> Vec<(usize, Item)> {
    let asks = |item: &Item| matches!(item.kind, ItemKind::Asked | ItemKind::Contested);
    items.sort_by_key(|item| (asks(item), item.from, item.to));
    let levels = levels(items.iter().map(|item| (item.from, item.to)));
    let mut placed: Vec<(usize, Item)> = levels.into_iter().zip(items).collect();
    placed.sort_by_key(|(_, item)| (item.from, asks(item)));
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(from: u16, to: u16, kind: ItemKind) -> Item {
        Item {
            from,
            to,
            kind,
            text: String::new(),
            spoken: String::new(),
            href: None,
        }
    }

    #[test]
    fn what_shares_time_lies_under_one_another() {
        let levels: Vec<usize> = placed(vec![
            item(1080, 1170, ItemKind::Asked),
            item(1080, 1140, ItemKind::Booked),
            item(1140, 1200, ItemKind::Booked),
        ])
        .into_iter()
        .map(|(level, _)| level)
        .collect();
        assert_eq!(levels, [1, 2, 1]);
    }

    #[test]
    fn an_entry_is_drawn_within_the_hours() {
        let hours = Hours {
            first: 420,
            last: 1380,
        };
        assert_eq!(hours.columns(420, 480), Some((1, 4)));
        assert_eq!(hours.columns(300, 450), Some((1, 2)));
        assert_eq!(hours.columns(1085, 1171), Some((45, 7)));
        assert_eq!(hours.columns(1380, 1440), None);
    }
}
