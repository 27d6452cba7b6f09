//! Which address shows which page.

use crate::pages::{self, manage};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

/// Everything inside `<body>`. Pages render whole (`SsrMode::Async`): they must be complete without script.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=pages::not_found::NotFound>
                <Route path=path!("/") view=pages::start::Start ssr=SsrMode::Async />
                <Route path=path!("/sok") view=pages::results::Results ssr=SsrMode::Async />
                <Route path=path!("/anlegg") view=pages::facilities::Facilities ssr=SsrMode::Async />
                <Route path=path!("/anlegg/:facility") view=pages::place::Facility ssr=SsrMode::Async />
                <Route path=path!("/anlegg/:facility/:space") view=pages::place::Space ssr=SsrMode::Async />
                <Route path=path!("/logg-inn") view=pages::sign_in::SignIn ssr=SsrMode::Async />
                <Route path=path!("/logg-inn/send") view=pages::sign_in::SendKept ssr=SsrMode::Async />
                <Route path=path!("/passord") view=pages::password::Password ssr=SsrMode::Async />
                <Route path=path!("/bestill/:space") view=pages::booking::Booking ssr=SsrMode::Async />
                <Route path=path!("/min-side") view=pages::my_page::MyPage ssr=SsrMode::Async />
                <Route path=path!("/saker/:case") view=pages::case::Case ssr=SsrMode::Async />
                <Route path=path!("/saker/:case/trekk") view=pages::case::Withdraw ssr=SsrMode::Async />
                <Route path=path!("/saker/:case/avlys") view=pages::case::CancelDates ssr=SsrMode::Async />
                <Route
                    path=path!("/saker/:case/vedtak/:decision")
                    view=pages::case::DecisionLetter
                    ssr=SsrMode::Async
                />
                <Route path=path!("/forvaltning") view=manage::InboxPage ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/saker/:id") view=manage::ManagerCasePage ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/dag") view=manage::DayBoard ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/uke") view=manage::WeekBoard ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/anlegg") view=manage::Facilities ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/anlegg/nytt") view=manage::NewFacility ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/anlegg/:id") view=manage::FacilityEdit ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/anlegg/:id/apningstid") view=manage::FacilityHours ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/anlegg/:id/regler") view=manage::FacilityRules ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/anlegg/:id/stenging") view=manage::Closures ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/anlegg/:id/ny-del") view=manage::NewSpace ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/del/:id") view=manage::SpaceEdit ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/del/:id/apningstid") view=manage::SpaceHours ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/del/:id/regler") view=manage::SpaceRules ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/regler") view=manage::Rules ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/regler/:id") view=manage::RuleEdit ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/prioritet") view=manage::Priority ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/folk") view=manage::Organisations ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/folk/ny") view=manage::NewOrganisation ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/folk/:id") view=manage::OrganisationEdit ssr=SsrMode::Async />
                <Route path=path!("/forvaltning/ansatte") view=manage::Staff ssr=SsrMode::Async />
                <Route path=path!("/om/tilgjengelighet") view=pages::about::Accessibility ssr=SsrMode::Async />
                <Route path=path!("/om/personvern") view=pages::about::Privacy ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
