//! Who may act for an organisation.

use crate::{
    context::RequestContext,
    pages::manage::{
        filled::Filled,
        people::{GiveAccess, Holder, Holders, Remove},
    },
    texts::{Lang, day, kinds, manage::people as t},
    ui::{Button, ButtonKind, PostForm, Section, SelectOption},
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
            act: may.then(|| remove(lang, &at, &member)),
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
                        />
                    }
                })}
        </Section>
    }
}

/// Taking the access away, confirmed in place.
fn remove(lang: Lang, at: &str, member: &Member) -> AnyView {
    let (action, person) = (format!("{at}/medlem/fjern"), member.person.to_string());
    view! {
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
