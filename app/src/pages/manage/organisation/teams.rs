//! The teams of an organisation.

use crate::{
    context::RequestContext,
    pages::manage::filled::Filled,
    texts::{
        Lang, kinds,
        manage::{common, people as t, words},
    },
    ui::{
        Button, ButtonKind, Checkbox, Details, ErrorSummary, Field, PostForm, Section, Select, SelectOption,
    },
};
use ledig_domain::people::Gender;
use ledig_service::people::{
    organisations::{OrganisationPage, Team},
    teams::TeamForm,
};
use leptos::prelude::*;

/// The teams, each with its form folded in, and a new one.
#[component]
pub fn Teams(request: RequestContext, page: OrganisationPage) -> impl IntoView {
    let lang = request.lang;
    let at = format!("/forvaltning/folk/{}", page.id);
    let may = page.may_edit_members;
    let none = page.teams.is_empty();
    let rows = page
        .teams
        .into_iter()
        .map(|team| view! { <TeamItem request=request.clone() team at=at.clone() may /> })
        .collect_view();
    let filled = Filled::of(&request, "team-new");
    let blank = TeamForm {
        name: String::new(),
        sport: String::new(),
        age_from: None,
        age_to: None,
        gender: Gender::Mixed,
        adapted: false,
        level: String::new(),
        size: None,
    };
    view! {
        <Section title=t::teams(lang) id="lag">
            {none.then(|| view! { <p class="quiet">{t::teams_none(lang)}</p> })}
            <div class="teams">{rows}</div>
            {may
                .then(|| {
                    view! {
                        <Details summary=t::team_new(lang) open=filled.returned()>
                            <PostForm action=format!("{at}/lag") class="stack form">
                                <input type="hidden" name="form" value="team-new" />
                                <TeamFields lang filled=filled.clone() form=blank key="new".to_owned() />
                                <Button>{common::save(lang)}</Button>
                            </PostForm>
                        </Details>
                    }
                })}
        </Section>
    }
}

#[component]
fn TeamItem(request: RequestContext, team: Team, at: String, may: bool) -> impl IntoView {
    let lang = request.lang;
    let about = about(lang, &team.form);
    if !may {
        return view! {
            <p>
                <strong>{team.form.name}</strong>
                " "
                <span class="note">{about}</span>
            </p>
        }
        .into_any();
    }
    let form_name = format!("team-{}", team.id);
    let filled = Filled::of(&request, &form_name);
    let open = filled.returned();
    view! {
        <Details summary=format!("{} · {about}", team.form.name) open>
            <PostForm action=format!("{at}/lag") class="stack form">
                <input type="hidden" name="form" value=form_name />
                <input type="hidden" name="team" value=team.id.to_string() />
                <input type="hidden" name="version" value=team.version.to_string() />
                <TeamFields lang filled form=team.form.clone() key=team.id.to_string() />
                <Button>{common::save(lang)}</Button>
            </PostForm>
            <PostForm action=format!("{at}/lag/legg-ned") class="actions">
                <input type="hidden" name="team" value=team.id.to_string() />
                <input type="hidden" name="version" value=team.version.to_string() />
                <Button kind=ButtonKind::Tertiary>{t::team_retire(lang)}</Button>
                <span class="note">{t::team_retire_note(lang)}</span>
            </PostForm>
        </Details>
    }
    .into_any()
}

fn about(l: Lang, form: &TeamForm) -> String {
    let mut parts = vec![kinds::gender(l, form.gender).to_owned()];
    if form.age_from.is_some() || form.age_to.is_some() {
        let age = |age: Option<u8>| age.map(|age| age.to_string()).unwrap_or_default();
        parts.push(t::ages(l, &age(form.age_from), &age(form.age_to)));
    }
    parts.extend((!form.sport.is_empty()).then(|| form.sport.clone()));
    parts.extend((!form.level.is_empty()).then(|| form.level.clone()));
    parts.extend(form.size.map(|n| words::persons(l, n)));
    parts.join(" · ")
}

#[component]
fn TeamFields(
    lang: Lang,
    filled: Filled,
    form: TeamForm,
    /// Tells the ids of one team's fields from another's.
    key: String,
) -> impl IntoView {
    let line = |name: &'static str, label: &'static str, stored: String, numeric: bool| {
        let hint = filled.stored(name, &stored);
        let value = filled.text(name, stored);
        let fault = filled.fault(name);
        let id = format!("{name}-{key}");
        view! { <Field name=name id=id label=label value hint fault inputmode=numeric.then_some("numeric") /> }
    };
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let genders = Gender::ALL
        .iter()
        .map(|one| SelectOption::new(one.code(), kinds::gender(lang, *one)))
        .collect::<Vec<_>>();
    let faults: Vec<(String, String)> = filled
        .faults()
        .into_iter()
        .map(|(name, text)| (format!("{name}-{key}"), text))
        .collect();
    view! {
        <ErrorSummary lang faults />
        <div class="fields">
            {line("name", t::team_name(lang), form.name.clone(), false)}
            {line("sport", t::sport(lang), form.sport.clone(), false)}
            {line("age_from", t::age_from(lang), number(form.age_from.map(u32::from)), true)}
            {line("age_to", t::age_to(lang), number(form.age_to.map(u32::from)), true)}
            <Select
                name="gender"
                id=format!("gender-{key}")
                label=t::gender(lang)
                options=genders
                value=filled.text("gender", form.gender.code())
                fault=filled.fault("gender")
            />
            {line("level", t::level(lang), form.level.clone(), false)}
            {line("size", t::size(lang), number(form.size), true)}
        </div>
        <Checkbox
            name="adapted"
            id=format!("adapted-{key}")
            label=t::adapted(lang)
            checked=filled.ticked("adapted", form.adapted)
        />
    }
}
