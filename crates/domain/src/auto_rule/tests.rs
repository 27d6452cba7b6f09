//! What each term refuses, and which rule decides.

mod judging;
mod property;
mod terms;

use super::*;
use crate::testing::span;
use chrono::Weekday;
use uuid::Uuid;

/// An approved club asks for an hour and a half on a Tuesday evening.
fn facts() -> Facts {
    Facts {
        kind: ApplicantKind::SportsClub,
        standing: Some(Standing::Approved),
        price_group: PriceGroup::Free,
        dates: vec![on(Weekday::Tue, "18:00-19:30")],
        persons: Some(20),
        busiest_week_minutes: 90,
        competitors: 0,
        unresolved: 0,
    }
}

fn on(weekday: Weekday, times: &str) -> FactDate {
    FactDate {
        weekday,
        times: span(times),
    }
}

fn misses(terms: &Terms, facts: &Facts) -> Vec<Miss> {
    terms.misses(facts)
}

fn rule(number: u128, scope: Scope, terms: Terms) -> AutoRule {
    AutoRule {
        id: RuleId(Uuid::from_u128(number)),
        version: 2,
        scope,
        terms: Terms {
            name: format!("Regel {number}"),
            ..terms
        },
        active: true,
    }
}

fn approved_by(verdict: &Verdict) -> Option<u128> {
    match verdict {
        Verdict::Approve { rule, .. } => Some(rule.0.as_u128()),
        Verdict::Person { .. } => None,
    }
}

/// A rule that holds for nobody here.
fn only_schools() -> Terms {
    Terms {
        kinds: BTreeSet::from([ApplicantKind::School]),
        ..Terms::default()
    }
}

const SPACE: Scope = Scope::Space(SpaceId(Uuid::from_u128(1)));
const FACILITY: Scope = Scope::Facility(FacilityId(Uuid::from_u128(1)));
