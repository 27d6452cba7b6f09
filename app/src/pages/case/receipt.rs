//! What the applicant reads right after sending.

use super::usual;
use crate::{
    booking::why,
    texts::{Lang, case as t},
    ui::{Alert, Tone},
};
use ledig_domain::decision::DecidedBy;
use ledig_service::case::page::CasePage;
use leptos::prelude::*;

/// Decided at once and by which rule, or left to a person and why.
pub(super) fn receipt(l: Lang, case: &CasePage) -> impl IntoView + use<> {
    let rule = case.decisions.iter().find_map(|decision| match &decision.by {
        DecidedBy::Rule { name, .. } => Some(name.clone()),
        DecidedBy::Person { .. } => None,
    });
    match rule {
        Some(rule) => view! {
            <Alert tone=Tone::Success title=t::receipt_once(l) live=true>
                <p>{t::receipt_once_text(l, &rule)}</p>
            </Alert>
        }
        .into_any(),
        None => {
            let reasons = why::reasons(l, &case.verdict);
            let usual = usual(l, case.usual_seconds);
            view! {
                <Alert tone=Tone::Success title=t::receipt_person(l) live=true>
                    <p>{t::receipt_person_text(l)}</p>
                    <ul class="ds-list">{reasons.into_iter().map(|why| view! { <li>{why}</li> }).collect_view()}</ul>
                    <p>{usual}" "{t::receipt_next(l)}</p>
                </Alert>
            }
            .into_any()
        }
    }
}
