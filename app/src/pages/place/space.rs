//! A space's page.

use super::{
    about::{About, Closures},
    head::{Head, today_answer},
    plan::Plan,
    rules::{Hours, Rules},
};
use crate::{
    context::use_request,
    page::{Page, load},
    pages::week::WeekSection,
    parts::address::{self, read_week},
    query::Query,
    texts::{Lang, places},
    ui::{Crumb, Section},
};
use ledig_service::{ServiceError, places::SpacePage};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// `/anlegg/{facility}/{space}?uke=…&visning=…`.
#[component]
pub fn Space() -> impl IntoView {
    let request = use_request();
    let (facility, space) =
        use_params_map().with_untracked(|params| (params.get("facility"), params.get("space")));
    load(async move {
        let (facility, space) = facility.zip(space).ok_or(ServiceError::NotFound)?;
        let week = request.query.get("uke").and_then(read_week);
        let page = request
            .service
            .space_page(&request.viewer, &facility, &space, week)
            .await?;
        Ok(view! { <SpaceView lang=request.lang query=request.query page /> })
    })
}

#[component]
fn SpaceView(lang: Lang, query: Query, page: SpacePage) -> impl IntoView {
    let head = page.head.clone();
    let place = page.space.place.clone();
    let title = format!("{}, {}", head.name, place.name);
    let answer = today_answer(lang, &page.space.strip);
    let mut crumbs = vec![
        Crumb::link(places::facilities(lang), "/anlegg"),
        Crumb::link(head.name.clone(), address::facility(&head.slug)),
    ];
    crumbs.extend(
        page.wholes
            .iter()
            .map(|whole| Crumb::link(whole.place.name.clone(), address::space(&whole.place))),
    );
    crumbs.push(Crumb::here(place.name.clone()));
    // The tree around it: wholes, then itself with its siblings, then its parts.
    let mut around = page.wholes.clone();
    if page.siblings.is_empty() {
        around.push(page.space.clone());
    } else {
        around.extend(page.siblings.clone());
    }
    around.extend(page.parts.clone());
    let path = address::space(&place);
    let book = place.bookable.then_some(place.id);
    view! {
        <Page title=title.clone() description=answer.clone() crumbs class="place">
            <Head lang title answer book head=head.clone() />
            <Closures lang closures=page.closures.clone() />
            <WeekSection lang week=page.week.clone() path query book />
            {(around.len() > 1)
                .then(|| {
                    view! {
                        <Section title=places::other_parts(lang) class="no-print">
                            <Plan lang spaces=around current=place.id />
                        </Section>
                    }
                })}
            <div class="place__more no-print">
                <About lang head=head.clone() space=page.space.clone() />
                <Section title=places::opening(lang)>
                    <Hours lang hours=page.hours.clone() today=page.today />
                </Section>
                <Section title=places::rules(lang)>
                    <Rules lang rules=page.rules.clone() />
                </Section>
            </div>
        </Page>
    }
}
