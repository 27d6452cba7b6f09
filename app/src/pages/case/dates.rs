//! The dates of a case, by where they stand, each with what one can do.

use crate::{
    context::RequestContext,
    texts::{Lang, case as t, day, steps},
    ui::{Details, Glyph, HiddenFields, Icon, PostForm, Section},
};
use ledig_domain::{
    id::RequestId,
    request::LineState,
    time::{Timestamp, Zone},
};
use ledig_service::case::{
    page::{CaseLine, CasePage},
    parts::OpenOffer,
};
use leptos::prelude::*;

/// Dates that are shown before the others fold away.
const SHOWN: usize = 8;

/// The order in which states are shown: what has to be answered first.
const ORDER: [LineState; 7] = [
    LineState::Offered,
    LineState::Asked,
    LineState::Approved,
    LineState::Waiting,
    LineState::Rejected,
    LineState::Dropped,
    LineState::Cancelled,
];

/// What every row needs.
#[derive(Clone, Copy)]
struct Row {
    lang: Lang,
    zone: Zone,
    now: Timestamp,
    today: chrono::NaiveDate,
}

/// Every date, by where it stands.
pub(super) fn dates(request: &RequestContext, case: &CasePage) -> impl IntoView + use<> {
    let row = Row {
        lang: request.lang,
        zone: request.service.zone(),
        now: case.now,
        today: case.today,
    };
    ORDER
        .into_iter()
        .filter_map(|state| {
            let lines: Vec<CaseLine> = case
                .lines
                .iter()
                .filter(|line| line.state == state)
                .cloned()
                .collect();
            (!lines.is_empty()).then(|| section(row, case, state, lines))
        })
        .collect_view()
}

fn section(row: Row, case: &CasePage, state: LineState, lines: Vec<CaseLine>) -> impl IntoView + use<> {
    let l = row.lang;
    let title = format!("{} ({})", t::lines_heading(l, state), lines.len());
    let (past, coming): (Vec<CaseLine>, Vec<CaseLine>) = lines
        .into_iter()
        .partition(|line| state == LineState::Approved && line.ends_at <= row.now);
    let (first, rest) = shown(coming);
    let hidden = vec![("versjon".to_owned(), case.version.to_string())];
    let (case_id, place) = (case.id, case.space.id);
    let item = move |line: CaseLine| {
        let elsewhere = line.space.id != place;
        view! { <li class="date">{date(row, case_id, line, elsewhere)}</li> }
    };
    let rest_count = rest.len();
    let past_count = past.len();
    let rest = (rest_count > 0).then(|| {
        view! {
            <Details summary=t::show_later(l, rest_count)>
                <ul class="datelist">{rest.into_iter().map(item).collect_view()}</ul>
            </Details>
        }
    });
    let past = (past_count > 0).then(|| {
        view! {
            <Details summary=t::past_dates(l, past_count)>
                <ul class="datelist">{past.into_iter().map(item).collect_view()}</ul>
            </Details>
        }
    });
    let all = (state == LineState::Offered && case.may.answer_all && case.counts.offered > 1)
        .then(|| answer_all(l));
    let answers = state == LineState::Offered;
    let action = format!("/saker/{}/{}", case.id, if answers { "svar" } else { "datoer" });
    view! {
        <Section title=title>
            <PostForm action=action>
                <HiddenFields fields=hidden />
                <ul class="datelist">{first.into_iter().map(item).collect_view()}</ul>
                {rest}
                {all}
                {past}
            </PostForm>
        </Section>
    }
}

/// The first ones and the others; a handful more than is shown is shown in full.
fn shown(mut lines: Vec<CaseLine>) -> (Vec<CaseLine>, Vec<CaseLine>) {
    let rest = if lines.len() > SHOWN + 2 {
        lines.split_off(SHOWN)
    } else {
        Vec::new()
    };
    (lines, rest)
}

fn date(row: Row, case: RequestId, line: CaseLine, elsewhere: bool) -> impl IntoView {
    let l = row.lang;
    let when = day::date_times(l, line.date, line.times);
    let icon = match line.state {
        LineState::Approved => Icon::Checkmark,
        LineState::Rejected | LineState::Cancelled => Icon::XMark,
        LineState::Dropped => Icon::Minus,
        LineState::Waiting | LineState::Asked => Icon::Hourglass,
        LineState::Offered => Icon::Bell,
    };
    let class = format!("date__mark date__mark--{}", line.state.code());
    let shown_when = if row.today == line.date {
        format!("{}, {when}", t::today(l))
    } else {
        when.clone()
    };
    let place = elsewhere.then(|| super::place(&line.space));
    let notes = notes(row, &line);
    view! {
        <span class=class>
            <Glyph icon />
            <span class="ds-sr-only">{t::line_state(l, line.state)}": "</span>
        </span>
        <div class="date__what">
            <p class="date__when">{day::capital(&shown_when)}</p>
            {place.map(|place| view! { <p>{place}</p> })}
            {notes.into_iter().map(|note| view! { <p class="note">{note}</p> }).collect_view()}
            {line.offer.as_ref().map(|offer| offered(row, offer))}
        </div>
        <div class="date__acts">{acts(l, case, &line, &when)}</div>
    }
}

fn notes(row: Row, line: &CaseLine) -> Vec<String> {
    let l = row.lang;
    let mut notes = Vec::new();
    if let Some((date, place, times)) = &line.wished {
        notes.push(t::wished(
            l,
            &format!("{place}, {}", day::date_times(l, *date, *times)),
        ));
    }
    if let Some((reason, text)) = &line.rejected {
        let reason = t::rejection(l, *reason);
        notes.push(if text.is_empty() {
            reason.to_owned()
        } else {
            format!("{reason}. {text}")
        });
    }
    if let Some(cancelled) = &line.cancelled {
        notes.push(if cancelled.by_owner {
            t::cancelled_by_owner(l, &cancelled.reason)
        } else {
            t::cancelled_by_you(l).to_owned()
        });
    }
    if let Some(since) = line.waiting_since {
        notes.push(t::waits_since(l, &day::length(l, row.now.0 - since.0)));
    }
    if let Some(until) = line
        .cancel_until
        .filter(|_| line.state == LineState::Approved && line.ends_at > row.now)
    {
        notes.push(if until > row.now {
            t::can_cancel_until(l, &steps::moment(l, until, row.zone))
        } else {
            t::too_late_to_cancel(l).to_owned()
        });
    }
    notes
}

fn offered(row: Row, offer: &OpenOffer) -> impl IntoView + use<> {
    let l = row.lang;
    let what = format!(
        "{}, {}",
        super::place(&offer.space),
        day::date_times(l, offer.date, offer.times)
    );
    view! {
        <p class="date__offer">{t::offer_is(l, &what)}</p>
        {offer.came_free.then(|| view! { <p class="note">{t::offer_came_free(l)}</p> })}
        <p class="note">{t::held_until(l, &steps::moment(l, offer.until, row.zone))}</p>
    }
}

fn answer_all(l: Lang) -> impl IntoView {
    view! {
        <div class="actions">
            <button class="ds-button" data-variant="primary" type="submit" name="svar" value="ja">
                {t::accept_all(l)}
            </button>
            <button class="ds-button" data-variant="secondary" type="submit" name="svar" value="nei">
                {t::decline_all(l)}
            </button>
        </div>
    }
}

/// What one can do with a date, as buttons of the section's form; cancelling leads to its own page first.
fn acts(l: Lang, case: RequestId, line: &CaseLine, when: &str) -> impl IntoView + use<> {
    let may = line.may;
    let id = line.id;
    let button =
        move |name: &'static str, value: String, text: &'static str, label: String, variant: &'static str| {
            view! {
                <button
                    class="ds-button"
                    data-variant=variant
                    data-size="sm"
                    type="submit"
                    name=name
                    value=value
                    aria-label=label
                >
                    {text}
                </button>
            }
        };
    let act = move |may: bool, code: &str, text: &'static str, when: &str| {
        may.then(|| {
            button(
                "gjor",
                format!("{code}:{id}"),
                text,
                t::do_for(l, text, when),
                "tertiary",
            )
        })
    };
    let answer = may.answer.then(|| {
        view! {
            {button("svar", format!("ja:{id}"), t::accept(l), t::accept_for(l, when), "primary")}
            {button("svar", format!("nei:{id}"), t::decline(l), t::decline_for(l, when), "secondary")}
        }
    });
    let in_form = line.state != LineState::Offered;
    let cancel = may.cancel.then(|| {
        let label = t::do_for(l, t::do_cancel(l), when);
        let href = format!("/saker/{case}/avlys?dato={id}");
        view! {
            <a class="ds-button" data-variant="tertiary" data-size="sm" href=href aria-label=label>{t::do_cancel(l)}</a>
        }
    });
    view! {
        {answer}
        {act(may.ask && in_form, "be", t::do_ask(l), when)}
        {act(may.wait && in_form, "vent", t::do_wait(l), when)}
        {act(may.drop && in_form, "dropp", t::do_drop(l), when)}
        {cancel}
    }
}
