//! What has happened in a case, in plain words.

use crate::{
    texts::{Lang, case as t, day, steps},
    ui::Section,
};
use ledig_domain::{id::DecisionId, time::Zone};
use ledig_service::case::{page::CasePage, step::CaseEvent};
use leptos::prelude::*;

/// Every step, newest first.
pub(super) fn timeline(l: Lang, case: &CasePage, zone: Zone) -> impl IntoView + use<> {
    let id = case.id;
    let items = case
        .timeline
        .iter()
        .rev()
        .map(|step| {
            let link = decision_of(&step.what).map(|decision| {
                let href = format!("/saker/{id}/vedtak/{decision}");
                view! { <a class="ds-link" href=href>{t::read_decision(l)}</a> }
            });
            let more = steps::more(l, step).map(|more| view! { <p class="note">{more}</p> });
            view! {
                <li class="timeline__step">
                    <p class="timeline__when">{day::capital(&steps::moment(l, step.at, zone))}</p>
                    <p>
                        <strong>{steps::who(l, &step.by)}</strong>
                        " "
                        {steps::what(l, step, zone)}
                        ". "
                        {link}
                    </p>
                    {more}
                </li>
            }
        })
        .collect_view();
    view! { <Section title=t::timeline(l)><ol class="timeline">{items}</ol></Section> }
}

fn decision_of(what: &CaseEvent) -> Option<DecisionId> {
    match what {
        CaseEvent::DecidedByRule { decision, .. }
        | CaseEvent::Decided { decision, .. }
        | CaseEvent::OfferAccepted { decision, .. } => Some(*decision),
        _ => None,
    }
}
