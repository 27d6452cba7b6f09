//! Saving rules that decide at once, and the priority classes.

use super::Said;
use crate::{
    actions::posted::{Posted, Sent},
    flash::Message,
    pages::manage::read_rule,
};
use axum::response::Response;
use ledig_domain::{id::RuleId, people::ApplicantKind, priority::PriorityClass};
use ledig_service::Fault;

/// Saves a rule as a new version.
pub async fn save(sent: Sent) -> Response {
    let id = sent.posted.read::<RuleId>("id");
    let page = match id {
        Some(id) => format!("/forvaltning/regler/{id}"),
        None => "/forvaltning/regler/ny".to_owned(),
    };
    let (form, faults) = read_rule(&sent.posted);
    if !faults.is_empty() {
        return sent.faults(faults, &page).await;
    }
    let version: u32 = sent.posted.read("version").unwrap_or_default();
    let at = id.map(|id| (id, version));
    let service = &sent.request.service;
    match service
        .save_rule(&sent.request.viewer, at, form.scope, &form.terms, form.active)
        .await
    {
        Ok((_, version)) => {
            let said = Said::RuleSaved { version };
            sent.done(Message::Staff(said), "/forvaltning/regler").await
        }
        Err(error) => sent.refused(error, &page).await,
    }
}

/// Saves the priority classes as a new version.
pub async fn save_priority(sent: Sent) -> Response {
    let page = "/forvaltning/prioritet";
    let classes = match classes(&sent.posted) {
        Ok(classes) => classes,
        Err(faults) => return sent.faults(faults, page).await,
    };
    let version = sent.posted.read("version").unwrap_or_default();
    match sent
        .request
        .service
        .save_priority(&sent.request.viewer, version, &classes)
        .await
    {
        Ok(version) => {
            let said = Said::PrioritySaved { version };
            sent.done(Message::Staff(said), page).await
        }
        Err(error) => sent.refused(error, page).await,
    }
}

/// The classes by their place; one without a name is left out.
fn classes(posted: &Posted) -> Result<Vec<PriorityClass>, Vec<(String, Fault)>> {
    let mut reading = posted.reading();
    let count = posted.read::<usize>("classes").unwrap_or(0).min(60);
    let mut placed: Vec<(i64, usize, PriorityClass)> = Vec::new();
    for nth in 0..count {
        let field = |name: &str| format!("c{nth}.{name}");
        let name = reading.text(&field("name"));
        if name.is_empty() {
            continue;
        }
        let age_from = reading.number::<u8>(&field("age_from"), 0, 120);
        let age_to = reading.number::<u8>(&field("age_to"), 0, 120);
        if age_from.zip(age_to).is_some_and(|(from, to)| to < from) {
            reading.fault(&field("age_to"), Fault::EndBeforeStart);
        }
        let place = reading.number::<i64>(&field("place"), 1, 1000).unwrap_or(1000);
        let class = PriorityClass {
            name,
            kinds: posted
                .all(&field("kinds"))
                .filter_map(ApplicantKind::from_code)
                .collect(),
            age_to,
            age_from,
            adapted: posted.ticked(&field("adapted")),
            source: reading.text(&field("source")),
        };
        placed.push((place, nth, class));
    }
    placed.sort_by_key(|(place, nth, _)| (*place, *nth));
    reading.finish(placed.into_iter().map(|(_, _, class)| class).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(pairs: &[(&str, &str)]) -> Posted {
        Posted(
            pairs
                .iter()
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
                .collect(),
        )
    }

    #[test]
    fn classes_stand_by_their_place_and_one_without_a_name_is_gone() {
        let read = classes(&posted(&[
            ("classes", "4"),
            ("c0.name", "Voksne"),
            ("c0.place", "2"),
            ("c1.name", ""),
            ("c1.place", "1"),
            ("c2.name", "Barn"),
            ("c2.place", "1"),
            ("c3.name", "Andre"),
        ]))
        .unwrap();
        let names: Vec<&str> = read.iter().map(|class| class.name.as_str()).collect();
        assert_eq!(names, ["Barn", "Voksne", "Andre"]);
    }

    #[test]
    fn ages_the_wrong_way_round_are_sent_back() {
        let form = posted(&[
            ("classes", "1"),
            ("c0.name", "Barn"),
            ("c0.age_from", "20"),
            ("c0.age_to", "6"),
        ]);
        assert_eq!(
            classes(&form),
            Err(vec![("c0.age_to".to_owned(), Fault::EndBeforeStart)])
        );
    }
}
