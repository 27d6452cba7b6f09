use crate::scene::*;
use ledig_domain::{
    decision::{DecidedBy, Outcome, RejectionReason},
    id::{LineId, RequestId},
    request::{LineState, RequestState},
};
use ledig_service::{
    DateConflict, ServiceError,
    case::{
        decide::{Decide, Decided, LineDecision, ManyResult},
        inbox::{InboxFilter, Recommendation},
        manager::Barred,
        step::CaseEvent,
    },
};

/// The same decision for every undecided date.
async fn all(scene: &Scene, request: RequestId, decision: LineDecision) -> Decide {
    let case = scene.case(MANAGER, request).await;
    let asked = case.lines.iter().filter(|line| line.state == LineState::Asked);
    Decide {
        request,
        version: case.version,
        lines: asked.map(|line| (line.id, decision.clone())).collect(),
        text: String::new(),
    }
}

async fn decide(scene: &Scene, form: &Decide) -> Result<Decided, ServiceError> {
    scene.service.decide(&scene.viewer(MANAGER).await, form).await
}

/// The manager says yes to all.
pub async fn approve_all(scene: &Scene, request: RequestId) {
    let form = all(scene, request, LineDecision::Approve).await;
    decide(scene, &form).await.unwrap();
}

fn reject(reason: RejectionReason, text: &str) -> LineDecision {
    LineDecision::Reject {
        reason,
        text: text.to_owned(),
    }
}

#[test]
fn what_no_rule_decides_waits_for_a_person_who_decides_date_by_date() {
    on_both(async |scene| {
        let request = scene
            .sent(EVA, &weekly(EVA, A, "2026-08-18", "18:00-19:30", 3))
            .await;
        let case = scene.case(EVA, request).await;
        assert_eq!((case.state, case.counts.asked), (RequestState::Open, 3));
        scene.later(2 * DAY);
        let mut form = all(&scene, request, LineDecision::Approve).await;
        form.lines
            .insert(case.lines[1].id, reject(RejectionReason::OwnUse, "Valg"));
        form.text = "Hallen er valglokale.".to_owned();
        let decided = decide(&scene, &form).await.unwrap();
        assert_eq!((decided.approved, decided.rejected), (2, 1));
        let case = scene.case(EVA, request).await;
        assert_eq!((case.state, case.decisions.len()), (RequestState::Decided, 1));
        assert_eq!(case.decisions[0].outcome, Outcome::Partly);
        let why = (RejectionReason::OwnUse, "Valg".to_owned());
        assert_eq!(case.lines[1].rejected, Some(why));
        let eva = scene.viewer(EVA).await;
        let letter = scene.service.decision(&eva, case.decisions[0].id).await.unwrap();
        assert_eq!(letter.text, "Hallen er valglokale.");
        assert!(matches!(letter.by, DecidedBy::Person { name, .. } if name == "Mona Forvalter"));
        let kinds: Vec<_> = case.timeline.iter().map(|step| step.what.kind().code()).collect();
        assert_eq!(kinds, ["request_sent", "left_to_person", "decided"]);
    });
}

#[test]
fn a_refusal_for_something_else_needs_words() {
    on_both(async |scene| {
        let request = scene.sent(EVA, &once(EVA, A, "2026-08-18", "18:00-19:30")).await;
        let mut form = all(&scene, request, reject(RejectionReason::Other, " ")).await;
        assert!(matches!(
            decide(&scene, &form).await,
            Err(ServiceError::Invalid(_))
        ));
        form.text = "Gulvet lakkeres.".to_owned();
        decide(&scene, &form).await.unwrap();
        let case = scene.case(EVA, request).await;
        assert_eq!(case.decisions[0].outcome, Outcome::Rejected);
    });
}

#[test]
fn approving_what_was_given_away_since_is_told_date_by_date_and_does_nothing() {
    on_both(async |scene| {
        let request = scene
            .sent(EVA, &weekly(EVA, A, "2026-08-18", "18:00-19:30", 3))
            .await;
        let form = all(&scene, request, LineDecision::Approve).await;
        // A rule that asks for no competitors leaves this one to a person too, who gives it away.
        let other = scene
            .sent(OLA, &once(OLA, HALL, "2026-08-25", "19:00-20:00"))
            .await;
        let told = decide(&scene, &all(&scene, other, LineDecision::Approve).await)
            .await
            .unwrap();
        assert_eq!(told.told, [request]);
        let Err(ServiceError::Conflict(conflicts)) = decide(&scene, &form).await else {
            panic!("it was given away")
        };
        let [
            DateConflict {
                date: day, clashes, ..
            },
        ] = &conflicts[..]
        else {
            panic!("{conflicts:?}")
        };
        assert_eq!(*day, date("2026-08-25"));
        assert_eq!(clashes[0].by.as_deref(), Some("Stabæk"));
        assert_eq!(clashes[0].times, wall("19:00-20:00"));
        let case = scene.case(EVA, request).await;
        assert_eq!(
            (case.counts.asked, case.counts.approved),
            (3, 0),
            "nothing half done"
        );
        assert!(case.timeline.iter().any(|step| matches!(
            &step.what,
            CaseEvent::TimeGivenAway { dates, to: Some(to), .. } if *dates == [date("2026-08-25")] && to == "Stabæk"
        )));
        // The others can be given.
        let mut form = form;
        form.version = case.version;
        form.lines.remove(&case.lines[1].id);
        assert_eq!(decide(&scene, &form).await.unwrap().approved, 2);
    });
}

#[test]
fn nobody_decides_for_an_organisation_that_they_belong_to() {
    on_both(async |scene| {
        let wish = weekly(KARI, A, "2026-08-18", "18:00-21:30", 2);
        let request = scene.sent(KARI, &wish).await;
        let form = all(&scene, request, LineDecision::Approve).await;
        let both = scene.viewer(BOTH).await;
        let refused = scene.service.decide(&both, &form).await;
        assert!(matches!(refused, Err(ServiceError::Forbidden)));
        let many = scene
            .service
            .approve_many(&both, &[(request, form.version)])
            .await
            .unwrap();
        assert_eq!(many[0].result, ManyResult::OwnOrganisation);
        let page = scene.service.manager_case(&both, request, None).await.unwrap();
        assert_eq!(page.barred, Some(Barred::OwnOrganisation));
        assert_eq!(page.recommendation, Recommendation::OwnOrganisation);
        let inbox = scene.service.inbox(&both, &InboxFilter::default()).await.unwrap();
        assert!(inbox.rows[0].own);
        assert_eq!(scene.case(KARI, request).await.counts.asked, 2);
    });
}

#[test]
fn a_stale_decision_changes_nothing() {
    on_both(async |scene| {
        let request = scene
            .sent(EVA, &weekly(EVA, A, "2026-08-18", "18:00-19:30", 2))
            .await;
        let form = all(&scene, request, LineDecision::Approve).await;
        let case = scene.case(EVA, request).await;
        let eva = scene.viewer(EVA).await;
        scene
            .service
            .withdraw_request(&eva, request, case.version)
            .await
            .unwrap();
        assert!(matches!(decide(&scene, &form).await, Err(ServiceError::Stale)));
        let case = scene.case(EVA, request).await;
        assert_eq!((case.state, case.counts.dropped), (RequestState::Withdrawn, 2));
    });
}

#[test]
fn several_are_approved_at_once_each_for_itself() {
    on_both(async |scene| {
        let first = scene
            .sent(EVA, &weekly(EVA, A, "2026-08-18", "18:00-19:30", 2))
            .await;
        scene.later(60);
        let second = scene
            .sent(EVA, &weekly(EVA, A, "2026-08-25", "18:30-19:30", 2))
            .await;
        scene.later(60);
        let third = scene
            .sent(EVA, &weekly(EVA, C, "2026-08-25", "18:30-19:30", 2))
            .await;
        let manager = scene.viewer(MANAGER).await;
        let versions = [(first, 2), (second, 2), (third, 2)];
        let many = scene.service.approve_many(&manager, &versions).await.unwrap();
        assert!(matches!(&many[0].result, ManyResult::Approved(decided) if decided.told == [second]));
        assert!(matches!(&many[1].result, ManyResult::Taken(dates) if dates.len() == 1));
        assert!(matches!(&many[2].result, ManyResult::Approved(_)));
        assert_eq!(scene.case(EVA, second).await.counts.asked, 2);
    });
}

#[test]
fn a_new_decision_supersedes_the_old_which_never_changes() {
    on_both(async |scene| {
        let request = scene
            .sent(EVA, &weekly(EVA, A, "2026-08-18", "18:00-19:30", 2))
            .await;
        let case = scene.case(EVA, request).await;
        let some = |line: LineId, version| Decide {
            request,
            version,
            lines: [(line, LineDecision::Approve)].into(),
            text: String::new(),
        };
        decide(&scene, &some(case.lines[0].id, case.version))
            .await
            .unwrap();
        let half = scene.case(EVA, request).await;
        assert_eq!((half.state, half.counts.asked), (RequestState::Open, 1));
        decide(&scene, &some(case.lines[1].id, half.version))
            .await
            .unwrap();
        let whole = scene.case(EVA, request).await;
        assert_eq!(whole.decisions.len(), 2);
        assert!(whole.decisions[1].superseded && !whole.decisions[0].superseded);
        let eva = scene.viewer(EVA).await;
        let old = scene.service.decision(&eva, whole.decisions[1].id).await.unwrap();
        assert_eq!(
            (old.outcome, old.superseded_by),
            (Outcome::Partly, Some(whole.decisions[0].id))
        );
    });
}

#[test]
fn what_has_begun_is_not_given() {
    on_both(async |scene| {
        let request = scene
            .sent(EVA, &weekly(EVA, A, "2026-08-18", "18:00-19:30", 2))
            .await;
        scene.set("2026-08-18", "18:00");
        let form = all(&scene, request, LineDecision::Approve).await;
        assert!(matches!(
            decide(&scene, &form).await,
            Err(ServiceError::Invalid(_))
        ));
        let manager = scene.viewer(MANAGER).await;
        let many = scene
            .service
            .approve_many(&manager, &[(request, form.version)])
            .await
            .unwrap();
        assert!(matches!(&many[0].result, ManyResult::Approved(decided) if decided.approved == 1));
        assert_eq!(scene.case(EVA, request).await.counts.asked, 1);
    });
}
