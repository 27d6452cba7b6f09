//! A date that cannot be had as it is: why, and the ways on, in words.

use super::{alike, draft::Draft, name};
use crate::{
    islands::booking::{Card, Choice as Offer},
    texts::{Lang, booking as t, common, day, kinds},
};
use chrono::NaiveDate;
use ledig_domain::{
    alternative::{Alternative, Way},
    outcome::{Clash, DateOutcome},
    preview::{Choice, Preview, PreviewLine},
    time::WallSpan,
};
use ledig_service::case::form::BookingForm;
use std::collections::BTreeSet;

/// How many cards without a choice are shown opened.
const OPEN_AT_ONCE: usize = 1;

/// A card for each date that cannot be had as it is, or whose choice was lost.
pub(super) fn cards(l: Lang, preview: &Preview, draft: &Draft, form: &BookingForm) -> Vec<Card> {
    let changed = draft.listed(name::CHANGED);
    let tried = !draft.get(name::CHANGED).is_empty();
    let mut offers_alike = false;
    let mut to_open = OPEN_AT_ONCE;
    preview
        .lines
        .iter()
        .filter(|line| line.outcome.needs_choice() || line.choice_lost)
        .map(|line| {
            let mut card = card(l, preview, line, form);
            card.news = news(l, line, &changed, tried).map(ToOwned::to_owned);
            if card.settled.is_none() && to_open > 0 {
                to_open -= 1;
                card.open = true;
            }
            // Without script the button for like dates would be out of sight.
            if card.alike.is_some() && !offers_alike {
                offers_alike = true;
                card.open = true;
            }
            card.open |= line.choice_lost || changed.contains(&line.date);
            card
        })
        .collect()
}

fn news(l: Lang, line: &PreviewLine, changed: &BTreeSet<NaiveDate>, tried: bool) -> Option<&'static str> {
    if line.choice.is_some() {
        None
    } else if line.choice_lost {
        Some(t::choice_lost(l))
    } else if changed.contains(&line.date) {
        Some(t::just_taken(l))
    } else {
        tried.then(|| t::needs_choice(l))
    }
}

fn card(l: Lang, preview: &Preview, line: &PreviewLine, form: &BookingForm) -> Card {
    let options = options(l, preview, line, form);
    let settled = options
        .iter()
        .find(|(offer, _)| offer.chosen)
        .map(|(_, short)| short.clone());
    let alike = line.choice.and_then(|chosen| {
        let others = alike::like(&preview.lines, line.date, chosen).len();
        (others > 0).then(|| t::alike(l, others))
    });
    Card {
        date: line.date.to_string(),
        title: day::capital(&date(l, preview.today, line.date)),
        reason: reason(l, form, &line.outcome),
        news: None,
        settled,
        open: false,
        options: options.into_iter().map(|(offer, _)| offer).collect(),
        alike,
    }
}

/// The date, with its year where it is not this one.
pub(super) fn date(l: Lang, today: NaiveDate, date: NaiveDate) -> String {
    use chrono::Datelike as _;
    if date.year() == today.year() {
        day::date(l, date)
    } else {
        day::date_year(l, date)
    }
}

/// Every choice that the date allows, with its field and how it is told once it is made.
fn options(l: Lang, preview: &Preview, line: &PreviewLine, form: &BookingForm) -> Vec<(Offer, String)> {
    let mut offered: Vec<(Choice, String, String, String)> = line
        .alternatives
        .iter()
        .map(|other| {
            let chosen = Choice::Take {
                space: other.space,
                times: other.times,
            };
            let (label, hint) = alternative(l, other, form);
            (chosen, label.clone(), hint, label)
        })
        .collect();
    if let Some(kept @ Choice::Take { space, times }) = line.choice
        && !alike::allows(line, kept)
    {
        let place = form.choices.iter().find(|choice| choice.id == space);
        let clock = day::times(l, times);
        let label = place.map_or_else(
            || t::chosen_before(l, &clock),
            |place| format!("{}, {clock}", place.name),
        );
        offered.push((kept, label.clone(), String::new(), label));
    }
    let only = preview.lines.len() == 1;
    let plain = [
        (Choice::Wait, t::wait(l), "", t::chose_wait(l)),
        (Choice::Drop, t::skip(l), "", t::chose_skip(l)),
        (Choice::Ask, t::ask(l), t::ask_hint(l), t::chose_ask(l)),
    ];
    offered.extend(
        plain
            .into_iter()
            // To let the only date go is not to ask at all.
            .filter(|(chosen, ..)| alike::allows(line, *chosen) && !(only && *chosen == Choice::Drop))
            .map(|(chosen, label, hint, short)| {
                (chosen, label.to_owned(), hint.to_owned(), short.to_owned())
            }),
    );
    offered
        .into_iter()
        .map(|(choice, label, hint, short)| {
            let (value, chosen) = alike::field(line, choice);
            let offer = Offer {
                value,
                label,
                hint,
                chosen,
            };
            (offer, short)
        })
        .collect()
}

/// An alternative: what it is, and how it differs.
fn alternative(l: Lang, other: &Alternative, form: &BookingForm) -> (String, String) {
    let hint = match other.why {
        Way::OtherPart => t::way_other_part(l).to_owned(),
        Way::SmallerPart => t::way_smaller(l).to_owned(),
        Way::Larger => t::way_larger(l).to_owned(),
        Way::OtherTime { minutes } => t::moved(l, minutes),
        Way::OtherPlace { metres: Some(metres) } => t::away(l, &day::distance(l, metres)),
        Way::OtherPlace { metres: None } => t::elsewhere(l).to_owned(),
    };
    let label = match other.why {
        Way::OtherTime { .. } => t::here_at(l, &day::times(l, other.times)),
        Way::OtherPlace { .. } if other.facility_name != form.space.facility_name => {
            t::at_place(l, &other.facility_name, &other.space_name)
        }
        _ => t::same_time(l, &other.space_name),
    };
    (label, hint)
}

/// Why the date cannot be had, without a full stop.
pub(super) fn reason(l: Lang, form: &BookingForm, outcome: &DateOutcome) -> String {
    match outcome {
        DateOutcome::Taken(clashes) => match clashes.as_slice() {
            [] => day::capital(common::taken(l)),
            [one] => clash(l, form, one),
            [first, rest @ ..] => t::and_more(l, &clash(l, form, first), rest.len()),
        },
        DateOutcome::Closed(reason) if reason.is_empty() => day::capital(common::closed(l)),
        DateOutcome::Closed(reason) => t::closed_because(l, reason),
        DateOutcome::Breaks(breaches) => {
            let told: Vec<String> = breaches.iter().map(|breach| kinds::breach(l, breach)).collect();
            told.join(". ")
        }
        DateOutcome::Free | DateOutcome::LeftOut(_) => String::new(),
    }
}

fn clash(l: Lang, form: &BookingForm, clash: &Clash) -> String {
    let times = day::times(l, clash.times);
    let what = match &clash.by {
        _ if clash.own => t::taken_own(l, &times),
        Some(name) => t::taken_by(l, &times, name),
        None => t::taken_at(l, &times),
    };
    if form.space.name == clash.space {
        what
    } else {
        t::in_space(l, &what, &clash.space)
    }
}

/// Day, date, times and what is with it, for screen readers.
pub(super) fn spoken(l: Lang, line: &PreviewLine, times: WallSpan, what: &str) -> String {
    format!("{}, {what}", day::date_times(l, line.date, times))
}
