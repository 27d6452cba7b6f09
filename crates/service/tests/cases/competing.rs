use crate::{deciding::approve_all, scene::*};
use ledig_domain::id::RequestId;
use ledig_service::{
    ServiceError,
    case::{
        inbox::{InboxFilter, Recommendation},
        manager::Before,
    },
};

#[test]
fn competitors_stand_in_order_of_class_then_of_asking() {
    on_both(async |scene| {
        // Too long for the rule: all three are left to a person.
        let company = scene.sent(EVA, &once(EVA, A, "2026-08-18", "17:00-20:00")).await;
        scene.later(60);
        let grown_ups = scene.sent(OLA, &once(OLA, A, "2026-08-18", "17:00-20:00")).await;
        scene.later(60);
        let youth = scene
            .sent(KARI, &weekly(KARI, HALL, "2026-08-18", "18:00-20:30", 2))
            .await;
        let manager = scene.viewer(MANAGER).await;
        let page = scene
            .service
            .manager_case(&manager, grown_ups, None)
            .await
            .unwrap();
        let order: Vec<RequestId> = page.ranking.iter().map(|one| one.request).collect();
        assert_eq!(order, [youth, grown_ups, company]);
        assert!(page.ranking[1].this);
        assert_eq!(page.ranking[0].before_next, Some(Before::HigherClass));
        let Recommendation::Yield {
            to,
            request,
            class,
            dates,
        } = &page.recommendation
        else {
            panic!("{:?}", page.recommendation)
        };
        assert_eq!(
            (to.as_str(), *request, class.name.as_str(), *dates),
            ("Haslum", youth, "Barn og unge", 1)
        );
        assert_eq!(page.outlook[0].wanted_by.len(), 2);
        assert_eq!(page.week.monday, date("2026-08-17"));
        assert_eq!(page.week.days[1].entries.len(), 3);
        assert_eq!(page.neighbours, (Some(company), Some(youth)));
        let inbox = scene
            .service
            .inbox(&manager, &InboxFilter::default())
            .await
            .unwrap();
        let rows: Vec<_> = inbox.rows.iter().map(|row| (row.id, row.competitors)).collect();
        assert_eq!(rows, [(company, 2), (grown_ups, 2), (youth, 2)]);
        let first = Recommendation::FirstAmong { others: 2, taken: 0 };
        assert_eq!(inbox.rows[2].recommendation, first);
        assert_eq!(inbox.undecided, 3);
    });
}

#[test]
fn the_inbox_holds_only_what_is_ones_own_to_see() {
    on_both(async |scene| {
        scene.sent(EVA, &once(EVA, A, "2026-08-18", "18:00-19:30")).await;
        let there = scene
            .sent(EVA, &once(EVA, GYM, "2026-08-18", "18:00-19:30"))
            .await;
        let inbox = async |who| {
            scene
                .service
                .inbox(&scene.viewer(who).await, &InboxFilter::default())
                .await
        };
        assert_eq!(inbox(MANAGER).await.unwrap().rows.len(), 2);
        let own = inbox(ELSEWHERE).await.unwrap();
        assert_eq!(own.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [there]);
        assert!(matches!(inbox(KARI).await, Err(ServiceError::Forbidden)));
    });
}

#[test]
fn the_usual_time_is_the_median_of_real_cases_once_there_are_five() {
    on_both(async |scene| {
        for (number, hours) in [1, 2, 3, 40, 50].into_iter().enumerate() {
            let day = format!("2026-09-{:02}", number + 1);
            let request = scene.sent(EVA, &once(EVA, A, &day, "18:00-19:30")).await;
            let usual = scene.case(EVA, request).await.usual_seconds;
            assert_eq!(usual, None);
            scene.later(hours * HOUR);
            approve_all(&scene, request).await;
        }
        let request = scene.sent(EVA, &once(EVA, A, "2026-09-20", "18:00-19:30")).await;
        assert_eq!(scene.case(EVA, request).await.usual_seconds, Some(3 * HOUR));
    });
}
