//! Opening hours of a facility or a space: the usual week, seasons and exceptions.

mod form;

use super::{
    filled::Filled,
    frame::{Answer, ManagePage},
    id_of,
    space::crumbs,
};
use crate::{context::use_request, page::load, texts::manage::places as t};
use form::HoursForm;
use ledig_domain::id::{FacilityId, SpaceId};
use leptos::prelude::*;

/// Opening hours of a facility.
#[component]
pub fn FacilityHours() -> impl IntoView {
    let request = use_request();
    let id = id_of::<FacilityId>();
    load(async move {
        let editor = request.service.facility_editor(&request.viewer, id?).await?;
        let lang = request.lang;
        let title = t::hours_of(lang, &editor.form.name);
        Ok(view! {
            <ManagePage
                title=title.clone()
                crumbs=crumbs(lang, editor.id, &editor.form.name, t::hours(lang))
                narrow=true
            >
                <Answer title />
                <HoursForm
                    lang
                    filled=Filled::of(&request, "hours")
                    hours=editor.hours.clone()
                    action=format!("/forvaltning/anlegg/{}/apningstid", editor.id)
                    version=editor.version
                    own=false
                />
            </ManagePage>
        })
    })
}

/// Opening hours of a space; its own, or those of its whole or facility.
#[component]
pub fn SpaceHours() -> impl IntoView {
    let request = use_request();
    let id = id_of::<SpaceId>();
    load(async move {
        let editor = request.service.space_editor(&request.viewer, id?).await?;
        let lang = request.lang;
        let title = t::hours_of(lang, &editor.form.name);
        let own = editor.own_hours.is_some();
        let lead = if own {
            t::hours_own(lang)
        } else {
            t::hours_inherited(lang)
        };
        Ok(view! {
            <ManagePage
                title=title.clone()
                crumbs=crumbs(lang, editor.facility, &editor.facility_name, &title)
                narrow=true
            >
                <Answer title lead=lead />
                <HoursForm
                    lang
                    filled=Filled::of(&request, "hours")
                    hours=editor.own_hours.clone().unwrap_or_else(|| editor.hours.clone())
                    action=format!("/forvaltning/del/{}/apningstid", editor.id)
                    version=editor.version
                    own
                />
            </ManagePage>
        })
    })
}
