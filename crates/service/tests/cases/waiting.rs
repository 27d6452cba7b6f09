use crate::scene::*;
use ledig_domain::{
    id::{PersonId, RequestId, SpaceId},
    preview::{Choice, Wish},
    request::{LineState, RequestState},
};
use ledig_service::case::{
    act::LineWish,
    cancel::{Cancel, CancelScope},
    decide::{Decide, LineDecision},
    page::CasePage,
    step::{CaseEvent, Turn, TurnBecause},
};

const DAY_ASKED: &str = "2026-08-25";

fn waits(person: PersonId, space: SpaceId) -> Wish {
    choosing(
        once(person, space, DAY_ASKED, "18:00-19:30"),
        DAY_ASKED,
        Choice::Wait,
    )
}

async fn give_back(scene: &Scene, person: PersonId, request: RequestId) {
    let case = scene.case(person, request).await;
    let cancel = Cancel {
        request,
        line: case.lines[0].id,
        scope: CancelScope::All,
        reason: String::new(),
    };
    scene
        .service
        .cancel(&scene.viewer(person).await, &cancel)
        .await
        .unwrap();
}

fn turn(case: &CasePage) -> &Turn {
    case.timeline
        .iter()
        .find_map(|step| match &step.what {
            CaseEvent::WaitingCameFree { turn, .. } => Some(turn),
            _ => None,
        })
        .unwrap()
}

#[test]
fn a_waiting_date_that_comes_free_is_held_for_the_one_who_waits() {
    on_both(async |scene| {
        let taken = scene.sent(OLA, &once(OLA, HALL, DAY_ASKED, "18:00-20:00")).await;
        let request = scene.sent(KARI, &waits(KARI, A)).await;
        assert_eq!(scene.case(KARI, request).await.state, RequestState::Decided);
        give_back(&scene, OLA, taken).await;
        let case = scene.case(KARI, request).await;
        let offer = case.lines[0].offer.clone().unwrap();
        assert!(offer.came_free);
        assert_eq!(offer.until.0 - scene.service.now().0, 2 * DAY);
        assert_eq!(turn(&case).because, TurnBecause::Only);
        let kari = scene.viewer(KARI).await;
        scene
            .service
            .accept_offer(&kari, request, case.version, &[])
            .await
            .unwrap();
        let case = scene.case(KARI, request).await;
        assert_eq!(case.counts.approved, 1);
        assert!(matches!(
            &case.decisions[0].by,
            ledig_domain::decision::DecidedBy::Rule { .. }
        ));
    });
}

#[test]
fn of_two_who_want_the_released_time_the_higher_class_goes_first_and_then_the_next() {
    on_both(async |scene| {
        // The grown-ups hold it, and wait for it too under another team's name: the youth asked last.
        let taken = scene.sent(OLA, &once(OLA, A, DAY_ASKED, "18:00-19:30")).await;
        let grown_ups = scene.sent(OLA, &waits(OLA, A)).await;
        scene.later(HOUR);
        let youth = scene.sent(KARI, &waits(KARI, HALL)).await;
        give_back(&scene, OLA, taken).await;
        let first = scene.case(KARI, youth).await;
        assert_eq!(first.lines[0].state, LineState::Offered);
        assert_eq!(
            (turn(&first).because, turn(&first).others),
            (TurnBecause::HigherClass, 1)
        );
        assert_eq!(
            scene.case(OLA, grown_ups).await.lines[0].state,
            LineState::Waiting
        );
        // Declined: it goes to the next, and the first has let it go.
        let kari = scene.viewer(KARI).await;
        scene
            .service
            .decline_offer(&kari, youth, first.version, &[])
            .await
            .unwrap();
        assert_eq!(scene.case(KARI, youth).await.lines[0].state, LineState::Dropped);
        assert_eq!(
            scene.case(OLA, grown_ups).await.lines[0].state,
            LineState::Offered
        );
        // Not answered: it goes on waiting, and the time is anybody's.
        scene.later(2 * DAY + 1);
        assert_eq!(scene.service.tick().await.unwrap().expired, 1);
        assert_eq!(
            scene.case(OLA, grown_ups).await.lines[0].state,
            LineState::Waiting
        );
    });
}

#[test]
fn in_the_same_class_the_one_who_waited_longest_goes_first() {
    on_both(async |scene| {
        let taken = scene.sent(KARI, &once(KARI, A, DAY_ASKED, "18:00-19:30")).await;
        let first = scene.sent(OLA, &waits(OLA, A)).await;
        scene.later(HOUR);
        let second = scene.sent(OLA, &waits(OLA, A)).await;
        give_back(&scene, KARI, taken).await;
        let case = scene.case(OLA, first).await;
        assert_eq!(turn(&case).because, TurnBecause::WaitedLongest);
        assert_eq!(case.lines[0].state, LineState::Offered);
        assert_eq!(scene.case(OLA, second).await.lines[0].state, LineState::Waiting);
    });
}

#[test]
fn where_no_rule_answers_a_person_chooses_among_those_who_wait() {
    on_both(async |scene| {
        let taken = scene.sent(KARI, &once(KARI, A, DAY_ASKED, "18:00-19:30")).await;
        let request = scene.sent(EVA, &waits(EVA, A)).await;
        give_back(&scene, KARI, taken).await;
        let case = scene.case(EVA, request).await;
        assert_eq!(
            (case.state, case.lines[0].state),
            (RequestState::Open, LineState::Asked)
        );
        assert_eq!(turn(&case).because, TurnBecause::PersonChooses);
        crate::deciding::approve_all(&scene, request).await;
    });
}

#[test]
fn a_part_of_what_is_waited_for_is_not_enough() {
    on_both(async |scene| {
        let taken = scene.sent(OLA, &once(OLA, A, DAY_ASKED, "18:00-19:30")).await;
        scene.sent(OLA, &once(OLA, B, DAY_ASKED, "18:00-19:30")).await;
        let request = scene.sent(KARI, &waits(KARI, HALL)).await;
        give_back(&scene, OLA, taken).await;
        assert_eq!(scene.case(KARI, request).await.lines[0].state, LineState::Waiting);
    });
}

#[test]
fn a_date_that_was_left_out_is_wanted_back() {
    on_both(async |scene| {
        let wish = weekly(KARI, A, "2026-08-18", "18:00-19:30", 3);
        let request = scene.sent(KARI, &choosing(wish, DAY_ASKED, Choice::Drop)).await;
        let case = scene.case(KARI, request).await;
        assert!(case.lines[1].may.ask);
        let kari = scene.viewer(KARI).await;
        let lines = [case.lines[1].id];
        let ask = async |version| {
            scene
                .service
                .change_lines(&kari, request, version, &lines, LineWish::Ask)
                .await
                .unwrap();
            scene.case(KARI, request).await
        };
        let case = ask(case.version).await;
        assert_eq!(case.counts.approved, 3, "free, and the rule says yes");
        assert_eq!(case.decisions.len(), 2);
    });
}

#[test]
fn a_date_that_was_left_out_and_taken_since_is_left_to_a_person() {
    on_both(async |scene| {
        let wish = weekly(KARI, A, "2026-08-18", "18:00-19:30", 3);
        let request = scene.sent(KARI, &choosing(wish, DAY_ASKED, Choice::Drop)).await;
        scene.sent(OLA, &once(OLA, A, DAY_ASKED, "18:00-19:30")).await;
        let case = scene.case(KARI, request).await;
        let kari = scene.viewer(KARI).await;
        let lines = [case.lines[1].id];
        let version = case.version;
        scene
            .service
            .change_lines(&kari, request, version, &lines, LineWish::Ask)
            .await
            .unwrap();
        let case = scene.case(KARI, request).await;
        assert_eq!((case.state, case.counts.asked), (RequestState::Open, 1));
        let version = case.version;
        scene
            .service
            .change_lines(&kari, request, version, &lines, LineWish::Wait)
            .await
            .unwrap();
        assert_eq!(scene.case(KARI, request).await.counts.waiting, 1);
    });
}

#[test]
fn a_refusal_of_the_offer_by_withdrawing_moves_the_line_too() {
    on_both(async |scene| {
        let company = scene.sent(EVA, &once(EVA, A, "2026-08-18", "18:00-19:30")).await;
        let case = scene.case(MANAGER, company).await;
        let offer = LineDecision::Offer {
            space: B,
            date: date(DAY_ASKED),
            times: wall("18:00-19:30"),
        };
        let form = Decide {
            request: company,
            version: case.version,
            lines: [(case.lines[0].id, offer)].into(),
            text: String::new(),
        };
        scene
            .service
            .decide(&scene.viewer(MANAGER).await, &form)
            .await
            .unwrap();
        let youth = scene.sent(KARI, &waits(KARI, B)).await;
        let case = scene.case(EVA, company).await;
        let eva = scene.viewer(EVA).await;
        scene
            .service
            .withdraw_request(&eva, company, case.version)
            .await
            .unwrap();
        assert_eq!(scene.case(KARI, youth).await.lines[0].state, LineState::Offered);
    });
}

#[test]
fn a_lifted_closure_gives_its_time_to_those_who_wait_for_it() {
    on_both(async |scene| {
        use ledig_service::manage::ClosureForm;
        let manager = scene.viewer(MANAGER).await;
        let form = ClosureForm {
            space: HALL,
            from_date: date("2026-08-24"),
            from: "08".parse().unwrap(),
            to_date: date("2026-08-26"),
            to: "22".parse().unwrap(),
            reason: "Vannskade".to_owned(),
            public: true,
        };
        let (closure, hits) = scene.service.make_closure(&manager, &form).await.unwrap();
        assert!(hits.is_empty());
        let kari = scene.viewer(KARI).await;
        let wish = once(KARI, A, DAY_ASKED, "18:00-19:30");
        let preview = scene.service.preview(&kari, &wish).await.unwrap();
        let closed = ledig_domain::outcome::DateOutcome::Closed("Vannskade".to_owned());
        assert_eq!(preview.lines[0].outcome, closed);
        let request = scene.sent(KARI, &waits(KARI, A)).await;
        scene.service.lift_closure(&manager, closure).await.unwrap();
        assert_eq!(scene.case(KARI, request).await.lines[0].state, LineState::Offered);
    });
}

#[test]
fn a_date_that_waited_in_vain_is_left_out_when_it_begins() {
    on_both(async |scene| {
        scene.sent(OLA, &once(OLA, A, DAY_ASKED, "18:00-19:30")).await;
        let request = scene.sent(KARI, &waits(KARI, A)).await;
        scene.set(DAY_ASKED, "18:00");
        scene.service.tick().await.unwrap();
        let case = scene.case(KARI, request).await;
        assert_eq!(case.lines[0].state, LineState::Dropped);
        let steps = case.timeline.len();
        scene.service.tick().await.unwrap();
        assert_eq!(scene.case(KARI, request).await.timeline.len(), steps);
    });
}
