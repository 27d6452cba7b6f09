//! A facility's page.

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
use ledig_domain::hours::OpeningHours;
use ledig_service::{ServiceError, places::FacilityPage};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// `/anlegg/{facility}?uke=…&visning=…`.
#[component]
pub fn Facility() -> impl IntoView {
    let request = use_request();
    let slug = use_params_map().with_untracked(|params| params.get("facility"));
    load(async move {
        let slug = slug.ok_or(ServiceError::NotFound)?;
        let week = request.query.get("uke").and_then(read_week);
        let page = request
            .service
            .facility_page(&request.viewer, &slug, week)
            .await?;
        Ok(view! { <FacilityView lang=request.lang query=request.query page /> })
    })
}

fn answer(l: Lang, page: &FacilityPage) -> String {
    // Parts of what can be booked as a whole are not counted beside it.
    let wholes: Vec<_> = page
        .spaces
        .iter()
        .filter(|space| space.place.bookable)
        .map(|space| space.place.id)
        .collect();
    let bookable: Vec<_> = page
        .spaces
        .iter()
        .filter(|space| space.place.bookable && space.parent.is_none_or(|parent| !wholes.contains(&parent)))
        .collect();
    match bookable.as_slice() {
        [only] => today_answer(l, &only.strip),
        several => {
            let free = several
                .iter()
                .filter(|space| !space.strip.free.is_empty())
                .count();
            let open = several.iter().any(|space| !space.strip.open.is_empty());
            match (free, open) {
                (0, false) => places::closed_today(l).to_owned(),
                (0, true) => places::none_today(l).to_owned(),
                (n, _) => places::free_now_in(l, n),
            }
        }
    }
}

#[component]
fn FacilityView(lang: Lang, query: Query, page: FacilityPage) -> impl IntoView {
    let head = page.head.clone();
    let book = page
        .spaces
        .iter()
        .find(|space| space.place.bookable)
        .map(|space| space.place.id);
    let answer = answer(lang, &page);
    let crumbs = vec![
        Crumb::link(places::facilities(lang), "/anlegg"),
        Crumb::here(head.name.clone()),
    ];
    let path = address::facility(&head.slug);
    let own_rules = page.hours != OpeningHours::default();
    view! {
        <Page title=head.name.clone() description=answer.clone() crumbs class="place">
            <Head lang title=head.name.clone() answer=answer.clone() book head=head.clone() />
            <Closures lang closures=page.closures.clone() />
            <Section title=places::plan(lang) class="no-print">
                <Plan lang spaces=page.spaces.clone() />
            </Section>
            <WeekSection lang week=page.week.clone() path query />
            <div class="place__more no-print">
                <About lang head=head.clone() />
                {if own_rules {
                    view! {
                        <Section title=places::opening(lang)>
                            <Hours lang hours=page.hours.clone() today=page.today />
                        </Section>
                        <Section title=places::rules(lang)>
                            <Rules lang rules=page.rules.clone() />
                        </Section>
                    }
                        .into_any()
                } else {
                    view! {
                        <Section title=places::opening_and_rules(lang)>
                            <p>{places::hours_differ(lang)}</p>
                        </Section>
                    }
                        .into_any()
                }}
            </div>
        </Page>
    }
}
