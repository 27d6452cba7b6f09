//! Deciding: everything free at once, everything refused, or date by date.

mod date;
mod offer;
mod reason;

use super::case_link;
use crate::{
    context::RequestContext,
    pages::manage::filled::Filled,
    texts::{Lang, manage::case as t},
    ui::{
        Alert, Button, ButtonKind, Details, ErrorSummary, Glyph, HiddenFields, Icon, LinkButton, Section,
        TextArea, Tone,
    },
};
use date::DateRow;
use ledig_domain::request::LineState;
use ledig_service::case::{
    inbox::Recommendation,
    manager::{Barred, ManagerCase, Outlook},
    page::CaseLine,
};
use leptos::prelude::*;
use offer::Places;
use reason::Reason;

/// The form, or why one may not decide.
#[component]
pub fn DecideForm(request: RequestContext, found: ManagerCase) -> impl IntoView {
    let lang = request.lang;
    match found.barred {
        Some(Barred::NothingOpen) => ().into_any(),
        Some(Barred::OwnOrganisation) => barred(t::barred_own(lang)).into_any(),
        Some(Barred::Role) => barred(t::barred_role(lang)).into_any(),
        None if found.outlook.is_empty() => ().into_any(),
        None => view! { <Form request found /> }.into_any(),
    }
}

fn barred(text: &'static str) -> impl IntoView {
    view! {
        <Alert tone=Tone::Info>
            <p>{text}</p>
        </Alert>
    }
}

#[component]
fn Form(request: RequestContext, found: ManagerCase) -> impl IntoView {
    let lang = request.lang;
    let filled = Filled::of(&request, "decide");
    let case = &found.case;
    let pairs: Vec<(Outlook, CaseLine)> = found
        .outlook
        .iter()
        .filter_map(|one| {
            let line = case.lines.iter().find(|line| line.id == one.line)?;
            Some((one.clone(), line.clone()))
        })
        .collect();
    let asked = |line: &CaseLine| line.state == LineState::Asked;
    let free = pairs
        .iter()
        .filter(|(one, line)| one.outcome.is_free() && asked(line));
    let free: Vec<String> = free.map(|(one, _)| one.line.to_string()).collect();
    let count = free.len();
    let approve = if count == pairs.len() {
        t::approve_all(lang, count)
    } else {
        t::approve_free(lang, count)
    };
    let mut hidden = vec![
        ("form".to_owned(), "decide".to_owned()),
        ("version".to_owned(), case.version.to_string()),
    ];
    hidden.extend(free.into_iter().map(|id| ("ledig".to_owned(), id)));
    hidden.extend(
        pairs
            .iter()
            .map(|(one, _)| ("apen".to_owned(), one.line.to_string())),
    );
    let first_in_line = found.ranking.first().is_none_or(|one| one.this);
    let places = Places::of(&found.places, case.space.facility);
    let list = places.list();
    let opened = filled.returned();
    let action = format!("{}/avgjor", case_link(case.id));
    let refusing = filled.fault("alle.grunn").is_some() || filled.fault("alle.ord").is_some();
    let rows = pairs
        .into_iter()
        .map(|(one, line)| {
            let free = one.outcome.is_free() && asked(&line) && (first_in_line || one.wanted_by.is_empty());
            let stored = if free { "ja" } else { "" };
            view! { <DateRow lang filled=filled.clone() one line stored places=places.clone() /> }
        })
        .collect_view();
    let faults = summary(lang, &filled);
    let for_all = filled.clone();
    let before = match &found.recommendation {
        Recommendation::Yield { to, request, .. } => Some((to.clone(), *request)),
        _ => None,
    };
    // What another stands in front for is not given away by the one loud button, nor by a key.
    let (loud, key) = match before {
        Some(_) => ("secondary", None),
        None => ("primary", Some("a")),
    };
    let quick = (count > 0).then(|| {
        view! {
            <button
                type="submit"
                class="ds-button decide__quick"
                data-variant=loud
                name="hurtig"
                value="godkjenn"
                data-key=key
            >
                <Glyph icon=Icon::Checkmark />
                {approve}
            </button>
        }
    });
    let look_first = before.map(|(who, id)| {
        view! {
            <LinkButton href=case_link(id) icon=Icon::PersonGroup>
                {t::look_at_first(lang, &who)}
            </LinkButton>
        }
    });
    view! {
        <Section title=t::decide(lang) id="avgjor" class="decide">
            <form method="post" action=action novalidate>
                <HiddenFields fields=hidden />
                <ErrorSummary lang faults />
                <div class="decide__first">{look_first} {quick}</div>
                <Details summary=t::by_date(lang) open=opened && !refusing || count == 0>
                    <div class="decide__dates">{rows}</div>
                    {list}
                    <div class="decide__reasons">
                        <Reason lang filled=filled.clone() reason="grunn" text="ord" hint=t::reason_for_dates(lang) />
                        <TextArea
                            name="text"
                            label=t::text(lang)
                            rows=2
                            value=filled.text("text", "")
                            fault=filled.fault("text")
                        />
                    </div>
                    <Button kind=ButtonKind::Primary icon=Icon::Gavel>{t::send_by_date(lang)}</Button>
                </Details>
                <div id="avslag">
                    <Details summary=t::reject_all(lang) open=refusing>
                        <Reason lang filled=for_all reason="alle.grunn" text="alle.ord" hint="" />
                        <Button kind=ButtonKind::Danger icon=Icon::XMark name="hurtig" value="avsla">
                            {t::reject_now(lang)}
                        </Button>
                    </Details>
                </div>
            </form>
        </Section>
    }
}

/// Every fault with the id of its control.
fn summary(l: Lang, filled: &Filled) -> Vec<(String, String)> {
    filled
        .faults()
        .into_iter()
        .map(|(name, text)| {
            let text = if name.starts_with("tilbud.") && filled.missing(&name) {
                t::offer_missing(l).to_owned()
            } else {
                text
            };
            (name, text)
        })
        .collect()
}
