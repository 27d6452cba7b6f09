//! A facility to edit: its spaces as a tree, its facts, and the way to hours, rules and closures.

use super::{
    filled::Filled,
    frame::{Answer, ManagePage},
    id_of,
};
use crate::{
    context::use_request,
    page::load,
    texts::{
        Lang, kinds,
        manage::{common, places as t, words},
    },
    ui::{
        Button, ButtonKind, Crumb, Details, ErrorSummary, Field, Icon, LinkButton, PostForm, Section, Select,
        SelectOption, Tag, TextArea, Tone,
    },
};
use ledig_domain::id::FacilityId;
use ledig_service::{
    manage::{FacilityEditor, FacilityForm, ManagedSpace},
    places::Wheelchair,
};
use leptos::prelude::*;

/// The editor.
#[component]
pub fn FacilityEdit() -> impl IntoView {
    let request = use_request();
    let id = id_of::<FacilityId>();
    load(async move {
        let editor = request.service.facility_editor(&request.viewer, id?).await?;
        let lang = request.lang;
        let name = editor.form.name.clone();
        let crumbs = vec![
            Crumb::link(t::title(lang), "/forvaltning/anlegg"),
            Crumb::here(&name),
        ];
        let at = format!("/forvaltning/anlegg/{}", editor.id);
        let filled = Filled::of(&request, "facility");
        let auto = format!("/forvaltning/regler?anlegg={}", editor.id);
        let ways = [
            (format!("{at}/apningstid"), Icon::Clock, t::hours(lang)),
            (format!("{at}/regler"), Icon::Tasklist, t::booking_rules(lang)),
            (format!("{at}/stenging"), Icon::PadlockLocked, t::closures(lang)),
            (auto, Icon::Cog, t::auto_rules(lang)),
        ];
        let public = format!("/anlegg/{}", editor.slug);
        let (save, retire) = (format!("{at}/lagre"), format!("{at}/bruk"));
        Ok(view! {
            <ManagePage title=name.clone() crumbs narrow=true>
                <Answer title=name>
                    {editor.retired.then(|| view! { <Tag tone=Tone::Warning>{t::retired(lang)}</Tag> })}
                    <LinkButton href=public
                        kind=ButtonKind::Tertiary
                        icon=Icon::ExternalLink
                    >
                        {t::public_page(lang)}
                    </LinkButton>
                </Answer>
                <nav class="ways" aria-label=t::more(lang)>
                    {ways
                        .into_iter()
                        .map(|(href, icon, label)| {
                            view! {
                                <LinkButton href=href kind=ButtonKind::Secondary icon=icon>
                                    {label}
                                </LinkButton>
                            }
                        })
                        .collect_view()}
                </nav>
                <Tree lang editor=editor.clone() />
                <Section title=t::facts(lang) id="om">
                    <PostForm action=save class="stack form">
                        <ErrorSummary lang faults=filled.faults() />
                        <FacilityFields lang filled form=editor.form.clone() version=editor.version />
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
                    note=t::retire_facility_note(lang)
                />
            </ManagePage>
        })
    })
}

/// The spaces, parts under their whole.
#[component]
fn Tree(lang: Lang, editor: FacilityEditor) -> impl IntoView {
    let new = format!("/forvaltning/anlegg/{}/ny-del", editor.id);
    view! {
        <Section title=t::spaces(lang) id="steder">
            <p class="note">{t::spaces_note(lang)}</p>
            <ul class="tree">
                {editor
                    .spaces
                    .into_iter()
                    .map(|space| view! { <Branch lang space new=new.clone() /> })
                    .collect_view()}
            </ul>
            <LinkButton href=new kind=ButtonKind::Secondary icon=Icon::Plus>
                {t::new_space(lang)}
            </LinkButton>
        </Section>
    }
}

#[component]
fn Branch(lang: Lang, space: ManagedSpace, new: String) -> impl IntoView {
    let at = format!("/forvaltning/del/{}", space.id);
    let mut notes = vec![kinds::space(lang, space.kind).to_owned()];
    notes.extend(space.capacity.map(|n| words::persons(lang, n)));
    notes.extend(space.own_hours.then(|| t::own_hours(lang).to_owned()));
    notes.extend(space.own_rules.then(|| t::own_rules(lang).to_owned()));
    notes.extend((!space.bookable).then(|| t::not_bookable(lang).to_owned()));
    let part = (!space.retired).then(|| {
        view! {
            <a
                class="ds-link tree__add"
                href=format!("{new}?i={}", space.id)
                aria-label=t::add_part(lang, &space.name)
            >
                {t::add_part_short(lang)}
            </a>
        }
    });
    view! {
        <li class=format!("tree__space tree__space--{}", space.depth.min(4))>
            <a class="ds-link" href=at>{space.name.clone()}</a>
            {space.retired.then(|| view! { <Tag tone=Tone::Warning>{t::retired(lang)}</Tag> })}
            <span class="note">{notes.join(" · ")}</span>
            {part}
        </li>
    }
}

/// The fields of a facility.
#[component]
pub fn FacilityFields(lang: Lang, filled: Filled, form: FacilityForm, version: i64) -> impl IntoView {
    let line = |name: &'static str, label: &'static str, stored: String, hint: Option<&'static str>| {
        let hint = filled.stored(name, &stored).or(hint.map(ToOwned::to_owned));
        let value = filled.text(name, stored);
        view! { <Field name=name label=label value=value hint=hint fault=filled.fault(name) /> }
    };
    let (latitude, longitude) = form
        .position
        .map(|(lat, lon)| (lat.to_string(), lon.to_string()))
        .unwrap_or_default();
    let hint = Some(t::position_hint(lang));
    view! {
        <input type="hidden" name="form" value="facility" />
        <input type="hidden" name="version" value=version.to_string() />
        {line("name", common::name(lang), form.name, None)}
        {line("address", t::address(lang), form.address, None)}
        <div class="row">
            {line("postal_code", t::postal_code(lang), form.postal_code, None)}
            {line("town", t::town(lang), form.town, None)} {line("district", t::district(lang), form.district, None)}
        </div>
        <div class="row">
            {line("latitude", t::latitude(lang), latitude, hint)} {line("longitude", t::longitude(lang), longitude, hint)}
        </div>
        <TextArea
            name="description"
            label=t::description(lang)
            hint=filled.stored("description", &form.description)
            value=filled.text("description", form.description)
            fault=filled.fault("description")
        />
        <WheelchairSelect lang filled=filled.clone() stored=form.wheelchair.unwrap_or(Wheelchair::Unknown) />
        {line("wheelchair_note", t::wheelchair_note(lang), form.wheelchair_note, None)}
        {line("source", t::source(lang), form.source, Some(t::source_hint(lang)))}
    }
}

/// Whether one gets in with a wheelchair.
#[component]
pub fn WheelchairSelect(lang: Lang, filled: Filled, stored: Wheelchair) -> impl IntoView {
    let options = Wheelchair::ALL
        .iter()
        .map(|one| SelectOption::new(one.code(), wheelchair(lang, *one)))
        .collect::<Vec<_>>();
    let value = filled.text("wheelchair", stored.code());
    view! {
        <Select
            name="wheelchair"
            label=t::wheelchair(lang)
            options
            value
            hint=filled.stored("wheelchair", stored.code()).map(|_| common::stored_now(lang, wheelchair(lang, stored)))
            fault=filled.fault("wheelchair")
        />
    }
}

fn wheelchair(l: Lang, one: Wheelchair) -> &'static str {
    match one {
        Wheelchair::Yes => t::wheelchair_yes(l),
        Wheelchair::Partly => t::wheelchair_partly(l),
        Wheelchair::No => t::wheelchair_no(l),
        Wheelchair::Unknown => t::wheelchair_unknown(l),
    }
}

/// Takes it out of use, after one more step; or back into use.
#[component]
pub fn Retire(lang: Lang, action: String, version: i64, retired: bool, note: &'static str) -> impl IntoView {
    let form = move |retire: &'static str, button: AnyView| {
        view! {
            <PostForm action=action class="actions">
                <input type="hidden" name="version" value=version.to_string() />
                <input type="hidden" name="retired" value=retire />
                {button}
            </PostForm>
        }
    };
    if retired {
        let button = view! { <Button kind=ButtonKind::Secondary>{t::restore(lang)}</Button> }.into_any();
        return form("", button).into_any();
    }
    let button = view! { <Button kind=ButtonKind::Danger>{t::retire_sure(lang)}</Button> }.into_any();
    view! {
        <Details summary=t::retire(lang) class="retire">
            <p>{note}</p>
            {form("1", button)}
        </Details>
    }
    .into_any()
}
