//! Opening hours of a facility or a space: the usual week, seasons and exceptions.

mod form;
mod seasons;
mod week;

use super::{aspect::Aspect, filled::Filled};
use crate::texts::manage::places as t;
use form::HoursForm;
use leptos::prelude::*;

const HOURS: Aspect = Aspect {
    title: t::hours_of,
    crumb: t::hours,
    own: t::hours_own,
    inherited: t::hours_inherited,
};

/// Opening hours of a facility.
#[component]
pub fn FacilityHours() -> impl IntoView {
    HOURS.of_facility(|request, editor| {
        view! {
            <HoursForm
                lang=request.lang
                filled=Filled::of(&request, "hours")
                hours=editor.hours
                action=format!("/forvaltning/anlegg/{}/apningstid", editor.id)
                version=editor.version
                own=false
            />
        }
    })
}

/// Opening hours of a space; its own, or those of its whole or facility.
#[component]
pub fn SpaceHours() -> impl IntoView {
    HOURS.of_space(
        |editor| editor.own_hours.is_some(),
        |request, editor| {
            let own = editor.own_hours.is_some();
            view! {
                <HoursForm
                    lang=request.lang
                    filled=Filled::of(&request, "hours")
                    hours=editor.own_hours.unwrap_or(editor.hours)
                    action=format!("/forvaltning/del/{}/apningstid", editor.id)
                    version=editor.version
                    own
                />
            }
        },
    )
}
