use crate::scene::*;
use ledig_domain::{
    id::{PersonId, RequestId},
    request::LineState,
};
use ledig_service::{
    ServiceError,
    case::{
        act::LineWish,
        cancel::{Cancel, CancelScope, Cancelled},
        step::{CaseEvent, StepBy},
    },
};

async fn series(scene: &Scene) -> RequestId {
    scene
        .sent(KARI, &weekly(KARI, A, "2026-08-18", "18:00-19:30", 5))
        .await
}

async fn cancel(
    scene: &Scene,
    person: PersonId,
    request: RequestId,
    index: usize,
    scope: CancelScope,
) -> Result<Cancelled, ServiceError> {
    let case = scene.case(MANAGER, request).await;
    let form = Cancel {
        request,
        line: case.lines[index].id,
        scope,
        reason: "Vannskade".to_owned(),
    };
    scene.service.cancel(&scene.viewer(person).await, &form).await
}

async fn states(scene: &Scene, request: RequestId) -> Vec<bool> {
    let case = scene.case(KARI, request).await;
    case.lines
        .iter()
        .map(|line| line.state == LineState::Approved)
        .collect()
}

#[test]
fn one_date_this_and_the_following_or_all() {
    on_both(async |scene| {
        let request = series(&scene).await;
        let done = cancel(&scene, KARI, request, 1, CancelScope::One).await.unwrap();
        assert_eq!(done.dates, [date("2026-08-25")]);
        assert_eq!(states(&scene, request).await, [true, false, true, true, true]);
        let done = cancel(&scene, KARI, request, 3, CancelScope::Following)
            .await
            .unwrap();
        assert_eq!(done.dates.len(), 2);
        assert_eq!(states(&scene, request).await, [true, false, true, false, false]);
        let done = cancel(&scene, KARI, request, 1, CancelScope::All).await.unwrap();
        assert_eq!(done.dates, [date("2026-08-18"), date("2026-09-01")]);
        let nothing = cancel(&scene, KARI, request, 0, CancelScope::All).await;
        assert!(matches!(nothing, Err(ServiceError::Invalid(_))));
    });
}

#[test]
fn the_freed_time_is_free_at_once_and_a_cancelled_date_stays_cancelled() {
    on_both(async |scene| {
        let request = series(&scene).await;
        cancel(&scene, KARI, request, 1, CancelScope::One).await.unwrap();
        let taken = scene.sent(OLA, &once(OLA, A, "2026-08-25", "18:00-19:30")).await;
        assert_eq!(scene.case(OLA, taken).await.counts.approved, 1);
        let case = scene.case(KARI, request).await;
        let kari = scene.viewer(KARI).await;
        let line = [case.lines[1].id];
        for wish in [LineWish::Ask, LineWish::Wait, LineWish::Drop] {
            let back = scene
                .service
                .change_lines(&kari, request, case.version, &line, wish)
                .await;
            assert!(matches!(back, Err(ServiceError::Stale)));
        }
        assert!(!case.lines[1].may.ask && !case.lines[1].may.cancel);
        let how = case.lines[1].cancelled.clone().unwrap();
        assert!(!how.by_owner);
        assert_eq!(how.at, scene.service.now());
    });
}

#[test]
fn too_late_is_told_with_the_deadline_and_whom_to_ask() {
    on_both(async |scene| {
        let request = series(&scene).await;
        scene.set("2026-08-18", "10:00");
        let late = cancel(&scene, KARI, request, 0, CancelScope::One).await.unwrap();
        assert!(late.dates.is_empty());
        assert_eq!(late.too_late[0].date, date("2026-08-18"));
        assert_eq!(scene.service.now().0 - late.too_late[0].deadline.0, 16 * HOUR);
        assert_eq!(late.contact.email, "booking@example.no");
        // All that can be cancelled is, and the rest is told.
        let all = cancel(&scene, KARI, request, 0, CancelScope::All).await.unwrap();
        assert_eq!((all.dates.len(), all.too_late.len()), (4, 1));
        assert_eq!(states(&scene, request).await, [true, false, false, false, false]);
    });
}

#[test]
fn the_owner_cancels_late_too_but_says_why() {
    on_both(async |scene| {
        let request = series(&scene).await;
        scene.set("2026-08-18", "17:00");
        let case = scene.case(MANAGER, request).await;
        let mut form = Cancel {
            request,
            line: case.lines[0].id,
            scope: CancelScope::One,
            reason: " ".to_owned(),
        };
        let manager = scene.viewer(MANAGER).await;
        let silent = scene.service.cancel(&manager, &form).await;
        assert!(matches!(silent, Err(ServiceError::Invalid(_))));
        form.reason = "Vannskade".to_owned();
        scene.service.cancel(&manager, &form).await.unwrap();
        let case = scene.case(KARI, request).await;
        let how = case.lines[0].cancelled.clone().unwrap();
        assert_eq!((how.by_owner, how.reason.as_str()), (true, "Vannskade"));
        let last = case.timeline.last().unwrap();
        assert_eq!(last.by, StepBy::Staff(Some("Mona Forvalter".to_owned())));
        assert!(matches!(&last.what, CaseEvent::Cancelled { reason, .. } if reason == "Vannskade"));
        // One who is on both sides has no more freedom than the club.
        scene.set("2026-08-25", "17:00");
        let late = cancel(&scene, BOTH, request, 1, CancelScope::One).await.unwrap();
        assert!(late.dates.is_empty());
    });
}

#[test]
fn what_has_begun_is_not_cancelled() {
    on_both(async |scene| {
        let request = series(&scene).await;
        scene.set("2026-08-18", "18:30");
        let begun = cancel(&scene, MANAGER, request, 0, CancelScope::One).await;
        assert!(matches!(begun, Err(ServiceError::Invalid(_))));
        let all = cancel(&scene, MANAGER, request, 0, CancelScope::All)
            .await
            .unwrap();
        assert_eq!(all.dates.len(), 4);
        assert_eq!(states(&scene, request).await, [true, false, false, false, false]);
    });
}
