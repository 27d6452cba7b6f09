//! From the address' query to everything that the page shows.

use super::{Draft, Slip, SlipKind, alike, counts, drawn, name, parts, ways, why};
use crate::{
    context::RequestContext,
    islands::booking::Look,
    query::Query,
    texts::{Lang, booking as t, faults},
};
use ledig_domain::{
    id::SpaceId,
    preview::{Preview, Wish},
    recurrence::{Pattern, RecurrenceFault},
};
use ledig_service::{ServiceError, case::form::BookingForm, week::WeekOf};

/// A draft, looked at.
#[derive(Clone, Debug)]
pub struct Looked {
    /// What the form is made from.
    pub form: BookingForm,
    /// The fields.
    pub draft: Draft,
    /// What the dates look like.
    pub look: Look,
}

/// Looks at the draft of a query.
///
/// # Errors
/// Those of the service's `booking_form` and `preview`.
pub async fn look(request: &RequestContext, path: SpaceId, query: &Query) -> Result<Looked, ServiceError> {
    let (service, viewer, l) = (&request.service, &request.viewer, request.lang);
    let space = Draft::space(query, path);
    let form = service.booking_form(viewer, space).await?;
    let mut draft = Draft::new(query, &form);
    let mut wish = match draft.wish(space, &form) {
        Ok(wish) => wish,
        Err(slips) => {
            let look = faulty(l, &draft, &slips);
            return Ok(Looked { form, draft, look });
        }
    };
    let mut preview = service.preview(viewer, &wish).await?;
    if spread(&draft, &mut wish, &preview) {
        draft = draft.choosing(&wish.choices);
        preview = service.preview(viewer, &wish).await?;
    }
    let mut look = worded(l, &preview, &wish, &draft, &form);
    if let [line] = preview.lines.as_slice() {
        let week = service
            .week(viewer, WeekOf::Space(space), Some(line.date))
            .await?;
        look.day = drawn::drawn(l, &week, line.date, wish.recurrence.times);
    }
    Ok(Looked { form, draft, look })
}

/// Gives the like dates the same choice, where that was asked for; says whether anything changed.
fn spread(draft: &Draft, wish: &mut Wish, preview: &Preview) -> bool {
    let Some((date, chosen)) = draft
        .alike()
        .and_then(|date| Some((date, *wish.choices.get(&date)?)))
    else {
        return false;
    };
    let like = alike::like(&preview.lines, date, chosen);
    let any = !like.is_empty();
    wish.choices.extend(like);
    any
}

fn worded(l: Lang, preview: &Preview, wish: &Wish, draft: &Draft, form: &BookingForm) -> Look {
    if let Some(fault) = preview.fault {
        let slip = Slip {
            field: field_of(fault, draft),
            what: SlipKind::Recurrence(fault),
        };
        return faulty(l, draft, &[slip]);
    }
    let times = wish.recurrence.times;
    let unsettled = counts::unsettled(preview);
    let (added, excluded) = parts::ticks(l, draft);
    let listed: Vec<String> = unsettled.iter().map(ToString::to_string).collect();
    let in_school_year = wish.recurrence.pattern != Pattern::Once && wish.recurrence.not_school_holidays;
    let proxy = preview.proxy_calendar && in_school_year;
    Look {
        answer: counts::answer(l, preview, times),
        notes: proxy
            .then(|| t::proxy_calendar(l).to_owned())
            .into_iter()
            .collect(),
        day: None,
        months: if preview.lines.len() > 1 {
            parts::months(l, preview, times)
        } else {
            Vec::new()
        },
        cards: ways::cards(l, preview, draft, form),
        decides: Some(why::decides(l, preview, form.signed_in)),
        summary: counts::summary(l, preview),
        added,
        excluded,
        unsettled: unsettled.len(),
        seen: listed.join(","),
        faults: Vec::new(),
    }
}

fn faulty(l: Lang, draft: &Draft, slips: &[Slip]) -> Look {
    let (added, excluded) = parts::ticks(l, draft);
    Look {
        answer: t::cannot_look(l).to_owned(),
        added,
        excluded,
        faults: slips
            .iter()
            .map(|slip| (slip.field.to_owned(), slipped(l, slip.what)))
            .collect(),
        ..Look::default()
    }
}

/// Which field has to be changed.
fn field_of(fault: RecurrenceFault, draft: &Draft) -> &'static str {
    let weekly = draft.get(name::RHYTHM) == name::WEEKLY;
    match fault {
        RecurrenceFault::NoWeekday => name::WEEKDAY,
        RecurrenceFault::Interval if weekly => name::EVERY_WEEKS,
        RecurrenceFault::Interval => name::EVERY_MONTHS,
        RecurrenceFault::DayOfMonth => name::MONTH_DAY,
        _ if draft.get(name::END) == name::END_COUNT => name::COUNT,
        RecurrenceFault::EndBeforeStart | RecurrenceFault::NoDates | RecurrenceFault::TooMany => name::UNTIL,
    }
}

fn slipped(l: Lang, what: SlipKind) -> String {
    match what {
        SlipKind::Missing => t::missing(l).to_owned(),
        SlipKind::Date => t::bad_date(l).to_owned(),
        SlipKind::Time => t::bad_time(l).to_owned(),
        SlipKind::SameTime => t::same_from_to(l).to_owned(),
        SlipKind::Number { min, max } => t::bad_number(l, min, max),
        SlipKind::Recurrence(fault) => faults::recurrence(l, &fault).to_owned(),
    }
}

/// The form's name of a field that the service names in a fault.
pub fn field_of_service(field: &str) -> &'static str {
    match field {
        "organisation" => name::PARTY,
        "team" => name::TEAM,
        "persons" => name::PERSONS,
        "purpose" => name::PURPOSE,
        "space" => name::SPACE,
        "start" => name::START,
        "end" => name::UNTIL,
        _ => name::DATE,
    }
}

/// The field's label, for the summary of what is wrong.
pub fn label(l: Lang, field: &str) -> &'static str {
    match field {
        name::PARTY => t::party(l),
        name::TEAM => t::team(l),
        name::SPACE => t::space(l),
        name::DATE => t::date(l),
        name::FROM => t::from(l),
        name::TO => t::to(l),
        name::START => t::start(l),
        name::UNTIL => t::until(l),
        name::COUNT => t::count(l),
        name::WEEKDAY => t::weekdays(l),
        name::EVERY_WEEKS => t::every_weeks(l),
        name::EVERY_MONTHS => t::every_months(l),
        name::MONTH_DAY => t::month_day(l),
        name::NTH => t::nth(l),
        name::MONTH_WEEKDAY => t::weekday(l),
        name::PERSONS => t::persons(l),
        name::PURPOSE => t::purpose(l).trim_end_matches('?'),
        _ => t::title(l),
    }
}
