//! What stands in a space's day and what is asked for there, as items of its lane.

use crate::{
    pages::manage::lane::{Item, ItemKind, times},
    texts::{Lang, day, manage::board as t},
};
use ledig_service::{
    board::{AskedEntry, BoardDay},
    day::{Entry, Label},
};

/// The items of a day, of the space with that name.
pub fn of_day(l: Lang, space: &str, day: &BoardDay) -> Vec<Item> {
    let booked = day.entries.iter().map(|entry| booked(l, space, entry));
    let asked = day.asked.iter().map(|one| asked_for(l, space, one));
    booked.chain(asked).collect()
}

fn booked(l: Lang, space: &str, entry: &Entry) -> Item {
    let clock = times(l, entry.span.from, entry.span.to);
    let (kind, word, name) = match &entry.label {
        Label::Organisation { name, team, .. } => {
            let name = match team {
                Some(team) => format!("{name} {team}"),
                None => name.clone(),
            };
            (ItemKind::Booked, t::booked(l), name)
        }
        Label::Person { name } => (ItemKind::Booked, t::booked(l), name.clone()),
        Label::Own => (ItemKind::Booked, t::booked(l), t::own_time(l).to_owned()),
        Label::Busy => (ItemKind::Booked, t::booked(l), t::busy(l).to_owned()),
        Label::Closed { reason } => (
            ItemKind::Closed,
            t::closed(l),
            reason.clone().unwrap_or_else(|| day::capital(t::closed(l))),
        ),
        Label::Held => (ItemKind::Held, t::held(l), day::capital(t::held(l))),
    };
    let part = !entry.whole && kind == ItemKind::Booked;
    let (kind, word) = if part {
        (ItemKind::Own, t::booked_part(l))
    } else {
        (kind, word)
    };
    let place = if entry.space_name == space {
        space.to_owned()
    } else {
        format!("{space}, {}", entry.space_name)
    };
    let text = if part {
        format!("{name} · {}", entry.space_name)
    } else {
        name.clone()
    };
    let mut spoken = format!("{name}, {clock}, {place}, {word}");
    if let Some(contact) = &entry.contact {
        let reach = if contact.phone.is_empty() {
            &contact.email
        } else {
            &contact.phone
        };
        spoken = format!(
            "{spoken}. {}. {}",
            contact.purpose,
            t::contact(l, &contact.name, reach)
        );
    }
    Item {
        from: entry.span.from,
        to: entry.span.to,
        kind,
        text,
        spoken,
        href: entry.request.map(|id| format!("/forvaltning/saker/{id}")),
    }
}

fn asked_for(l: Lang, space: &str, one: &AskedEntry) -> Item {
    let name = match &one.team {
        Some(team) => format!("{} {team}", one.who),
        None => one.who.clone(),
    };
    let clock = times(l, one.span.from, one.span.to);
    let conflict = one.blocked || one.contested;
    let (kind, word) = if conflict {
        (ItemKind::Contested, t::contested(l))
    } else {
        (ItemKind::Asked, t::asked(l))
    };
    Item {
        from: one.span.from,
        to: one.span.to,
        kind,
        spoken: format!("{name}, {clock}, {space}, {word}"),
        text: name,
        href: Some(format!("/forvaltning/saker/{}", one.request)),
    }
}
