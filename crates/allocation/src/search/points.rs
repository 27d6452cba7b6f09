//! The points of a wish's sessions.

use super::state::{Session, State};
use crate::compile::{Problem, Wish};
use crate::format::wish::LinkKind;

/// The points of a wish's sessions together, and the prices of its published sessions that stand.
pub fn of(state: &State<'_>, number: u32) -> (u32, u64) {
    let problem = state.problem;
    let wish = &problem.wishes[number as usize];
    let sessions = state.of_wish(number);
    let mut points = 0u32;
    for at in sessions {
        let session = state.session(*at);
        let mut minus = session.minus.saturating_add(at_time(problem, wish, session));
        for other in sessions.iter().filter(|other| *other != at) {
            if too_near(session, state.session(*other), wish.free_days_should) {
                minus = minus.saturating_add(problem.points.should);
                break;
            }
        }
        let that_day = sessions
            .iter()
            .filter(|other| state.session(**other).day == session.day)
            .count();
        if that_day > usize::from(wish.per_day_should) {
            minus = minus.saturating_add(problem.points.should);
        }
        for coach in &wish.coaches_should {
            if elsewhere(state, *coach, *at) {
                minus = minus.saturating_add(problem.points.should);
            }
        }
        for link in &wish.links {
            if !partners(state, &problem.links[*link as usize], number, session) {
                minus = minus.saturating_add(problem.points.should);
            }
        }
        let here = problem.placements[session.placement as usize].same;
        let again = |last: &(u32, u8, u8)| *last == (here, session.day, session.start);
        let plus = if wish.last_season.iter().any(again) {
            problem.points.last_season
        } else {
            0
        };
        points = points.saturating_add((100 + plus).saturating_sub(minus));
    }
    let stands = |(placement, day, start, _): &&(u32, u8, u8, u32)| {
        sessions.iter().any(|at| {
            let session = state.session(*at);
            let here = problem.placements[session.placement as usize].same;
            (here, session.day, session.start) == (*placement, *day, *start)
        })
    };
    let kept = wish
        .published
        .iter()
        .filter(stands)
        .map(|published| u64::from(published.3))
        .sum();
    (points, kept)
}

/// What a session's time costs, points: outside what is preferred, the windows, the class's hours.
pub fn at_time(problem: &Problem, wish: &Wish, session: &Session) -> u32 {
    let (day, slots) = (usize::from(session.day), session.slots());
    let mut minus = 0;
    if slots & !wish.windows[day] != 0 {
        minus += problem.points.duty;
    } else if wish
        .preferred
        .is_some_and(|preferred| slots & !preferred[day] != 0)
    {
        minus += problem.points.possible;
    }
    if wish.rather.is_some_and(|rather| slots & !rather[day] != 0) {
        minus += problem.points.should;
    }
    minus
}

/// Whether two sessions are on different days with fewer free days between than asked for.
fn too_near(one: &Session, other: &Session, free_days: u8) -> bool {
    let apart = one.day.abs_diff(other.day);
    apart > 0 && apart.min(7 - apart) <= free_days
}

/// Whether a coach has another session at that time, or too near it on the way.
fn elsewhere(state: &State<'_>, coach: u32, number: u32) -> bool {
    let problem = state.problem;
    let session = state.session(number);
    let item = &problem.items[session.item as usize];
    let exempt = |other: &Session| item.link == Some(LinkKind::Together) && item.wishes.contains(&other.wish);
    let others = state.of_coach(coach).iter().filter(|at| **at != number);
    others.map(|at| state.session(*at)).any(|other| {
        other.day == session.day && !exempt(other) && {
            let places = &problem.placements;
            let (here, there) = (
                &places[session.placement as usize],
                &places[other.placement as usize],
            );
            let way = problem.travel.slots(here, there);
            session.start < other.end().saturating_add(way) && other.start < session.end().saturating_add(way)
        }
    })
}

/// Whether another wish of the link has a session that fits this one.
fn partners(state: &State<'_>, link: &(LinkKind, Vec<u32>), own: u32, session: &Session) -> bool {
    let placements = &state.problem.placements;
    let here = &placements[session.placement as usize];
    let has = |wish: Option<&u32>, fits: &dyn Fn(&Session) -> bool| {
        wish.is_some_and(|wish| state.of_wish(*wish).iter().any(|at| fits(state.session(*at))))
    };
    match link.0 {
        LinkKind::Together => link.1.iter().filter(|wish| **wish != own).any(|wish| {
            has(Some(wish), &|other| {
                let there = &placements[other.placement as usize];
                (other.day, other.start, other.len) == (session.day, session.start, session.len)
                    && there.whole == here.whole
                    && there.units.iter().all(|unit| !here.units.contains(unit))
            })
        }),
        LinkKind::BackToBack => {
            let Some(place) = link.1.iter().position(|wish| *wish == own) else {
                return true;
            };
            let same = |other: &Session| {
                other.day == session.day && placements[other.placement as usize].same == here.same
            };
            let before = place.checked_sub(1).and_then(|at| link.1.get(at));
            has(before, &|other| same(other) && other.end() == session.start)
                || has(link.1.get(place + 1), &|other| {
                    same(other) && other.start == session.end()
                })
        }
    }
}
