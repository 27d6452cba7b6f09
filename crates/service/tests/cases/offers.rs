use crate::scene::*;
use ledig_domain::{
    decision::Outcome,
    id::{RequestId, SpaceId},
    request::{LineState, RequestState},
};
use ledig_service::{
    ServiceError,
    case::{
        decide::{Decide, Decided, LineDecision},
        inbox::{InboxFilter, InboxShow},
        mine::NextStep,
        submit::Submitted,
    },
};

async fn offer(
    scene: &Scene,
    request: RequestId,
    space: SpaceId,
    times: &str,
) -> Result<Decided, ServiceError> {
    let case = scene.case(MANAGER, request).await;
    let line = &case.lines[0];
    let offer = LineDecision::Offer {
        space,
        date: line.date,
        times: wall(times),
    };
    let form = Decide {
        request,
        version: case.version,
        lines: [(line.id, offer)].into(),
        text: String::new(),
    };
    scene.service.decide(&scene.viewer(MANAGER).await, &form).await
}

async fn asked(scene: &Scene) -> RequestId {
    scene.sent(EVA, &once(EVA, A, "2026-08-18", "18:00-19:30")).await
}

#[test]
fn an_offer_is_held_and_taken() {
    on_both(async |scene| {
        let request = asked(&scene).await;
        let made = offer(&scene, request, B, "19:00-20:30").await.unwrap();
        assert_eq!((made.offered, made.decision), (1, None));
        // Nobody else gets it meanwhile, and nobody learns for whom it is held.
        let other = once(KARI, B, "2026-08-18", "19:00-20:30");
        let Submitted::DatesChanged(preview) = scene.send(KARI, &other).await.unwrap() else {
            panic!("it is held")
        };
        let ledig_domain::outcome::DateOutcome::Taken(clashes) = &preview.lines[0].outcome else {
            panic!("{preview:?}")
        };
        assert_eq!(clashes[0].by, None);
        let eva = scene.viewer(EVA).await;
        let mine = scene.service.my_page(&eva).await.unwrap();
        assert_eq!(mine.offers.len(), 1);
        assert!(matches!(
            mine.cases[0].next_step,
            NextStep::AnswerOffer { dates: 1, .. }
        ));
        let version = mine.offers[0].version;
        scene
            .service
            .accept_offer(&eva, request, version, &[])
            .await
            .unwrap();
        let case = scene.case(EVA, request).await;
        assert_eq!(case.state, RequestState::Decided);
        assert_eq!(case.decisions[0].outcome, Outcome::Approved);
        let line = &case.lines[0];
        assert_eq!(
            (line.space.id, line.times, line.state),
            (B, wall("19:00-20:30"), LineState::Approved)
        );
        assert_eq!(line.wished.as_ref().unwrap().2, wall("18:00-19:30"));
        let again = scene.service.accept_offer(&eva, request, case.version, &[]).await;
        assert!(matches!(again, Err(ServiceError::Invalid(_))));
    });
}

#[test]
fn a_declined_offer_leaves_the_date_asked_for_as_it_was() {
    on_both(async |scene| {
        let request = asked(&scene).await;
        offer(&scene, request, B, "19:00-20:30").await.unwrap();
        let case = scene.case(EVA, request).await;
        let eva = scene.viewer(EVA).await;
        let lines = [case.lines[0].id];
        scene
            .service
            .decline_offer(&eva, request, case.version, &lines)
            .await
            .unwrap();
        let case = scene.case(EVA, request).await;
        let line = &case.lines[0];
        assert_eq!(
            (line.state, line.space.id, line.wished.clone()),
            (LineState::Asked, A, None)
        );
        let free = scene
            .send(KARI, &once(KARI, B, "2026-08-18", "19:00-20:30"))
            .await
            .unwrap();
        assert!(matches!(free, Submitted::DecidedAtOnce { .. }));
    });
}

#[test]
fn an_offer_that_nobody_answers_runs_out() {
    on_both(async |scene| {
        let request = asked(&scene).await;
        offer(&scene, request, B, "19:00-20:30").await.unwrap();
        let case = scene.case(EVA, request).await;
        assert_eq!(scene.service.tick().await.unwrap().expired, 0);
        scene.later(2 * DAY);
        // Before anything ticks, it neither blocks nor can be taken.
        let eva = scene.viewer(EVA).await;
        let late = scene.service.accept_offer(&eva, request, case.version, &[]).await;
        assert!(matches!(late, Err(ServiceError::Conflict(dates)) if dates[0].date == date("2026-08-18")));
        let free = scene
            .send(KARI, &once(KARI, B, "2026-08-18", "19:00-20:30"))
            .await
            .unwrap();
        assert!(matches!(free, Submitted::DecidedAtOnce { .. }));
        assert_eq!(scene.service.tick().await.unwrap().expired, 1);
        assert_eq!(
            scene.service.tick().await.unwrap().expired,
            0,
            "twice does no harm"
        );
        let case = scene.case(EVA, request).await;
        assert_eq!(
            (case.state, case.lines[0].state),
            (RequestState::Open, LineState::Asked)
        );
    });
}

#[test]
fn what_is_taken_cannot_be_offered() {
    on_both(async |scene| {
        scene
            .sent(KARI, &once(KARI, B, "2026-08-18", "19:00-20:30"))
            .await;
        let request = asked(&scene).await;
        let taken = offer(&scene, request, HALL, "20:00-21:00").await;
        assert!(matches!(taken, Err(ServiceError::Conflict(dates)) if dates.len() == 1));
        let manager = scene.viewer(MANAGER).await;
        offer(&scene, request, HALL, "20:30-21:30").await.unwrap();
        let filter = InboxFilter {
            show: InboxShow::Offered,
            ..InboxFilter::default()
        };
        let inbox = scene.service.inbox(&manager, &filter).await.unwrap();
        assert_eq!((inbox.rows.len(), inbox.undecided), (1, 0));
        // A new offer takes the old one's place.
        let again = offer(&scene, request, C, "18:00-19:30").await;
        assert!(matches!(again, Err(ServiceError::Stale)), "{again:?}");
    });
}
