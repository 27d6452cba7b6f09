//! Deciding: everything free at once, everything refused, or date by date.

use crate::{
    context::RequestContext,
    pages::manage::filled::Filled,
    texts::{
        Lang, day, kinds,
        manage::{case as t, words},
    },
    ui::{
        Alert, Button, ButtonKind, Details, ErrorSummary, Glyph, HiddenFields, Icon, Section, Select,
        SelectOption, TextArea, Tone,
    },
};
use ledig_domain::{decision::RejectionReason, id::SpaceId, outcome::DateOutcome, request::LineState};
use ledig_service::case::{
    manager::{Barred, ManagerCase, Outlook},
    page::CaseLine,
};
use leptos::prelude::*;

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
    let spaces = spaces(&pairs);
    let opened = filled.returned();
    let action = format!("/forvaltning/saker/{}/avgjor", case.id);
    let refusing = filled.fault("alle.grunn").is_some() || filled.fault("alle.ord").is_some();
    let rows = pairs
        .into_iter()
        .map(|(one, line)| {
            let free = one.outcome.is_free() && asked(&line) && (first_in_line || one.wanted_by.is_empty());
            let stored = if free { "ja" } else { "" };
            view! { <DateRow lang filled=filled.clone() one line stored spaces=spaces.clone() /> }
        })
        .collect_view();
    let faults = summary(lang, &filled);
    let for_all = filled.clone();
    view! {
        <Section title=t::decide(lang) id="avgjor" class="decide">
            <form method="post" action=action novalidate>
                <HiddenFields fields=hidden />
                <ErrorSummary lang faults />
                {(count > 0)
                    .then(|| {
                        view! {
                            <button
                                type="submit"
                                class="ds-button decide__quick"
                                data-variant="primary"
                                name="hurtig"
                                value="godkjenn"
                                data-key="a"
                            >
                                <Glyph icon=Icon::Checkmark />
                                {approve}
                            </button>
                        }
                    })}
                <Details summary=t::by_date(lang) open=opened && !refusing || count == 0>
                    <div class="decide__dates">{rows}</div>
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
            let text = if name.starts_with("tilbud.") {
                t::offer_missing(l).to_owned()
            } else {
                text
            };
            (name, text)
        })
        .collect()
}

/// The spaces that an offer may name: those asked for, and those of the alternatives.
fn spaces(pairs: &[(Outlook, CaseLine)]) -> Vec<(SpaceId, String)> {
    let mut spaces: Vec<(SpaceId, String)> = Vec::new();
    for (one, line) in pairs {
        let own = (
            line.space.id,
            format!("{}, {}", line.space.facility_name, line.space.name),
        );
        let others = one
            .alternatives
            .iter()
            .map(|way| (way.space, format!("{}, {}", way.facility_name, way.space_name)));
        for (id, name) in std::iter::once(own).chain(others) {
            if spaces.iter().all(|(known, _)| *known != id) {
                spaces.push((id, name));
            }
        }
    }
    spaces
}

#[component]
fn Reason(
    lang: Lang,
    filled: Filled,
    reason: &'static str,
    text: &'static str,
    hint: &'static str,
) -> impl IntoView {
    let mut options = vec![SelectOption::new("", t::reason_choose(lang))];
    options.extend(
        RejectionReason::ALL
            .iter()
            .map(|one| SelectOption::new(one.code(), words::rejection(lang, *one))),
    );
    let chosen = filled.text(reason, "");
    let hint = (!hint.is_empty()).then_some(hint);
    view! {
        <div class="row">
            <Select name=reason label=t::reason(lang) options value=chosen hint=hint fault=filled.fault(reason) />
            <TextArea
                name=text
                label=t::own_words(lang)
                hint=t::own_words_hint(lang)
                rows=2
                value=filled.text(text, "")
                fault=filled.fault(text)
            />
        </div>
    }
}

/// One date: how it looks, and what becomes of it.
#[component]
fn DateRow(
    lang: Lang,
    filled: Filled,
    one: Outlook,
    line: CaseLine,
    /// What is chosen from the start.
    stored: &'static str,
    spaces: Vec<(SpaceId, String)>,
) -> impl IntoView {
    let id = one.line;
    let name = format!("vedtak.{id}");
    let chosen = filled.text(&name, stored);
    let told = day::date_times(lang, one.date, line.times);
    let waits = line.state == LineState::Waiting;
    let choice = |value: &'static str, label: &'static str| {
        let key = if value.is_empty() { "la-sta" } else { value };
        let input = format!("{name}-{key}");
        view! {
            <input
                type="radio"
                class="ds-input"
                id=input.clone()
                name=name.clone()
                value=value
                checked=chosen == value
            />
            <label for=input>{label}</label>
        }
    };
    let wanted = one.wanted_by.len();
    view! {
        <fieldset class="outlook">
            <legend class="outlook__when">{day::capital(&told)}</legend>
            <p class="outlook__look">
                {look(lang, &one.outcome)} {waits.then(|| format!(" · {}", t::waits(lang)))}
                {(wanted > 0).then(|| format!(" · {}", t::wanted_by(lang, wanted)))}
            </p>
            <div class="choice">
                {choice("ja", t::choice_yes(lang))} {choice("nei", t::choice_no(lang))}
                {choice("tilby", t::choice_offer(lang))} {choice("", t::choice_leave(lang))}
            </div>
            <OfferFields lang filled one line spaces />
        </fieldset>
    }
}

/// How the date looks now.
fn look(l: Lang, outcome: &DateOutcome) -> AnyView {
    let (icon, class, text) = match outcome {
        DateOutcome::Free => (Icon::Checkmark, "look look--free", t::free(l).to_owned()),
        DateOutcome::Taken(clashes) => {
            let told: Vec<String> = clashes.iter().map(|one| words::clash(l, one)).collect();
            (Icon::XMark, "look look--taken", told.join(". "))
        }
        DateOutcome::Closed(why) if why.is_empty() => (
            Icon::PadlockLocked,
            "look look--closed",
            t::closed_plain(l).to_owned(),
        ),
        DateOutcome::Closed(why) => (Icon::PadlockLocked, "look look--closed", t::closed(l, why)),
        DateOutcome::Breaks(breaches) => {
            let told: Vec<String> = breaches.iter().map(|one| kinds::breach(l, one)).collect();
            (
                Icon::ExclamationmarkTriangle,
                "look look--breaks",
                told.join(". "),
            )
        }
        DateOutcome::LeftOut(_) => (Icon::InformationSquare, "look", t::left_out(l).to_owned()),
    };
    view! {
        <span class=class>
            <Glyph icon />
            {text}
        </span>
    }
    .into_any()
}

/// What is offered instead; shown when "offer" is chosen.
#[component]
fn OfferFields(
    lang: Lang,
    filled: Filled,
    one: Outlook,
    line: CaseLine,
    spaces: Vec<(SpaceId, String)>,
) -> impl IntoView {
    let id = one.line;
    let field = |name: &str| format!("{name}.{id}");
    let ready: Vec<SelectOption> = one
        .alternatives
        .iter()
        .map(|way| {
            let value = format!("{}|{}|{}", way.space, way.times.from, way.times.to);
            let label = format!(
                "{}, {} {} ({})",
                way.facility_name,
                way.space_name,
                day::times(lang, way.times),
                words::way(lang, way.why)
            );
            SelectOption::new(value, label)
        })
        .chain(std::iter::once(SelectOption::new("annet", t::offer_other(lang))))
        .collect();
    let places = spaces
        .into_iter()
        .map(|(id, name)| SelectOption::new(id.to_string(), name))
        .collect::<Vec<_>>();
    let first = ready.first().map(|one| one.value.clone()).unwrap_or_default();
    let fault = filled
        .fault(&field("tilbud"))
        .map(|_| t::offer_missing(lang).to_owned());
    let time = |name: &str, stored: String, label: &'static str| {
        view! {
            <crate::ui::Field
                name=field(name)
                kind="time"
                label=label
                value=filled.text(&field(name), stored)
            />
        }
    };
    view! {
        <div class="outlook__offer">
            <input type="hidden" name=field("dato") value=one.date.to_string() />
            <Select
                name=field("tilbud")
                label=t::offer_which(lang)
                options=ready
                value=filled.text(&field("tilbud"), first)
                fault=fault
                hint=t::offer_hours(lang)
            />
            <div class="row">
                <Select
                    name=field("sted")
                    label=t::offer_space(lang)
                    options=places
                    value=filled.text(&field("sted"), line.space.id.to_string())
                />
                {time("fra", line.times.from.to_string(), crate::texts::manage::common::from(lang))}
                {time("til", line.times.to.to_string(), crate::texts::manage::common::to(lang))}
            </div>
        </div>
    }
}
