//! Who may act for an organisation.

use crate::{
    context::RequestContext,
    pages::manage::filled::Filled,
    texts::{
        Lang, day, kinds,
        manage::{common, people as t},
    },
    ui::{
        Button, ButtonKind, Details, ErrorSummary, Field, PostForm, Section, Select, SelectOption, TableFrame,
    },
};
use ledig_domain::{people::MembershipRole, time::local_date};
use ledig_service::people::organisations::{Member, OrganisationPage};
use leptos::prelude::*;

/// The members, and a new one.
#[component]
pub fn Members(request: RequestContext, page: OrganisationPage) -> impl IntoView {
    let lang = request.lang;
    let at = format!("/forvaltning/folk/{}", page.id);
    let zone = request.service.zone();
    let may = page.may_edit_members;
    let rows = page
        .members
        .into_iter()
        .map(|member| {
            let since = day::day_month_year(lang, local_date(member.since, zone));
            view! { <Row lang member since at=at.clone() may /> }
        })
        .collect::<Vec<_>>();
    let filled = Filled::of(&request, "member");
    view! {
        <Section title=t::members(lang) id="medlemmer">
            {(!rows.is_empty())
                .then(|| {
                    view! {
                        <TableFrame caption=t::members(lang)>
                            <thead>
                                <tr>
                                    <th scope="col">{common::name(lang)}</th>
                                    <th scope="col">{t::email(lang)}</th>
                                    <th scope="col">{t::role(lang)}</th>
                                    <th scope="col">{t::since(lang)}</th>
                                    {may
                                        .then(|| {
                                            view! {
                                                <th scope="col">
                                                    <span class="ds-sr-only">{t::act(lang)}</span>
                                                </th>
                                            }
                                        })}
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </TableFrame>
                    }
                })}
            {may
                .then(|| {
                    view! {
                        <Details summary=t::add_member(lang) open=filled.returned()>
                            <PostForm action=format!("{at}/medlem") class="stack form">
                                <input type="hidden" name="form" value="member" />
                                <ErrorSummary lang faults=filled.faults() />
                                <PersonFields lang filled=filled.clone() roles=roles(lang) />
                                <Button>{t::add_member(lang)}</Button>
                            </PostForm>
                        </Details>
                    }
                })}
        </Section>
    }
}

fn roles(l: Lang) -> Vec<SelectOption> {
    [
        (MembershipRole::Booker, t::role_booker(l)),
        (MembershipRole::Leader, t::role_leader(l)),
        (MembershipRole::Coach, t::role_coach(l)),
    ]
    .into_iter()
    .map(|(role, label)| SelectOption::new(role.code(), label))
    .collect()
}

/// E-mail, name and role of somebody who gets access.
#[component]
pub fn PersonFields(lang: Lang, filled: Filled, roles: Vec<SelectOption>) -> impl IntoView {
    view! {
        <p class="note">{t::add_note(lang)}</p>
        <div class="row">
            <Field
                name="email"
                kind="email"
                label=t::email(lang)
                value=filled.text("email", "")
                fault=filled.fault("email")
                autocomplete="off"
                required=true
            />
            <Field
                name="name"
                label=t::person_name(lang)
                hint=t::person_name_hint(lang)
                value=filled.text("name", "")
                fault=filled.fault("name")
                autocomplete="off"
            />
        </div>
        <Select
            name="role"
            label=t::role(lang)
            options=roles
            value=filled.text("role", "")
            fault=filled.fault("role")
        />
    }
}

#[component]
fn Row(lang: Lang, member: Member, since: String, at: String, may: bool) -> impl IntoView {
    let remove = may.then(|| {
        view! {
            <td>
                <Remove lang name=member.name.clone()>
                    <PostForm action=format!("{at}/medlem/fjern")>
                        <input type="hidden" name="person" value=member.person.to_string() />
                        <Button kind=ButtonKind::Danger>{t::remove_yes(lang)}</Button>
                    </PostForm>
                </Remove>
            </td>
        }
    });
    view! {
        <tr>
            <th scope="row">{member.name.clone()}</th>
            <td>
                <a class="ds-link" href=format!("mailto:{}", member.email)>{member.email.clone()}</a>
            </td>
            <td>{kinds::membership_role(lang, member.role)}</td>
            <td>{since}</td>
            {remove}
        </tr>
    }
}

/// Folds out to the last step before somebody's access is taken.
#[component]
pub fn Remove(lang: Lang, name: String, children: Children) -> impl IntoView {
    view! {
        <details class="remove">
            <summary class="ds-link">
                {common::remove(lang)} <span class="ds-sr-only">" " {name.clone()}</span>
            </summary>
            <p>{t::remove_sure(lang, &name)}</p>
            {children()}
        </details>
    }
}
