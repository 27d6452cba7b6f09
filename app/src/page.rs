//! The frame of a page: title, header, main part, footer; and loading what it shows.

use crate::{
    context::{RequestContext, use_request},
    error::error_page,
    frame::{Footer, Header},
    texts::{common, faults},
    ui::{Alert, Breadcrumbs, Crumb, MaybeText, StripPatterns, Tone},
};
use ledig_service::ServiceError;
use leptos::{prelude::*, tachys::reactive_graph::OwnedView};
use leptos_meta::{Meta, Title};
use std::future::Future;

/// How wide the main part is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// A column for reading and forms.
    Reading,
    /// The usual width.
    #[default]
    Normal,
    /// The whole window, for boards and long tables.
    Full,
}

impl Width {
    const fn class(self) -> &'static str {
        match self {
            Self::Reading => "page page--reading",
            Self::Normal => "page",
            Self::Full => "page page--full",
        }
    }
}

/// A page: everything inside `<body>`. The first thing in it is `<h1>`, then the answer.
#[component]
pub fn Page(
    /// The title, without the product's name.
    #[prop(into)]
    title: String,
    /// What search engines show.
    #[prop(optional, into)]
    description: MaybeText,
    #[prop(optional)] width: Width,
    /// The way here, if the page lies deeper than the menu.
    #[prop(optional)]
    crumbs: Vec<Crumb>,
    /// An extra class on the main part.
    #[prop(optional, into)]
    class: String,
    /// A menu of the part that the page belongs to; it stays in its place when there is a message.
    #[prop(optional)]
    menu: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let request = use_request();
    let lang = request.lang;
    let title = format!(
        "{title} – Ledig, {}",
        common::municipality(lang, &request.municipality)
    );
    // The tag looks its context up when it is written, which may be outside of the page's own.
    let description = description
        .0
        .map(|text| OwnedView::new(view! { <Meta name="description" content=text /> }));
    view! {
        <Title text=title />
        {description}
        <a class="skip" href="#main">{common::skip_to_content(lang)}</a>
        <StripPatterns />
        <Header request=request.clone() />
        <main id="main" class=format!("{} {class}", width.class()) tabindex="-1">
            {menu}
            {(!crumbs.is_empty()).then(|| view! { <Breadcrumbs lang crumbs /> })}
            <FlashMessage request=request />
            {children()}
        </main>
        <Footer lang />
    }
    .into_any()
}

/// What the last action has to say, if anything.
#[component]
fn FlashMessage(request: RequestContext) -> impl IntoView {
    request.flash.message.map(|message| {
        let (well, text) = faults::message(request.lang, &message);
        let tone = if well { Tone::Success } else { Tone::Danger };
        view! {
            <div class="flash">
                <Alert tone live=true>
                    <p>{text}</p>
                </Alert>
            </div>
        }
    })
}

/// A page that is loaded first: the page of the result, or of the error with its status.
pub fn load<F, V>(page: F) -> AnyView
where
    F: Future<Output = Result<V, ServiceError>> + Send + 'static,
    V: IntoView + 'static,
{
    Suspend::new(async move {
        match page.await {
            Ok(view) => view.into_any(),
            Err(error) => error_page(&error),
        }
    })
    .into_any()
}
