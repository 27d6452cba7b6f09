//! A case as the one who decides sees it.

mod aside;
mod cancel;
mod dates;
mod decide;
mod ranking;
mod week;

use super::{frame::ManagePage, id_of};
use crate::{
    context::use_request,
    islands::inbox_keys::InboxKeys,
    page::load,
    texts::{
        Lang,
        manage::{case as t, common, inbox, words},
    },
    ui::{ButtonKind, Crumb, Glyph, Icon, LinkButton},
};
use aside::{Asked, Past, Verdicts};
use cancel::CancelForm;
use chrono::NaiveDate;
use dates::DecidedDates;
use decide::DecideForm;
use ledig_domain::{
    id::{LineId, RequestId},
    time::week::IsoWeek,
};
use ledig_service::case::{inbox::Recommendation, manager::ManagerCase};
use leptos::prelude::*;
use ranking::Ranking;
use week::CaseWeekBoard;

/// The case; the week shown is in the address (`uke`), and the date to cancel (`avlys`).
#[component]
pub fn ManagerCasePage() -> impl IntoView {
    let request = use_request();
    let id = id_of::<RequestId>();
    load(async move {
        let week: Option<IsoWeek> = request.query.read("uke");
        let found = request
            .service
            .manager_case(&request.viewer, id?, week.map(IsoWeek::monday))
            .await?;
        let lang = request.lang;
        let case = found.case.clone();
        let cancelling = request.query.read::<LineId>("avlys").and_then(|line| {
            let line = case.lines.iter().find(|one| one.id == line && one.may.cancel)?;
            Some(view! { <CancelForm request=request.clone() case=case.id line=line.clone() /> })
        });
        let crumbs = vec![
            Crumb::link(common::inbox(lang), "/forvaltning"),
            Crumb::here(t::title(lang, &case.number)),
        ];
        Ok(view! {
            <ManagePage title=t::title(lang, &case.number) crumbs class="mcase">
                <Head lang found=found.clone() />
                {cancelling}
                <div class="mcase__columns">
                    <div class="mcase__main">
                        <DecideForm request=request.clone() found=found.clone() />
                        <DecidedDates lang found=found.clone() />
                        <CaseWeekBoard lang id=case.id week=found.week.clone() today=case.today />
                        <Ranking lang found=found.clone() />
                    </div>
                    <div class="mcase__side">
                        <Asked lang found=found.clone() />
                        <Past lang history=found.history.clone() />
                        <Verdicts lang verdict=found.verdict.clone() />
                    </div>
                </div>
                <InboxKeys lang case=true />
            </ManagePage>
        })
    })
}

/// Who and when, the answer, and the way to the next case.
#[component]
fn Head(lang: Lang, found: ManagerCase) -> impl IntoView {
    let case = &found.case;
    let team = case.applicant.team_name.clone();
    let name = match team {
        Some(team) => format!("{} {team}", case.applicant.name),
        None => case.applicant.name.clone(),
    };
    let step = |to: Option<RequestId>, icon: Icon, label: &'static str, key: &'static str| {
        to.map(|id| {
            view! {
                <a
                    class="ds-button"
                    data-variant="tertiary"
                    data-size="sm"
                    href=case_link(id)
                    data-key=key
                >
                    <Glyph icon />
                    {label}
                </a>
            }
        })
    };
    let (before, after) = found.neighbours;
    view! {
        <header class="manage-head">
            <div>
                <h1 class="ds-heading" data-size="md">{t::heading(lang, &name, &case.number)}</h1>
                <p class="lead">{answer(lang, &found)}</p>
            </div>
            <nav class="manage-head__acts" aria-label=common::inbox(lang)>
                {step(before, Icon::ArrowLeft, t::previous_case(lang), "k")}
                {step(after, Icon::ArrowRight, t::next_case(lang), "j")}
                <a class="ds-sr-only" href="/forvaltning" data-key="u" tabindex="-1">{common::inbox(lang)}</a>
                <LinkButton href=format!("/saker/{}?soker=1", case.id) kind=ButtonKind::Tertiary icon=Icon::FileText>
                    {t::as_applicant(lang)}
                </LinkButton>
            </nav>
        </header>
    }
}

/// How many of the dates are free, and what seems right; whoever stands in front is linked.
fn answer(l: Lang, found: &ManagerCase) -> impl IntoView + use<> {
    let dates = found.outlook.len();
    if dates == 0 {
        return t::nothing_open(l).into_any();
    }
    let free = found.outlook.iter().filter(|one| one.outcome.is_free()).count();
    let told = match (dates, free) {
        (1, 1) => t::one_free(l).to_owned(),
        (1, _) => t::one_not_free(l).to_owned(),
        _ => t::free_of(
            l,
            free,
            &words::dates(l, u32::try_from(dates).unwrap_or(u32::MAX)),
        ),
    };
    let Recommendation::Yield {
        to,
        request,
        class,
        dates,
    } = &found.recommendation
    else {
        let advice = t::advice(l, &inbox::recommendation(l, &found.recommendation));
        return format!("{told} {advice}").into_any();
    };
    let why = t::stands_before(l, &words::dates(l, *dates), &words::class(l, class));
    view! {
        {told}
        " "
        {t::advice_lead(l)}
        " "
        <a class="ds-link" href=case_link(*request)>{to.clone()}</a>
        " "
        {why}
    }
    .into_any()
}

fn case_link(id: RequestId) -> String {
    format!("/forvaltning/saker/{id}")
}

/// The address of a case with a week shown.
fn week_link(id: RequestId, monday: NaiveDate) -> String {
    format!("/forvaltning/saker/{id}?uke={}#uke", IsoWeek::of(monday))
}
