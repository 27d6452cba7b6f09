//! The inbox: what the rules left open.

mod filters;
mod row;

use super::frame::{Answer, ManagePage};
use crate::{
    context::use_request,
    islands::inbox_keys::InboxKeys,
    page::load,
    query::Query,
    texts::{
        Lang, day,
        manage::{common, inbox as t},
    },
    ui::{Button, ButtonKind, EmptyState, Icon, LinkButton, Pagination, Tab, Tabs},
};
use filters::Filters;
use ledig_service::case::inbox::{Inbox, InboxFilter, InboxShow, InboxSort};
use leptos::prelude::*;
use row::Row;

/// The inbox; the filter is in the address.
#[component]
pub fn InboxPage() -> impl IntoView {
    let request = use_request();
    load(async move {
        let filter = read(&request.query);
        let inbox = request.service.inbox(&request.viewer, &filter).await?;
        let lang = request.lang;
        Ok(view! {
            <ManagePage title=t::title(lang)>
                <Answer title=t::title(lang) lead=answer(lang, &inbox) />
                <Tabs label=t::which(lang) tabs=tabs(lang, &request.query, filter.show) />
                <Filters lang filter=filter.clone() facilities=inbox.facilities.clone() />
                <List lang inbox filter query=request.query.clone() here=request.here() />
            </ManagePage>
        })
    })
}

/// The filter of an address.
fn read(query: &Query) -> InboxFilter {
    let code = |name: &str| query.get(name).unwrap_or_default().to_owned();
    InboxFilter {
        show: InboxShow::from_code(&code("vis")).unwrap_or(InboxShow::Undecided),
        facility: query.read("anlegg"),
        text: code("tekst"),
        conflicts: match query.get("konflikt") {
            Some("med") => Some(true),
            Some("uten") => Some(false),
            _ => None,
        },
        sort: InboxSort::from_code(&code("sorter")).unwrap_or(InboxSort::Waiting),
        page: query.read::<u32>("side").unwrap_or(1).saturating_sub(1),
    }
}

fn answer(l: Lang, inbox: &Inbox) -> String {
    let waits = match inbox.oldest {
        Some(oldest) if inbox.undecided > 0 => {
            t::waiting(l, inbox.undecided, &day::length(l, inbox.now.0 - oldest.0))
        }
        _ => t::nothing_waits(l).to_owned(),
    };
    match inbox.usual_seconds {
        Some(usual) => format!("{waits} {}", t::usual(l, &day::length(l, usual))),
        None => waits,
    }
}

fn tabs(l: Lang, query: &Query, show: InboxShow) -> Vec<Tab> {
    [
        (InboxShow::Undecided, t::show_undecided(l)),
        (InboxShow::Offered, t::show_offered(l)),
        (InboxShow::Done, t::show_done(l)),
    ]
    .into_iter()
    .map(|(value, label)| {
        let query = query.without("side").without("vis");
        let query = if value == InboxShow::Undecided {
            query
        } else {
            query.with("vis", value.code())
        };
        Tab {
            label: label.to_owned(),
            href: query.link("/forvaltning"),
            current: value == show,
        }
    })
    .collect()
}

#[component]
fn List(lang: Lang, inbox: Inbox, filter: InboxFilter, query: Query, here: String) -> impl IntoView {
    if inbox.rows.is_empty() {
        let filtered = filter.facility.is_some() || !filter.text.is_empty() || filter.conflicts.is_some();
        let text = if filtered {
            t::empty_filter(lang)
        } else {
            t::empty_done(lang)
        };
        return view! {
            <EmptyState title=t::empty(lang) icon=Icon::Inbox>
                <p>{text}</p>
                {filtered
                    .then(|| {
                        view! {
                            <LinkButton href="/forvaltning" kind=ButtonKind::Secondary>
                                {common::reset(lang)}
                            </LinkButton>
                        }
                    })}
            </EmptyState>
        }
        .into_any();
    }
    let deciding = filter.show == InboxShow::Undecided;
    let pages = (inbox.total.div_ceil(inbox.page_size.max(1))) as usize;
    let shown = t::shown(lang, inbox.rows.len(), inbox.total);
    let now = inbox.now;
    view! {
        <form method="post" action="/forvaltning/godkjenn" id="one">
            <input type="hidden" name="neste" value=here.clone() />
        </form>
        <form method="post" action="/forvaltning/godkjenn" id="many" class="inbox">
            <input type="hidden" name="neste" value=here />
            <table class="ds-table inbox__table" role="table" data-rows>
                <caption class="ds-sr-only">{t::table_caption(lang)}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {deciding.then(|| head(t::col_choose(lang), true))}
                        {head(t::col_who(lang), false)}
                        {head(t::col_what(lang), false)}
                        {head(t::col_when(lang), false)}
                        {head(t::col_conflicts(lang), false)}
                        {head(t::col_class(lang), false)}
                        {head(t::col_waited(lang), false)}
                        {head(t::col_recommendation(lang), false)}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    {inbox
                        .rows
                        .into_iter()
                        .map(|row| view! { <Row lang row deciding now /> })
                        .collect_view()}
                </tbody>
            </table>
            {deciding.then(|| view! { <p class="note inbox__note">{t::approve_chosen_note(lang)}</p> })}
            <div class="inbox__foot">
                {deciding
                    .then(|| {
                        view! { <Button icon=Icon::Checkmark>{t::approve_chosen(lang)}</Button> }
                    })}
                <p class="note inbox__count">{shown}</p>
            </div>
        </form>
        <Pagination lang path="/forvaltning" query page=filter.page as usize + 1 pages />
        <InboxKeys lang case=false />
    }
    .into_any()
}

fn head(label: &'static str, hidden: bool) -> impl IntoView {
    view! {
        <th scope="col" role="columnheader">
            <span class=hidden.then_some("ds-sr-only")>{label}</span>
        </th>
    }
}
