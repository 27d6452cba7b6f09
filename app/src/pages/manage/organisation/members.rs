//! Who may act for an organisation.

use crate::{
    context::RequestContext,
    pages::manage::{
        filled::Filled,
        people::{GiveAccess, GivePassword, Holder, Holders, Remove, password_note},
    },
    texts::{Lang, day, kinds, manage::people as t},
    ui::{Button, ButtonKind, Checkbox, Field, PostForm, Section, SelectOption},
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
    let rows: Vec<Holder> = page
        .members
        .into_iter()
        .map(|member| Holder {
            act: may.then(|| act(lang, &at, &member)),
            note: password_note(lang, member.password).filter(|_| may),
            name: member.name,
            email: member.email,
            role: kinds::membership_role(lang, member.role).to_owned(),
            scope: day::day_month_year(lang, local_date(member.since, zone)),
        })
        .collect();
    view! {
        <Section title=t::members(lang) id="medlemmer">
            {(!rows.is_empty())
                .then(|| view! { <Holders lang caption=t::members(lang) scope=t::since(lang) rows /> })}
            {may
                .then(|| {
                    view! {
                        <GiveAccess
                            lang
                            filled=Filled::of(&request, "member")
                            form="member"
                            title=t::add_member(lang)
                            action=format!("{at}/medlem")
                            roles=roles(lang)
                        >
                            <MinorFields lang filled=Filled::of(&request, "member") />
                        </GiveAccess>
                    }
                })}
        </Section>
    }
}

/// That somebody is under 18, and until when.
#[component]
fn MinorFields(lang: Lang, filled: Filled) -> impl IntoView {
    view! {
        <Checkbox name="minor" label=t::minor(lang) hint=t::minor_hint(lang) checked=filled.ticked("minor", false) />
        <Field
            name="minor_until"
            kind="date"
            label=t::minor_until(lang)
            hint=t::minor_until_hint(lang)
            value=filled.text("minor_until", "")
            fault=filled.fault("minor_until")
            autocomplete="off"
        />
    }
}

/// A new one-time password, or taking the access away; each confirmed in place.
fn act(lang: Lang, at: &str, member: &Member) -> AnyView {
    let (action, person) = (format!("{at}/medlem/fjern"), member.person.to_string());
    let password = member.may_give_password.then(|| {
        let who = (member.person, member.name.clone(), member.email.clone());
        view! { <GivePassword lang action=format!("{at}/passord") who /> }
    });
    view! {
        {password}
        <Remove lang name=member.name.clone()>
            <PostForm action>
                <input type="hidden" name="person" value=person />
                <Button kind=ButtonKind::Danger>{t::remove_yes(lang)}</Button>
            </PostForm>
        </Remove>
    }
    .into_any()
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
