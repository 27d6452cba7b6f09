//! A space to edit, and a new one.

use super::{
    facility::{Retire, WheelchairSelect},
    filled::Filled,
    frame::{Answer, ManagePage},
    id_of,
};
use crate::{
    context::use_request,
    page::load,
    texts::{
        Lang, kinds,
        manage::{common, places as t},
    },
    ui::{
        Button, ButtonKind, Checkbox, Crumb, ErrorSummary, Field, Icon, LinkButton, PostForm, Section,
        Select, SelectOption, Tag, TextArea, Tone,
    },
};
use ledig_domain::{
    id::{FacilityId, SpaceId},
    space::SpaceKind,
};
use ledig_service::{
    manage::{ManagedSpace, SpaceForm},
    names::by_name,
    places::Wheelchair,
};
use leptos::prelude::*;

/// The way here.
pub fn crumbs(l: Lang, facility: FacilityId, facility_name: &str, last: &str) -> Vec<Crumb> {
    vec![
        Crumb::link(t::title(l), "/forvaltning/anlegg"),
        Crumb::link(facility_name, format!("/forvaltning/anlegg/{facility}")),
        Crumb::here(last),
    ]
}

/// The editor of a space.
#[component]
pub fn SpaceEdit() -> impl IntoView {
    let request = use_request();
    let id = id_of::<SpaceId>();
    load(async move {
        let editor = request.service.space_editor(&request.viewer, id?).await?;
        let lang = request.lang;
        let name = editor.form.name.clone();
        let at = format!("/forvaltning/del/{}", editor.id);
        let filled = Filled::of(&request, "space");
        let public = format!("/anlegg/{}/{}", editor.facility_slug, editor.slug);
        let (save, retire) = (format!("{at}/lagre"), format!("{at}/bruk"));
        Ok(view! {
            <ManagePage
                title=name.clone()
                crumbs=crumbs(lang, editor.facility, &editor.facility_name, &name)
                narrow=true
            >
                <Answer title=name>
                    {editor.retired.then(|| view! { <Tag tone=Tone::Warning>{t::retired(lang)}</Tag> })}
                    <LinkButton href=public kind=ButtonKind::Tertiary icon=Icon::ExternalLink>
                        {t::public_page(lang)}
                    </LinkButton>
                </Answer>
                <nav class="ways" aria-label=t::more(lang)>
                    <LinkButton href=format!("{at}/apningstid") kind=ButtonKind::Secondary icon=Icon::Clock>
                        {t::hours(lang)}
                    </LinkButton>
                    <LinkButton href=format!("{at}/regler") kind=ButtonKind::Secondary icon=Icon::Tasklist>
                        {t::booking_rules(lang)}
                    </LinkButton>
                    <LinkButton
                        href=format!("/forvaltning/anlegg/{}/stenging?del={}", editor.facility, editor.id)
                        kind=ButtonKind::Secondary
                        icon=Icon::PadlockLocked
                    >
                        {t::closures(lang)}
                    </LinkButton>
                </nav>
                <Section title=t::space_facts(lang)>
                    <PostForm action=save class="stack form">
                        <ErrorSummary lang faults=filled.faults() />
                        <SpaceFields
                            lang
                            filled
                            form=editor.form.clone()
                            version=editor.version
                            parents=editor.parents.clone()
                        />
                        <div class="actions">
                            <Button>{common::save(lang)}</Button>
                        </div>
                    </PostForm>
                </Section>
                <Retire
                    lang
                    action=retire
                    version=editor.version
                    retired=editor.retired
                    note=t::retire_space_note(lang)
                />
            </ManagePage>
        })
    })
}

/// A new space in a facility; `i` in the address is the space that it is a part of.
#[component]
pub fn NewSpace() -> impl IntoView {
    let request = use_request();
    let id = id_of::<FacilityId>();
    load(async move {
        let editor = request.service.facility_editor(&request.viewer, id?).await?;
        let lang = request.lang;
        let filled = Filled::of(&request, "space");
        let parent: Option<SpaceId> = request.query.read("i");
        let within = editor.spaces.iter().find(|space| Some(space.id) == parent);
        let siblings = editor
            .spaces
            .iter()
            .filter(|space| space.parent == parent)
            .count();
        let form = SpaceForm {
            name: String::new(),
            kind: within.map_or(SpaceKind::SportsHall, |space| space.kind),
            parent,
            capacity: None,
            size_m2: None,
            equipment: Vec::new(),
            wheelchair: Wheelchair::Unknown,
            bookable: true,
            assumption: String::new(),
            sort: u32::try_from(siblings).unwrap_or(0),
        };
        let title = within.map_or_else(
            || t::new_space(lang).to_owned(),
            |space| t::add_part(lang, &space.name),
        );
        let at = format!("/forvaltning/anlegg/{}", editor.id);
        let parents = editor
            .spaces
            .iter()
            .filter(|space| !space.retired)
            .cloned()
            .collect();
        Ok(view! {
            <ManagePage
                title=title.clone()
                crumbs=crumbs(lang, editor.id, &editor.form.name, &title)
                narrow=true
            >
                <Answer title=title />
                <PostForm action=format!("{at}/ny-del") class="stack form">
                    <ErrorSummary lang faults=filled.faults() />
                    <SpaceFields lang filled form version=0 parents />
                    <div class="actions">
                        <Button>{common::save(lang)}</Button>
                        <LinkButton href=at.clone() kind=ButtonKind::Secondary>
                            {common::undo_choice(lang)}
                        </LinkButton>
                    </div>
                </PostForm>
            </ManagePage>
        })
    })
}

#[component]
fn SpaceFields(
    lang: Lang,
    filled: Filled,
    form: SpaceForm,
    version: i64,
    parents: Vec<ManagedSpace>,
) -> impl IntoView {
    let mut types: Vec<SelectOption> = SpaceKind::ALL
        .iter()
        .map(|kind| SelectOption::new(kind.code(), kinds::space(lang, *kind)))
        .collect();
    types.sort_by(|a, b| by_name(&a.label, &b.label));
    let mut wholes = vec![SelectOption::new("", t::parent_none(lang))];
    wholes.extend(parents.into_iter().map(|space| {
        let indent = "– ".repeat(usize::from(space.depth));
        SelectOption::new(space.id.to_string(), format!("{indent}{}", space.name))
    }));
    let parent = form.parent.map(|id| id.to_string()).unwrap_or_default();
    let number =
        |name: &'static str, label: &'static str, stored: Option<u32>, hint: Option<&'static str>| {
            let stored = stored.map(|n| n.to_string()).unwrap_or_default();
            let hint = filled.stored(name, &stored).or(hint.map(ToOwned::to_owned));
            view! {
                <Field
                    name=name
                    label=label
                    inputmode="numeric"
                    hint=hint
                    value=filled.text(name, stored)
                    fault=filled.fault(name)
                />
            }
        };
    let equipment = form.equipment.join("\n");
    view! {
        <input type="hidden" name="form" value="space" />
        <input type="hidden" name="version" value=version.to_string() />
        <Field
            name="name"
            label=common::name(lang)
            hint=filled.stored("name", &form.name)
            value=filled.text("name", form.name.clone())
            fault=filled.fault("name")
            required=true
        />
        <div class="row">
            <Select
                name="kind"
                label=t::kind(lang)
                options=types
                value=filled.text("kind", form.kind.code())
                fault=filled.fault("kind")
            />
            <Select
                name="parent"
                label=t::parent(lang)
                options=wholes
                value=filled.text("parent", parent)
                fault=filled.fault("parent")
            />
        </div>
        <div class="row">
            {number("capacity", t::capacity(lang), form.capacity, None)}
            {number("size_m2", t::size(lang), form.size_m2, None)}
            {number("sort", t::sort(lang), Some(form.sort), Some(t::sort_hint(lang)))}
        </div>
        <TextArea
            name="equipment"
            label=t::equipment(lang)
            hint=filled.stored("equipment", &equipment).unwrap_or_else(|| t::equipment_hint(lang).to_owned())
            value=filled.text("equipment", equipment)
            fault=filled.fault("equipment")
        />
        <WheelchairSelect lang filled=filled.clone() stored=form.wheelchair />
        <Checkbox
            name="bookable"
            label=t::bookable(lang)
            hint=t::bookable_hint(lang)
            checked=filled.ticked("bookable", form.bookable)
        />
        <Field
            name="assumption"
            label=t::assumption(lang)
            hint=filled.stored("assumption", &form.assumption).unwrap_or_else(|| t::assumption_hint(lang).to_owned())
            value=filled.text("assumption", form.assumption)
            fault=filled.fault("assumption")
        />
    }
}
