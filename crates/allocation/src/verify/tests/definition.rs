//! FORMAT.md once more, minute by minute, for the seasons that [`super::random`] makes up: two levels of spaces,
//! classes by age, links of two wishes. It uses nothing of the verifier.

use crate::format::{
    Instance,
    draft::Session,
    time::{Clock, Day, Hours},
    wish::{Extent, Link, LinkKind, Place, Slot, Strength, Wish},
};
use std::collections::BTreeSet;

pub(super) fn wish<'a>(season: &'a Instance, id: &str) -> &'a Wish {
    season.wishes.iter().find(|wish| wish.id == id).unwrap()
}

fn children<'a>(season: &'a Instance, id: &str) -> Vec<&'a str> {
    let parts = season
        .spaces
        .iter()
        .filter(|space| space.parent.as_deref() == Some(id));
    parts.map(|space| space.id.as_str()).collect()
}

fn whole<'a>(season: &'a Instance, id: &str) -> &'a str {
    let space = season.spaces.iter().find(|space| space.id == id).unwrap();
    space.parent.as_deref().unwrap_or(&space.id)
}

pub(super) fn units<'a>(season: &'a Instance, spaces: &[String]) -> BTreeSet<&'a str> {
    let named = season.spaces.iter().filter(|space| spaces.contains(&space.id));
    let each = named.flat_map(|space| match &children(season, &space.id)[..] {
        [] => vec![space.id.as_str()],
        parts => parts.to_vec(),
    });
    each.collect()
}

fn placements(season: &Instance, wish: &Wish) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = Vec::new();
    for place in &wish.places {
        let Place::Space(named) = place else {
            unreachable!("only spaces are named")
        };
        let parts = children(season, named);
        let choices: Vec<Vec<&str>> = match wish.extent {
            Extent::AsNamed => vec![vec![named]],
            Extent::Whole => vec![vec![whole(season, named)]],
            Extent::Part if parts.is_empty() => vec![vec![named]],
            Extent::Part => parts.iter().map(|part| vec![*part]).collect(),
            Extent::Adjoining(many) => parts.windows(many.into()).map(<[&str]>::to_vec).collect(),
        };
        for choice in choices {
            let choice: Vec<String> = choice.into_iter().map(str::to_owned).collect();
            if !all
                .iter()
                .any(|other| units(season, other) == units(season, &choice))
            {
                all.push(choice);
            }
        }
    }
    all
}

fn minutes(slot: &Slot) -> std::ops::Range<u16> {
    slot.from.minutes()..slot.to.minutes()
}

fn among(hours: &[Hours], day: Day, minute: u16) -> bool {
    let at = |hours: &Hours| {
        hours.days.contains(&day) && (hours.from.minutes()..hours.to.minutes()).contains(&minute)
    };
    hours.iter().any(at)
}

fn class(season: &Instance, wish: &Wish) -> usize {
    season
        .rules
        .classes
        .iter()
        .position(|class| class.who.age_to.unwrap() >= wish.team.age_to)
        .unwrap_or(2)
        + 1
}

fn session_class(season: &Instance, session: &Session) -> usize {
    let wish = wish(season, &session.wish);
    let first = season.rules.primacy.iter().any(|primacy| {
        let held = units(season, &primacy.spaces);
        primacy.sports.contains(&wish.team.sport) && units(season, &session.slot.spaces).is_subset(&held)
    });
    if first { 0 } else { class(season, wish) }
}

fn must_link<'a>(season: &'a Instance, wish: &str) -> Option<&'a Link> {
    season
        .links
        .iter()
        .find(|link| link.strength == Strength::Must && link.wishes.iter().any(|id| id == wish))
}

pub(super) fn wanted(season: &Instance, id: &str) -> usize {
    let alone = |id: &String| {
        let wish = wish(season, id);
        let rule = season.rules.classes.get(class(season, wish) - 1);
        let by_minutes = rule
            .and_then(|rule| rule.most_minutes)
            .map_or(9, |most| most / wish.min_minutes);
        if season.held_back.contains(id) {
            0
        } else {
            usize::from(by_minutes.min(wish.sessions.into()))
        }
    };
    must_link(season, id).map_or_else(
        || alone(&id.to_owned()),
        |link| link.wishes.iter().map(alone).min().unwrap(),
    )
}

/// The rule that a session breaks by itself.
fn by_itself(season: &Instance, session: &Session) -> Option<&'static str> {
    let (wish, slot) = (wish(season, &session.wish), &session.slot);
    let length = slot.to.minutes().saturating_sub(slot.from.minutes());
    let windows: Vec<Hours> = wish.windows.iter().map(|window| window.hours.clone()).collect();
    let rule = season.rules.classes.get(class(season, wish) - 1);
    let space = |id: &str| season.spaces.iter().find(|space| space.id == id).unwrap();
    let unusable = |unit: &&str| {
        minutes(slot).any(|minute| {
            let blocked = |id| {
                space(id)
                    .blocks
                    .iter()
                    .any(|block| among(std::slice::from_ref(&block.hours), slot.day, minute))
            };
            !among(&space(whole(season, unit)).open, slot.day, minute)
                || blocked(unit)
                || blocked(whole(season, unit))
        })
    };
    let lacking = |unit: &&str| {
        let has = |feature| {
            space(unit).features.contains(feature) || space(whole(season, unit)).features.contains(feature)
        };
        wish.needs
            .iter()
            .any(|need| need.strength == Strength::Must && !has(&need.feature))
    };
    let capacity: Option<u32> = slot.spaces.iter().map(|id| space(id).capacity).sum();
    let outside = |hours: &[Hours]| minutes(slot).any(|minute| !among(hours, slot.day, minute));
    [
        (
            slot.from.minutes() % 30 != 0 || slot.to.minutes() % 30 != 0,
            "grid",
        ),
        (!placements(season, wish).contains(&slot.spaces), "placement"),
        (length < wish.min_minutes || length > wish.max_minutes, "length"),
        (units(season, &slot.spaces).iter().any(unusable), "opening"),
        (units(season, &slot.spaces).iter().any(lacking), "needs"),
        (capacity.is_some_and(|most| wish.team.size > most), "capacity"),
        (outside(&windows), "windows"),
        (
            rule.is_some_and(|rule| !rule.hours.is_empty() && rule.hours_must && outside(&rule.hours)),
            "class hours",
        ),
    ]
    .into_iter()
    .find_map(|(broken, what)| broken.then_some(what))
}

fn shares_minute(one: &Session, other: &Session) -> bool {
    one.slot.day == other.slot.day && minutes(&one.slot).any(|minute| minutes(&other.slot).contains(&minute))
}

fn same_unit(season: &Instance, one: &Session, other: &Session) -> bool {
    let common = units(season, &one.slot.spaces);
    shares_minute(one, other)
        && common
            .intersection(&units(season, &other.slot.spaces))
            .next()
            .is_some()
}

/// Somebody who must be at both cannot be: in different buildings there are 14 minutes between.
fn same_coach(season: &Instance, one: &Session, other: &Session) -> bool {
    let musts = |session: &Session| -> BTreeSet<&str> {
        let coaches = wish(season, &session.wish)
            .coaches
            .iter()
            .filter(|coach| coach.strength == Strength::Must);
        coaches.map(|coach| coach.id.as_str()).collect()
    };
    let together = must_link(season, &one.wish)
        .is_some_and(|link| link.kind == LinkKind::Together && link.wishes.contains(&other.wish));
    let far = whole(season, &one.slot.spaces[0]) != whole(season, &other.slot.spaces[0]);
    let way = if far { 14 } else { 0 };
    let (first, second) = if one.slot.from <= other.slot.from {
        (one, other)
    } else {
        (other, one)
    };
    let soon = one.slot.day == other.slot.day && second.slot.from.minutes() < first.slot.to.minutes() + way;
    !together && soon && musts(one).intersection(&musts(other)).next().is_some()
}

/// The rule that two sessions break that are not both locked.
fn by_two(season: &Instance, one: &Session, other: &Session) -> Option<&'static str> {
    let own = one.wish == other.wish;
    let apart = (0..7)
        .filter(|days| {
            (one.slot.day.index() + days) % 7 == other.slot.day.index()
                || (other.slot.day.index() + days) % 7 == one.slot.day.index()
        })
        .min()
        .unwrap();
    let free = wish(season, &one.wish)
        .free_days_between
        .filter(|free| free.strength == Strength::Must);
    [
        (same_unit(season, one, other), "unit"),
        (same_coach(season, one, other), "coach"),
        (own && shares_minute(one, other), "own overlap"),
        (
            own && apart > 0 && free.is_some_and(|free| apart <= free.days.into()),
            "free days",
        ),
    ]
    .into_iter()
    .find_map(|(broken, what)| broken.then_some(what))
}

/// Whether two sessions are a bundle of that link.
fn is_bundle(season: &Instance, link: &Link, first: &Session, second: &Session) -> bool {
    let (a, b) = (&first.slot, &second.slot);
    let right = link.wishes == [first.wish.clone(), second.wish.clone()] && a.day == b.day;
    right
        && match link.kind {
            LinkKind::BackToBack => units(season, &a.spaces) == units(season, &b.spaces) && a.to == b.from,
            LinkKind::Together => {
                let same_whole = whole(season, &a.spaces[0]) == whole(season, &b.spaces[0]);
                (a.from, a.to) == (b.from, b.to) && same_whole && !same_unit(season, first, second)
            }
        }
}

/// The other session of a bundle.
fn mate(season: &Instance, sessions: &[Session], of: usize) -> Option<usize> {
    let link = must_link(season, &sessions[of].wish)?;
    (0..sessions.len())
        .filter(|_| !sessions[of].locked)
        .find(|&other| {
            let pair = |one: usize, other: usize| is_bundle(season, link, &sessions[one], &sessions[other]);
            !sessions[other].locked && (pair(of, other) || pair(other, of))
        })
}

/// The first rule that the sessions break; those locked are the instance's locks.
pub(super) fn broken(season: &Instance, sessions: &[Session]) -> Option<&'static str> {
    for (at, one) in sessions.iter().enumerate() {
        let alone = by_itself(season, one).filter(|_| !one.locked);
        let later = sessions[at + 1..]
            .iter()
            .filter(|other| !(one.locked && other.locked));
        if let Some(what) = alone.or(later.filter_map(|other| by_two(season, one, other)).next()) {
            return Some(what);
        }
        if !one.locked && must_link(season, &one.wish).is_some() && mate(season, sessions, at).is_none() {
            return Some("bundle");
        }
    }
    for wish in &season.wishes {
        let own: Vec<&Session> = sessions
            .iter()
            .filter(|session| session.wish == wish.id)
            .collect();
        if own.iter().all(|session| session.locked) {
            continue;
        }
        let total: u16 = own
            .iter()
            .map(|session| session.slot.to.minutes() - session.slot.from.minutes())
            .sum();
        let rule = season.rules.classes.get(class(season, wish) - 1);
        if own.len() > wanted(season, &wish.id) {
            return Some("too many");
        }
        if rule
            .and_then(|rule| rule.most_minutes)
            .is_some_and(|most| total > most)
        {
            return Some("most minutes");
        }
        for day in Day::ALL {
            let on_day: Vec<_> = own.iter().filter(|session| session.slot.day == day).collect();
            let crowded = on_day.len() > wish.per_day.most.into() && wish.per_day.strength == Strength::Must;
            if crowded && on_day.iter().any(|session| !session.locked) {
                return Some("per day");
            }
        }
    }
    None
}

fn shortest(wish: &Wish) -> u16 {
    wish.min_minutes
}

/// Every session of the wish of that length, wherever and whenever the wish could have one.
fn all_sessions(season: &Instance, wish: &Wish, length: u16) -> Vec<Session> {
    let mut all = Vec::new();
    for spaces in placements(season, wish) {
        for day in Day::ALL {
            for from in (16 * 60..20 * 60).step_by(30) {
                let (from, to) = (Clock::at(from), Clock::at(from + length));
                let slot = Slot {
                    spaces: spaces.clone(),
                    day,
                    from,
                    to,
                };
                let session = Session {
                    wish: wish.id.clone(),
                    slot,
                    locked: false,
                };
                if by_itself(season, &session).is_none() {
                    all.push(session);
                }
            }
        }
    }
    all
}

/// The bundles in which the wish could have its next session: of one session, or of two.
fn bundles(season: &Instance, id: &str) -> Vec<Vec<Session>> {
    let Some(link) = must_link(season, id) else {
        let wish = wish(season, id);
        return all_sessions(season, wish, shortest(wish))
            .into_iter()
            .map(|session| vec![session])
            .collect();
    };
    let [first, second] = &link.wishes[..] else {
        unreachable!("links are of two")
    };
    let (first, second) = (wish(season, first), wish(season, second));
    let common = shortest(first).max(shortest(second));
    let length = |wish| {
        if link.kind == LinkKind::Together {
            common
        } else {
            shortest(wish)
        }
    };
    let seconds = all_sessions(season, second, length(second));
    let firsts = all_sessions(season, first, length(first));
    let pairs = firsts
        .iter()
        .flat_map(|one| seconds.iter().map(move |other| vec![one.clone(), other.clone()]));
    pairs
        .filter(|pair| is_bundle(season, link, &pair[0], &pair[1]))
        .collect()
}

/// Somebody's next bundle that could be, and the sessions that would go for it.
pub(super) fn passed_over(
    season: &Instance,
    sessions: &[Session],
) -> Option<(Vec<Session>, BTreeSet<usize>)> {
    let has = |id: &str| sessions.iter().filter(|session| session.wish == id).count();
    for wish in &season.wishes {
        let all =
            must_link(season, &wish.id).map_or_else(|| vec![wish.id.clone()], |link| link.wishes.clone());
        if all.iter().any(|id| has(id) >= wanted(season, id)) {
            continue;
        }
        for bundle in bundles(season, &wish.id) {
            let round = |session: &Session| {
                let class = session_class(season, session);
                let before = sessions
                    .iter()
                    .filter(|own| own.wish == session.wish && session_class(season, own) <= class);
                (class, before.count() + 1)
            };
            let asks = bundle.iter().map(round).min().unwrap();
            let in_the_way = |other: &Session| {
                bundle
                    .iter()
                    .any(|new| same_unit(season, new, other) || same_coach(season, new, other))
            };
            let blocking = (0..sessions.len()).filter(|&at| in_the_way(&sessions[at]));
            let going: BTreeSet<usize> = blocking
                .flat_map(|at| [Some(at), mate(season, sessions, at)])
                .flatten()
                .collect();
            let may_go = going.iter().all(|&at| {
                let class = session_class(season, &sessions[at]);
                let of_wish = |other: &&Session| other.wish == sessions[at].wish;
                let up_to = sessions
                    .iter()
                    .filter(of_wish)
                    .filter(|own| session_class(season, own) <= class)
                    .count();
                let lost = going.iter().map(|&at| &sessions[at]).filter(of_wish);
                let lost = lost.filter(|own| session_class(season, own) == class).count();
                !sessions[at].locked && !all.contains(&sessions[at].wish) && (class, up_to + 1 - lost) > asks
            });
            let left = sessions
                .iter()
                .enumerate()
                .filter(|(at, _)| !going.contains(at))
                .map(|(_, session)| session);
            let then: Vec<Session> = left.cloned().chain(bundle.iter().cloned()).collect();
            if may_go && broken(season, &then).is_none() {
                return Some((bundle, going));
            }
        }
    }
    None
}
