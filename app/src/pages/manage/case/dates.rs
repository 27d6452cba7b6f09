//! The dates that are not open any more: given, refused, cancelled, left out.

use crate::{
    texts::{
        Lang, day,
        manage::{case as t, words},
    },
    ui::{Icon, Section, Tag, Tone},
};
use ledig_domain::request::LineState;
use ledig_service::case::{manager::ManagerCase, page::CaseLine};
use leptos::prelude::*;

/// A line per date with its state, and the way to cancel it.
#[component]
pub fn DecidedDates(lang: Lang, found: ManagerCase) -> impl IntoView {
    let open = |line: &CaseLine| found.outlook.iter().any(|one| one.line == line.id);
    let shown: Vec<CaseLine> = found
        .case
        .lines
        .iter()
        .filter(|line| !open(line))
        .cloned()
        .collect();
    let id = found.case.id;
    (!shown.is_empty()).then(|| {
        view! {
            <Section title=t::dates(lang)>
                <ul class="settled">
                    {shown
                        .into_iter()
                        .map(|line| {
                            let when = day::date_times(lang, line.date, line.times);
                            let why = why(lang, &line);
                            let cancel = line
                                .may
                                .cancel
                                .then(|| {
                                    view! {
                                        <a
                                            class="ds-link"
                                            href=format!("/forvaltning/saker/{id}?avlys={}#avlys", line.id)
                                            aria-label=t::cancel_date(lang, &when)
                                        >
                                            {t::cancel(lang)}
                                        </a>
                                    }
                                });
                            view! {
                                <li>
                                    <span class="settled__when">{day::capital(&when)}</span>
                                    <Tag tone=tone(line.state) icon=icon(line.state)>
                                        {words::line_state(lang, line.state)}
                                    </Tag>
                                    <span class="note">{line.space.name} {why}</span>
                                    {cancel}
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </Section>
        }
    })
}

fn why(l: Lang, line: &CaseLine) -> Option<String> {
    if let Some((reason, text)) = &line.rejected {
        let reason = words::rejection(l, *reason);
        return Some(if text.is_empty() {
            format!(" · {reason}")
        } else {
            format!(" · {reason}: {text}")
        });
    }
    line.cancelled
        .as_ref()
        .filter(|one| !one.reason.is_empty())
        .map(|one| format!(" · {}", one.reason))
}

const fn tone(state: LineState) -> Tone {
    match state {
        LineState::Approved => Tone::Success,
        LineState::Rejected | LineState::Cancelled => Tone::Danger,
        LineState::Offered | LineState::Waiting => Tone::Warning,
        LineState::Asked => Tone::Info,
        LineState::Dropped => Tone::Neutral,
    }
}

const fn icon(state: LineState) -> Icon {
    match state {
        LineState::Approved => Icon::Checkmark,
        LineState::Rejected | LineState::Cancelled => Icon::XMark,
        LineState::Offered => Icon::Paperplane,
        LineState::Asked | LineState::Waiting => Icon::Hourglass,
        LineState::Dropped => Icon::ArrowUndo,
    }
}
