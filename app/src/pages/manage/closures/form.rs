//! The fields of a new closure.

use super::Faults;
use crate::{
    actions::posted::Posted,
    context::RequestContext,
    texts::manage::places as t,
    ui::{Button, Checkbox, ErrorSummary, Field, Section, Select, SelectOption},
};
use ledig_domain::time::Minute;
use ledig_service::manage::{ClosureForm, ClosuresPage};
use leptos::prelude::*;

/// Reads the fields of a closure.
pub fn read(posted: &Posted) -> Result<ClosureForm, Vec<(String, ledig_service::Fault)>> {
    let mut reading = posted.reading();
    let space = reading.value("del");
    let from_date = reading.date("from_date");
    let from = reading.value::<Minute>("from");
    let to_date = reading.date("to_date");
    let to = reading.value::<Minute>("to");
    let reason = reading.text("reason");
    if reason.is_empty() {
        reading.fault("reason", ledig_service::Fault::Required);
    }
    let public = posted.ticked("public");
    let form = (|| {
        Some(ClosureForm {
            space: space?,
            from_date: from_date?,
            from: from?,
            to_date: to_date?,
            to: to?,
            reason,
            public,
        })
    })();
    match reading.finish(form)? {
        Some(form) => Ok(form),
        None => Err(vec![("del".to_owned(), ledig_service::Fault::Required)]),
    }
}

/// The form; it only leads to the same page with the answer.
#[component]
pub fn New(request: RequestContext, page: ClosuresPage, faults: Faults) -> impl IntoView {
    let lang = request.lang;
    let query = request.query;
    let wrong = faults.clone();
    let fault = move |name: &str| {
        wrong
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, text)| text.clone())
    };
    let trying = query.has("prov");
    let public = !trying || query.has("public");
    let value = move |name: &str, stored: String| query.get(name).map_or(stored, ToOwned::to_owned);
    let today = page.today.to_string();
    let options = page
        .spaces
        .iter()
        .map(|(id, name, depth)| {
            SelectOption::new(id.to_string(), format!("{}{name}", "– ".repeat((*depth).into())))
        })
        .collect::<Vec<_>>();
    view! {
        <Section title=t::closure_new(lang) id="steng">
            <form method="get" class="stack form" novalidate>
                <ErrorSummary lang faults />
                <input type="hidden" name="prov" value="1" />
                <Select
                    name="del"
                    label=t::closure_space(lang)
                    options
                    value=value("del", String::new())
                    fault=fault("del")
                />
                <div class="fields fields--span">
                    <Field
                        name="from_date"
                        kind="date"
                        label=t::first_day(lang)
                        value=value("from_date", today.clone())
                        fault=fault("from_date")
                    />
                    <Field
                        name="from"
                        label=t::from_time(lang)
                        value=value("from", "00:00".to_owned())
                        fault=fault("from")
                    />
                    <Field
                        name="to_date"
                        kind="date"
                        label=t::last_day(lang)
                        value=value("to_date", today)
                        fault=fault("to_date")
                    />
                    <Field name="to" label=t::to_time(lang) value=value("to", "24:00".to_owned()) fault=fault("to") />
                </div>
                <Field
                    name="reason"
                    label=t::closure_reason(lang)
                    value=value("reason", String::new())
                    fault=fault("reason")
                />
                <Checkbox name="public" label=t::closure_public(lang) checked=public />
                <div class="actions">
                    <Button>{t::closure_see(lang)}</Button>
                </div>
            </form>
        </Section>
    }
}
