//! Pages that the law asks for: accessibility and privacy.

use crate::{
    context::use_request,
    page::{Page, Width},
    texts::legal,
    ui::Section,
};
use leptos::prelude::*;

/// The accessibility statement (forskrift om universell utforming av IKT § 4 a).
#[component]
pub fn Accessibility() -> impl IntoView {
    let lang = use_request().lang;
    let paragraphs =
        |texts: &[&'static str]| texts.iter().map(|text| view! { <p>{*text}</p> }).collect_view();
    view! {
        <Page title=legal::accessibility_title(lang) width=Width::Reading class="prose">
            <h1 class="ds-heading" data-size="lg">{legal::accessibility_title(lang)}</h1>
            <p class="lead">{legal::accessibility_lead(lang)}</p>
            <Section title=legal::made_so(lang)>
                {paragraphs(&[legal::made_so_keyboard(lang), legal::made_so_zoom(lang), legal::made_so_reader(lang)])}
            </Section>
            <Section title=legal::known_limits(lang)>{paragraphs(&[legal::known_limits_text(lang)])}</Section>
            <Section title=legal::tell_us(lang)>{paragraphs(&[legal::tell_us_text(lang)])}</Section>
        </Page>
    }
}

/// What is kept about whom, why, and for how long.
#[component]
pub fn Privacy() -> impl IntoView {
    let lang = use_request().lang;
    view! {
        <Page title=legal::privacy_title(lang) width=Width::Reading class="prose">
            <h1 class="ds-heading" data-size="lg">{legal::privacy_title(lang)}</h1>
            <p class="lead">{legal::privacy_lead(lang)}</p>
            <Section title=legal::kept(lang)>
                <ul class="ds-list">
                    <li>{legal::kept_account(lang)}</li>
                    <li>{legal::kept_cases(lang)}</li>
                    <li>{legal::kept_technical(lang)}</li>
                </ul>
            </Section>
            <Section title=legal::shown(lang)>
                <ul class="ds-list">
                    <li>{legal::shown_organisation(lang)}</li>
                    <li>{legal::shown_private(lang)}</li>
                    <li>{legal::shown_staff(lang)}</li>
                </ul>
            </Section>
            <Section title=legal::cookies(lang)>
                <p>{legal::cookies_text(lang)}</p>
            </Section>
            <Section title=legal::rights(lang)>
                <p>{legal::rights_text(lang)}</p>
            </Section>
        </Page>
    }
}
