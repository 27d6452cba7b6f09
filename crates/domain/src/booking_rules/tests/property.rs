//! Booking rules on any input.

use super::*;
use crate::testing::any_raw_span;
use proptest::prelude::*;

prop_compose! {
    fn any_rules()(
        numbers in prop::array::uniform8(any::<u16>()),
        quota in any::<Option<u32>>(),
        persons in any::<(Option<u32>, Option<u32>)>(),
        private_persons in any::<bool>(),
    ) -> BookingRules {
        let [grid, min, max, setup, teardown, lead, horizon, cancel] = numbers;
        BookingRules {
            grid_minutes: grid,
            min_minutes: min,
            max_minutes: max,
            setup_minutes: setup,
            teardown_minutes: teardown,
            lead_hours: lead,
            horizon_days: horizon,
            cancel_hours: cancel,
            weekly_quota_minutes: quota,
            min_persons: persons.0,
            max_persons: persons.1,
            private_persons,
            note: String::new(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_panics_on_any_rules(
        rules in any_rules(), times in any_raw_span(), starts_at: i64, now: i64, persons: Option<u32>, week_minutes: u32,
    ) {
        let wanted = Wanted { times, starts_at: Timestamp(starts_at), persons, private: true, week_minutes };
        let _ = rules.check(&wanted, Timestamp(now));
        let _ = rules.may_cancel(Timestamp(starts_at), Timestamp(now));
        let _ = rules.faults();
    }

    #[test]
    fn rules_read_back_as_they_were_written(rules in any_rules()) {
        let text = serde_json::to_string(&rules).unwrap();
        prop_assert_eq!(serde_json::from_str::<BookingRules>(&text).unwrap(), rules);
    }
}
