//! The start page.

use leptos::prelude::*;
use leptos_meta::Title;

/// The first page a resident sees.
#[component]
pub fn Start() -> impl IntoView {
    view! {
        <Title text="Ledig" />
        <main id="main">
            <h1>"Ledig"</h1>
            <Counter />
        </main>
    }
}

/// Shows that islands wake up.
#[island]
fn Counter() -> impl IntoView {
    let count = RwSignal::new(0);
    view! { <button type="button" on:click=move |_| count.update(|n| *n += 1)>{count}</button> }
}
