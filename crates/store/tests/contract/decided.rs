//! Decisions.

use crate::{db::Db, world::*};
use ledig_domain::{
    decision::{DecidedBy, Outcome, RejectionReason},
    id::{DecisionId, RuleId},
    request::LineState,
};
use ledig_store::{
    StoreError,
    decisions::{self, Decision, DecisionLine},
    requests,
};

on_both!(
    a_decision_is_kept_with_what_it_says_of_each_date,
    a_decision_is_superseded_once,
    the_usual_time_is_the_median_of_what_persons_took,
);

fn decision(number: u128, of: u128, place: u32) -> Decision {
    Decision {
        id: DecisionId(id(600_000 + number)),
        request_id: request(of, GYM, &[]).0.id,
        number: place,
        outcome: Outcome::Partly,
        decided_by: DecidedBy::Person {
            person: OLA,
            name: "Ola".to_owned(),
        },
        reason: Some(RejectionReason::Taken),
        reason_text: "Opptatt".to_owned(),
        appeal_deadline: date("2026-10-13"),
        appeal_body: "Klagenemnda".to_owned(),
        supersedes: None,
        decided_at: NOW.plus(HOUR),
    }
}

async fn a_decision_is_kept_with_what_it_says_of_each_date(db: &Db) {
    fill(db).await;
    let (asked, lines) = request(1, GYM, &[hours(0, 1), hours(24, 1)]);
    let made = decision(1, 1, 1);
    let says: Vec<DecisionLine> = lines
        .iter()
        .zip([LineState::Approved, LineState::Rejected])
        .map(|(line, state)| DecisionLine {
            decision_id: made.id,
            line_id: line.id,
            date: line.date,
            space_id: line.space_id,
            from_minute: line.from_minute,
            to_minute: line.to_minute,
            state,
            reason: (state == LineState::Rejected).then_some(RejectionReason::Taken),
            reason_text: String::new(),
        })
        .collect();
    db.write(async |tx| {
        requests::insert(tx, &asked, &lines).await?;
        decisions::insert(tx, &made, &says).await
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(
        decisions::by_id(&mut tx, made.id).await.unwrap(),
        Some(made.clone())
    );
    assert_eq!(decisions::by_id(&mut tx, DecisionId(id(5))).await.unwrap(), None);
    assert_eq!(decisions::lines(&mut tx, &[made.id]).await.unwrap(), says);
    assert_eq!(says[0].times(), wall("18-19:30"));
    assert_eq!(decisions::of_request(&mut tx, asked.id).await.unwrap(), [made]);
}

async fn a_decision_is_superseded_once(db: &Db) {
    fill(db).await;
    let (asked, lines) = request(1, GYM, &[hours(0, 1)]);
    db.write(async |tx| {
        requests::insert(tx, &asked, &lines).await?;
        decisions::insert(tx, &decision(1, 1, 1), &[]).await?;
        let next = Decision {
            supersedes: Some(decision(1, 1, 1).id),
            ..decision(2, 1, 2)
        };
        decisions::insert(tx, &next, &[]).await
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let (first, second) = (decision(1, 1, 1).id, decision(2, 1, 2).id);
    assert_eq!(
        decisions::in_force(&mut tx, asked.id)
            .await
            .unwrap()
            .map(|made| made.id),
        Some(second)
    );
    let both = decisions::of_requests(&mut tx, &[asked.id]).await.unwrap();
    assert_eq!(
        both.iter().map(|made| made.id).collect::<Vec<_>>(),
        [first, second]
    );
    drop(tx);
    for (made, place) in [(3, 2), (4, 3)] {
        let other = Decision {
            supersedes: Some(decision(1, 1, 1).id),
            ..decision(made, 1, place)
        };
        let refused = db
            .write(async |tx| decisions::insert(tx, &other, &[]).await)
            .await;
        assert!(matches!(refused, Err(StoreError::Duplicate(_))), "{refused:?}");
    }
}

async fn the_usual_time_is_the_median_of_what_persons_took(db: &Db) {
    fill(db).await;
    let mut tx = db.store.writer().await.unwrap();
    for (number, seconds) in [(1, 100), (2, 9_000), (3, 300), (10, 50), (11, 7_000)] {
        let before = decisions::usual_seconds(&mut tx, SCHOOL).await.unwrap();
        assert_eq!(before, None, "too few to be usual");
        let (asked, lines) = request(number, GYM, &[hours(0, 1)]);
        requests::insert(&mut tx, &asked, &lines).await.unwrap();
        let made = Decision {
            decided_at: NOW.plus(seconds),
            ..decision(number, number, 1)
        };
        decisions::insert(&mut tx, &made, &[]).await.unwrap();
    }
    for number in [4, 5, 6] {
        let (asked, lines) = request(number, GYM, &[hours(0, 1)]);
        requests::insert(&mut tx, &asked, &lines).await.unwrap();
        let rule = DecidedBy::Rule {
            rule: RuleId(id(70)),
            version: 1,
            name: "Straks".to_owned(),
        };
        let made = Decision {
            decided_by: rule,
            decided_at: NOW,
            ..decision(number, number, 1)
        };
        decisions::insert(&mut tx, &made, &[]).await.unwrap();
    }
    assert_eq!(
        decisions::usual_seconds(&mut tx, SCHOOL).await.unwrap(),
        Some(300)
    );
    let by_rule = decisions::counts_by_rule(&mut tx).await.unwrap();
    assert_eq!(by_rule.iter().map(|row| row.decisions).collect::<Vec<_>>(), [3]);
    let usual = decisions::usual(&mut tx).await.unwrap();
    assert_eq!((usual.of(SCHOOL), usual.anywhere()), (Some(300), Some(300)));
    let elsewhere = ledig_domain::id::FacilityId(id(5));
    let usual = decisions::usual_seconds(&mut tx, elsewhere).await.unwrap();
    assert_eq!(usual, Some(300), "with none there, the municipality's");
}
