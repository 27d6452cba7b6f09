//! Rules.

use super::{hours, unknown};
use crate::{
    format::rules::{Basis, Class, Entitlement, Points, Primacy, Rules, Who},
    read::{
        at::{At, Faults},
        bounds,
        fault::{FaultKind, Thing},
        parts::Parts,
    },
};

/// Everything about the rules.
pub fn check(rules: &Rules, parts: &Parts, faults: &mut Faults) {
    let at = At::top("rules");
    head(&at, rules, faults);
    let list = at.field("classes");
    bounds::count(&list, rules.classes.len(), bounds::CLASSES, faults);
    for (place, class) in rules.classes.iter().enumerate() {
        one_class(&list.index(place), class, faults);
    }
    entitlement(&at.field("entitlement"), &rules.entitlement, faults);
    let list = at.field("primacy");
    bounds::count(&list, rules.primacy.len(), bounds::LINES, faults);
    for (place, primacy) in rules.primacy.iter().enumerate() {
        one_primacy(&list.index(place), primacy, parts, faults);
    }
    let kinds = rules.min_groups.iter().map(|group| group.kind.code());
    let list = at.field("min_groups");
    bounds::words(&list, kinds, faults);
    for (place, group) in rules.min_groups.iter().enumerate() {
        let at = list.index(place);
        bounds::number(&at.field("size"), group.size, 0, bounds::PEOPLE, faults);
    }
    let list = at.field("excluded");
    bounds::count(&list, rules.excluded.len(), bounds::LINES, faults);
    for (place, excluded) in rules.excluded.iter().enumerate() {
        let at = list.index(place);
        who(&at.field("who"), &excluded.who, faults);
        bounds::text(&at.field("reason"), &excluded.reason, bounds::TEXT, faults);
        bounds::text(&at.field("source"), &excluded.source, bounds::TEXT, faults);
    }
    let list = at.field("quotas");
    bounds::count(&list, rules.quotas.len(), bounds::ENTRIES, faults);
    for (place, quota) in rules.quotas.iter().enumerate() {
        let at = list.index(place);
        bounds::text(&at.field("name"), &quota.name, bounds::TEXT, faults);
        who(&at.field("who"), &quota.who, faults);
        bounds::percent(&at.field("percent"), quota.percent, faults);
    }
    if let Some(duty) = &rules.off_peak_duty {
        let at = at.field("off_peak_duty");
        hours::list(&at.field("hours"), &duty.hours, faults);
        bounds::text(&at.field("source"), &duty.source, bounds::TEXT, faults);
    }
    points(&at.field("points"), &rules.points, faults);
}

fn head(at: &At<'_>, rules: &Rules, faults: &mut Faults) {
    bounds::id(&at.field("id"), &rules.id, faults);
    bounds::number(
        &at.field("version"),
        rules.version,
        1,
        u64::from(u32::MAX),
        faults,
    );
    bounds::text(&at.field("name"), &rules.name, bounds::TEXT, faults);
    let list = at.field("sources");
    bounds::count(&list, rules.sources.len(), bounds::ENTRIES, faults);
    for (place, source) in rules.sources.iter().enumerate() {
        let at = list.index(place);
        bounds::text(&at.field("title"), &source.title, bounds::TEXT, faults);
        bounds::text(&at.field("url"), &source.url, bounds::TEXT, faults);
    }
    let list = at.field("remarks");
    bounds::count(&list, rules.remarks.len(), bounds::ENTRIES, faults);
    for (place, remark) in rules.remarks.iter().enumerate() {
        bounds::text(&list.index(place), remark, bounds::TEXT, faults);
    }
}

fn one_class(at: &At<'_>, class: &Class, faults: &mut Faults) {
    bounds::text(&at.field("name"), &class.name, bounds::TEXT, faults);
    bounds::text(&at.field("source"), &class.source, bounds::TEXT, faults);
    who(&at.field("who"), &class.who, faults);
    hours::list(&at.field("hours"), &class.hours, faults);
    if let Some(sessions) = class.most_sessions {
        bounds::number(&at.field("most_sessions"), sessions, 1, bounds::SESSIONS, faults);
    }
    if let Some(minutes) = class.most_minutes {
        bounds::number(&at.field("most_minutes"), minutes, 1, bounds::WEEK, faults);
    }
}

/// Whom a rule is about.
fn who(at: &At<'_>, who: &Who, faults: &mut Faults) {
    let kinds = who.kinds.iter().map(|kind| kind.code());
    bounds::words(&at.field("kinds"), kinds, faults);
    let genders = who.genders.iter().map(|gender| gender.code());
    bounds::words(&at.field("genders"), genders, faults);
    for (field, words) in [("sports", &who.sports), ("levels", &who.levels)] {
        let words = words.iter().map(String::as_str);
        bounds::words(&at.field(field), words, faults);
    }
    if let (Some(from), Some(to)) = (who.age_from, who.age_to) {
        bounds::ages(at, from, to, faults);
    }
    if let Some(percent) = who.local_percent {
        bounds::percent(&at.field("local_percent"), percent, faults);
    }
}

fn entitlement(at: &At<'_>, entitlement: &Entitlement, faults: &mut Faults) {
    let basis = at.field("basis");
    match &entitlement.basis {
        Basis::Members(lines) => {
            let list = basis.field("members");
            bounds::count(&list, lines.len(), bounds::LINES, faults);
            for (place, line) in lines.iter().enumerate() {
                let at = list.index(place);
                bounds::ages(&at, line.age_from, line.age_to, faults);
                let worth = line.milli_minutes;
                bounds::number(
                    &at.field("milli_minutes"),
                    worth,
                    0,
                    bounds::MILLI_MINUTES,
                    faults,
                );
            }
        }
        Basis::Teams(lines) => {
            let list = basis.field("teams");
            bounds::count(&list, lines.len(), bounds::LINES, faults);
            for (place, line) in lines.iter().enumerate() {
                let at = list.index(place);
                who(&at.field("who"), &line.who, faults);
                bounds::number(&at.field("minutes"), line.minutes, 0, bounds::WEEK, faults);
            }
        }
        Basis::Equal | Basis::Wished => {}
    }
    let floor = entitlement.floor_minutes;
    bounds::number(&at.field("floor_minutes"), floor, 0, bounds::ENTITLED, faults);
    if let Some(cap) = entitlement.cap_minutes {
        bounds::number(&at.field("cap_minutes"), cap, 0, bounds::ENTITLED, faults);
        if floor > cap {
            let at = at.field("floor_minutes");
            faults.add(&at, FaultKind::FloorAboveCap { floor, cap });
        }
    }
    let malus = entitlement.unused_malus_percent;
    bounds::percent(&at.field("unused_malus_percent"), malus, faults);
    if let Some(local) = entitlement.local {
        let at = at.field("local");
        bounds::percent(&at.field("below_percent"), local.below_percent, faults);
        bounds::percent(&at.field("factor_percent"), local.factor_percent, faults);
    }
}

fn one_primacy(at: &At<'_>, primacy: &Primacy, parts: &Parts, faults: &mut Faults) {
    let list = at.field("spaces");
    let mut seen = std::collections::BTreeSet::new();
    bounds::count(&list, primacy.spaces.len(), bounds::SPACES, faults);
    for (place, id) in primacy.spaces.iter().enumerate() {
        let at = list.index(place);
        if parts.spaces.lacks(id) {
            unknown(&at, Thing::Space, id, faults);
        }
        if !seen.insert(id) {
            let value = id.clone();
            faults.add(&at, FaultKind::Twice { value });
        }
    }
    let sports = primacy.sports.iter().map(String::as_str);
    bounds::words(&at.field("sports"), sports, faults);
    bounds::text(&at.field("source"), &primacy.source, bounds::TEXT, faults);
}

fn points(at: &At<'_>, points: &Points, faults: &mut Faults) {
    for (field, found) in [
        ("place_step", points.place_step),
        ("possible", points.possible),
        ("duty", points.duty),
        ("last_season", points.last_season),
        ("should", points.should),
    ] {
        bounds::number(&at.field(field), found, 0, bounds::POINTS, faults);
    }
}
