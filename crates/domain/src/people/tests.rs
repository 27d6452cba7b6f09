//! Organisation numbers and codes.

use super::*;
use proptest::prelude::*;

fn fault(text: &str) -> OrganisationNumberFault {
    OrganisationNumber::parse(text).unwrap_err()
}

#[test]
fn a_real_organisation_number_is_read_spaces_and_all() {
    // Bærum kommune.
    assert_eq!(
        OrganisationNumber::parse("935478715").unwrap().as_str(),
        "935478715"
    );
    assert_eq!(
        OrganisationNumber::parse(" 935 478\u{a0}715 ").unwrap().as_str(),
        "935478715"
    );
}

#[test]
fn an_organisation_number_with_a_wrong_check_digit_is_refused() {
    for last in (0..10).filter(|digit| *digit != 5) {
        assert_eq!(
            fault(&format!("93547871{last}")),
            OrganisationNumberFault::CheckDigit
        );
    }
    assert_eq!(
        fault("935487715"),
        OrganisationNumberFault::CheckDigit,
        "two digits swapped"
    );
}

#[test]
fn a_number_whose_check_digit_would_be_ten_is_never_valid() {
    // 8·3 + 0 + 0 + … with a 5 in the last place: 24 + 2·5 = 34, and 34 mod 11 = 1.
    assert_eq!(OrganisationNumber::check_digit("80000005"), None);
    for last in 0..10 {
        assert_eq!(
            fault(&format!("80000005{last}")),
            OrganisationNumberFault::CheckDigit
        );
    }
}

#[test]
fn anything_but_nine_ascii_digits_is_refused() {
    for text in [
        "",
        "93547871",
        "9354787150",
        "93547871X",
        "９３５４７８７１５",
        "٩٣٥٤٧٨٧١٥",
        "-35478715",
        "935.478.715",
    ] {
        assert_eq!(fault(text), OrganisationNumberFault::NotNineDigits, "{text}");
    }
}

#[test]
fn a_stored_organisation_number_is_checked_when_read() {
    let number = OrganisationNumber::parse("935478715").unwrap();
    let text = serde_json::to_string(&number).unwrap();
    assert_eq!(text, "\"935478715\"");
    assert_eq!(serde_json::from_str::<OrganisationNumber>(&text).unwrap(), number);
    assert!(serde_json::from_str::<OrganisationNumber>("\"935478716\"").is_err());
}

#[test]
fn a_code_leads_back_to_its_value() {
    for kind in ApplicantKind::ALL {
        assert_eq!(ApplicantKind::from_code(kind.code()), Some(*kind));
        assert_eq!(
            serde_json::to_string(kind).unwrap(),
            format!("\"{}\"", kind.code())
        );
    }
    assert_eq!(ApplicantKind::from_code("Sports_Club"), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn eight_digits_and_their_check_digit_make_a_number(eight in "[0-9]{8}") {
        let parses = |last: &u32| OrganisationNumber::parse(&format!("{eight}{last}")).is_ok();
        let valid: Vec<u32> = (0..10).filter(parses).collect();
        prop_assert_eq!(valid, OrganisationNumber::check_digit(&eight).into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn no_text_makes_the_number_panic(text in any::<String>()) {
        let _ = (OrganisationNumber::parse(&text), OrganisationNumber::check_digit(&text));
    }
}

#[test]
fn one_is_a_minor_until_the_day_one_turns_18() {
    let day = |text: &str| text.parse().unwrap();
    assert!(is_minor(Some(day("2026-11-16")), day("2026-11-15")));
    assert!(!is_minor(Some(day("2026-11-16")), day("2026-11-16")));
    assert!(!is_minor(None, day("2026-11-16")));
}
