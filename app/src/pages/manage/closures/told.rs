//! What a closure is and whom it hits: before it is made, and where it stands.

use crate::{
    context::RequestContext,
    pages::manage::filled::Filled,
    texts::{Lang, day, manage::places as t},
    ui::{Button, ButtonKind, Card, Details, ErrorSummary, HiddenFields, LinkButton, PostForm, Tag},
};
use ledig_domain::{
    id::FacilityId,
    time::{DAY_MINUTES, Minute},
};
use ledig_service::manage::{ClosureForm, ClosureHit, ClosuresPage, ManagedClosure};
use leptos::prelude::*;

/// Whom it hits; the last step before it is done.
#[component]
pub fn Confirm(
    request: RequestContext,
    page: ClosuresPage,
    form: ClosureForm,
    hits: Vec<ClosureHit>,
) -> impl IntoView {
    let lang = request.lang;
    let space = page
        .spaces
        .iter()
        .find(|(id, _, _)| *id == form.space)
        .map(|(_, name, _)| name.clone())
        .unwrap_or_default();
    let back = request.query.without("prov").link(&request.path);
    let filled = Filled::of(&request, "closure");
    let mut fields: Vec<(String, String)> = request
        .query
        .pairs()
        .iter()
        .filter(|(name, _)| name != "prov")
        .cloned()
        .collect();
    fields.push(("form".to_owned(), "closure".to_owned()));
    view! {
        <Card class="confirm">
            <h2 class="ds-heading" data-size="xs">{t::closure_confirm(lang, &space, &when(lang, &form))}</h2>
            <p>{form.reason.clone()}</p>
            <ErrorSummary lang faults=filled.faults() />
            <p>
                <strong>{t::closure_hits(lang, hits.len())}</strong>
                " "
                {(!hits.is_empty()).then(|| t::closure_hits_note(lang))}
            </p>
            <Hits lang hits />
            <PostForm action=format!("/forvaltning/anlegg/{}/steng", page.facility) class="actions">
                <HiddenFields fields />
                <Button kind=ButtonKind::Danger>{t::closure_sure(lang)}</Button>
                <LinkButton href=back kind=ButtonKind::Secondary>
                    {t::closure_change(lang)}
                </LinkButton>
            </PostForm>
        </Card>
    }
}

/// «tirsdag 1. september», «fra og med … til og med …», or with the times where they are not whole days.
fn when(l: Lang, form: &ClosureForm) -> String {
    let whole = form.from == Minute::default() && form.to.get() == DAY_MINUTES;
    match (whole, form.from_date == form.to_date) {
        (true, true) => t::closure_day(l, &day::date(l, form.from_date)),
        (true, false) => t::closure_days(l, &day::date(l, form.from_date), &day::date(l, form.to_date)),
        _ => t::closure_span(
            l,
            &day::moment(l, form.from_date, form.from),
            &day::moment(l, form.to_date, form.to),
        ),
    }
}

/// The dates that it hits; the first of a long list, and the rest folded in.
#[component]
fn Hits(lang: Lang, hits: Vec<ClosureHit>) -> impl IntoView {
    /// So many are shown at once.
    const SHOWN: usize = 10;
    let mut first = hits;
    // A fold that holds one or two is more in the way than they are.
    let rest = if first.len() > SHOWN + 2 {
        first.split_off(SHOWN)
    } else {
        Vec::new()
    };
    let more = rest.len();
    view! {
        {(!first.is_empty()).then(|| view! { <HitList lang hits=first /> })}
        {(more > 0)
            .then(|| {
                view! {
                    <Details summary=t::closure_more_hits(lang, more)>
                        <HitList lang hits=rest />
                    </Details>
                }
            })}
    }
}

#[component]
fn HitList(lang: Lang, hits: Vec<ClosureHit>) -> impl IntoView {
    let rows = hits
        .into_iter()
        .map(|hit| {
            let when = match hit.span.on_clock() {
                Some(times) => day::date_times(lang, hit.date, times),
                None => day::date(lang, hit.date),
            };
            view! {
                <li>
                    <a class="ds-link" href=format!("/forvaltning/saker/{}", hit.request)>{hit.who}</a>
                    <span class="note">" " {when} ", " {hit.space_name}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="plain-list">{rows}</ul> }
}

/// A closure that stands.
#[component]
pub fn Standing(lang: Lang, one: ManagedClosure, facility: FacilityId, may_edit: bool) -> impl IntoView {
    let hits = one.hits.len();
    view! {
        <li class="closure">
            <div>
                <p>
                    <strong>{one.space_name.clone()}</strong>
                    " "
                    {when(lang, &one.form)}
                </p>
                <p class="note">
                    {one.form.reason.clone()}
                    {(!one.form.public).then(|| view! { " " <Tag>{t::not_public(lang)}</Tag> })}
                    {one.made_by.clone().map(|name| format!(" · {name}"))}
                </p>
                {(hits > 0)
                    .then(|| {
                        view! {
                            <Details summary=t::closure_hits(lang, hits) class="add">
                                <Hits lang hits=one.hits />
                            </Details>
                        }
                    })}
            </div>
            {may_edit
                .then(|| {
                    view! {
                        <PostForm action=format!("/forvaltning/anlegg/{facility}/apne")>
                            <input type="hidden" name="closure" value=one.id.to_string() />
                            <Button kind=ButtonKind::Secondary label=t::lift_named(lang, &one.space_name)>
                                {t::lift(lang)}
                            </Button>
                        </PostForm>
                    }
                })}
        </li>
    }
}
