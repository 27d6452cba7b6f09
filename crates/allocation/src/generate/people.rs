//! Teams that belong together, and who leads them.

use super::{chance::Chance, hall::Ground, team::strength};
use crate::format::wish::{Coach, Extent, Link, LinkKind, PerDay, Place, Wish};

/// Links a team in thirty with another of its club, which then asks for the same.
pub(super) fn link(wishes: &mut [Wish], ground: &Ground, chance: &mut Chance) -> Vec<Link> {
    let mut links = Vec::new();
    let mut linked = vec![false; wishes.len()];
    for first in 0..wishes.len() {
        if linked[first] || !chance.percent(3) {
            continue;
        }
        let alike = |other: &usize| !linked[*other] && alike(&wishes[first], &wishes[*other]);
        let mut rest = first + 1..wishes.len().min(first + 40);
        let Some(second) = rest.find(alike) else { continue };
        let kind = if in_hall(&wishes[first], ground) && chance.percent(40) {
            LinkKind::Together
        } else {
            LinkKind::BackToBack
        };
        (linked[first], linked[second]) = (true, true);
        let (before, after) = wishes.split_at_mut(second);
        let (one, other) = (&mut before[first], &mut after[0]);
        join(one, other);
        links.push(Link {
            kind,
            wishes: vec![one.id.clone(), other.id.clone()],
            strength: strength(chance, 60),
        });
    }
    links
}

/// Whether they are of one club, do the same and are of one level.
fn alike(one: &Wish, other: &Wish) -> bool {
    let sport = one.team.sport == other.team.sport && one.team.level == other.team.level;
    one.organisation == other.organisation && sport && !one.team.level.is_empty()
}

/// Whether a part of a hall is what it wants first.
fn in_hall(wish: &Wish, ground: &Ground) -> bool {
    let hall = match wish.places.first() {
        Some(Place::Space(id)) => ground.find(id),
        _ => None,
    };
    wish.extent == Extent::Part && hall.is_some_and(|(_, hall)| hall.units.len() > 1)
}

/// Makes the second ask for what the first does.
fn join(one: &mut Wish, other: &mut Wish) {
    one.min_minutes = one.min_minutes.min(90);
    one.per_day = PerDay::default();
    other.sessions = one.sessions;
    other.min_minutes = one.min_minutes;
    other.max_minutes = one.max_minutes;
    other.extent = one.extent;
    other.places = one.places.clone();
    other.windows = one.windows.clone();
    other.per_day = one.per_day;
    other.free_days_between = one.free_days_between;
    other.needs = one.needs.clone();
}

/// Gives a coach to two of three teams: half of those coaches lead the club's next team, too.
pub(super) fn coach(wishes: &mut [Wish], links: &[Link], chance: &mut Chance) {
    let mut coaches = 0;
    for at in 0..wishes.len() {
        if !wishes[at].coaches.is_empty() || chance.percent(33) {
            continue;
        }
        coaches += 1;
        let coach = Coach {
            id: format!("c{coaches:04}"),
            strength: strength(chance, 85),
        };
        wishes[at].coaches.push(coach.clone());
        if !chance.percent(50) {
            continue;
        }
        let (before, after) = wishes.split_at_mut(at + 1);
        let one = &before[at];
        let together = |other: &Wish| {
            let both = |link: &Link| link.wishes.contains(&one.id) && link.wishes.contains(&other.id);
            links
                .iter()
                .any(|link| link.kind == LinkKind::Together && both(link))
        };
        let next = after.iter_mut().take(8).find(|other| {
            other.organisation == one.organisation && other.coaches.is_empty() && !together(other)
        });
        if let Some(next) = next {
            next.coaches.push(coach);
        }
    }
}
