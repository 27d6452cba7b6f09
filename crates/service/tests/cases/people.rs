use crate::scene::*;
use ledig_domain::people::Standing;
use ledig_service::{
    Fault, ServiceError, Viewer,
    case::{
        act::LineWish,
        cancel::{Cancel, CancelScope},
    },
};

#[test]
fn someone_elses_case_is_not_there() {
    on_both(async |scene| {
        let request = scene
            .sent(KARI, &weekly(KARI, A, "2026-08-18", "18:00-19:30", 2))
            .await;
        let case = scene.case(KARI, request).await;
        let decision = case.decisions[0].id;
        let not_found = |result: Result<(), ServiceError>| matches!(result, Err(ServiceError::NotFound));
        for other in [OLA, RESIDENT, ELSEWHERE] {
            let other = scene.viewer(other).await;
            let service = &scene.service;
            assert!(not_found(service.case(&other, request).await.map(|_| ())));
            assert!(not_found(service.decision(&other, decision).await.map(|_| ())));
            assert!(not_found(
                service.manager_case(&other, request, None).await.map(|_| ())
            ));
            let lines = [case.lines[0].id];
            let version = case.version;
            assert!(not_found(
                service.withdraw_request(&other, request, version).await
            ));
            assert!(not_found(
                service
                    .accept_offer(&other, request, version, &lines)
                    .await
                    .map(|_| ())
            ));
            assert!(not_found(
                service
                    .change_lines(&other, request, version, &lines, LineWish::Drop)
                    .await
            ));
            let cancel = Cancel {
                request,
                line: lines[0],
                scope: CancelScope::All,
                reason: "nei".to_owned(),
            };
            assert!(not_found(service.cancel(&other, &cancel).await.map(|_| ())));
        }
        let nobody = scene.service.case(&Viewer::ANYBODY, request).await;
        assert!(matches!(nobody, Err(ServiceError::NotSignedIn)));
        // The one who asked is seen by name on the own side and by staff.
        assert_eq!(
            scene.case(TRINE, request).await.applicant.person_name.as_deref(),
            Some("Kari Nordmann")
        );
        assert!(scene.case(MANAGER, request).await.applicant.person_name.is_some());
    });
}

#[test]
fn a_minor_asks_for_nothing_before_the_eighteenth_birthday() {
    on_both(async |scene| {
        let young = scene.minor("2026-08-12").await;
        let wish = once(young, A, "2026-08-18", "18:00-19:30");
        let faults = match scene.send(young, &wish).await {
            Err(ServiceError::Invalid(faults)) => faults,
            other => panic!("{other:?}"),
        };
        assert_eq!(
            (faults[0].field.as_ref(), &faults[0].fault),
            ("organisation", &Fault::Minor)
        );
        scene.set("2026-08-12", "00:00");
        assert!(scene.send(young, &wish).await.is_ok());
    });
}

#[test]
fn a_coach_sees_but_does_not_act() {
    on_both(async |scene| {
        let wish = once(TRINE, A, "2026-08-18", "18:00-19:30");
        let faults = match scene.send(TRINE, &wish).await {
            Err(ServiceError::Invalid(faults)) => faults,
            other => panic!("{other:?}"),
        };
        assert_eq!(faults[0].fault, Fault::MayNotBook);
        let request = scene
            .sent(KARI, &once(KARI, A, "2026-08-18", "18:00-19:30"))
            .await;
        let mine = scene.service.my_page(&scene.viewer(TRINE).await).await.unwrap();
        assert_eq!(mine.next.len(), 1);
        assert!(!mine.next[0].may_cancel);
        let case = scene.case(TRINE, request).await;
        assert!(!case.may.withdraw && !case.lines[0].may.cancel);
        let cancel = Cancel {
            request,
            line: case.lines[0].id,
            scope: CancelScope::One,
            reason: String::new(),
        };
        let trine = scene.viewer(TRINE).await;
        assert!(matches!(
            scene.service.cancel(&trine, &cancel).await,
            Err(ServiceError::Forbidden)
        ));
    });
}

#[test]
fn nobody_asks_for_others_and_no_suspended_organisation_asks_at_all() {
    on_both(async |scene| {
        let wish = once(KARI, A, "2026-08-18", "18:00-19:30");
        assert!(matches!(
            scene.send(OLA, &wish).await,
            Err(ServiceError::Forbidden)
        ));
        let nobody = scene.service.submit(&Viewer::ANYBODY, &wish, "k").await;
        assert!(matches!(nobody, Err(ServiceError::NotSignedIn)));
        use ledig_store::{Tx, organisations};
        scene
            .service
            .store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let mut club = organisations::by_id(tx, HASLUM).await?.unwrap();
                    club.standing = Standing::Suspended;
                    organisations::update(tx, &club).await
                }
            })
            .await
            .unwrap();
        let faults = match scene.send(KARI, &wish).await {
            Err(ServiceError::Invalid(faults)) => faults,
            other => panic!("{other:?}"),
        };
        assert_eq!(faults[0].fault, Fault::Standing(Standing::Suspended));
    });
}

#[test]
fn every_fault_of_the_form_is_told_at_once() {
    on_both(async |scene| {
        let mut wish = once(TRINE, A, "2026-08-18", "18:00-19:30");
        wish.purpose = "  ".to_owned();
        wish.persons = Some(0);
        let Err(ServiceError::Invalid(faults)) = scene.send(TRINE, &wish).await else {
            panic!("it is faulty")
        };
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_ref()).collect();
        assert_eq!(fields, ["organisation", "purpose", "persons"]);
    });
}
