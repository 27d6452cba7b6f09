//! A page that edits one side of a facility, and of a space that has its own or follows its whole.

use super::{
    frame::{Answer, ManagePage},
    id_of,
    space::crumbs,
};
use crate::{
    context::{RequestContext, use_request},
    page::load,
    texts::{
        Lang,
        manage::{common, places},
    },
    ui::{Button, ButtonKind},
};
use ledig_domain::id::{FacilityId, SpaceId};
use ledig_service::manage::{FacilityEditor, SpaceEditor};
use leptos::prelude::*;

/// What the side is called.
#[derive(Clone, Copy)]
pub struct Aspect {
    /// The heading, of the name of the place.
    pub title: fn(Lang, &str) -> String,
    /// The last step of the way here.
    pub crumb: fn(Lang) -> &'static str,
    /// Says that a space has its own.
    pub own: fn(Lang) -> &'static str,
    /// Says that a space follows its whole.
    pub inherited: fn(Lang) -> &'static str,
}

impl Aspect {
    /// The page of the facility in the address.
    pub fn of_facility<V: IntoView + 'static>(
        self,
        form: impl Fn(RequestContext, FacilityEditor) -> V + Send + 'static,
    ) -> AnyView {
        let request = use_request();
        let id = id_of::<FacilityId>();
        load(async move {
            let editor = request.service.facility_editor(&request.viewer, id?).await?;
            let lang = request.lang;
            let title = (self.title)(lang, &editor.form.name);
            let crumbs = crumbs(lang, editor.id, &editor.form.name, (self.crumb)(lang));
            Ok(view! {
                <ManagePage title=title.clone() crumbs narrow=true>
                    <Answer title />
                    {form(request, editor)}
                </ManagePage>
            })
        })
    }

    /// The page of the space in the address; `own` tells whether it has its own.
    pub fn of_space<V: IntoView + 'static>(
        self,
        own: fn(&SpaceEditor) -> bool,
        form: impl Fn(RequestContext, SpaceEditor) -> V + Send + 'static,
    ) -> AnyView {
        let request = use_request();
        let id = id_of::<SpaceId>();
        load(async move {
            let editor = request.service.space_editor(&request.viewer, id?).await?;
            let lang = request.lang;
            let title = (self.title)(lang, &editor.form.name);
            let lead = if own(&editor) { self.own } else { self.inherited };
            let crumbs = crumbs(lang, editor.facility, &editor.facility_name, &title);
            Ok(view! {
                <ManagePage title=title.clone() crumbs narrow=true>
                    <Answer title lead=lead(lang) />
                    {form(request, editor)}
                </ManagePage>
            })
        })
    }
}

/// Saves; with `own` the space can also follow its whole again.
#[component]
pub fn SaveOwn(lang: Lang, own: bool) -> impl IntoView {
    view! {
        <div class="actions">
            <Button>{common::save(lang)}</Button>
            {own
                .then(|| {
                    view! {
                        <Button kind=ButtonKind::Secondary name="follow" value="1">
                            {places::hours_follow(lang)}
                        </Button>
                    }
                })}
        </div>
    }
}
