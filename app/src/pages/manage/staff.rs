//! The municipality's staff: who has which role where.

use super::{
    filled::Filled,
    frame::{Answer, ManagePage},
    organisations::tabs,
    people::{GiveAccess, GivePassword, Holder, Holders, Remove, password_note},
};
use crate::{
    context::{RequestContext, use_request},
    page::load,
    texts::{Lang, kinds, manage::people as t},
    ui::{Button, ButtonKind, PostForm, Select, SelectOption, Tabs},
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
        let may = page.may_edit;
        let count = page.staff.len();
        let rows: Vec<Holder> = page
            .staff
            .into_iter()
            .map(|member| Holder {
                act: may.then(|| act(lang, &member)),
                note: password_note(lang, member.password).filter(|_| may),
                name: member.name,
                email: member.email,
                role: kinds::staff_role(lang, member.post.role).to_owned(),
                scope: member
                    .facility_name
                    .unwrap_or_else(|| t::everywhere(lang).to_owned()),
            })
            .collect();
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
                <Holders lang caption=t::staff(lang) scope=t::holds_for(lang) rows />
                {may.then(|| view! { <Give request places /> })}
            </ManagePage>
        })
    })
}

/// A new role.
#[component]
fn Give(request: RequestContext, places: Vec<SelectOption>) -> impl IntoView {
    let lang = request.lang;
    let filled = Filled::of(&request, "staff");
    let (place, fault) = (filled.text("facility", ""), filled.fault("facility"));
    view! {
        <GiveAccess
            lang
            filled
            form="staff"
            title=t::add_staff(lang)
            action="/forvaltning/ansatte/legg-til"
            roles=roles(lang)
        >
            <Select name="facility" label=t::holds_for(lang) options=places value=place fault=fault />
        </GiveAccess>
    }
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

/// A new one-time password, or taking the role away.
fn act(lang: Lang, member: &StaffMember) -> AnyView {
    let password = member.may_give_password.then(|| {
        let who = (member.person, member.name.clone(), member.email.clone());
        view! { <GivePassword lang action="/forvaltning/ansatte/passord" who /> }
    });
    view! {
        {password}
        {remove(lang, member)}
    }
    .into_any()
}

/// Taking the role away, confirmed in place; the only administrator stays.
fn remove(lang: Lang, member: &StaffMember) -> AnyView {
    if member.last_administrator {
        return view! { <span class="note">{t::last_administrator(lang)}</span> }.into_any();
    }
    let facility = member.post.facility.map(|id| id.to_string());
    let (person, role) = (member.person.to_string(), member.post.role.code());
    view! {
        <Remove lang name=member.name.clone()>
            <PostForm action="/forvaltning/ansatte/fjern">
                <input type="hidden" name="person" value=person />
                <input type="hidden" name="role" value=role />
                <input type="hidden" name="facility" value=facility />
                <Button kind=ButtonKind::Danger>{t::remove_yes(lang)}</Button>
            </PostForm>
        </Remove>
    }
    .into_any()
}
