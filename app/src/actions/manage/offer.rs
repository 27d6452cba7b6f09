//! Reading what is offered instead of a date, and telling beside its fields what is against it.
//!
//! `tilbud.{line}` is one of the list (`space|2026-08-18|18:00|19:30`), or `annet`: then the place is in
//! `sted.{line}`, or by name in `annetsted.{line}`, and the time in `dato.{line}`, `fra.{line}` and `til.{line}`.

use crate::{
    actions::posted::{Posted, Reading, Sent},
    flash::Message,
};
use ledig_domain::{
    id::SpaceId,
    time::{Minute, WallSpan},
};
use ledig_service::{Fault, ServiceError, case::decide::LineDecision};
use std::collections::HashMap;

/// What the list says when none of it is meant.
pub const OTHER: &str = "annet";

/// The spaces whose names were typed, by the line's id; `None` for a name that is none to offer.
pub type NamedSpaces = HashMap<String, Option<SpaceId>>;

/// Finds the spaces whose names were typed.
pub async fn named_spaces(sent: &Sent) -> Result<NamedSpaces, ServiceError> {
    let mut found = NamedSpaces::new();
    for (name, value) in &sent.posted.0 {
        let Some(line) = name.strip_prefix("annetsted.") else {
            continue;
        };
        let offered = sent.posted.get(&format!("vedtak.{line}")) == "tilby";
        if !offered || value.trim().is_empty() {
            continue;
        }
        let service = &sent.request.service;
        let space = service.space_to_offer(&sent.request.viewer, value).await?;
        found.insert(line.to_owned(), space);
    }
    Ok(found)
}

/// The offer for a line, its faults noted.
pub fn offer(reading: &mut Reading<'_>, line: &str, named: &NamedSpaces) -> Option<LineDecision> {
    let ready = reading.text(&format!("tilbud.{line}"));
    if ready.is_empty() {
        reading.fault(&format!("tilbud.{line}"), Fault::Required);
        return None;
    }
    if ready != OTHER {
        let read = listed(&ready);
        if read.is_none() {
            reading.fault(&format!("tilbud.{line}"), Fault::Unknown);
        }
        return read;
    }
    let space = match named.get(line) {
        None => reading.value(&format!("sted.{line}")),
        Some(None) => {
            reading.fault(&format!("annetsted.{line}"), Fault::Unknown);
            None
        }
        Some(space) => *space,
    };
    let date = reading.date(&format!("dato.{line}"));
    let from: Option<Minute> = reading.value(&format!("fra.{line}"));
    let to: Option<Minute> = reading.value(&format!("til.{line}"));
    let (from, to) = from.zip(to)?;
    let times = WallSpan::new(from, to);
    if times.is_none() {
        reading.fault(&format!("til.{line}"), Fault::EndBeforeStart);
    }
    Some(LineDecision::Offer {
        space: space?,
        date: date?,
        times: times?,
    })
}

fn listed(value: &str) -> Option<LineDecision> {
    let mut parts = value.split('|');
    Some(LineDecision::Offer {
        space: parts.next()?.parse().ok()?,
        date: parts.next()?.parse().ok()?,
        times: WallSpan::new(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)?,
    })
}

/// What is against a decision, as far as it belongs beside the fields of an offer: with a message for the whole,
/// or the error itself.
pub fn told(posted: &Posted, error: ServiceError) -> (Result<Message, ServiceError>, Vec<(String, Fault)>) {
    match error {
        ServiceError::Conflict(dates) => {
            let offered = dates.iter().filter_map(|taken| {
                let line = taken.line?.to_string();
                let offered = posted.get(&format!("vedtak.{line}")) == "tilby";
                let clashes = taken.clashes.clone();
                offered.then(|| (field(posted, "offer_times", &line), Fault::Taken { clashes }))
            });
            let faults = offered.collect();
            (Ok(Message::Taken(dates)), faults)
        }
        ServiceError::Invalid(faults) if faults.iter().all(|one| one.field.starts_with("offer_")) => {
            let beside = faults
                .iter()
                .filter_map(|one| {
                    let (what, line) = one.field.split_once('.')?;
                    Some((field(posted, what, line), one.fault.clone()))
                })
                .collect();
            (Err(ServiceError::Invalid(faults)), beside)
        }
        other => (Err(other), Vec::new()),
    }
}

/// The field of the form that a part of an offer was filled in at.
fn field(posted: &Posted, what: &str, line: &str) -> String {
    let typed = posted.get(&format!("tilbud.{line}")) == OTHER;
    let named = !posted.get(&format!("annetsted.{line}")).is_empty();
    let name = match what {
        _ if !typed => "tilbud",
        "offer_space" if named => "annetsted",
        "offer_space" => "sted",
        "offer_date" => "dato",
        _ => "fra",
    };
    format!("{name}.{line}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledig_service::DateConflict;

    const LINE: &str = "00000000-0000-0000-0000-000000000007";
    const SPACE: &str = "00000000-0000-0000-0000-000000000009";

    fn posted(pairs: &[(&str, &str)]) -> Posted {
        let named = pairs
            .iter()
            .map(|(n, v)| (format!("{n}.{LINE}"), (*v).to_owned()));
        Posted(named.collect())
    }

    fn read(
        pairs: &[(&str, &str)],
        named: &NamedSpaces,
    ) -> Result<Option<LineDecision>, Vec<(String, Fault)>> {
        let posted = posted(pairs);
        let mut reading = posted.reading();
        let offer = offer(&mut reading, LINE, named);
        reading.finish(offer)
    }

    #[test]
    fn an_offer_is_read_from_the_list_or_from_what_was_typed() {
        let none = NamedSpaces::new();
        let listed = read(&[("tilbud", &format!("{SPACE}|2026-08-19|18:00|19:30"))], &none).unwrap();
        let typed = [
            ("tilbud", "annet"),
            ("sted", SPACE),
            ("dato", "2026-08-19"),
            ("fra", "18:00"),
            ("til", "19.30"),
        ];
        assert!(listed.is_some());
        assert_eq!(read(&typed, &none).unwrap(), listed);
        let mut by_name = typed;
        by_name[1] = ("annetsted", "Hauger skole, gymsal");
        let named = NamedSpaces::from([(LINE.to_owned(), SPACE.parse().ok())]);
        assert_eq!(read(&by_name, &named).unwrap(), listed);
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_field() {
        let typed = [
            ("tilbud", "annet"),
            ("annetsted", "Et sted"),
            ("dato", ""),
            ("fra", "20:00"),
            ("til", "20:00"),
        ];
        let named = NamedSpaces::from([(LINE.to_owned(), None)]);
        let faults = read(&typed, &named).unwrap_err();
        assert_eq!(
            faults,
            [
                (format!("annetsted.{LINE}"), Fault::Unknown),
                (format!("dato.{LINE}"), Fault::Required),
                (format!("til.{LINE}"), Fault::EndBeforeStart),
            ]
        );
    }

    #[test]
    fn what_is_taken_is_told_where_it_was_offered() {
        let form = posted(&[("vedtak", "tilby"), ("tilbud", "annet")]);
        let taken = DateConflict {
            line: LINE.parse().ok(),
            date: "2026-08-18".parse().unwrap(),
            clashes: Vec::new(),
        };
        let (_, faults) = told(&form, ServiceError::Conflict(vec![taken]));
        let clashes = Vec::new();
        assert_eq!(faults, [(format!("fra.{LINE}"), Fault::Taken { clashes })]);
    }
}
