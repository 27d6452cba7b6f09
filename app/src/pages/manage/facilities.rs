//! The facilities to edit, and a new one.

use super::{
    facility::FacilityFields,
    filled::Filled,
    frame::{Answer, ManagePage},
};
use crate::{
    context::use_request,
    page::load,
    texts::{
        Lang,
        manage::{common, places as t},
    },
    ui::{Button, ButtonKind, Crumb, EmptyState, Field, Icon, LinkButton, PostForm, TableFrame, Tag, Tone},
};
use ledig_service::{
    access::{Action, Thing},
    manage::{FacilityForm, ManagedFacility},
};
use leptos::prelude::*;

/// The list.
#[component]
pub fn Facilities() -> impl IntoView {
    let request = use_request();
    load(async move {
        let all = request.service.managed_facilities(&request.viewer).await?;
        let lang = request.lang;
        let may_create = request.viewer.can(Action::CreateFacility, &Thing::MUNICIPALITY);
        let used: Vec<&ManagedFacility> = all.iter().filter(|one| !one.retired).collect();
        let answer = t::answer(lang, used.len(), used.iter().map(|one| one.spaces).sum());
        let text = request.query.get("tekst").unwrap_or_default().to_owned();
        let wanted = text.to_lowercase();
        let found: Vec<ManagedFacility> = all
            .iter()
            .filter(|one| {
                format!("{} {}", one.name, one.district)
                    .to_lowercase()
                    .contains(&wanted)
            })
            .cloned()
            .collect();
        let empty = if all.is_empty() {
            t::none_text(lang)
        } else {
            t::none_found(lang)
        };
        Ok(view! {
            <ManagePage title=t::title(lang)>
                <Answer title=t::title(lang) lead=answer>
                    {may_create
                        .then(|| {
                            view! {
                                <LinkButton href="/forvaltning/anlegg/nytt" icon=Icon::Plus>
                                    {t::new_facility(lang)}
                                </LinkButton>
                            }
                        })}
                </Answer>
                <form method="get" action="/forvaltning/anlegg" class="filters" role="search">
                    <Field name="tekst" kind="search" label=common::search_text(lang) value=text />
                    <Button kind=ButtonKind::Secondary icon=Icon::Filter>{common::filter(lang)}</Button>
                </form>
                {if found.is_empty() {
                    view! {
                        <EmptyState title=t::none(lang) icon=Icon::LocationPin>
                            <p>{empty}</p>
                        </EmptyState>
                    }
                        .into_any()
                } else {
                    view! { <List lang found /> }.into_any()
                }}
            </ManagePage>
        })
    })
}

#[component]
fn List(lang: Lang, found: Vec<ManagedFacility>) -> impl IntoView {
    view! {
        <TableFrame caption=t::title(lang)>
            <thead>
                <tr>
                    <th scope="col">{common::name(lang)}</th>
                    <th scope="col">{t::col_district(lang)}</th>
                    <th scope="col" class="number">{t::col_spaces(lang)}</th>
                </tr>
            </thead>
            <tbody>
                {found
                    .into_iter()
                    .map(|one| {
                        view! {
                            <tr>
                                <th scope="row">
                                    <a class="ds-link" href=format!("/forvaltning/anlegg/{}", one.id)>{one.name}</a>
                                    {one.retired.then(|| view! { " " <Tag>{t::retired(lang)}</Tag> })}
                                    {(!one.may_edit)
                                        .then(|| view! { " " <Tag tone=Tone::Neutral>{t::only_look(lang)}</Tag> })}
                                </th>
                                <td>{one.district}</td>
                                <td class="number">{one.spaces}</td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </TableFrame>
    }
}

/// A new facility.
#[component]
pub fn NewFacility() -> impl IntoView {
    let request = use_request();
    load(async move {
        request.viewer.may(Action::CreateFacility, &Thing::MUNICIPALITY)?;
        let lang = request.lang;
        let filled = Filled::of(&request, "facility");
        let crumbs = vec![
            Crumb::link(t::title(lang), "/forvaltning/anlegg"),
            Crumb::here(t::new_facility(lang)),
        ];
        Ok(view! {
            <ManagePage title=t::new_facility(lang) crumbs narrow=true>
                <Answer title=t::new_facility(lang) />
                <PostForm action="/forvaltning/anlegg/nytt" class="stack form">
                    <FacilityFields lang filled form=FacilityForm::default() version=0 />
                    <div class="actions">
                        <Button>{common::save(lang)}</Button>
                        <LinkButton href="/forvaltning/anlegg" kind=ButtonKind::Secondary>
                            {common::undo_choice(lang)}
                        </LinkButton>
                    </div>
                </PostForm>
            </ManagePage>
        })
    })
}
