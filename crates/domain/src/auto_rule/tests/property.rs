//! Rules hold on any terms and facts.

use super::*;
use crate::testing::any_span;
use proptest::{collection::vec, prelude::*, sample::select};

prop_compose! {
    fn any_terms()(
        kinds in prop::collection::btree_set(select(ApplicantKind::ALL), 0..3),
        approved_only: bool,
        price_groups in prop::collection::btree_set(select(PriceGroup::ALL), 0..3),
        limits in any::<(Option<u16>, Option<u32>, Option<u16>, Option<u32>)>(),
        within in prop::option::of(any_span()),
        weekdays in prop::option::of(any::<u8>().prop_map(Weekdays)),
        no_competitors: bool,
    ) -> Terms {
        let (max_minutes, weekly_minutes, max_dates, max_persons) = limits;
        Terms {
            name: "Regel".into(), kinds, approved_only, price_groups, max_minutes, within, weekdays,
            weekly_minutes, max_dates, max_persons, no_competitors,
        }
    }
}

prop_compose! {
    fn any_facts()(
        kind in select(ApplicantKind::ALL),
        standing in prop::option::of(select(Standing::ALL)),
        price_group in select(PriceGroup::ALL),
        dates in vec((0..7_u8, any_span()), 0..5),
        persons: Option<u32>,
        busiest_week_minutes: u32,
        competitors in 0..2_u32,
        unresolved in 0..2_u32,
    ) -> Facts {
        let dates = dates.into_iter().map(|(day, times)| FactDate { weekday: Weekday::try_from(day).unwrap(), times });
        Facts {
            kind, standing, price_group, dates: dates.collect(), persons,
            busiest_week_minutes, competitors, unresolved,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_yes_is_never_given_over_a_term_that_is_missed(terms in any_terms(), facts in any_facts()) {
        let _ = terms.faults();
        let verdict = judge(&[rule(1, FACILITY, terms.clone())], &facts);
        let yes = approved_by(&verdict).is_some();
        prop_assert_eq!(yes, terms.misses(&facts).is_empty() && !facts.dates.is_empty());
        if yes {
            prop_assert_eq!(facts.unresolved, 0);
            prop_assert!(!matches!(facts.standing, Some(Standing::Suspended | Standing::Dissolved)));
        }
    }

    #[test]
    fn facts_read_back_give_the_same_verdict(terms in any_terms(), facts in any_facts()) {
        let rules = [rule(1, SPACE, terms)];
        let stored = serde_json::to_string(&(&rules, &facts)).unwrap();
        let (rules_then, facts_then): (Vec<AutoRule>, Facts) = serde_json::from_str(&stored).unwrap();
        prop_assert_eq!(judge(&rules_then, &facts_then), judge(&rules, &facts));
    }
}
