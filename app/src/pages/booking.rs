//! The booking page: the whole way from a wish to sending it.

use crate::{
    booking::{self, Fields, Looked, name},
    context::{RequestContext, use_request},
    islands::booking::{BookingEditor, EditorWords, Look},
    page::{Page, load},
    parts::address,
    query::Query,
    texts::{Lang, booking as t, common, faults},
    ui::{Alert, Crumb, ErrorSummary, Tone},
};
use ledig_domain::id::SpaceId;
use ledig_service::{ServiceError, case::form::BookingForm};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Asking for time in a space; the draft is the address' query.
#[component]
pub fn Booking() -> impl IntoView {
    let request = use_request();
    let space = use_params_map()
        .read_untracked()
        .get("space")
        .and_then(|text| text.parse::<SpaceId>().ok());
    load(async move {
        let space = space.ok_or(ServiceError::NotFound)?;
        let looked = booking::look(&request, space, &request.query).await?;
        let key = request.service.form_key();
        Ok(page(request, space, looked, key))
    })
}

fn page(request: RequestContext, space: SpaceId, looked: Looked, key: String) -> impl IntoView {
    let l = request.lang;
    let Looked { form, draft, look } = looked;
    let title = format!("{}: {}", t::title(l), form.space.name);
    let facility = address::facility(&form.facility_slug);
    let crumbs = vec![
        Crumb::link(common::nav_facilities(l), "/anlegg"),
        Crumb::link(form.space.facility_name.clone(), facility),
        Crumb::here(t::title(l)),
    ];
    let sent = sent_faults(&request);
    let mut wrong = look.faults.clone();
    wrong.extend(sent.iter().cloned());
    let summary = wrong
        .iter()
        .map(|(field, text)| (field.clone(), format!("{}: {text}", booking::label(l, field))))
        .collect();
    let words = words(l, request.signed_in());
    let heading = t::title_at(l, &form.space.name, &form.space.facility_name);
    view! {
        <Page title=title crumbs=crumbs class="booking-page">
            <h1 class="ds-heading" data-size="lg">{heading}</h1>
            {(!form.signed_in).then(|| view! { <p class="lead">{t::not_signed_in(l)}</p> })}
            <ErrorSummary lang=l faults=summary />
            {not_sent(l, &request.query, &look)}
            {(!form.rules.note.is_empty()).then(|| rules_note(l, &form))}
            <BookingEditor space=space.to_string() look=look lang=l words=words key=key>
                <Fields request=request.clone() form=form.clone() draft=draft faults=wrong />
            </BookingEditor>
        </Page>
    }
}

/// The faults that sending found, by the form's own field names.
fn sent_faults(request: &RequestContext) -> Vec<(String, String)> {
    let told = |(field, fault): &(String, ledig_service::Fault)| {
        (
            booking::field_of(field).to_owned(),
            faults::fault(request.lang, fault),
        )
    };
    request.flash.faults.iter().map(told).collect()
}

fn rules_note(l: Lang, form: &BookingForm) -> impl IntoView + use<> {
    let note = form.rules.note.clone();
    view! {
        <div class="booking__rules">
            <strong>{t::rules_here(l)}": "</strong>
            {note}
        </div>
    }
}

/// Says that nothing was sent yet, and leads to the dates that stand in the way.
fn not_sent(l: Lang, query: &Query, look: &Look) -> Option<impl IntoView + use<>> {
    let tried = query.has(name::CHANGED) && look.unsettled > 0;
    tried.then(|| {
        let links = look
            .cards
            .iter()
            .filter(|card| card.settled.is_none())
            .map(|card| {
                let text = t::go_to_date(l, &card.title.to_lowercase());
                view! { <li><a class="ds-link" href=format!("#valg-{}", card.date)>{text}</a></li> }
            })
            .collect_view();
        let told = t::not_sent_dates(l, look.unsettled);
        view! {
            <Alert tone=Tone::Warning title=t::not_sent(l) live=true>
                <p>{told}</p>
                <ul class="ds-list">{links}</ul>
            </Alert>
        }
    })
}

fn words(l: Lang, signed_in: bool) -> EditorWords {
    EditorWords {
        chips: t::chips(l).to_owned(),
        added: t::added(l).to_owned(),
        taken_out: t::taken_out_dates(l).to_owned(),
        ways: t::ways(l).to_owned(),
        way: t::way(l).to_owned(),
        show: t::show(l).to_owned(),
        send: if signed_in {
            t::send(l)
        } else {
            t::sign_in_and_send(l)
        }
        .to_owned(),
        offline: t::offline(l).to_owned(),
    }
}
