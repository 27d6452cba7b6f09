//! The appeal deadline.

use super::*;
use crate::testing::{any_date, date};
use proptest::prelude::*;

#[test]
fn three_weeks_to_appeal_end_on_the_same_weekday() {
    assert_eq!(appeal_deadline(date("2026-11-24"), 21), date("2026-12-15"));
}

#[test]
fn the_deadline_crosses_the_turn_of_the_year_and_leap_day() {
    assert_eq!(appeal_deadline(date("2026-12-20"), 21), date("2027-01-10"));
    assert_eq!(appeal_deadline(date("2028-02-20"), 21), date("2028-03-12"));
}

#[test]
fn the_number_of_days_is_the_municipalitys() {
    assert_eq!(appeal_deadline(date("2026-11-24"), 0), date("2026-11-24"));
    assert_eq!(appeal_deadline(date("2026-11-24"), 30), date("2026-12-24"));
}

proptest! {
    #[test]
    fn the_deadline_is_never_before_the_notice(day in any_date(), days: u16) {
        prop_assert!(appeal_deadline(day, days) >= day);
        prop_assert_eq!(appeal_deadline(NaiveDate::MAX, days), NaiveDate::MAX);
    }
}
