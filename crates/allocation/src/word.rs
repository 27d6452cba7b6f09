//! Drafts, refusals and comparisons in plain English, for those who read them on a console. (Pages word them in three languages.)

mod compare;
mod explain;
mod names;

pub use compare::comparison;
pub use explain::{NotExplained, explain};

use crate::format::{
    Draft,
    draft::{ClassResult, Ended},
};
use std::fmt::Write as _;

#[cfg(test)]
mod tests;

/// What a draft comes to: a line for each class, and why the search ended.
pub fn summary(draft: &Draft) -> String {
    let mut text = String::new();
    let given = draft.sessions.len();
    let short = draft.refusals.len();
    line(&mut text, format_args!("{}.", counted(given, "session")));
    let width = draft
        .classes
        .iter()
        .map(|class| name(class).chars().count())
        .max();
    let width = width.unwrap_or_default();
    for class in &draft.classes {
        let padded = format!("{:width$}", name(class));
        let wanted: u32 = class.wanted.iter().sum();
        let given: u32 = class.given.iter().sum();
        let of = if wanted > 0 {
            format!(" of {wanted}")
        } else {
            String::new()
        };
        line(
            &mut text,
            format_args!("  {padded}  {given}{of}, {}", how_well(given, class)),
        );
    }
    line(
        &mut text,
        format_args!(
            "{} got less than asked for; `ledig explain` tells why.",
            counted(short, "wish")
        ),
    );
    if draft.change_price > 0 {
        line(
            &mut text,
            format_args!("Changes to what was published cost {}.", draft.change_price),
        );
    }
    let why = match draft.ended {
        Ended::Optimal => "No draft gives any class more.",
        Ended::Work => "The work that was allowed is done.",
        Ended::Stopped => "It was stopped before its end; another run may give another draft.",
    };
    line(&mut text, format_args!("{why}"));
    text
}

/// The name of a class of a draft.
fn name(class: &ClassResult) -> &str {
    if class.name.is_empty() {
        "(no class)"
    } else {
        &class.name
    }
}

/// How far from optimal a class can at most be.
fn how_well(given: u32, class: &ClassResult) -> String {
    let more = class.at_most.saturating_sub(given);
    if more == 0 {
        return "proven optimal".into();
    }
    let unmoved = match class.at_most_in_place.saturating_sub(given) {
        0 => "; none while those before stay where they are".to_owned(),
        fewer if fewer < more => format!("; at most {fewer} while those before stay where they are"),
        _ => String::new(),
    };
    let possible = match (u64::from(more) * 1000).checked_div(u64::from(given)) {
        Some(parts) => format!("at most {more} more possible ({}.{} %)", parts / 10, parts % 10),
        None => format!("at most {more} possible"),
    };
    possible + &unmoved
}

/// A number with its noun.
fn counted(number: usize, noun: &str) -> String {
    let ending = match (number, noun.ends_with("sh")) {
        (1, _) => "",
        (_, true) => "es",
        (_, false) => "s",
    };
    format!("{number} {noun}{ending}")
}

/// One line more.
fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a text does not fail.
    let _ = writeln!(text, "{words}");
}
