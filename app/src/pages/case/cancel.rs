//! Choosing how much to cancel, before it is done.

use super::{contact, id, place};
use crate::{
    context::{RequestContext, use_request},
    page::{Page, Width, load},
    texts::{Lang, case as t, day, faults},
    ui::{Button, ButtonKind, Crumb, HiddenFields, LinkButton, PostForm, TextArea},
};
use ledig_domain::id::{LineId, RequestId};
use ledig_service::case::{
    cancel::CancelScope,
    page::{CaseLine, CasePage},
};
use leptos::prelude::*;

/// This date, this and the following, or all: with how many that is, and what it means.
#[component]
pub fn CancelDates() -> impl IntoView {
    let request = use_request();
    let case = id::<RequestId>("case");
    load(async move {
        let case = request.service.case(&request.viewer, case?).await?;
        Ok(page(request, case))
    })
}

fn page(request: RequestContext, case: CasePage) -> impl IntoView {
    let l = request.lang;
    let here = format!("/saker/{}", case.id);
    let crumbs = vec![
        Crumb::link(t::my_page(l), "/min-side"),
        Crumb::link(t::case_number(l, &case.number), here),
        Crumb::here(t::do_cancel(l)),
    ];
    let coming: Vec<CaseLine> = case
        .lines
        .iter()
        .filter(|line| line.may.cancel)
        .cloned()
        .collect();
    let wanted: Option<LineId> = request.query.read("dato");
    let chosen = coming
        .iter()
        .position(|line| Some(line.id) == wanted)
        .unwrap_or(0);
    let form = match coming.get(chosen) {
        Some(line) => form(&request, &case, &coming, chosen, line).into_any(),
        None => view! {
            <p class="lead">{t::nothing_to_cancel(l)}</p>
            <p>{t::too_late_ask(l)}</p>
            {contact(l, &case.contact)}
        }
        .into_any(),
    };
    view! {
        <Page title=t::cancel_title(l) width=Width::Reading crumbs=crumbs>
            <h1 class="ds-heading" data-size="lg">{t::cancel_title(l)}</h1>
            <p class="lead">{place(&case.space)}</p>
            {form}
        </Page>
    }
}

fn form(
    request: &RequestContext,
    case: &CasePage,
    coming: &[CaseLine],
    chosen: usize,
    line: &CaseLine,
) -> impl IntoView + use<> {
    let l = request.lang;
    let here = format!("/saker/{}", case.id);
    let asked = request.query.get("omfang").and_then(CancelScope::from_code);
    let scope = request
        .flash
        .value("omfang")
        .and_then(CancelScope::from_code)
        .or(asked);
    let scopes = scopes(l, coming.len(), chosen, line, scope.unwrap_or(CancelScope::One));
    let fault = request.flash.fault("reason").map(|fault| faults::fault(l, fault));
    let typed = request.flash.value("grunn").unwrap_or_default().to_owned();
    let label = if case.own {
        t::cancel_reason(l)
    } else {
        t::cancel_reason_staff(l)
    };
    let hidden = vec![("dato".to_owned(), line.id.to_string())];
    view! {
        <p>{t::cancel_text(l)}</p>
        <PostForm action=format!("{here}/avlys") class="stack">
            <HiddenFields fields=hidden />
            <fieldset class="ds-fieldset">
                <legend class="ds-sr-only">{t::cancel_title(l)}</legend>
                {scopes}
            </fieldset>
            <TextArea name="grunn" label=label value=typed fault=fault rows=2 />
            <div class="actions">
                <Button kind=ButtonKind::Danger>{t::cancel_go(l)}</Button>
                <LinkButton href=here kind=ButtonKind::Secondary>{t::keep_as_is(l)}</LinkButton>
            </div>
        </PostForm>
    }
}

fn scopes(l: Lang, all: usize, chosen: usize, line: &CaseLine, scope: CancelScope) -> impl IntoView + use<> {
    let when = day::date_times(l, line.date, line.times);
    let after = all - chosen - 1;
    let mut offered = vec![(CancelScope::One, t::scope_one(l, &when))];
    if after > 0 {
        let from = day::capital(&day::date(l, line.date));
        offered.push((CancelScope::Following, t::scope_following(l, after, &from)));
    }
    if all > 1 {
        offered.push((CancelScope::All, t::scope_all(l, all)));
    }
    offered
        .into_iter()
        .map(|(one, label)| {
            let id = format!("omfang-{}", one.code());
            view! {
                <div class="ds-field">
                    <input
                        class="ds-input"
                        type="radio"
                        name="omfang"
                        id=id.clone()
                        value=one.code()
                        checked=one == scope
                    />
                    <label class="ds-label" for=id>{label}</label>
                </div>
            }
        })
        .collect_view()
}
