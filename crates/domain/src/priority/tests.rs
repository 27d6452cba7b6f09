//! Which class an applicant belongs to.

use super::*;
use proptest::{collection::vec, prelude::*, sample::select};

fn class(name: &str) -> PriorityClass {
    PriorityClass {
        name: name.into(),
        ..PriorityClass::default()
    }
}

/// Children, then adapted teams, then sports clubs' adults.
fn rules() -> PriorityRules {
    let sports = BTreeSet::from([ApplicantKind::SportsClub]);
    PriorityRules {
        version: 3,
        classes: vec![
            PriorityClass {
                age_from: Some(6),
                age_to: Some(19),
                ..class("Barn og unge")
            },
            PriorityClass {
                adapted: true,
                ..class("Tilrettelagt")
            },
            PriorityClass {
                kinds: sports,
                ..class("Idrettslag")
            },
        ],
    }
}

fn who(kind: ApplicantKind, ages: Option<(u8, u8)>) -> Standpoint {
    Standpoint {
        kind,
        ages,
        adapted: false,
        gender: None,
    }
}

fn place(who: Standpoint) -> (u8, String) {
    let found = rules().place(who);
    assert_eq!(found.version, 3);
    (found.place, found.name)
}

#[test]
fn an_applicant_belongs_to_the_first_class_that_fits() {
    let club = ApplicantKind::SportsClub;
    assert_eq!(place(who(club, Some((13, 15)))), (1, "Barn og unge".into()));
    assert_eq!(place(who(club, Some((20, 40)))), (3, "Idrettslag".into()));
    let adapted = Standpoint {
        adapted: true,
        ..who(ApplicantKind::Association, Some((20, 60)))
    };
    assert_eq!(place(adapted), (2, "Tilrettelagt".into()));
}

#[test]
fn both_ends_of_an_age_band_belong_to_it() {
    let club = ApplicantKind::SportsClub;
    assert_eq!(place(who(club, Some((6, 19)))).0, 1);
    assert_eq!(place(who(club, Some((5, 19)))).0, 3);
    assert_eq!(place(who(club, Some((6, 20)))).0, 3);
}

#[test]
fn a_request_without_a_team_matches_no_class_of_ages() {
    assert_eq!(place(who(ApplicantKind::SportsClub, None)).0, 3);
}

#[test]
fn who_fits_no_class_stands_after_the_last_without_a_name() {
    assert_eq!(place(who(ApplicantKind::Company, None)), (4, String::new()));
    let none = PriorityRules::default().place(who(ApplicantKind::Company, None));
    assert_eq!((none.place, none.version), (1, 0));
}

proptest! {
    #[test]
    fn the_place_is_the_number_of_classes_that_do_not_fit_plus_one(
        classes in vec((prop::option::of(0..30_u8), prop::option::of(0..30_u8), any::<bool>()), 0..300),
        kind in select(ApplicantKind::ALL),
        ages: Option<(u8, u8)>,
        adapted: bool,
    ) {
        let classes = classes.into_iter().map(|(age_from, age_to, adapted)| PriorityClass {
            age_from, age_to, adapted, ..class("En")
        });
        let rules = PriorityRules { version: 1, classes: classes.collect() };
        let who = Standpoint { adapted, ..who(kind, ages) };
        let before = rules.classes.iter().take_while(|class| !class.fits(who)).count();
        prop_assert_eq!(usize::from(rules.place(who).place), (before + 1).min(255));
    }
}
