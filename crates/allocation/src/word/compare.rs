//! Two seasons compared, as a table.

use super::{counted, line};
use crate::{
    format::Instance,
    scenario::{By, Change, Comparison, Difference, Weight, WishChange},
};
use std::collections::BTreeMap;

/// So many organisations that gain, that lose, and wishes are told; of the rest only how many they are.
const MOST: usize = 20;

/// What is otherwise in the second of two seasons: hours by group, who gains and who loses. A difference that is no
/// larger than what the search leaves to chance is said to be so.
pub fn comparison(before: &Instance, after: &Instance, told: &Comparison) -> String {
    let names = Names::of([before, after]);
    let mut text = String::new();
    line(
        &mut text,
        format_args!("Hours over the season: «{}» and «{}».", before.name, after.name),
    );
    let runs = usize::try_from(told.noise_runs).unwrap_or(usize::MAX);
    let noise = if runs > 0 {
        format!(
            "By {} with other seeds, ± is what chance alone may change.",
            counted(runs, "more run")
        )
    } else {
        "No more runs were made: nobody knows what of it is chance.".into()
    };
    line(&mut text, format_args!("Both with seed {}. {noise}", told.seed));
    if told.stopped {
        line(
            &mut text,
            format_args!("It was stopped before its end; what differs may come of that alone."),
        );
    }
    let mut rows = vec![Row::of("Everything".into(), &told.total)];
    let by = [
        By::Age,
        By::Sport,
        By::Gender,
        By::HomeDistrict,
        By::PlaceDistrict,
    ];
    for by in by {
        rows.push(Row::head(heading(by)));
        let groups = told.groups.iter().filter(|group| group.by == by);
        rows.extend(groups.map(|group| Row::of(format!("  {}", named(&group.group)), &group.difference)));
    }
    let change = |change: &Change| {
        let name = names.organisation(&change.organisation);
        Row::of(format!("  {name}"), &change.difference)
    };
    for (title, list) in [
        ("Organisations that gain", &told.gain),
        ("Organisations that lose", &told.lose),
    ] {
        rows.push(Row::head(&format!("{title}: {}", list.len())));
        rows.extend(list.iter().take(MOST).map(change));
        rows.extend(left_out(list.len()));
    }
    table(&mut text, &rows);
    wishes(&mut text, &told.wishes, &names);
    text
}

/// Wishes with another number of sessions.
fn wishes(text: &mut String, changed: &[WishChange], names: &Names<'_>) {
    line(
        text,
        format_args!("Wishes with more or fewer sessions: {}", changed.len()),
    );
    for wish in changed.iter().take(MOST) {
        let whose = names.organisation(&wish.organisation);
        line(
            text,
            format_args!(
                "  «{}» ({whose}): {} instead of {}",
                wish.wish, wish.after, wish.before
            ),
        );
    }
    if let Some(row) = left_out(changed.len()) {
        line(text, format_args!("{}", row.name));
    }
}

const fn heading(by: By) -> &'static str {
    match by {
        By::Age => "By age",
        By::Sport => "By sport",
        By::Gender => "By gender",
        By::HomeDistrict => "By the organisation's district",
        By::PlaceDistrict => "By the hall's district",
        By::Organisation => "By organisation",
    }
}

fn named(group: &str) -> &str {
    if group.is_empty() { "(not said)" } else { group }
}

fn left_out(all: usize) -> Option<Row> {
    let more = all.saturating_sub(MOST);
    (more > 0).then(|| Row::head(&format!("  and {more} more")))
}

/// A line of the table; one without figures is a heading.
struct Row {
    name: String,
    figures: Option<([String; 3], String)>,
}

impl Row {
    fn head(name: &str) -> Self {
        Self {
            name: name.into(),
            figures: None,
        }
    }

    fn of(name: String, told: &Difference) -> Self {
        let more = told.more_minutes;
        let sign = if more > 0 { "+" } else { "" };
        let noise = told.noise_minutes.unwrap_or_default();
        let weight = match told.weight {
            Weight::Noise => format!("no more than chance (±{})", hours(noise.into())),
            Weight::Clear => format!("more than chance (±{})", hours(noise.into())),
            Weight::Same | Weight::Unknown => String::new(),
        };
        let figures = [
            hours(told.before.season_minutes.into()),
            hours(told.after.season_minutes.into()),
            format!("{sign}{}", hours(more.into())),
        ];
        Self {
            name,
            figures: Some((figures, weight)),
        }
    }
}

/// Minutes as hours with one decimal, rounded.
fn hours(minutes: i128) -> String {
    let tenths = (minutes.abs() + 3) / 6;
    let sign = if minutes < 0 && tenths > 0 { "−" } else { "" };
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

fn table(text: &mut String, rows: &[Row]) {
    let wide = |name: &str| name.chars().count();
    let with_figures = || rows.iter().filter(|row| row.figures.is_some());
    let names = with_figures()
        .map(|row| wide(&row.name))
        .max()
        .unwrap_or_default();
    let titles = ["before", "after", "difference"];
    let width = |column: usize| {
        let figures = rows.iter().filter_map(|row| row.figures.as_ref());
        let figures = figures.map(|(figures, _)| wide(&figures[column]));
        figures.chain([wide(titles[column])]).max().unwrap_or_default()
    };
    let widths = [width(0), width(1), width(2)];
    let columns = |cells: [&str; 3]| -> String {
        let cells = cells.iter().zip(widths);
        cells.map(|(cell, width)| format!("  {cell:>width$}")).collect()
    };
    line(text, format_args!("{:names$}{}", "", columns(titles)));
    for row in rows {
        match &row.figures {
            None => line(text, format_args!("{}", row.name)),
            Some((figures, weight)) => {
                let cells = columns([&figures[0], &figures[1], &figures[2]]);
                let whole = format!("{:names$}{cells}  {weight}", row.name);
                line(text, format_args!("{}", whole.trim_end()));
            }
        }
    }
}

/// What organisations are called in either season.
struct Names<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Names<'a> {
    fn of(seasons: [&'a Instance; 2]) -> Self {
        let all = seasons.iter().flat_map(|season| &season.organisations);
        let named = all.filter(|one| !one.name.is_empty());
        Self(named.map(|one| (one.id.as_str(), one.name.as_str())).collect())
    }

    fn organisation(&self, id: &'a str) -> &'a str {
        self.0.get(id).copied().unwrap_or(id)
    }
}
