use crate::scene::*;
use ledig_domain::{
    decision::Outcome,
    id::{PersonId, RequestId, SpaceId},
    request::{LineState, RequestState},
};
use ledig_service::{
    Fault, ServiceError,
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

/// Offers another place, date and time for the only date of a case.
async fn offer_elsewhere(
    scene: &Scene,
    who: PersonId,
    request: RequestId,
    space: SpaceId,
    day: &str,
    times: &str,
) -> Result<Decided, ServiceError> {
    let case = scene.case(who, request).await;
    let offer = LineDecision::Offer {
        space,
        date: date(day),
        times: wall(times),
    };
    let form = Decide {
        request,
        version: case.version,
        lines: [(case.lines[0].id, offer)].into(),
        text: String::new(),
    };
    scene.service.decide(&scene.viewer(who).await, &form).await
}

#[test]
fn another_date_and_place_can_be_offered_and_taken() {
    on_both(async |scene| {
        let request = asked(&scene).await;
        offer_elsewhere(&scene, MANAGER, request, GYM, "2026-08-20", "17:00-18:30")
            .await
            .unwrap();
        let held = once(OLA, GYM, "2026-08-20", "17:30-18:00");
        let sent = scene.send(OLA, &held).await.unwrap();
        assert!(matches!(sent, Submitted::DatesChanged(_)), "it is held");
        let eva = scene.viewer(EVA).await;
        let case = scene.case(EVA, request).await;
        let offered = case.lines[0].offer.as_ref().unwrap();
        assert_eq!(
            (offered.space.id, offered.date, offered.times),
            (GYM, date("2026-08-20"), wall("17:00-18:30"))
        );
        let version = case.version;
        scene
            .service
            .accept_offer(&eva, request, version, &[])
            .await
            .unwrap();
        let line = &scene.case(EVA, request).await.lines[0];
        assert_eq!(
            (line.space.id, line.date, line.state),
            (GYM, date("2026-08-20"), LineState::Approved)
        );
    });
}

#[test]
fn what_is_against_an_offer_is_told_at_its_date_and_field() {
    on_both(async |scene| {
        let request = asked(&scene).await;
        let line = scene.case(MANAGER, request).await.lines[0].id;
        let against = async |space, day: &str, times: &str| match offer_elsewhere(
            &scene, MANAGER, request, space, day, times,
        )
        .await
        {
            Err(ServiceError::Invalid(faults)) => faults
                .into_iter()
                .map(|one| (one.field.into_owned(), one.fault))
                .collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        let unknown = SpaceId(uuid::Uuid::from_u128(999));
        let found = against(unknown, "2026-08-20", "17:00-18:30").await;
        assert_eq!(found, [(format!("offer_space.{line}"), Fault::Unknown)]);
        let found = against(B, "2026-08-09", "17:00-18:30").await;
        assert_eq!(found[0].0, format!("offer_date.{line}"));
        let found = against(B, "2026-08-20", "22:00-23:30").await;
        assert_eq!(found[0].0, format!("offer_times.{line}"));
        let found = against(B, "2026-12-24", "17:00-18:30").await;
        assert_eq!(found[0].0, format!("offer_times.{line}"), "closed for Christmas");
        let case = scene.case(EVA, request).await;
        assert_eq!(case.lines[0].state, LineState::Asked);
    });
}

#[test]
fn a_manager_offers_only_what_is_theirs_to_give() {
    on_both(async |scene| {
        let request = scene
            .sent(EVA, &once(EVA, GYM, "2026-08-18", "18:00-19:30"))
            .await;
        let elsewhere = scene.viewer(ELSEWHERE).await;
        let page = scene
            .service
            .manager_case(&elsewhere, request, None)
            .await
            .unwrap();
        let places: Vec<SpaceId> = page.places.iter().map(|place| place.id).collect();
        assert_eq!(places, [GYM]);
        let refused = offer_elsewhere(&scene, ELSEWHERE, request, A, "2026-08-18", "18:00-19:30").await;
        let Err(ServiceError::Invalid(faults)) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(faults[0].fault, Fault::NotYours);
        offer_elsewhere(&scene, ELSEWHERE, request, GYM, "2026-08-19", "18:00-19:30")
            .await
            .unwrap();

        let manager = scene.viewer(MANAGER).await;
        let named = scene
            .service
            .space_to_offer(&manager, " arena, hallen, del b ")
            .await;
        assert_eq!(named.unwrap(), Some(B));
        let named = scene
            .service
            .space_to_offer(&elsewhere, "Arena, Hallen, Del B")
            .await;
        assert_eq!(named.unwrap(), None);
    });
}
