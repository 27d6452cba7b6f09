//! Closures of a facility: a list, and a new one that first tells whom it hits.

mod form;
mod told;

use super::{
    frame::{Answer, ManagePage},
    id_of,
    space::crumbs,
};
use crate::{
    actions::posted::Posted,
    context::{RequestContext, use_request},
    page::load,
    texts::manage::places as t,
};
use form::New;
pub use form::read;
use ledig_domain::id::FacilityId;
use ledig_service::{
    ServiceError,
    manage::{ClosureForm, ClosureHit, ClosuresPage},
};
use leptos::prelude::*;
use told::{Confirm, Standing};

/// The page. A closure that is being made stands in the address, so that it can be looked at before it is done.
#[component]
pub fn Closures() -> impl IntoView {
    let request = use_request();
    let id = id_of::<FacilityId>();
    load(async move {
        let page = request.service.closures(&request.viewer, id?).await?;
        let lang = request.lang;
        let title = t::closures_of(lang, &page.facility_name);
        let trying = if page.may_edit {
            tried(&request, &page).await?
        } else {
            Trying::Blank
        };
        let answer = t::closures_answer(lang, page.closures.len());
        let may_edit = page.may_edit;
        let facility = page.facility;
        let list = page
            .closures
            .iter()
            .map(|one| view! { <Standing lang one=one.clone() facility may_edit /> })
            .collect_view();
        let (confirm, form) = match trying {
            Trying::Ready(form, hits) => {
                let confirm = view! { <Confirm request page=page.clone() form hits /> };
                (Some(confirm), None)
            }
            Trying::Faulty(faults) => (None, Some(view! { <New request page=page.clone() faults /> })),
            Trying::Blank => {
                let form = may_edit.then(|| view! { <New request page=page.clone() faults=Vec::new() /> });
                (None, form)
            }
        };
        Ok(view! {
            <ManagePage
                title=title.clone()
                crumbs=crumbs(lang, facility, &page.facility_name, t::closures(lang))
                narrow=true
            >
                <Answer title lead=answer />
                {confirm}
                {(!page.closures.is_empty()).then(|| view! { <ul class="closings">{list}</ul> })}
                {form}
            </ManagePage>
        })
    })
}

type Faults = Vec<(String, String)>;

/// How far the making of a closure is.
enum Trying {
    Blank,
    Faulty(Faults),
    Ready(ClosureForm, Vec<ClosureHit>),
}

async fn tried(request: &RequestContext, page: &ClosuresPage) -> Result<Trying, ServiceError> {
    if !request.query.has("prov") {
        return Ok(Trying::Blank);
    }
    let told = |faults: Vec<(String, ledig_service::Fault)>| {
        let told = faults
            .into_iter()
            .map(|(name, fault)| (name, crate::texts::faults::fault(request.lang, &fault)))
            .collect();
        crate::error::set_status(http::StatusCode::UNPROCESSABLE_ENTITY);
        Trying::Faulty(told)
    };
    let form = match read(&Posted(request.query.pairs().to_vec())) {
        Ok(form) => form,
        Err(faults) => return Ok(told(faults)),
    };
    if page.spaces.iter().all(|(id, _, _)| *id != form.space) {
        return Ok(told(vec![("del".to_owned(), ledig_service::Fault::Unknown)]));
    }
    match request.service.try_closure(&request.viewer, &form).await {
        Ok(hits) => Ok(Trying::Ready(form, hits)),
        Err(ServiceError::Invalid(faults)) => Ok(told(
            faults
                .into_iter()
                .map(|one| (one.field.into_owned(), one.fault))
                .collect(),
        )),
        Err(error) => Err(error),
    }
}
