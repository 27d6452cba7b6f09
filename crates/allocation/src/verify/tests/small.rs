//! A small season to test with: a hall in three parts, a gym, a club, two classes.

use crate::format::{
    Draft, Instance, VERSION,
    draft::{Ended, Session},
    fingerprint,
    refusal::{Obstacle, Refusal, Why},
    time::Clock,
    wish::{Place, Slot, Wish},
};
use crate::verify::{
    Violation, classes,
    fairness::Fairness,
    next::Verdict,
    prospects::{self, Prospects, is_sought},
    results, ties,
    timetable::Timetable,
    verify,
    world::World,
};
use serde_json::json;

/// A change to a draft, and the figure that it makes wrong.
pub(super) type Change = (&'static str, fn(&mut Draft));

/// Hall «H» of «H1», «H2», «H3» and gym «G» a kilometre north, open 16–22 each day; classes up to 12 years and above.
pub(super) fn season() -> Instance {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let open = json!([{"days": days, "from": "16:00", "to": "22:00"}]);
    serde_json::from_value(json!({
        "format": 1, "name": "small", "grid": 30, "seed": 7,
        "season": {"weeks": 10},
        "spaces": [
            {"id": "H", "kind": "sports_hall", "open": open, "lat": 60.0, "lon": 10.0},
            {"id": "H1", "parent": "H"}, {"id": "H2", "parent": "H"}, {"id": "H3", "parent": "H"},
            {"id": "G", "kind": "gym", "open": open, "lat": 60.009, "lon": 10.0},
        ],
        "organisations": [{"id": "club", "kind": "sports_club"}, {"id": "band", "kind": "music"}],
        "wishes": [],
        "rules": {"id": "r", "version": 3, "classes": [
            {"name": "young", "who": {"age_to": 12}},
            {"name": "old", "who": {"age_to": 90}},
        ]},
    }))
    .unwrap()
}

/// A wish of the club for one session of 60 to 90 minutes from 17 to 20, any day, in the spaces named.
pub(super) fn wish(id: &str, age: u8, places: &[&str]) -> Wish {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let places: Vec<Place> = places.iter().map(|id| Place::Space((*id).to_owned())).collect();
    serde_json::from_value(json!({
        "id": id, "organisation": "club", "sessions": 1, "min_minutes": 60, "max_minutes": 90,
        "team": {"age_from": age, "age_to": age, "size": 15},
        "places": places,
        "windows": [{"hours": {"days": days, "from": "17:00", "to": "20:00"}}],
    }))
    .unwrap()
}

/// The season with those wishes.
pub(super) fn with(wishes: impl IntoIterator<Item = Wish>) -> Instance {
    let mut season = season();
    season.wishes.extend(wishes);
    season
}

/// Only on that day, in those hours.
pub(super) fn only(mut wish: Wish, day: &str, from: &str, to: &str) -> Wish {
    wish.windows =
        serde_json::from_value(json!([{"hours": {"days": [day], "from": from, "to": to}}])).unwrap();
    wish
}

/// A slot in one space, or in several joined by `+`.
pub(super) fn slot(spaces: &str, day: &str, from: &str, to: &str) -> Slot {
    let spaces: Vec<&str> = spaces.split('+').collect();
    serde_json::from_value(json!({"spaces": spaces, "day": day, "from": from, "to": to})).unwrap()
}

pub(super) fn session(wish: &str, spaces: &str, day: &str, from: &str, to: &str) -> Session {
    Session {
        wish: wish.to_owned(),
        slot: slot(spaces, day, from, to),
        locked: false,
    }
}

/// Fixes a session: the lock for the instance, the session marked.
pub(super) fn lock(season: &mut Instance, mut session: Session) -> Session {
    let lock = json!({"wish": session.wish, "slot": session.slot});
    season.locks.push(serde_json::from_value(lock).unwrap());
    session.locked = true;
    session
}

/// A draft of those sessions with all figures and refusals as they ought to be.
pub(super) fn draft(season: &Instance, sessions: impl IntoIterator<Item = Session>) -> Draft {
    let mut draft = Draft {
        format: VERSION,
        instance: fingerprint(season),
        rules: season.rules.id.clone(),
        rules_version: season.rules.version,
        seed: season.seed,
        work: 0,
        ended: Ended::Work,
        sessions: sessions.into_iter().collect(),
        classes: Vec::new(),
        change_price: 0,
        organisations: Vec::new(),
        quotas: Vec::new(),
        refusals: Vec::new(),
    };
    let world = World::of(season);
    draft
        .sessions
        .sort_by_key(|session| (world.find(&session.wish), session.slot.day, session.slot.from));
    let copy = draft.clone();
    let table = Timetable::of(&world, &copy);
    let fairness = Fairness::of(&world, &table);
    draft.classes = classes::results(&world, &table, &fairness);
    draft.change_price = results::change_price(&world, &table);
    draft.organisations = results::organisations(&world, &table, &fairness);
    draft.quotas = results::quotas(&world, &table);
    let ties = ties::of(&world, &table, &fairness);
    let wishes = season.wishes.iter().enumerate().zip(ties);
    let short = wishes.filter(|((number, wish), _)| table.given(*number) < wish.sessions.into());
    draft.refusals = short
        .map(|((number, wish), tie)| Refusal {
            wish: wish.id.clone(),
            rules_version: season.rules.version,
            class: u32::try_from(world.requests[number].class).unwrap(),
            asked: wish.sessions,
            wanted: u8::try_from(world.requests[number].wanted).unwrap(),
            given: u8::try_from(table.given(number)).unwrap(),
            tie,
            barred: prospects::barred(&world, &table, number),
            obstacles: if is_sought(&world, &table, number) {
                obstacles(&world, number, &prospects::of(&world, &table, number))
            } else {
                Vec::new()
            },
            nearest: None,
        })
        .collect();
    draft
}

/// One obstacle for each start; none where nothing stands in the way.
fn obstacles(world: &World<'_>, wish: usize, prospects: &Prospects) -> Vec<Obstacle> {
    let one = |(&(placement, day, from), verdicts): (&(usize, _, u16), &Vec<Verdict>)| {
        let why = verdicts.iter().find_map(|verdict| match verdict {
            Verdict::Not(why) => Some(why.clone()),
            Verdict::Possible(_) => None,
        })?;
        let spaces = world.requests[wish].placements[placement].spaces.iter();
        let spaces = spaces.map(|&space| world.spaces.id(space).to_owned()).collect();
        Some(Obstacle {
            spaces,
            day: Some(day),
            first: Clock::at(from),
            last: Clock::at(from),
            why,
        })
    };
    prospects.iter().filter_map(one).collect()
}

/// What the verifier says of those sessions, all else being as it ought to be.
pub(super) fn faults(season: &Instance, sessions: impl IntoIterator<Item = Session>) -> Vec<Violation> {
    verify(season, &draft(season, sessions))
}

/// Why the wish has no session there, by the refusal that is filled in.
pub(super) fn why(draft: &Draft, wish: &str, at: &Slot) -> Option<Why> {
    let refusal = draft.refusals.iter().find(|refusal| refusal.wish == wish)?;
    let here = |obstacle: &&Obstacle| {
        obstacle.spaces == at.spaces && obstacle.day == Some(at.day) && obstacle.first == at.from
    };
    refusal
        .obstacles
        .iter()
        .find(here)
        .map(|obstacle| obstacle.why.clone())
}

/// Asserts that something of that kind is among what was found.
macro_rules! assert_found {
    ($found:expr, $pattern:pat $(if $guard:expr)?) => {{
        let found = $found;
        assert!(found.iter().any(|violation| matches!(violation, $pattern $(if $guard)?)), "found only {found:#?}");
    }};
}

/// Asserts that that is all there is of the kind, or of anything.
macro_rules! assert_none {
    ($found:expr) => {{
        let found = $found;
        assert!(found.is_empty(), "found {found:#?}");
    }};
    ($found:expr, $pattern:pat) => {{
        let found = $found;
        assert!(
            !found.iter().any(|violation| matches!(violation, $pattern)),
            "found {found:#?}"
        );
    }};
}

pub(super) use {assert_found, assert_none};
