//! A week of a facility or space: as a list, a table or a calendar; the calendar prints on one A4.

mod calendar;
mod entry;
mod lanes;
mod list;
mod table;

use crate::{
    parts::address::week_code,
    query::Query,
    texts::{Lang, day, places},
    ui::{Glyph, Icon, Tab, Tabs},
};
use calendar::Calendar;
use chrono::NaiveDate;
use ledig_domain::id::SpaceId;
use ledig_service::week::Week;
use leptos::prelude::*;
use list::List;
use table::Table;

/// How a week is shown: `visning` in the address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum View {
    #[default]
    List,
    Table,
    Calendar,
}

impl View {
    const ALL: [Self; 3] = [Self::List, Self::Table, Self::Calendar];

    const fn code(self) -> &'static str {
        match self {
            Self::List => "liste",
            Self::Table => "tabell",
            Self::Calendar => "kalender",
        }
    }

    const fn name(self, l: Lang) -> &'static str {
        match self {
            Self::List => places::view_list(l),
            Self::Table => places::view_table(l),
            Self::Calendar => places::view_calendar(l),
        }
    }

    fn read(query: &Query) -> Self {
        let code = query.get("visning").unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|view| view.code() == code)
            .unwrap_or_default()
    }
}

/// The week, with ways to other weeks and other views of it.
#[component]
pub fn WeekSection(
    lang: Lang,
    week: Week,
    /// The page that the week stands on.
    path: String,
    query: Query,
    /// What a press on a free time books; `None` on a facility's page.
    #[prop(default = None)]
    book: Option<SpaceId>,
) -> impl IntoView {
    let view = View::read(&query);
    let link = |monday: NaiveDate| format!("{}#uke", query.with("uke", week_code(monday)).link(&path));
    let tabs = View::ALL
        .into_iter()
        .map(|other| Tab {
            label: other.name(lang).to_owned(),
            href: format!("{}#uke", query.with("visning", other.code()).link(&path)),
            current: other == view,
        })
        .collect();
    let name = day::week(lang, u32::from(week.number));
    let sunday = week.monday + chrono::Days::new(6);
    let heading = format!(
        "{}, {}",
        day::capital(&name),
        day::date_range(lang, week.monday, sunday)
    );
    let this_week = (week.today < week.monday || week.today > sunday).then(|| link(week.today));
    let shown = match view {
        View::List => view! { <List lang week=week.clone() book /> }.into_any(),
        View::Table => view! { <Table lang week=week.clone() book /> }.into_any(),
        View::Calendar => view! { <Calendar lang week=week.clone() book /> }.into_any(),
    };
    view! {
        <section class="section week" id="uke" aria-labelledby="uke-tittel">
            <div class="week__head">
                <h2 class="ds-heading" id="uke-tittel">
                    <span class="week__of">{week.of.clone()}", "</span>
                    {heading}
                </h2>
                <div class="week__ways">
                    <a class="week__way" href=link(week.previous) rel="prev">
                        <Glyph icon=Icon::ChevronLeft />
                        <span class="ds-sr-only">{places::previous_week(lang)}</span>
                    </a>
                    {this_week
                        .map(|href| view! { <a class="week__way week__way--now" href=href>{places::this_week(lang)}</a> })}
                    <a class="week__way" href=link(week.next) rel="next">
                        <Glyph icon=Icon::ChevronRight />
                        <span class="ds-sr-only">{places::next_week(lang)}</span>
                    </a>
                </div>
            </div>
            <Tabs label=places::views(lang) tabs />
            {week.proxy_calendar.then(|| view! { <p class="note week__note">{places::proxy_calendar(lang)}</p> })}
            {shown}
        </section>
    }
}
