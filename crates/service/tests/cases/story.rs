use crate::scene::*;
use chrono::Datelike;
use ledig_domain::{
    outcome::DateOutcome,
    preview::Choice,
    recurrence::{End, LeftOut},
    request::{LineState, RequestState},
    time::{Zone, local},
};
use ledig_service::case::submit::Submitted;

#[test]
fn a_season_keeps_its_clock_time_over_both_clock_changes_and_leaves_school_holidays_out() {
    on_both(async |scene| {
        let mut wish = weekly(KARI, A, "2026-08-18", "18:00-19:30", 1);
        wish.recurrence.end = End::Until(date("2027-05-11"));
        wish.recurrence.not_school_holidays = true;
        let kari = scene.viewer(KARI).await;
        let preview = scene.service.preview(&kari, &wish).await.unwrap();
        let left_out = |line: &&ledig_domain::preview::PreviewLine| {
            matches!(line.outcome, DateOutcome::LeftOut(LeftOut::SchoolHoliday(_)))
        };
        assert_eq!(preview.lines.len(), 39);
        // Autumn break, two in the Christmas break, winter break, two at Easter.
        assert_eq!(preview.lines.iter().filter(left_out).count(), 6);
        let sent = scene.send(KARI, &wish).await.unwrap();
        let Submitted::DecidedAtOnce { request, decision } = sent else {
            panic!("{sent:?}")
        };
        let case = scene.case(KARI, request).await;
        assert_eq!(case.state, RequestState::Decided);
        assert_eq!(case.counts.approved, 33);
        for line in &case.lines {
            let (day, minute) = local(line.starts_at, Zone::Europe__Oslo);
            assert_eq!((day, minute.get()), (line.date, 18 * 60));
            assert_eq!(day.weekday(), chrono::Weekday::Tue);
            assert_eq!(line.ends_at.0 - line.starts_at.0, 90 * 60);
        }
        let utc: std::collections::BTreeSet<i64> =
            case.lines.iter().map(|line| line.starts_at.0 % DAY).collect();
        assert_eq!(utc, [16 * HOUR, 17 * HOUR].into());
        let letter = scene.service.decision(&kari, decision).await.unwrap();
        assert_eq!(letter.dates.len(), 33);
        assert_eq!(letter.terms.unwrap().name, "Fast trening for medlemsklubber");
        assert_eq!(letter.appeal_until, date("2026-08-31"));
        assert_eq!(letter.appeal_body, "Klagenemnda");
    });
}

#[test]
fn one_date_of_forty_conflicts_and_is_settled_by_an_alternative() {
    on_both(async |scene| {
        scene.sent(OLA, &once(OLA, A, "2026-09-08", "18:00-20:00")).await;
        let wish = weekly(KARI, A, "2026-08-18", "18:00-19:30", 40);
        let kari = scene.viewer(KARI).await;
        let preview = scene.service.preview(&kari, &wish).await.unwrap();
        let (counts, lines) = (preview.counts(), &preview.lines);
        assert_eq!((counts.free, counts.taken, counts.unsettled), (40 - 1, 1, 1));
        let taken = &lines[3];
        let DateOutcome::Taken(clashes) = &taken.outcome else {
            panic!("{taken:?}")
        };
        assert_eq!(clashes.len(), 1);
        assert_eq!(
            (clashes[0].by.as_deref(), clashes[0].own),
            (Some("Stabæk"), false)
        );
        assert_eq!(clashes[0].times, wall("18:00-20:00"));
        assert_eq!(taken.alternatives.len(), 3);
        // Sent as it is, the date comes back and nothing is stored.
        let back = scene.send(KARI, &wish).await.unwrap();
        assert!(matches!(back, Submitted::DatesChanged(preview) if preview.counts().unsettled == 1));
        assert_eq!(scene.service.my_page(&kari).await.unwrap().cases.len(), 0);
        let best = &taken.alternatives[0];
        let take = Choice::Take {
            space: best.space,
            times: best.times,
        };
        assert_eq!(best.space, B);
        let request = scene.sent(KARI, &choosing(wish, "2026-09-08", take)).await;
        let case = scene.case(KARI, request).await;
        assert_eq!(case.counts.approved, 40);
        let line = &case.lines[3];
        assert_eq!((line.space.id, line.state), (B, LineState::Approved));
        assert_eq!(line.wished.as_ref().unwrap().0, date("2026-09-08"));
    });
}

#[test]
fn all_dates_conflict_and_each_has_a_way_on() {
    on_both(async |scene| {
        scene
            .sent(OLA, &weekly(OLA, HALL, "2026-08-18", "18:00-20:00", 10))
            .await;
        let wish = weekly(KARI, A, "2026-08-18", "18:00-19:30", 10);
        let kari = scene.viewer(KARI).await;
        let preview = scene.service.preview(&kari, &wish).await.unwrap();
        assert_eq!(preview.counts().taken, 10);
        assert!(preview.lines.iter().all(|line| line.alternatives.len() == 3));
        // Never another part of the taken hall at the same time.
        let ways = preview.lines.iter().flat_map(|line| &line.alternatives);
        assert!(
            ways.clone()
                .all(|way| way.space == GYM || way.times != wish.recurrence.times)
        );
        assert!(ways.clone().any(|way| way.space == GYM));
    });
}

#[test]
fn a_taken_part_takes_the_whole_and_leaves_the_other_parts_free() {
    on_both(async |scene| {
        scene.sent(OLA, &once(OLA, B, "2026-09-08", "18:00-20:00")).await;
        let kari = scene.viewer(KARI).await;
        let look = async |space, times| {
            let wish = once(KARI, space, "2026-09-08", times);
            let preview = scene.service.preview(&kari, &wish).await.unwrap();
            preview.lines.into_iter().next().unwrap()
        };
        let whole = look(HALL, "19:00-21:00").await;
        let DateOutcome::Taken(clashes) = whole.outcome else {
            panic!("{whole:?}")
        };
        assert_eq!(clashes[0].space, "Hallen, Del B");
        assert!(look(A, "18:00-20:00").await.outcome.is_free());
        assert!(
            look(HALL, "20:00-21:00").await.outcome.is_free(),
            "touching ends are free"
        );
        assert!(
            look(HALL, "16:00-18:00").await.outcome.is_free(),
            "touching ends are free"
        );
        assert!(!look(HALL, "17:00-18:15").await.outcome.is_free());
    });
}

#[test]
fn closed_for_christmas_is_told_with_its_reason() {
    on_both(async |scene| {
        use ledig_domain::{booking_rules::Breach, hours::NotOpen};
        let kari = scene.viewer(KARI).await;
        let wish = weekly(KARI, A, "2026-12-17", "18:00-19:30", 3);
        let preview = scene.service.preview(&kari, &wish).await.unwrap();
        let closed = vec![Breach::NotOpen(NotOpen::Exception("Julestengt".to_owned()))];
        assert_eq!(preview.lines[1].outcome, DateOutcome::Breaks(closed));
        assert_eq!(preview.counts().closed, 1);
        // It can neither be waited for nor asked for.
        let waiting = choosing(wish, "2026-12-24", Choice::Wait);
        let preview = scene.service.preview(&kari, &waiting).await.unwrap();
        assert!(preview.lines[1].choice_lost);
    });
}

#[test]
fn an_alternative_that_another_took_meanwhile_comes_back_alone() {
    on_both(async |scene| {
        scene.sent(OLA, &once(OLA, A, "2026-09-08", "18:00-19:30")).await;
        let take = Choice::Take {
            space: B,
            times: wall("18:00-19:30"),
        };
        let wish = choosing(
            weekly(KARI, A, "2026-08-18", "18:00-19:30", 10),
            "2026-09-08",
            take,
        );
        let kari = scene.viewer(KARI).await;
        let before = scene.service.preview(&kari, &wish).await.unwrap();
        assert_eq!(before.counts().unsettled, 0);
        scene.sent(OLA, &once(OLA, B, "2026-09-08", "18:00-19:30")).await;
        let Submitted::DatesChanged(after) = scene.send(KARI, &wish).await.unwrap() else {
            panic!("it was taken")
        };
        let lost: Vec<_> = after.lines.iter().filter(|line| line.choice_lost).collect();
        assert_eq!(lost.len(), 1);
        assert_eq!(lost[0].date, date("2026-09-08"));
        assert_eq!(lost[0].alternatives[0].space, C, "fresh alternatives");
        let own = scene.service.my_page(&kari).await.unwrap();
        assert!(own.cases.is_empty(), "nothing is stored");
    });
}

#[test]
fn dates_that_wait_or_are_left_out_are_kept_on_the_request() {
    on_both(async |scene| {
        scene.sent(OLA, &once(OLA, A, "2026-08-25", "18:00-19:30")).await;
        let wish = weekly(KARI, A, "2026-08-18", "18:00-19:30", 4);
        let wish = choosing(wish, "2026-08-25", Choice::Wait);
        let wish = choosing(wish, "2026-09-01", Choice::Drop);
        let request = scene.sent(KARI, &wish).await;
        let case = scene.case(KARI, request).await;
        let states: Vec<LineState> = case.lines.iter().map(|line| line.state).collect();
        use LineState::{Approved, Dropped, Waiting};
        assert_eq!(states, [Approved, Waiting, Dropped, Approved]);
        let mine = scene.service.my_page(&scene.viewer(KARI).await).await.unwrap();
        assert_eq!((mine.next.len(), mine.waiting.len()), (2, 1));
    });
}
