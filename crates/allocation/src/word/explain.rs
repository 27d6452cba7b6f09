//! A refusal in words.

use super::{
    counted, line,
    names::{Names, day},
};
use crate::format::{
    Draft, Instance,
    refusal::{Barred, Blocking, Differs, Obstacle, Refusal, Standing, Why},
};

/// Why there is nothing to explain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotExplained {
    /// The instance has no such wish.
    #[error("there is no wish «{0}» in the instance")]
    NoSuchWish(String),
    /// The draft names no such wish; without the instance nobody knows whether there is one.
    #[error("the draft has neither a session nor a refusal of a wish «{0}»")]
    NotInDraft(String),
}

/// Why a wish got what it got. With the instance in its names, without in ids.
///
/// # Errors
/// When there is no such wish.
pub fn explain(instance: Option<&Instance>, draft: &Draft, wish: &str) -> Result<String, NotExplained> {
    let names = Names::new(instance, draft);
    let refusal = draft.refusals.iter().find(|refusal| refusal.wish == wish);
    let mut sessions = draft
        .sessions
        .iter()
        .filter(|session| session.wish == wish)
        .peekable();
    let mut text = String::new();
    match refusal {
        Some(refusal) => line(
            &mut text,
            format_args!(
                "{}: asked for {} a week, got {}.",
                names.wish(wish),
                counted(refusal.asked.into(), "session"),
                refusal.given
            ),
        ),
        None if sessions.peek().is_some() => {
            line(
                &mut text,
                format_args!("{}: got all that it asked for.", names.wish(wish)),
            );
        }
        None if instance.is_some() => return Err(NotExplained::NoSuchWish(wish.into())),
        None => return Err(NotExplained::NotInDraft(wish.into())),
    }
    for session in sessions {
        let locked = if session.locked {
            ", fixed by an officer"
        } else {
            ""
        };
        line(&mut text, format_args!("  {}{locked}", names.slot(&session.slot)));
    }
    if let Some(refusal) = refusal {
        standing(&mut text, draft, refusal, &names);
        obstacles(&mut text, refusal, &names);
        nearest(&mut text, refusal, &names);
    }
    Ok(text)
}

/// By which rules, in which class, and where in the order.
fn standing(text: &mut String, draft: &Draft, refusal: &Refusal, names: &Names<'_>) {
    line(
        text,
        format_args!(
            "By the rules «{}», version {}: {}.",
            draft.rules,
            refusal.rules_version,
            names.class(refusal.class)
        ),
    );
    if refusal.wanted < refusal.asked {
        let wanted = counted(refusal.wanted.into(), "session");
        line(text, format_args!("The rules let it have {wanted} at most."));
    }
    let tie = &refusal.tie;
    if tie.place > 0 {
        let quota = if tie.quota {
            ", a quota's group that has too little"
        } else {
            ""
        };
        line(
            text,
            format_args!(
                "Number {} of {} among those of its class that got less than they may have: {} given, its organisation \
                 has {}.{} % of its entitlement{quota}, lot {}.",
                tie.place,
                tie.of,
                counted(refusal.given.into(), "session"),
                tie.share / 10,
                tie.share % 10,
                tie.lot
            ),
        );
    }
    let why = match &refusal.barred {
        None => return,
        Some(Barred::HeldBack) => "An officer holds it back.".to_owned(),
        Some(Barred::Excluded { rule }) => match names.excluded(*rule) {
            Some(reason) => format!("The rules give such wishes nothing: {reason}."),
            None => format!(
                "The rules give such wishes nothing: number {} of what they exclude.",
                rule + 1
            ),
        },
        Some(Barred::NoPlace) => "No place that it names can hold it at any time.".to_owned(),
        Some(Barred::Link { wish }) => {
            format!(
                "It comes together with {}, which cannot have more.",
                names.wish(wish)
            )
        }
    };
    line(text, format_args!("{why}"));
}

/// What stood in the way, place by place.
fn obstacles(text: &mut String, refusal: &Refusal, names: &Names<'_>) {
    if refusal.obstacles.is_empty() {
        return;
    }
    line(
        text,
        format_args!("What stood in the way, by place, day and start:"),
    );
    let mut last: Option<&Obstacle> = None;
    for obstacle in &refusal.obstacles {
        if last.is_none_or(|last| last.spaces != obstacle.spaces || last.day != obstacle.day) {
            let on = obstacle.day.map_or("every day", day);
            line(text, format_args!("  {}, {on}", names.spaces(&obstacle.spaces)));
        }
        let (first, end) = (obstacle.first.0, obstacle.last.0);
        let starts = if first == end {
            format!("{first}")
        } else {
            format!("{first} to {end}")
        };
        line(
            text,
            format_args!("    {starts:<14}  {}", why(&obstacle.why, names)),
        );
        last = Some(obstacle);
    }
}

fn why(why: &Why, names: &Names<'_>) -> String {
    match why {
        Why::TooSmall => "too few people fit".into(),
        Why::GroupTooSmall => "too few people come for such a place".into(),
        Why::Lacks { feature } => format!("it lacks «{feature}»"),
        Why::Closed => "closed, blocked, or outside the hours of the class".into(),
        Why::OwnSession => "its own session, or too near to one".into(),
        Why::MostMinutes => "more minutes than its class may have".into(),
        Why::Taken { by } => {
            let by: Vec<String> = by.iter().map(|one| blocking(one, names)).collect();
            format!("taken by {}", by.join("; "))
        }
    }
}

fn blocking(blocking: &Blocking, names: &Names<'_>) -> String {
    let wish = names.wish(&blocking.wish);
    match blocking.reason {
        Standing::Locked => format!("{wish}, fixed by an officer"),
        Standing::Class => format!("{wish}, which comes before: {}", names.class(blocking.class)),
        Standing::Round => format!("{wish} of the same class, for which it is no later session"),
        Standing::Coach => format!("{wish}, led by the same coach at that time"),
        Standing::Together => format!("{wish}, which goes only together with one that may stay"),
        Standing::Goes => format!("{wish}, which could have gone by itself"),
    }
}

fn nearest(text: &mut String, refusal: &Refusal, names: &Names<'_>) {
    let Some(nearest) = &refusal.nearest else {
        return;
    };
    let differs = match nearest.differs {
        Differs::Time => "at another time of a day that it named",
        Differs::Day => "on another day",
        Differs::Place => "in another place of such a kind",
        Differs::Length => "with a shorter session",
        Differs::PlaceAndTime => "in another place at another time",
    };
    let slot = names.slot(&nearest.slot);
    line(text, format_args!("It would have been served {differs}: {slot}."));
}
