//! Closures of a facility: a list, and a new one that first tells whom it hits.

use super::{
    filled::Filled,
    frame::{Answer, ManagePage},
    id_of,
    space::crumbs,
};
use crate::{
    actions::posted::Posted,
    context::{RequestContext, use_request},
    page::load,
    texts::{Lang, day, manage::places as t},
    ui::{
        Button, ButtonKind, Card, Checkbox, ErrorSummary, Field, HiddenFields, LinkButton, PostForm, Section,
        Select, SelectOption, Tag,
    },
};
use ledig_domain::{id::FacilityId, time::Minute};
use ledig_service::{
    ServiceError,
    manage::{ClosureForm, ClosureHit, ClosuresPage, ManagedClosure},
};
use leptos::prelude::*;

/// The page. A closure that is being made stands in the address, so that it can be looked at before it is done.
#[component]
pub fn Closures() -> impl IntoView {
    let request = use_request();
    let id = id_of::<FacilityId>();
    load(async move {
        let page = request.service.closures(&request.viewer, id?).await?;
        let lang = request.lang;
        let title = t::closures_of(lang, &page.facility_name);
        let trying = if page.may_edit {
            tried(&request, &page).await?
        } else {
            Trying::Blank
        };
        let answer = t::closures_answer(lang, page.closures.len());
        let may_edit = page.may_edit;
        let facility = page.facility;
        let list = page
            .closures
            .iter()
            .map(|one| view! { <Standing lang one=one.clone() facility may_edit /> })
            .collect_view();
        Ok(view! {
            <ManagePage
                title=title.clone()
                crumbs=crumbs(lang, facility, &page.facility_name, t::closures(lang))
                narrow=true
            >
                <Answer title lead=answer />
                {match trying {
                    Trying::Ready(form, hits) => {
                        view! { <Confirm request=request.clone() page=page.clone() form hits /> }.into_any()
                    }
                    Trying::Faulty(faults) => {
                        view! { <New request=request.clone() page=page.clone() faults /> }.into_any()
                    }
                    Trying::Blank if may_edit => {
                        view! { <New request=request.clone() page=page.clone() faults=Vec::new() /> }.into_any()
                    }
                    Trying::Blank => ().into_any(),
                }}
                <ul class="closings">{list}</ul>
            </ManagePage>
        })
    })
}

type Faults = Vec<(String, String)>;

/// How far the making of a closure is.
enum Trying {
    Blank,
    Faulty(Faults),
    Ready(ClosureForm, Vec<ClosureHit>),
}

async fn tried(request: &RequestContext, page: &ClosuresPage) -> Result<Trying, ServiceError> {
    if !request.query.has("prov") {
        return Ok(Trying::Blank);
    }
    let told = |faults: Vec<(String, ledig_service::Fault)>| {
        let told = faults
            .into_iter()
            .map(|(name, fault)| (name, crate::texts::faults::fault(request.lang, &fault)))
            .collect();
        crate::error::set_status(http::StatusCode::UNPROCESSABLE_ENTITY);
        Trying::Faulty(told)
    };
    let form = match read(&Posted(request.query.pairs().to_vec())) {
        Ok(form) => form,
        Err(faults) => return Ok(told(faults)),
    };
    if page.spaces.iter().all(|(id, _, _)| *id != form.space) {
        return Ok(told(vec![("del".to_owned(), ledig_service::Fault::Unknown)]));
    }
    match request.service.try_closure(&request.viewer, &form).await {
        Ok(hits) => Ok(Trying::Ready(form, hits)),
        Err(ServiceError::Invalid(faults)) => Ok(told(
            faults
                .into_iter()
                .map(|one| (one.field.to_owned(), one.fault))
                .collect(),
        )),
        Err(error) => Err(error),
    }
}

/// Reads the fields of a closure.
pub fn read(posted: &Posted) -> Result<ClosureForm, Vec<(String, ledig_service::Fault)>> {
    let mut reading = posted.reading();
    let space = reading.value("del");
    let from_date = reading.date("from_date");
    let from = reading.value::<Minute>("from");
    let to_date = reading.date("to_date");
    let to = reading.value::<Minute>("to");
    let reason = reading.text("reason");
    if reason.is_empty() {
        reading.fault("reason", ledig_service::Fault::Required);
    }
    let public = posted.ticked("public");
    let form = (|| {
        Some(ClosureForm {
            space: space?,
            from_date: from_date?,
            from: from?,
            to_date: to_date?,
            to: to?,
            reason,
            public,
        })
    })();
    match reading.finish(form)? {
        Some(form) => Ok(form),
        None => Err(vec![("del".to_owned(), ledig_service::Fault::Required)]),
    }
}

/// The form; it only leads to the same page with the answer.
#[component]
fn New(request: RequestContext, page: ClosuresPage, faults: Faults) -> impl IntoView {
    let lang = request.lang;
    let query = request.query;
    let wrong = faults.clone();
    let fault = move |name: &str| {
        wrong
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, text)| text.clone())
    };
    let trying = query.has("prov");
    let public = !trying || query.has("public");
    let value = move |name: &str, stored: String| query.get(name).map_or(stored, ToOwned::to_owned);
    let today = page.today.to_string();
    let options = page
        .spaces
        .iter()
        .map(|(id, name, depth)| {
            SelectOption::new(id.to_string(), format!("{}{name}", "– ".repeat((*depth).into())))
        })
        .collect::<Vec<_>>();
    view! {
        <Section title=t::closure_new(lang) id="steng">
            <form method="get" class="stack form" novalidate>
                <ErrorSummary lang faults />
                <input type="hidden" name="prov" value="1" />
                <Select
                    name="del"
                    label=t::closure_space(lang)
                    options
                    value=value("del", String::new())
                    fault=fault("del")
                />
                <div class="fields">
                    <Field
                        name="from_date"
                        kind="date"
                        label=t::first_day(lang)
                        value=value("from_date", today.clone())
                        fault=fault("from_date")
                    />
                    <Field
                        name="from"
                        label=t::from_time(lang)
                        value=value("from", "00:00".to_owned())
                        fault=fault("from")
                    />
                    <Field
                        name="to_date"
                        kind="date"
                        label=t::last_day(lang)
                        value=value("to_date", today)
                        fault=fault("to_date")
                    />
                    <Field name="to" label=t::to_time(lang) value=value("to", "24:00".to_owned()) fault=fault("to") />
                </div>
                <Field
                    name="reason"
                    label=t::closure_reason(lang)
                    value=value("reason", String::new())
                    fault=fault("reason")
                />
                <Checkbox name="public" label=t::closure_public(lang) checked=public />
                <div class="actions">
                    <Button>{t::closure_see(lang)}</Button>
                </div>
            </form>
        </Section>
    }
}

/// Whom it hits; the last step before it is done.
#[component]
fn Confirm(
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

fn when(l: Lang, form: &ClosureForm) -> String {
    t::closure_span(
        l,
        &day::moment(l, form.from_date, form.from),
        &day::moment(l, form.to_date, form.to),
    )
}

#[component]
fn Hits(lang: Lang, hits: Vec<ClosureHit>) -> impl IntoView {
    (!hits.is_empty()).then(|| {
        view! {
            <ul class="plain-list struck">
                {hits
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
                    .collect_view()}
            </ul>
        }
    })
}

/// A closure that stands.
#[component]
fn Standing(lang: Lang, one: ManagedClosure, facility: FacilityId, may_edit: bool) -> impl IntoView {
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
                {(hits > 0).then(|| view! { <p>{t::closure_hits(lang, hits)}</p> })}
                <Hits lang hits=one.hits />
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
