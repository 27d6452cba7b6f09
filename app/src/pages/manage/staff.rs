//! The municipality's staff: who has which role where.

use super::{
    filled::Filled,
    frame::{Answer, ManagePage},
    organisation::{PersonFields, Remove},
    organisations::tabs,
};
use crate::{
    context::use_request,
    page::load,
    texts::{
        Lang, kinds,
        manage::{common, people as t},
    },
    ui::{Button, ButtonKind, Details, ErrorSummary, PostForm, Select, SelectOption, TableFrame, Tabs},
};
use ledig_domain::people::StaffRole;
use ledig_service::people::staff::StaffMember;
use leptos::prelude::*;

/// The roles, and a new one.
#[component]
pub fn Staff() -> impl IntoView {
    let request = use_request();
    load(async move {
        let page = request.service.staff(&request.viewer).await?;
        let lang = request.lang;
        let filled = Filled::of(&request, "staff");
        let may = page.may_edit;
        let count = page.staff.len();
        let rows = page
            .staff
            .into_iter()
            .map(|member| view! { <Row lang member may /> })
            .collect_view();
        let mut places = vec![SelectOption::new("", t::everywhere(lang))];
        places.extend(
            page.facilities
                .into_iter()
                .map(|(id, name)| SelectOption::new(id.to_string(), name)),
        );
        Ok(view! {
            <ManagePage title=t::staff(lang) narrow=true>
                <Answer title=t::staff(lang) lead=t::staff_answer(lang, count) />
                <Tabs label=t::views(lang) tabs=tabs(lang, true) />
                <TableFrame caption=t::staff(lang)>
                    <thead>
                        <tr>
                            <th scope="col">{common::name(lang)}</th>
                            <th scope="col">{t::email(lang)}</th>
                            <th scope="col">{t::role(lang)}</th>
                            <th scope="col">{t::holds_for(lang)}</th>
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
                {may
                    .then(|| {
                        view! {
                            <Details summary=t::add_staff(lang) open=filled.returned() class="add">
                                <PostForm action="/forvaltning/ansatte/legg-til" class="stack form">
                                    <input type="hidden" name="form" value="staff" />
                                    <ErrorSummary lang faults=filled.faults() />
                                    <PersonFields lang filled=filled.clone() roles=roles(lang) />
                                    <Select
                                        name="facility"
                                        label=t::holds_for(lang)
                                        options=places
                                        value=filled.text("facility", "")
                                        fault=filled.fault("facility")
                                    />
                                    <Button>{t::add_staff(lang)}</Button>
                                </PostForm>
                            </Details>
                        }
                    })}
            </ManagePage>
        })
    })
}

fn roles(l: Lang) -> Vec<SelectOption> {
    [
        (StaffRole::FacilityManager, t::staff_manager(l)),
        (StaffRole::Caretaker, t::staff_caretaker(l)),
        (StaffRole::Viewer, t::staff_viewer(l)),
        (StaffRole::Administrator, t::staff_administrator(l)),
    ]
    .into_iter()
    .map(|(role, label)| SelectOption::new(role.code(), label))
    .collect()
}

#[component]
fn Row(lang: Lang, member: StaffMember, may: bool) -> impl IntoView {
    let place = member
        .facility_name
        .clone()
        .unwrap_or_else(|| t::everywhere(lang).to_owned());
    let remove = may.then(|| {
        let cell = if member.last_administrator {
            view! { <span class="note">{t::last_administrator(lang)}</span> }.into_any()
        } else {
            let facility = member.post.facility.map(|id| id.to_string());
            view! {
                <Remove lang name=member.name.clone()>
                    <PostForm action="/forvaltning/ansatte/fjern">
                        <input type="hidden" name="person" value=member.person.to_string() />
                        <input type="hidden" name="role" value=member.post.role.code() />
                        <input type="hidden" name="facility" value=facility />
                        <Button kind=ButtonKind::Danger>{t::remove_yes(lang)}</Button>
                    </PostForm>
                </Remove>
            }
            .into_any()
        };
        view! { <td>{cell}</td> }
    });
    view! {
        <tr>
            <th scope="row">{member.name.clone()}</th>
            <td>
                <a class="ds-link" href=format!("mailto:{}", member.email)>{member.email.clone()}</a>
            </td>
            <td>{kinds::staff_role(lang, member.post.role)}</td>
            <td>{place}</td>
            {remove}
        </tr>
    }
}
