//! Who decides, and why a person has to look, in words.

use crate::{
    islands::booking::Decides,
    texts::{Lang, booking as t, day},
};
use ledig_domain::{
    auto_rule::{Miss, Verdict},
    preview::Preview,
};

/// Who decides a preview's wish.
pub(super) fn decides(l: Lang, preview: &Preview, signed_in: bool) -> Decides {
    let class = preview.class.as_ref().filter(|class| !class.name.is_empty());
    let class = class.map(|class| t::class_place(l, class.place, &class.name));
    match &preview.verdict {
        Verdict::Approve { name, .. } => Decides {
            at_once: true,
            title: t::at_once(l, name),
            why: Vec::new(),
            more: Vec::new(),
        },
        // For whom the time is, is not known yet; most rules ask for that.
        Verdict::Person { .. } if !signed_in => Decides {
            at_once: false,
            title: t::sign_in_to_see(l).to_owned(),
            why: Vec::new(),
            more: Vec::new(),
        },
        verdict @ Verdict::Person { .. } => Decides {
            at_once: false,
            title: t::by_person(l).to_owned(),
            why: reasons(l, verdict),
            more: std::iter::once(usual(l, preview.usual_seconds))
                .chain(class)
                .collect(),
        },
    }
}

/// How long a person has usually taken.
pub fn usual(l: Lang, seconds: Option<i64>) -> String {
    seconds.map_or_else(
        || t::usual_unknown(l).to_owned(),
        |seconds| t::usual(l, &day::length(l, seconds)),
    )
}

/// Why a person has to look: what the rule that came nearest did not find. Empty when a rule decides.
pub fn reasons(l: Lang, verdict: &Verdict) -> Vec<String> {
    let Verdict::Person { tried } = verdict else {
        return Vec::new();
    };
    let nearest = tried
        .iter()
        .filter(|(_, misses)| !misses.is_empty())
        .min_by_key(|(_, misses)| misses.len());
    match nearest {
        None => vec![t::no_rule(l).to_owned()],
        Some((name, misses)) => {
            // Where the rule is for others altogether, what it asks of them tells nothing.
            let others = misses.contains(&Miss::Kind);
            let told = misses
                .iter()
                .filter(|miss| !others || !matches!(miss, Miss::NotApproved | Miss::PriceGroup));
            told.map(|miss| missed(l, name, miss)).collect()
        }
    }
}

/// What one term of a rule did not find.
fn missed(l: Lang, rule: &str, miss: &Miss) -> String {
    match miss {
        Miss::Kind => t::miss_kind(l, rule),
        Miss::NotApproved => t::miss_not_approved(l).to_owned(),
        Miss::PriceGroup => t::miss_price_group(l, rule),
        Miss::TooLong { max } => t::miss_too_long(l, rule, &day::minutes(l, u32::from(*max))),
        Miss::OutsideHours(hours) => t::miss_hours(l, rule, &day::times(l, *hours)),
        Miss::Weekday => t::miss_weekday(l, rule),
        Miss::WeeklyMinutes { max, would_be } => {
            t::miss_weekly(l, rule, &day::minutes(l, *max), &day::minutes(l, *would_be))
        }
        Miss::TooManyDates { max, asked } => t::miss_dates(l, rule, *max, *asked),
        Miss::Persons { max } => t::miss_persons(l, rule, *max),
        Miss::Competitors { others } => t::miss_competitors(l, *others),
        Miss::Unresolved { dates } => t::miss_unresolved(l, *dates),
    }
}
