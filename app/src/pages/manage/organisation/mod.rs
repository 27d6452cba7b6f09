//! An organisation: its facts, its members, its teams.

mod members;
mod teams;

use super::{
    filled::Filled,
    frame::{Answer, ManagePage},
    id_of,
    organisations::tone,
};
use crate::{
    context::use_request,
    page::load,
    texts::{
        Lang, kinds,
        manage::{common, people as t},
    },
    ui::{Button, Crumb, ErrorSummary, Facts, Field, PostForm, Section, Select, SelectOption, Tag, TextArea},
};
use ledig_domain::{
    id::OrganisationId,
    people::{ApplicantKind, PriceGroup, Standing},
};
use ledig_service::people::organisations::{OrganisationForm, OrganisationPage};
use leptos::prelude::*;
use members::Members;
use teams::Teams;

/// The page of an organisation.
#[component]
pub fn OrganisationEdit() -> impl IntoView {
    let request = use_request();
    let id = id_of::<OrganisationId>();
    load(async move {
        let page = request.service.organisation(&request.viewer, id?).await?;
        let lang = request.lang;
        let name = page.form.name.clone();
        let crumbs = vec![
            Crumb::link(t::organisations(lang), "/forvaltning/folk"),
            Crumb::here(&name),
        ];
        let form = page.form.clone();
        let facts = if page.may_edit {
            let filled = Filled::of(&request, "organisation");
            view! {
                <PostForm action="/forvaltning/folk/lagre" class="stack form">
                    <input type="hidden" name="id" value=page.id.to_string() />
                    <ErrorSummary lang faults=filled.faults() />
                    <OrganisationFields lang filled form=form version=page.version />
                    <div class="actions">
                        <Button>{common::save(lang)}</Button>
                    </div>
                </PostForm>
            }
            .into_any()
        } else {
            view! { <Told lang page=page.clone() /> }.into_any()
        };
        Ok(view! {
            <ManagePage title=name.clone() crumbs narrow=true>
                <Answer title=name lead=t::members_answer(lang, page.members.len())>
                    <Tag tone=tone(page.form.standing)>{kinds::standing(lang, page.form.standing)}</Tag>
                </Answer>
                <Members request=request.clone() page=page.clone() />
                <Teams request=request.clone() page=page.clone() />
                <Section title=t::facts(lang)>{facts}</Section>
            </ManagePage>
        })
    })
}

/// The facts, for those who may not change them.
#[component]
fn Told(lang: Lang, page: OrganisationPage) -> impl IntoView {
    let form = page.form;
    let facts = [
        (t::kind(lang), kinds::applicant(lang, form.kind).to_owned()),
        (t::number(lang), form.number),
        (t::activities(lang), form.activities),
        (t::home_area(lang), form.home_area),
        (
            t::price_group(lang),
            kinds::price_group(lang, form.price_group).to_owned(),
        ),
        (t::source(lang), page.source),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, fact)| !fact.is_empty())
        .map(|(name, fact)| (name.to_owned(), fact.into_any()))
        .collect::<Vec<_>>();
    view! { <Facts facts /> }
}

/// The fields of an organisation.
#[component]
pub fn OrganisationFields(lang: Lang, filled: Filled, form: OrganisationForm, version: i64) -> impl IntoView {
    let line = |name: &'static str, label: &'static str, stored: String, hint: Option<&'static str>| {
        let hint = filled.stored(name, &stored).or(hint.map(ToOwned::to_owned));
        let value = filled.text(name, stored);
        view! { <Field name=name label=label value=value hint=hint fault=filled.fault(name) /> }
    };
    let choice = |name: &'static str,
                  label: &'static str,
                  options: Vec<SelectOption>,
                  stored: &'static str| {
        let told = options
            .iter()
            .find(|one| one.value == stored)
            .map(|one| one.label.clone());
        let hint = filled
            .stored(name, stored)
            .and(told)
            .map(|told| common::stored_now(lang, &told));
        let value = filled.text(name, stored);
        view! { <Select name=name label=label options=options value=value hint=hint fault=filled.fault(name) /> }
    };
    let types = ApplicantKind::ALL
        .iter()
        .filter(|kind| **kind != ApplicantKind::Private)
        .map(|kind| SelectOption::new(kind.code(), kinds::applicant(lang, *kind)))
        .collect();
    let standings = Standing::ALL
        .iter()
        .map(|one| SelectOption::new(one.code(), kinds::standing(lang, *one)))
        .collect();
    let prices = PriceGroup::ALL
        .iter()
        .map(|one| SelectOption::new(one.code(), kinds::price_group(lang, *one)))
        .collect();
    view! {
        <input type="hidden" name="form" value="organisation" />
        <input type="hidden" name="version" value=version.to_string() />
        {line("name", common::name(lang), form.name, None)}
        <div class="row">
            {choice("kind", t::kind(lang), types, form.kind.code())}
            {line("number", t::number(lang), form.number, Some(t::number_hint(lang)))}
        </div>
        <TextArea
            name="activities"
            label=t::activities(lang)
            rows=2
            hint=filled.stored("activities", &form.activities)
            value=filled.text("activities", form.activities)
            fault=filled.fault("activities")
        />
        {line("home_area", t::home_area(lang), form.home_area, None)}
        <p class="note">{t::standing_hint(lang)}</p>
        <div class="row">
            {choice("standing", t::standing(lang), standings, form.standing.code())}
            {choice("price_group", t::price_group(lang), prices, form.price_group.code())}
        </div>
    }
}
