//! Every suggested alternative is really free and within every rule.

use super::*;
use crate::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::SpaceId,
    space::{SpaceNode, SpaceTree},
    testing::{any_week, daily, date},
    time::{Minute, WallSpan},
};
use chrono::NaiveDate;
use proptest::{collection::vec, prelude::*};

/// A small town: two halls of two parts each, one hall whole; anything may be booked already.
struct Town {
    spaces: Vec<SpaceInfo>,
    tree: SpaceTree,
    rules: BookingRules,
    hours: OpeningHours,
    busy: Vec<(SpaceId, NaiveDate, WallSpan)>,
}

impl Town {
    fn new(rules: BookingRules, hours: OpeningHours, busy: Vec<(SpaceId, NaiveDate, WallSpan)>) -> Self {
        let mut spaces = vec![
            space(1, 1, None, 60),
            space(2, 1, Some(1), 30),
            space(3, 1, Some(1), 30),
            space(4, 2, None, 60),
            space(5, 2, Some(4), 30),
            space(6, 2, Some(4), 30),
            space(7, 3, None, 45),
        ];
        for space in &mut spaces {
            space.position = Some((59.9, 10.5));
        }
        let nodes: Vec<_> = spaces
            .iter()
            .map(|space| SpaceNode {
                id: space.id,
                parent: space.parent,
            })
            .collect();
        let tree = SpaceTree::new(&nodes).unwrap();
        Self {
            spaces,
            tree,
            rules,
            hours,
            busy,
        }
    }

    /// Minute by minute, in wall-clock time from the first date's midnight.
    fn clashes(&self, space: SpaceId, day: NaiveDate, times: WallSpan) -> bool {
        let minutes = |day: NaiveDate, times: WallSpan| {
            let midnight = (day - date("2026-01-01")).num_minutes();
            (
                midnight + i64::from(times.from.get()),
                midnight + i64::from(times.end_minutes()),
            )
        };
        let (from, to) = minutes(day, times);
        self.busy.iter().any(|(taken, taken_day, taken_times)| {
            let (start, end) = minutes(*taken_day, *taken_times);
            self.tree.conflicts(space, *taken) && start < to && from < end
        })
    }
}

impl Ground for Town {
    fn rules(&self, _: SpaceId) -> Option<&BookingRules> {
        Some(&self.rules)
    }

    fn hours(&self, _: SpaceId) -> Option<&OpeningHours> {
        Some(&self.hours)
    }

    fn is_free(&self, space: SpaceId, date: NaiveDate, times: WallSpan) -> bool {
        !self.clashes(space, date, times)
    }
}

fn suggest(town: &Town, wish: &WishedTime, day: NaiveDate) -> Vec<Alternative> {
    let party = Party {
        persons: wish.persons,
        private: false,
    };
    let attempts = attempts(wish, &town.spaces);
    free_alternatives(&attempts, &town.spaces, party, day, town)
}

#[test]
fn a_taken_part_is_answered_by_its_sibling_a_later_time_and_a_like_hall() {
    let day = date("2026-11-24");
    let busy = vec![(space_id(2), day, span("18:00-19:30"))];
    let town = Town::new(BookingRules::default(), daily(&["08:00-22:00"]), busy);
    let found = suggest(&town, &wish(2, "18:00-19:30"), day);
    let ways: Vec<_> = found.iter().map(|one| (one.space, one.times, one.why)).collect();
    let place = Way::OtherPlace { metres: Some(0) };
    assert_eq!(
        ways,
        [
            (space_id(3), span("18:00-19:30"), Way::OtherPart),
            (space_id(2), span("19:30-21:00"), Way::OtherTime { minutes: 90 }),
            (space_id(4), span("18:00-19:30"), place),
        ]
    );
    assert_eq!(found[0].facility_name, "Anlegg 1");
}

#[test]
fn a_town_that_is_all_taken_has_no_alternative() {
    let day = date("2026-11-24");
    let busy = [1, 4, 7].map(|id| (space_id(id), day, span("00:00-24:00")));
    let town = Town::new(BookingRules::default(), daily(&["08:00-22:00"]), busy.to_vec());
    assert_eq!(suggest(&town, &wish(2, "18:00-19:30"), day), []);
}

#[test]
fn a_space_without_rules_or_hours_is_not_suggested() {
    struct Unknown;
    impl Ground for Unknown {
        fn rules(&self, _: SpaceId) -> Option<&BookingRules> {
            None
        }
        fn hours(&self, _: SpaceId) -> Option<&OpeningHours> {
            None
        }
        fn is_free(&self, _: SpaceId, _: NaiveDate, _: WallSpan) -> bool {
            true
        }
    }
    let spaces = [space(1, 1, None, 30)];
    let attempts = attempts(&wish(1, "18:00-19:30"), &spaces);
    let found = free_alternatives(&attempts, &spaces, Party::default(), date("2026-11-24"), &Unknown);
    assert_eq!(found, []);
}

prop_compose! {
    fn any_rules()(
        grid in prop::sample::select(vec![5_u16, 10, 15, 20, 30, 60]),
        min in 0..90_u16,
        longer in 0..600_u16,
        max_persons in prop::option::of(10..60_u32),
        private_persons: bool,
    ) -> BookingRules {
        BookingRules {
            grid_minutes: grid,
            min_minutes: min,
            max_minutes: min + longer,
            max_persons,
            private_persons,
            ..BookingRules::default()
        }
    }
}

prop_compose! {
    /// What people ask for: half an hour to two and a half, from a multiple of ten minutes, at times of five.
    fn any_usual_time()(from in 0..143_u16, halves in 1..6_u16, odd in prop::bool::weighted(0.1)) -> WallSpan {
        let from = from * 10 + u16::from(odd) * 5;
        let minute = |value| Minute::new(value).unwrap();
        WallSpan::new(minute(from), minute((from + halves * 30) % 1440)).unwrap()
    }
}

/// Open day and night, on the finest grid.
fn open_town(busy: Vec<(SpaceId, NaiveDate, WallSpan)>) -> Town {
    let rules = BookingRules {
        grid_minutes: 5,
        min_minutes: 5,
        max_minutes: 1440,
        ..BookingRules::default()
    };
    Town::new(rules, daily(&["00:00-24:00"]), busy)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(384))]

    #[test]
    fn every_suggested_alternative_is_really_free_and_within_every_rule(
        rules in any_rules(),
        week in any_week(),
        busy in vec((1..8_u128, -1..2_i64, any_usual_time()), 0..8),
        space in 1..8_u128,
        times in any_usual_time(),
        persons in prop::option::of(1..70_u32),
        private: bool,
    ) {
        let day = date("2026-11-24");
        let busy = busy
            .into_iter()
            .map(|(id, days, times)| (space_id(id), day + chrono::TimeDelta::days(days), times))
            .collect();
        let town = Town::new(rules, OpeningHours { week, ..OpeningHours::default() }, busy);
        let wish = WishedTime { space: space_id(space), times, persons, grid: town.rules.grid_minutes };

        let attempts = attempts(&wish, &town.spaces);
        let found = free_alternatives(&attempts, &town.spaces, Party { persons, private }, day, &town);
        prop_assert!(found.len() <= MAX_ALTERNATIVES);
        for one in found {
            prop_assert!(!town.clashes(one.space, day, one.times), "taken: {one:?}");
            prop_assert_eq!(town.hours.check(day, one.times), Ok(()));
            prop_assert!((town.rules.min_minutes..=town.rules.max_minutes).contains(&one.times.minutes()));
            prop_assert_eq!(one.times.from.get() % town.rules.grid_minutes, 0);
            prop_assert_eq!(one.times.to.get() % town.rules.grid_minutes, 0);
            prop_assert_eq!(one.times.minutes(), times.minutes());
            prop_assert!((one.space, one.times) != (wish.space, wish.times));
            prop_assert!(town.rules.private_persons || !private);
            if let Some(persons) = persons {
                let space = town.spaces.iter().find(|space| space.id == one.space);
                prop_assert!(space.and_then(|space| space.capacity) >= Some(persons));
                prop_assert!(town.rules.max_persons.is_none_or(|max| persons <= max));
            }
        }
    }

    #[test]
    fn a_like_place_that_is_free_is_always_suggested(times in any_usual_time(), space in 1..4_u128) {
        let day = date("2026-11-24");
        let town = open_town(vec![(space_id(1), day, times)]);
        let found = suggest(&town, &WishedTime { times, grid: 5, ..wish(space, "18:00-19:30") }, day);
        prop_assert!(found.iter().any(|one| matches!(one.why, Way::OtherPlace { .. })), "{found:?}");
    }
}
