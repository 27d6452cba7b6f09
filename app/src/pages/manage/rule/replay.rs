//! What a rule would have decided among the last cases.

use crate::{
    texts::{
        Lang,
        manage::{case as case_texts, rules as t, words},
    },
    ui::{Alert, Icon, Section, TableFrame, Tag, Tone},
};
use ledig_domain::decision::Outcome;
use ledig_service::manage::{Replay, ReplayCase};
use leptos::prelude::*;

/// The answer, and the cases; those that a person decided otherwise come first.
#[component]
pub fn ReplayResult(lang: Lang, replay: Replay) -> impl IntoView {
    if replay.looked_at == 0 {
        return view! {
            <Section title=t::replay(lang) id="prov">
                <p class="quiet">{t::replay_none(lang)}</p>
            </Section>
        }
        .into_any();
    }
    let mut cases = replay.cases;
    cases.sort_by_key(|case| (!differs(case), !case.misses.is_empty()));
    let differs_count = replay.differs;
    view! {
        <Section title=t::replay(lang) id="prov">
            <p class="lead">{t::replay_answer(lang, replay.approved, replay.looked_at, replay.spared)}</p>
            {(differs_count > 0)
                .then(|| {
                    view! {
                        <div class="flash">
                            <Alert tone=Tone::Warning>
                                <p>{t::replay_differs(lang, differs_count)}</p>
                            </Alert>
                        </div>
                    }
                })}
            <TableFrame caption=t::replay(lang)>
                <thead>
                    <tr>
                        <th scope="col">{t::col_case(lang)}</th>
                        <th scope="col">{case_texts::place(lang)}</th>
                        <th scope="col">{t::col_rule(lang)}</th>
                        <th scope="col">{t::col_was(lang)}</th>
                    </tr>
                </thead>
                <tbody>{cases.into_iter().map(|case| view! { <Row lang case /> }).collect_view()}</tbody>
            </TableFrame>
        </Section>
    }
    .into_any()
}

/// The rule would have said yes where a person said no, in whole or in part.
fn differs(case: &ReplayCase) -> bool {
    case.misses.is_empty()
        && case.by_person
        && matches!(case.outcome, Some(Outcome::Partly | Outcome::Rejected))
}

#[component]
fn Row(lang: Lang, case: ReplayCase) -> impl IntoView {
    let differs = differs(&case);
    let was = case
        .outcome
        .map_or(t::undecided(lang), |outcome| words::outcome(lang, outcome));
    let by = case.outcome.map(|_| {
        if case.by_person {
            t::by_person(lang)
        } else {
            t::by_rule(lang)
        }
    });
    let verdict = if case.misses.is_empty() {
        let (tone, icon) = if differs {
            (Tone::Warning, Icon::ExclamationmarkTriangle)
        } else {
            (Tone::Success, Icon::Checkmark)
        };
        view! { <Tag tone icon>{t::would_yes(lang)}</Tag> }.into_any()
    } else {
        let misses: Vec<String> = case.misses.iter().map(|miss| words::miss(lang, miss)).collect();
        view! {
            <Tag>{t::would_no(lang)}</Tag>
            <span class="note">{misses.join("; ")}</span>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">
                <a class="ds-link" href=format!("/forvaltning/saker/{}", case.request)>{case.who}</a>
                <span class="note">{case.number} ", " {words::dates(lang, case.dates)}</span>
            </th>
            <td>{case.space_name}</td>
            <td>{verdict}</td>
            <td>{was} " " <span class="note">{by}</span></td>
        </tr>
    }
}
