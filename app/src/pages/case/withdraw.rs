//! Asking once more before a request is withdrawn.

use super::{id, place};
use crate::{
    context::use_request,
    page::{Page, Width, load},
    texts::{case as t, day, rhythm},
    ui::{Button, ButtonKind, Crumb, HiddenFields, LinkButton, PostForm},
};
use ledig_domain::id::RequestId;
use leptos::prelude::*;

/// What withdrawing means, and the button that does it.
#[component]
pub fn Withdraw() -> impl IntoView {
    let request = use_request();
    let case = id::<RequestId>("case");
    load(async move {
        let case = request.service.case(&request.viewer, case?).await?;
        let l = request.lang;
        let here = format!("/saker/{}", case.id);
        let open = case.counts.asked + case.counts.offered + case.counts.waiting;
        let crumbs = vec![
            Crumb::link(t::my_page(l), "/min-side"),
            Crumb::link(t::case_number(l, &case.number), here.clone()),
            Crumb::here(t::withdraw(l)),
        ];
        let what = format!("{}: {}", place(&case.space), rhythm::full(l, &case.recurrence));
        let hidden = vec![("versjon".to_owned(), case.version.to_string())];
        Ok(view! {
            <Page title=t::withdraw(l) width=Width::Reading crumbs=crumbs>
                <h1 class="ds-heading" data-size="lg">{t::withdraw_title(l)}</h1>
                <p class="lead">{day::capital(&what)}</p>
                <p>{t::withdraw_text(l, open)}</p>
                <p>{t::cannot_undo(l)}</p>
                <PostForm action=format!("{here}/trekk")>
                    <HiddenFields fields=hidden />
                    <div class="actions">
                        <Button kind=ButtonKind::Danger>{t::withdraw(l)}</Button>
                        <LinkButton href=here.clone() kind=ButtonKind::Secondary>{t::keep_as_is(l)}</LinkButton>
                    </div>
                </PostForm>
            </Page>
        })
    })
}
