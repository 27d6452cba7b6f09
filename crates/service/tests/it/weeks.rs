//! A week, and what each viewer may know of it.

use crate::world::{
    A, B, BOOKER, C, CLUB, COACH, FOR_BAND, FOR_CLUB, FOR_SELF, HALL, MANAGER, OTHER_MANAGER, RESIDENT,
    SCHOOL, World, day, times,
};
use ledig_domain::calendar::PublicHoliday;
use ledig_service::{
    ServiceError, Viewer,
    day::{Entry, Label, MinuteSpan},
    manage::ClosureForm,
    week::{Week, WeekOf},
};

const THURSDAY: usize = 3;

async fn week(world: &World, viewer: &Viewer, of: WeekOf) -> Week {
    world
        .service
        .week(viewer, of, Some(day("2026-11-19")))
        .await
        .unwrap()
}

fn thursday(week: &Week) -> &[Entry] {
    &week.days[THURSDAY].entries
}

async fn an_organisation_is_public_and_a_private_person_is_not(world: &World) {
    let (request, _) = world
        .book(FOR_SELF, HALL, "2026-11-19", times("17:00", "18:00"))
        .await;
    world
        .book(FOR_CLUB, HALL, "2026-11-19", times("18:00", "19:30"))
        .await;
    let public = week(world, &Viewer::ANYBODY, WeekOf::Space(HALL)).await;
    let [private, club] = thursday(&public) else {
        panic!()
    };
    assert_eq!(
        (&private.label, private.request, private.contact.is_none()),
        (&Label::Busy, None, true)
    );
    let name = "Haslum HK".to_owned();
    let team = Some("J13".to_owned());
    assert_eq!(
        club.label,
        Label::Organisation {
            id: CLUB,
            name,
            team,
            own: false
        }
    );
    assert!(club.whole && club.request.is_none() && club.contact.is_none());

    let resident = world.viewer(RESIDENT).await;
    let own = week(world, &resident, WeekOf::Space(HALL)).await;
    assert_eq!(
        (&thursday(&own)[0].label, thursday(&own)[0].request),
        (&Label::Own, Some(request))
    );

    let coach = world.viewer(COACH).await;
    let own = week(world, &coach, WeekOf::Space(HALL)).await;
    assert_eq!(thursday(&own)[0].label, Label::Busy);
    assert!(matches!(
        thursday(&own)[1].label,
        Label::Organisation { own: true, .. }
    ));
    assert!(thursday(&own)[1].request.is_some());

    let manager = world.viewer(MANAGER).await;
    let staff = week(world, &manager, WeekOf::Space(HALL)).await;
    assert_eq!(
        thursday(&staff)[0].label,
        Label::Person {
            name: "Per Privat".to_owned()
        }
    );
    let contact = thursday(&staff)[1].contact.as_ref().unwrap();
    assert_eq!(
        (contact.name.as_str(), contact.email.as_str()),
        ("Bo Booker", "bo@example.org")
    );

    let elsewhere = world.viewer(OTHER_MANAGER).await;
    let other = week(world, &elsewhere, WeekOf::Space(HALL)).await;
    assert_eq!(
        (&thursday(&other)[0].label, &thursday(&other)[1].contact),
        (&Label::Busy, &None)
    );
}

async fn parts_and_wholes_show_in_each_other(world: &World) {
    world
        .book(FOR_CLUB, A, "2026-11-19", times("17:00", "18:00"))
        .await;
    world
        .book(FOR_BAND, HALL, "2026-11-19", times("18:00", "19:00"))
        .await;
    let hall = week(world, &Viewer::ANYBODY, WeekOf::Space(HALL)).await;
    let seen: Vec<_> = thursday(&hall).iter().map(|one| (one.space, one.whole)).collect();
    assert_eq!(seen, [(A, false), (HALL, true)]);
    let part = week(world, &Viewer::ANYBODY, WeekOf::Space(A)).await;
    let seen: Vec<_> = thursday(&part).iter().map(|one| (one.space, one.whole)).collect();
    assert_eq!(seen, [(A, true), (HALL, true)]);
    let sibling = week(world, &Viewer::ANYBODY, WeekOf::Space(crate::world::B)).await;
    assert_eq!(thursday(&sibling).len(), 1);
    let school = week(world, &Viewer::ANYBODY, WeekOf::Facility(SCHOOL)).await;
    assert_eq!(thursday(&school).len(), 2);
    assert_eq!(
        school.spaces.iter().map(|one| one.depth).collect::<Vec<_>>(),
        [0, 1, 1, 1, 0]
    );
    assert_eq!((hall.first_minute, hall.last_minute), (420, 1380));
    let free = &hall.days[THURSDAY].free;
    assert_eq!(
        free,
        &[
            MinuteSpan { from: 420, to: 1020 },
            MinuteSpan { from: 1140, to: 1380 }
        ]
    );
    // What has passed is not free: it is Monday at eight.
    assert_eq!(hall.days[0].free, [MinuteSpan { from: 480, to: 1380 }]);
}

async fn time_past_midnight_shows_on_both_days(world: &World) {
    world
        .book(FOR_CLUB, HALL, "2026-11-19", times("22:00", "01:00"))
        .await;
    let week = week(world, &Viewer::ANYBODY, WeekOf::Space(HALL)).await;
    let evening = &week.days[THURSDAY].entries[0];
    assert_eq!(
        (evening.span, evening.continued),
        (MinuteSpan { from: 1320, to: 1440 }, false)
    );
    let night = &week.days[THURSDAY + 1].entries[0];
    assert_eq!(
        (night.span, night.continued),
        (MinuteSpan { from: 0, to: 60 }, true)
    );
}

async fn the_clock_change_leaves_times_where_they_are(world: &World) {
    for date in ["2027-03-28", "2027-10-31"] {
        world.book(FOR_CLUB, HALL, date, times("18:00", "20:00")).await;
        let week = world
            .service
            .week(&Viewer::ANYBODY, WeekOf::Space(HALL), Some(day(date)))
            .await
            .unwrap();
        assert_eq!(week.days[6].entries[0].span, MinuteSpan { from: 1080, to: 1200 });
        assert_eq!(week.days[6].open, [MinuteSpan { from: 420, to: 1380 }]);
    }
}

async fn a_closure_tells_its_reason_to_those_who_may_know(world: &World) {
    let manager = world.viewer(MANAGER).await;
    let form = ClosureForm {
        space: HALL,
        from_date: day("2026-11-19"),
        from: "12:00".parse().unwrap(),
        to_date: day("2026-11-19"),
        to: "24:00".parse().unwrap(),
        reason: "Sykdom i staben".to_owned(),
        public: false,
    };
    world.service.make_closure(&manager, &form).await.unwrap();
    let public = week(world, &Viewer::ANYBODY, WeekOf::Space(A)).await;
    assert_eq!(thursday(&public)[0].label, Label::Closed { reason: None });
    let staff = week(world, &manager, WeekOf::Space(A)).await;
    assert_eq!(
        thursday(&staff)[0].label,
        Label::Closed {
            reason: Some("Sykdom i staben".to_owned())
        }
    );
    assert_eq!(public.days[THURSDAY].free, [MinuteSpan { from: 420, to: 720 }]);
}

async fn what_is_free_in_a_part_only_is_told(world: &World) {
    let on = "2026-11-19";
    world.book(FOR_CLUB, A, on, times("07:00", "18:00")).await;
    world.book(FOR_BAND, HALL, on, times("18:00", "20:00")).await;
    world.book(FOR_BAND, C, on, times("20:15", "22:00")).await;
    let told = |week: &Week| {
        let free = week.days[THURSDAY].part_free.iter();
        free.map(|one| (one.space, one.span.from, one.span.to))
            .collect::<Vec<_>>()
    };
    let hall = week(world, &Viewer::ANYBODY, WeekOf::Space(HALL)).await;
    // The quarter from 20:00 is free in all of it; what is left of A and B begins after.
    let (seven, six, eight_fifteen, ten) = (420, 1080, 1215, 1320);
    assert_eq!(
        told(&hall),
        [
            (B, seven, six),
            (C, seven, six),
            (A, eight_fifteen, ten),
            (B, eight_fifteen, ten)
        ]
    );
    let part = week(world, &Viewer::ANYBODY, WeekOf::Space(B)).await;
    assert_eq!(told(&part), []);
}

async fn weeks_have_numbers_and_holidays(world: &World) {
    let week = world
        .service
        .week(&Viewer::ANYBODY, WeekOf::Space(HALL), Some(day("2027-01-01")))
        .await
        .unwrap();
    assert_eq!(
        (week.year, week.number, week.monday),
        (2026, 53, day("2026-12-28"))
    );
    assert_eq!((week.previous, week.next), (day("2026-12-21"), day("2027-01-04")));
    assert_eq!(week.days[4].holiday, Some(PublicHoliday::NewYear));
}

async fn an_unknown_space_is_not_found(world: &World) {
    let booker = world.viewer(BOOKER).await;
    let unknown = ledig_domain::id::SpaceId(uuid::Uuid::from_u128(1));
    let error = world
        .service
        .week(&booker, WeekOf::Space(unknown), None)
        .await
        .unwrap_err();
    assert!(matches!(error, ServiceError::NotFound));
}

on_both!(
    an_organisation_is_public_and_a_private_person_is_not,
    parts_and_wholes_show_in_each_other,
    time_past_midnight_shows_on_both_days,
    the_clock_change_leaves_times_where_they_are,
    a_closure_tells_its_reason_to_those_who_may_know,
    what_is_free_in_a_part_only_is_told,
    weeks_have_numbers_and_holidays,
    an_unknown_space_is_not_found,
);
