//! Reads a rule from its form or from the address.

use crate::actions::posted::Posted;
use ledig_domain::{
    auto_rule::{Scope, Terms},
    people::{ApplicantKind, PriceGroup},
    recurrence::Weekdays,
    time::{Minute, WallSpan},
};
use ledig_service::Fault;

/// A rule as its form has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleForm {
    /// Where it holds.
    pub scope: Scope,
    /// What it says.
    pub terms: Terms,
    /// It decides.
    pub active: bool,
}

/// The value of a scope in the form.
pub fn scope_value(scope: Scope) -> String {
    match scope {
        Scope::Municipality => "kommune".to_owned(),
        Scope::Facility(id) => format!("anlegg_{id}"),
        Scope::Space(id) => format!("sted_{id}"),
    }
}

fn scope(value: &str) -> Option<Scope> {
    if let Some(id) = value.strip_prefix("anlegg_") {
        return id.parse().ok().map(Scope::Facility);
    }
    match value.strip_prefix("sted_") {
        Some(id) => id.parse().ok().map(Scope::Space),
        None => (value == "kommune").then_some(Scope::Municipality),
    }
}

/// The rule, with what cannot be read left out and told.
pub fn rule(posted: &Posted) -> (RuleForm, Vec<(String, Fault)>) {
    let mut reading = posted.reading();
    let scope = scope(posted.get("scope"));
    if scope.is_none() {
        reading.fault("scope", Fault::Unknown);
    }
    let name = reading.text("name");
    if name.is_empty() {
        reading.fault("name", Fault::Required);
    }
    let days = posted
        .all("weekdays")
        .filter_map(|nth| nth.parse::<u8>().ok())
        .filter(|nth| *nth < 7);
    let days = days.fold(0u8, |bits, nth| bits | 1 << nth);
    let within = match (posted.get("within_from"), posted.get("within_to")) {
        ("", "") => None,
        (from, to) => {
            let minute = |text: &str| text.parse::<Minute>().ok();
            let span = minute(from)
                .zip(minute(to))
                .and_then(|(from, to)| WallSpan::new(from, to));
            if span.is_none() {
                reading.fault("within", Fault::Unknown);
            }
            span
        }
    };
    let terms = Terms {
        name,
        kinds: posted.all("kinds").filter_map(ApplicantKind::from_code).collect(),
        approved_only: posted.ticked("approved_only"),
        price_groups: posted
            .all("price_groups")
            .filter_map(PriceGroup::from_code)
            .collect(),
        max_minutes: reading.number("max_minutes", 1, 1440),
        within,
        weekdays: (days != 0).then_some(Weekdays(days)),
        weekly_minutes: reading.number("weekly_minutes", 1, 7 * 1440),
        max_dates: reading.number("max_dates", 1, 400),
        max_persons: reading.number("max_persons", 1, 1_000_000),
        no_competitors: posted.ticked("no_competitors"),
    };
    let form = RuleForm {
        scope: scope.unwrap_or(Scope::Municipality),
        terms,
        active: posted.ticked("active"),
    };
    match reading.finish(()) {
        Ok(()) => (form, Vec::new()),
        Err(faults) => (form, faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(pairs: &[(&str, &str)]) -> Posted {
        Posted(
            pairs
                .iter()
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
                .collect(),
        )
    }

    #[test]
    fn a_rule_is_read_from_its_fields() {
        let (form, faults) = rule(&posted(&[
            ("scope", "kommune"),
            ("name", "Fast trening"),
            ("kinds", "sports_club"),
            ("kinds", "music"),
            ("weekdays", "0"),
            ("weekdays", "3"),
            ("within_from", "16"),
            ("within_to", "21.30"),
            ("max_dates", ""),
            ("active", "1"),
        ]));
        assert_eq!(faults, []);
        assert_eq!(form.terms.kinds.len(), 2);
        assert_eq!(form.terms.weekdays, Some(Weekdays(0b1001)));
        assert_eq!(form.terms.within.map(|span| span.minutes()), Some(330));
        assert_eq!(form.terms.max_dates, None);
        assert!(form.active);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let (_, faults) = rule(&posted(&[
            ("scope", "kommune"),
            ("within_from", "16"),
            ("max_minutes", "x"),
        ]));
        let names: Vec<&str> = faults.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["name", "within", "max_minutes"]);
    }

    #[test]
    fn a_scope_reads_what_it_writes() {
        let id = "00000000-0000-0000-0000-000000000009";
        for value in ["kommune".to_owned(), format!("anlegg_{id}"), format!("sted_{id}")] {
            assert_eq!(scope(&value).map(scope_value), Some(value));
        }
    }
}
