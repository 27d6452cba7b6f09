//! Organisations: the list, and a new one.

use super::{
    filled::Filled,
    frame::{Answer, ManagePage},
    organisation::OrganisationFields,
};
use crate::{
    context::use_request,
    page::load,
    texts::{
        Lang, kinds,
        manage::{common, people as t},
    },
    ui::{
        Button, ButtonKind, Crumb, EmptyState, ErrorSummary, Field, Icon, LinkButton, Pagination, PostForm,
        Select, SelectOption, Tab, TableFrame, Tabs, Tag, Tone,
    },
};
use ledig_domain::people::{ApplicantKind, PriceGroup, Standing};
use ledig_service::{
    access::{Action, Thing},
    people::organisations::{OrganisationFilter, OrganisationForm, OrganisationRow},
};
use leptos::prelude::*;

/// The tabs of organisations and staff.
pub fn tabs(l: Lang, staff: bool) -> Vec<Tab> {
    vec![
        Tab {
            label: t::organisations(l).to_owned(),
            href: "/forvaltning/folk".to_owned(),
            current: !staff,
        },
        Tab {
            label: t::staff(l).to_owned(),
            href: "/forvaltning/ansatte".to_owned(),
            current: staff,
        },
    ]
}

/// The list.
#[component]
pub fn Organisations() -> impl IntoView {
    let request = use_request();
    load(async move {
        let query = &request.query;
        let filter = OrganisationFilter {
            text: query.get("tekst").unwrap_or_default().to_owned(),
            kind: query.get("type").and_then(ApplicantKind::from_code),
            standing: query.get("status").and_then(Standing::from_code),
            page: query.read::<u32>("side").unwrap_or(1).saturating_sub(1),
        };
        let list = request.service.organisations(&request.viewer, &filter).await?;
        let lang = request.lang;
        let pages = list.total.div_ceil(list.per_page.max(1)) as usize;
        let page = filter.page as usize + 1;
        let rows = list.rows;
        Ok(view! {
            <ManagePage title=t::organisations(lang)>
                <Answer title=t::organisations(lang) lead=t::organisations_answer(lang, list.total)>
                    {list
                        .may_edit
                        .then(|| {
                            view! {
                                <LinkButton href="/forvaltning/folk/ny" icon=Icon::Plus>
                                    {t::new_organisation(lang)}
                                </LinkButton>
                            }
                        })}
                </Answer>
                <Tabs label=t::views(lang) tabs=tabs(lang, false) />
                <Filters lang filter=filter.clone() />
                {if rows.is_empty() {
                    view! {
                        <EmptyState title=t::none(lang) icon=Icon::PersonGroup>
                            <p>{t::none_text(lang)}</p>
                        </EmptyState>
                    }
                        .into_any()
                } else {
                    view! { <Rows lang rows /> }.into_any()
                }}
                <Pagination lang path="/forvaltning/folk" query=request.query.clone() page pages />
            </ManagePage>
        })
    })
}

#[component]
fn Filters(lang: Lang, filter: OrganisationFilter) -> impl IntoView {
    let mut types = vec![SelectOption::new("", common::all(lang))];
    types.extend(
        ApplicantKind::ALL
            .iter()
            .map(|kind| SelectOption::new(kind.code(), kinds::applicant(lang, *kind))),
    );
    let mut standings = vec![SelectOption::new("", common::all(lang))];
    standings.extend(
        Standing::ALL
            .iter()
            .map(|one| SelectOption::new(one.code(), kinds::standing(lang, *one))),
    );
    view! {
        <form method="get" action="/forvaltning/folk" class="filters" role="search">
            <Field
                name="tekst"
                kind="search"
                label=common::search_text(lang)
                value=filter.text
                placeholder=t::search_hint(lang)
            />
            <Select
                name="type"
                label=t::kind(lang)
                options=types
                value=filter.kind.map(ApplicantKind::code).unwrap_or_default()
            />
            <Select
                name="status"
                label=t::standing(lang)
                options=standings
                value=filter.standing.map(Standing::code).unwrap_or_default()
            />
            <Button kind=ButtonKind::Secondary icon=Icon::Filter>{common::filter(lang)}</Button>
        </form>
    }
}

#[component]
fn Rows(lang: Lang, rows: Vec<OrganisationRow>) -> impl IntoView {
    view! {
        <TableFrame caption=t::organisations(lang)>
            <thead>
                <tr>
                    <th scope="col">{common::name(lang)}</th>
                    <th scope="col">{t::kind(lang)}</th>
                    <th scope="col">{t::standing(lang)}</th>
                    <th scope="col">{t::price_group(lang)}</th>
                    <th scope="col" class="number">{t::members_short(lang)}</th>
                    <th scope="col" class="number">{t::teams(lang)}</th>
                </tr>
            </thead>
            <tbody>
                {rows
                    .into_iter()
                    .map(|row| {
                        view! {
                            <tr>
                                <th scope="row">
                                    <a class="ds-link" href=format!("/forvaltning/folk/{}", row.id)>{row.name}</a>
                                    <span class="note">{row.activities}</span>
                                </th>
                                <td>{kinds::applicant(lang, row.kind)}</td>
                                <td>
                                    <Tag tone=tone(row.standing)>{kinds::standing(lang, row.standing)}</Tag>
                                </td>
                                <td>{kinds::price_group(lang, row.price_group)}</td>
                                <td class="number">{row.members}</td>
                                <td class="number">{row.teams}</td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </TableFrame>
    }
}

/// How a standing looks.
pub const fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Approved => Tone::Success,
        Standing::Pending => Tone::Warning,
        Standing::Suspended => Tone::Danger,
        Standing::Dissolved => Tone::Neutral,
    }
}

/// A new organisation.
#[component]
pub fn NewOrganisation() -> impl IntoView {
    let request = use_request();
    load(async move {
        request
            .viewer
            .may(Action::EditOrganisation, &Thing::MUNICIPALITY)?;
        let lang = request.lang;
        let filled = Filled::of(&request, "organisation");
        let form = OrganisationForm {
            name: String::new(),
            kind: ApplicantKind::Association,
            number: String::new(),
            activities: String::new(),
            home_area: String::new(),
            standing: Standing::Approved,
            price_group: PriceGroup::Voluntary,
        };
        let crumbs = vec![
            Crumb::link(t::organisations(lang), "/forvaltning/folk"),
            Crumb::here(t::new_organisation(lang)),
        ];
        Ok(view! {
            <ManagePage title=t::new_organisation(lang) crumbs narrow=true>
                <Answer title=t::new_organisation(lang) />
                <PostForm action="/forvaltning/folk/lagre" class="stack form">
                    <ErrorSummary lang faults=filled.faults() />
                    <OrganisationFields lang filled form version=0 />
                    <div class="actions">
                        <Button>{common::save(lang)}</Button>
                        <LinkButton href="/forvaltning/folk" kind=ButtonKind::Secondary>
                            {common::undo_choice(lang)}
                        </LinkButton>
                    </div>
                </PostForm>
            </ManagePage>
        })
    })
}
