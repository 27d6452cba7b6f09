//! Rules as many municipalities have them.

use super::when::{WEEKEND, WORKDAYS, at, hours};
use crate::format::{
    place::Space,
    rules::{
        Basis, Class, Entitlement, Excluded, Local, MemberWeight, MinGroup, OffPeakDuty, Order, Points,
        Primacy, Quota, Rules, Who,
    },
    time::Day,
};
use ledig_domain::{
    people::{ApplicantKind, Gender},
    space::SpaceKind,
};

const VOLUNTARY: [ApplicantKind; 5] = [
    ApplicantKind::SportsClub,
    ApplicantKind::Music,
    ApplicantKind::Culture,
    ApplicantKind::Scouts,
    ApplicantKind::Association,
];

/// Six classes, of which the last holds whoever fits none before it.
pub(super) fn usual(spaces: &[Space]) -> Rules {
    Rules {
        id: "generated".into(),
        version: 1,
        name: "Som mange kommuner har det".into(),
        sources: Vec::new(),
        remarks: vec!["Made up for measuring; weights of ages as Stockholm's.".into()],
        order: Order::CountsFirst,
        classes: classes(),
        entitlement: Entitlement {
            basis: Basis::Members(
                [(0, 12, 1000), (13, 16, 2000), (17, 20, 3000), (21, 120, 800)]
                    .map(|(age_from, age_to, milli_minutes)| MemberWeight {
                        age_from,
                        age_to,
                        milli_minutes,
                    })
                    .into(),
            ),
            floor_minutes: 60,
            cap_minutes: None,
            unused_malus_percent: 50,
            local: Some(Local {
                below_percent: 60,
                factor_percent: 80,
            }),
        },
        primacy: primacy(spaces),
        min_groups: vec![MinGroup {
            kind: SpaceKind::SportsHall,
            size: 8,
        }],
        excluded: vec![Excluded {
            who: Who {
                age_to: Some(5),
                ..Who::default()
            },
            reason: "under 6 år".into(),
            source: String::new(),
        }],
        quotas: vec![Quota {
            name: "jenter og kvinner".into(),
            who: Who {
                genders: vec![Gender::Female],
                ..Who::default()
            },
            percent: 40,
        }],
        off_peak_duty: Some(OffPeakDuty {
            over_minutes: 3000,
            hours: vec![
                hours(&WORKDAYS, at(21, 0), at(22, 30)),
                hours(&[Day::Fri], at(16, 0), at(22, 30)),
            ],
            source: String::new(),
        }),
        points: Points::default(),
    }
}

fn classes() -> Vec<Class> {
    let until_eight = vec![
        hours(&WORKDAYS, at(15, 0), at(20, 0)),
        hours(&WEEKEND, at(8, 0), at(20, 0)),
    ];
    let until_half_past_nine = vec![
        hours(&WORKDAYS, at(15, 0), at(21, 30)),
        hours(&WEEKEND, at(8, 0), at(20, 0)),
    ];
    let adapted = Who {
        adapted: true,
        ..Who::default()
    };
    let up_to = |age_to| Who {
        kinds: VOLUNTARY.into(),
        age_to: Some(age_to),
        ..Who::default()
    };
    let league = Who {
        kinds: VOLUNTARY.into(),
        levels: vec!["elite".into(), "league".into()],
        ..Who::default()
    };
    let voluntary = Who {
        kinds: VOLUNTARY.into(),
        ..Who::default()
    };
    vec![
        class("Tilrettelagt", adapted),
        Class {
            hours: until_eight,
            most_sessions: Some(3),
            ..class("Barn til og med 12 år", up_to(12))
        },
        Class {
            hours: until_half_past_nine,
            hours_must: false,
            ..class("Ungdom 13–19 år", up_to(19))
        },
        class("Voksne i serie", league),
        Class {
            most_sessions: Some(2),
            most_minutes: Some(180),
            ..class("Voksne, mosjon", voluntary)
        },
        class("Andre", Who::default()),
    ]
}

fn class(name: &str, who: Who) -> Class {
    Class {
        name: name.into(),
        who,
        hours: Vec::new(),
        hours_must: true,
        most_sessions: None,
        most_minutes: None,
        source: String::new(),
    }
}

fn primacy(spaces: &[Space]) -> Vec<Primacy> {
    let halls = spaces
        .iter()
        .filter(|space| space.kind == Some(SpaceKind::AthleticsHall));
    let spaces: Vec<String> = halls.map(|hall| hall.id.clone()).collect();
    if spaces.is_empty() {
        return Vec::new();
    }
    vec![Primacy {
        spaces,
        sports: vec!["athletics".into()],
        source: "Bærum: athletics has priority in the athletics hall".into(),
    }]
}
