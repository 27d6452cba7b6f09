//! How rules decide: each term against the facts, and rules from the narrowest scope to the widest.

use super::{AutoRule, Facts, Miss, Scope, Terms, Verdict};
use crate::{
    people::Standing,
    time::{DAY_MINUTES, WallSpan},
};

impl Terms {
    /// Every term that does not hold, in a fixed order; empty means yes.
    ///
    /// Two things hold for every rule, whatever its terms: a suspended or dissolved organisation gets no yes,
    /// and neither does a request with unresolved dates.
    pub fn misses(&self, facts: &Facts) -> Vec<Miss> {
        let mut misses = self.misses_of_applicant(facts);
        misses.extend(self.misses_of_dates(facts));
        if let Some(max) = self.max_persons
            && facts.persons.is_none_or(|persons| persons > max)
        {
            misses.push(Miss::Persons { max });
        }
        if self.no_competitors && facts.competitors > 0 {
            misses.push(Miss::Competitors {
                others: facts.competitors,
            });
        }
        if facts.unresolved > 0 {
            misses.push(Miss::Unresolved {
                dates: facts.unresolved,
            });
        }
        misses
    }

    fn misses_of_applicant(&self, facts: &Facts) -> Vec<Miss> {
        let mut misses = Vec::new();
        if !self.kinds.is_empty() && !self.kinds.contains(&facts.kind) {
            misses.push(Miss::Kind);
        }
        let barred = matches!(facts.standing, Some(Standing::Suspended | Standing::Dissolved));
        if barred || (self.approved_only && facts.standing != Some(Standing::Approved)) {
            misses.push(Miss::NotApproved);
        }
        if !self.price_groups.is_empty() && !self.price_groups.contains(&facts.price_group) {
            misses.push(Miss::PriceGroup);
        }
        misses
    }

    fn misses_of_dates(&self, facts: &Facts) -> Vec<Miss> {
        let mut misses = Vec::new();
        let any = |test: &dyn Fn(WallSpan) -> bool| facts.dates.iter().any(|date| test(date.times));
        if let Some(max) = self.max_minutes
            && any(&|times| times.minutes() > max)
        {
            misses.push(Miss::TooLong { max });
        }
        if let Some(within) = self.within
            && any(&|times| !lies_within(times, within))
        {
            misses.push(Miss::OutsideHours(within));
        }
        if let Some(weekdays) = self.weekdays.filter(|days| !days.is_empty())
            && facts.dates.iter().any(|date| !weekdays.contains(date.weekday))
        {
            misses.push(Miss::Weekday);
        }
        let would_be = facts.busiest_week_minutes;
        if let Some(max) = self.weekly_minutes.filter(|max| would_be > *max) {
            misses.push(Miss::WeeklyMinutes { max, would_be });
        }
        let asked = u16::try_from(facts.dates.len()).unwrap_or(u16::MAX);
        if let Some(max) = self.max_dates.filter(|max| asked > *max) {
            misses.push(Miss::TooManyDates { max, asked });
        }
        misses
    }
}

/// Whether the time lies within the hours, which may run past midnight.
fn lies_within(times: WallSpan, hours: WallSpan) -> bool {
    let (from, to) = (times.from.get(), times.end_minutes());
    let (open, close) = (hours.from.get(), hours.end_minutes());
    let fits = |from: u16, to: u16| open <= from && to <= close;
    fits(from, to) || fits(from + DAY_MINUTES, to + DAY_MINUTES)
}

/// The verdict of the rules that hold where the dates are; the narrowest scope is asked first, and rules of
/// the same kind of scope in the order given. Only active rules are asked.
///
/// Unresolved dates never stop a rule from being named, but no rule says yes over them. No rule says yes to
/// a request without dates either: there is nothing to give.
pub fn judge(rules: &[AutoRule], facts: &Facts) -> Verdict {
    let mut asked: Vec<&AutoRule> = rules.iter().filter(|rule| rule.active).collect();
    asked.sort_by_key(|rule| width(rule.scope));
    let mut tried = Vec::new();
    for rule in asked {
        let misses = rule.terms.misses(facts);
        if misses.is_empty() && !facts.dates.is_empty() {
            return Verdict::Approve {
                rule: rule.id,
                version: rule.version,
                name: rule.terms.name.clone(),
            };
        }
        tried.push((rule.terms.name.clone(), misses));
    }
    Verdict::Person { tried }
}

/// How wide a scope is, whichever space or facility it names.
fn width(scope: Scope) -> u8 {
    match scope {
        Scope::Space(_) => 0,
        Scope::Facility(_) => 1,
        Scope::Municipality => 2,
    }
}
