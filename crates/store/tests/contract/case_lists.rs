//! The inbox and other lists of cases.

use crate::{cases::sent, db::Db, world::*};
use ledig_domain::{id::FacilityId, id::RequestId, request::LineState, request::RequestState};
use ledig_store::{inbox, inbox::Filter, inbox::Order};

on_both!(
    an_applicant_lists_its_own_cases,
    the_inbox_filters_sorts_and_pages,
    the_inbox_counts_by_facility_and_state,
);

async fn three_cases(db: &Db) -> [RequestId; 3] {
    let first = request(1, GYM, &[hours(900, 1), hours(24, 1)]);
    let mut second = request(2, HALL, &[hours(10, 1), hours(20, 1)]);
    second.0.organisation_id = Some(BAND);
    second.0.team_id = None;
    second.0.sent_at = NOW.plus(5);
    second.0.state = RequestState::Decided;
    second.1[0].state = LineState::Approved;
    second.1[1].state = LineState::Waiting;
    let mut third = request(3, A, &[hours(1, 1)]);
    (third.0.organisation_id, third.0.team_id) = (None, None);
    third.0.sent_at = NOW.plus(9);
    sent(db, &[first.clone(), second.clone(), third.clone()]).await;
    [first.0.id, second.0.id, third.0.id]
}

async fn the_inbox_filters_sorts_and_pages(db: &Db) {
    fill(db).await;
    let [first, second, third] = three_cases(db).await;
    let mut tx = db.store.reader().await.unwrap();
    let base = Filter {
        limit: 9,
        ..Filter::default()
    };
    let cases = [
        (base.clone(), vec![first, second, third]),
        (
            Filter {
                order: Order::NewestFirst,
                ..base.clone()
            },
            vec![third, second, first],
        ),
        (
            Filter {
                order: Order::NextDate,
                ..base.clone()
            },
            vec![third, first, second],
        ),
        (
            Filter {
                states: vec![RequestState::Open],
                ..base.clone()
            },
            vec![first, third],
        ),
        (
            Filter {
                facilities: Some(vec![SCHOOL]),
                ..base.clone()
            },
            vec![first, second, third],
        ),
        (
            Filter {
                facilities: Some(vec![FacilityId(id(5))]),
                ..base.clone()
            },
            vec![],
        ),
        (
            Filter {
                facilities: Some(vec![]),
                ..base.clone()
            },
            vec![],
        ),
        (
            Filter {
                organisation: Some(BAND),
                ..base.clone()
            },
            vec![second],
        ),
        (
            Filter {
                private_person: Some(KARI),
                ..base.clone()
            },
            vec![third],
        ),
        (
            Filter {
                private_person: Some(OLA),
                ..base.clone()
            },
            vec![],
        ),
        (
            Filter {
                text: "korps".to_owned(),
                ..base.clone()
            },
            vec![second],
        ),
        (
            Filter {
                text: "2026/0003".to_owned(),
                ..base.clone()
            },
            vec![third],
        ),
        (
            Filter {
                limit: 1,
                offset: 1,
                ..base
            },
            vec![second],
        ),
    ];
    for (filter, expected) in cases {
        let before = tx.queries();
        let found = inbox::cases(&mut tx, &filter).await.unwrap();
        assert_eq!(tx.queries() - before, 1);
        let told: Vec<_> = found.iter().map(|case| case.id).collect();
        assert_eq!(told, expected, "{filter:?}");
    }
    let all = inbox::cases(
        &mut tx,
        &Filter {
            limit: 9,
            ..Filter::default()
        },
    )
    .await
    .unwrap();
    assert_eq!(
        (all[1].lines, all[1].approved, all[1].waiting, all[1].asked),
        (2, 1, 1, 0)
    );
    assert_eq!(
        (all[1].first_date, all[1].last_date),
        (date("2026-09-22"), date("2026-09-23"))
    );
    assert_eq!(
        (all[0].next_start, all[1].next_start),
        (Some(hours(24, 1).start), None)
    );
    assert_eq!(
        (all[0].person_name.as_str(), all[2].organisation_name.as_deref()),
        ("Kari Å", None)
    );
}

async fn the_inbox_counts_by_facility_and_state(db: &Db) {
    fill(db).await;
    three_cases(db).await;
    let mut tx = db.store.reader().await.unwrap();
    for facilities in [None, Some(&[SCHOOL][..])] {
        let counts = inbox::counts(&mut tx, facilities).await.unwrap();
        let told: Vec<_> = counts
            .iter()
            .map(|count| (count.facility_id, count.state, count.cases))
            .collect();
        assert_eq!(
            told,
            [
                (SCHOOL, RequestState::Decided, 1),
                (SCHOOL, RequestState::Open, 2)
            ]
        );
    }
    assert_eq!(inbox::counts(&mut tx, Some(&[])).await.unwrap(), []);
}

async fn an_applicant_lists_its_own_cases(db: &Db) {
    fill(db).await;
    let [first, second, third] = three_cases(db).await;
    let mut tx = db.store.reader().await.unwrap();
    let mut own = async |organisations: &[_], person, limit| {
        let found = inbox::of_applicants(&mut tx, organisations, person, limit)
            .await
            .unwrap();
        found.into_iter().map(|case| case.id).collect::<Vec<_>>()
    };
    assert_eq!(own(&[CLUB, BAND], Some(KARI), 9).await, [third, second, first]);
    assert_eq!(own(&[CLUB], None, 9).await, [first]);
    assert_eq!(own(&[], Some(KARI), 9).await, [third]);
    assert_eq!(own(&[CLUB, BAND], Some(OLA), 1).await, [second]);
    let found = inbox::by_ids(&mut tx, &[third, first]).await.unwrap();
    assert_eq!(
        found.iter().map(|case| case.id).collect::<Vec<_>>(),
        [first, third]
    );
}
