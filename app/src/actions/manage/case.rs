//! Deciding and cancelling.

use super::{
    Said,
    offer::{NamedSpaces, named_spaces, offer, told},
};
use crate::{
    actions::posted::{Posted, Sent},
    flash::Message,
};
use axum::{extract::Path, response::Response};
use ledig_domain::{
    decision::RejectionReason,
    id::{LineId, RequestId},
};
use ledig_service::{
    Fault,
    case::{
        cancel::{Cancel, CancelScope},
        decide::{Decide, LineDecision},
    },
};
use std::collections::BTreeMap;

/// Approves every case that was chosen in the inbox, each for itself. `sak` is `id:version`.
pub async fn approve_many(sent: Sent) -> Response {
    let chosen: Vec<(RequestId, i64)> = sent.posted.all("sak").filter_map(case_version).collect();
    let to = sent.posted.get("neste").to_owned();
    if chosen.is_empty() {
        return sent.done(Message::Staff(Said::NothingChosen), &to).await;
    }
    match sent
        .request
        .service
        .approve_many(&sent.request.viewer, &chosen)
        .await
    {
        Ok(results) => sent.done(Message::Staff(Said::Many(results)), &to).await,
        Err(error) => sent.refused(error, &to).await,
    }
}

fn case_version(value: &str) -> Option<(RequestId, i64)> {
    let (id, version) = value.split_once(':')?;
    Some((id.parse().ok()?, version.parse().ok()?))
}

/// Decides dates of a case: all the free ones, all refused, or date by date.
pub async fn decide(Path(id): Path<RequestId>, sent: Sent) -> Response {
    let back = format!("/forvaltning/saker/{id}");
    let read = match sent.posted.get("hurtig") {
        "godkjenn" => Ok(same_for_all(&sent.posted, "ledig", |_| LineDecision::Approve)),
        "avsla" => reject_all(&sent.posted),
        _ => {
            let named = match named_spaces(&sent).await {
                Ok(named) => named,
                Err(error) => return sent.refused(error, &format!("{back}#avgjor")).await,
            };
            date_by_date(&sent.posted, &named)
        }
    };
    let lines = match read {
        Ok(lines) => lines,
        Err(faults) => return sent.faults(faults, &format!("{back}#avgjor")).await,
    };
    if lines.is_empty() {
        return sent.back(Message::Staff(Said::NothingChosen), &back).await;
    }
    let decide = Decide {
        request: id,
        version: sent.posted.read("version").unwrap_or_default(),
        lines,
        text: sent.posted.get("text").to_owned(),
    };
    match sent.request.service.decide(&sent.request.viewer, &decide).await {
        Ok(decided) => {
            let said = Said::Decided {
                approved: decided.approved,
                rejected: decided.rejected,
                offered: decided.offered,
                told: decided.told.len(),
            };
            sent.done(Message::Staff(said), &back).await
        }
        Err(error) => {
            let (message, faults) = told(&sent.posted, error);
            match (message, faults.is_empty()) {
                (Err(error), true) => sent.refused(error, &format!("{back}#avgjor")).await,
                (message, _) => sent.told(message.ok(), faults, &format!("{back}#avgjor")).await,
            }
        }
    }
}

type Lines = BTreeMap<LineId, LineDecision>;
type Faults = Vec<(String, Fault)>;

/// The same for every date whose id was sent under the name.
fn same_for_all(posted: &Posted, name: &str, decision: impl Fn(LineId) -> LineDecision) -> Lines {
    posted
        .all(name)
        .filter_map(|id| id.parse().ok())
        .map(|id| (id, decision(id)))
        .collect()
}

fn reject_all(posted: &Posted) -> Result<Lines, Faults> {
    let mut reading = posted.reading();
    let reason = reading.code("alle.grunn", RejectionReason::from_code);
    let text = reading.text("alle.ord");
    if reason == Some(RejectionReason::Other) && text.is_empty() {
        reading.fault("alle.ord", Fault::Required);
    }
    let reason = reading.finish(reason)?.unwrap_or(RejectionReason::Other);
    Ok(same_for_all(posted, "apen", |_| LineDecision::Reject {
        reason,
        text: text.clone(),
    }))
}

/// `vedtak.{line}` is `ja`, `nei`, `tilby` or empty; a refusal's reason is in `grunn` and `ord`, an offer where
/// [`super::offer`] says.
fn date_by_date(posted: &Posted, named: &NamedSpaces) -> Result<Lines, Faults> {
    let mut reading = posted.reading();
    let mut lines = Lines::new();
    for (name, value) in &posted.0 {
        let Some(line) = name.strip_prefix("vedtak.") else {
            continue;
        };
        let Ok(id) = line.parse::<LineId>() else {
            continue;
        };
        let decision = match value.as_str() {
            "ja" => Some(LineDecision::Approve),
            "nei" => reason(posted).map(|(reason, text)| LineDecision::Reject { reason, text }),
            "tilby" => offer(&mut reading, line, named),
            _ => continue,
        };
        match decision {
            Some(decision) => {
                lines.insert(id, decision);
            }
            None if value == "nei" => {
                let field = if posted.get("grunn").is_empty() {
                    "grunn"
                } else {
                    "ord"
                };
                reading.fault(field, Fault::Required);
            }
            None => {}
        }
    }
    let mut result = reading.finish(lines);
    if let Err(faults) = &mut result {
        faults.dedup();
    }
    result
}

fn reason(posted: &Posted) -> Option<(RejectionReason, String)> {
    let reason = RejectionReason::from_code(posted.get("grunn"))?;
    let text = posted.get("ord").to_owned();
    (reason != RejectionReason::Other || !text.is_empty()).then_some((reason, text))
}

/// Cancels booked dates for the owner of the space.
pub async fn cancel(Path(id): Path<RequestId>, sent: Sent) -> Response {
    let line = sent.posted.get("linje").to_owned();
    let back = format!("/forvaltning/saker/{id}");
    let form = format!("{back}?avlys={line}#avlys");
    let mut reading = sent.posted.reading();
    let line = reading.value::<LineId>("linje");
    let scope = reading.code("omfang", CancelScope::from_code);
    let reason = reading.text("reason");
    if reason.is_empty() {
        reading.fault("reason", Fault::Required);
    }
    let read = reading.finish(line.zip(scope));
    let (line, scope) = match read {
        Ok(Some(read)) => read,
        Ok(None) => return sent.done(Message::Gone, &back).await,
        Err(faults) => return sent.faults(faults, &form).await,
    };
    let cancel = Cancel {
        request: id,
        line,
        scope,
        reason,
    };
    match sent.request.service.cancel(&sent.request.viewer, &cancel).await {
        Ok(cancelled) => {
            let dates = cancelled.dates.len();
            sent.done(Message::Staff(Said::Cancelled { dates }), &back).await
        }
        Err(error) => sent.refused(error, &form).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "00000000-0000-0000-0000-000000000007";

    fn posted(pairs: &[(String, &str)]) -> Posted {
        Posted(pairs.iter().map(|(n, v)| (n.clone(), (*v).to_owned())).collect())
    }

    #[test]
    fn a_refusal_without_a_reason_is_sent_back() {
        let form = posted(&[(format!("vedtak.{LINE}"), "nei")]);
        assert_eq!(
            date_by_date(&form, &NamedSpaces::new()),
            Err(vec![("grunn".to_owned(), Fault::Required)])
        );
    }

    #[test]
    fn another_reason_needs_words() {
        let form = posted(&[(format!("vedtak.{LINE}"), "nei"), ("grunn".to_owned(), "other")]);
        assert_eq!(
            date_by_date(&form, &NamedSpaces::new()),
            Err(vec![("ord".to_owned(), Fault::Required)])
        );
    }

    #[test]
    fn dates_without_a_choice_stay_undecided() {
        let form = posted(&[(format!("vedtak.{LINE}"), "")]);
        assert_eq!(date_by_date(&form, &NamedSpaces::new()), Ok(Lines::new()));
    }
}
