//! Texts of the inbox.

use crate::texts::{Lang, day, manage::words};

crate::texts! {
    title { nb: "Innboks", nn: "Innboks", en: "Inbox" }
    waiting(n: u32, oldest: &str) {
        nb: { if n == 1 { format!("1 sak venter på deg, i {oldest}.") } else { format!("{n} saker venter på deg; den eldste i {oldest}.") } },
        nn: { if n == 1 { format!("1 sak ventar på deg, i {oldest}.") } else { format!("{n} saker ventar på deg; den eldste i {oldest}.") } },
        en: { if n == 1 { format!("1 case waits for you, for {oldest}.") } else { format!("{n} cases wait for you; the oldest for {oldest}.") } },
    }
    nothing_waits { nb: "Ingen saker venter på deg.", nn: "Ingen saker ventar på deg.", en: "No cases wait for you." }
    usual(length: &str) { nb: "Dere bruker vanligvis {length} på en sak.", nn: "De brukar vanlegvis {length} på ei sak.", en: "A case usually takes you {length}." }
    show_undecided { nb: "Å avgjøre", nn: "Å avgjere", en: "To decide" }
    show_offered { nb: "Venter på svar", nn: "Ventar på svar", en: "Waiting for an answer" }
    show_done { nb: "Ferdige", nn: "Ferdige", en: "Done" }
    which { nb: "Hvilke saker", nn: "Kva saker", en: "Which cases" }
    facility_count(name: &str, n: u32) { nb: "{name} ({n})", nn: "{name} ({n})", en: "{name} ({n})" }
    conflicts { nb: "Konflikter", nn: "Konfliktar", en: "Conflicts" }
    conflicts_with { nb: "Bare med konflikt", nn: "Berre med konflikt", en: "Only with conflict" }
    conflicts_without { nb: "Bare uten konflikt", nn: "Berre utan konflikt", en: "Only without conflict" }
    filter { nb: "Filter", nn: "Filter", en: "Filter" }
    sort { nb: "Rekkefølge", nn: "Rekkjefølgje", en: "Order" }
    sort_waiting { nb: "Ventet lengst", nn: "Venta lengst", en: "Waited longest" }
    sort_first { nb: "Første dato", nn: "Første dato", en: "First date" }
    sort_class { nb: "Prioritet", nn: "Prioritet", en: "Priority" }
    sort_applicant { nb: "Søker", nn: "Søkjar", en: "Applicant" }
    sort_conflicts { nb: "Flest konflikter", nn: "Flest konfliktar", en: "Most conflicts" }
    text_hint { nb: "Søker, sted, formål eller saksnummer", nn: "Søkjar, stad, formål eller saksnummer", en: "Applicant, place, purpose or case number" }

    col_choose { nb: "Velg", nn: "Vel", en: "Choose" }
    col_who { nb: "Hvem", nn: "Kven", en: "Who" }
    col_what { nb: "Hva og hvor", nn: "Kva og kvar", en: "What and where" }
    col_when { nb: "Når", nn: "Når", en: "When" }
    col_conflicts { nb: "Konflikter", nn: "Konfliktar", en: "Conflicts" }
    col_class { nb: "Klasse", nn: "Klasse", en: "Class" }
    col_waited { nb: "Ventet", nn: "Venta", en: "Waited" }
    waited_for { nb: "ventet", nn: "venta", en: "waited" }
    col_recommendation { nb: "Anbefaling", nn: "Tilråding", en: "Recommendation" }
    choose_case(number: &str, who: &str) { nb: "Velg sak {number}, {who}", nn: "Vel sak {number}, {who}", en: "Choose case {number}, {who}" }
    own { nb: "din egen", nn: "din eigen", en: "your own" }
    taken(n: u32) { nb: "{n} opptatt", nn: "{n} opptekne", en: "{n} taken" }
    wanted(n: u32) {
        nb: { if n == 1 { "1 annen vil ha".to_owned() } else { format!("{n} andre vil ha") } },
        nn: { if n == 1 { "1 annan vil ha".to_owned() } else { format!("{n} andre vil ha") } },
        en: { if n == 1 { "1 other wants it".to_owned() } else { format!("{n} others want it") } },
    }
    no_conflicts { nb: "ingen", nn: "ingen", en: "none" }
    approve { nb: "Godkjenn", nn: "Godkjenn", en: "Approve" }
    approve_case(number: &str, who: &str) { nb: "Godkjenn sak {number}, {who}", nn: "Godkjenn sak {number}, {who}", en: "Approve case {number}, {who}" }
    open_case(number: &str, who: &str) { nb: "Åpne sak {number}, {who}", nn: "Opne sak {number}, {who}", en: "Open case {number}, {who}" }
    approve_chosen { nb: "Godkjenn de valgte", nn: "Godkjenn dei valde", en: "Approve the chosen" }
    approve_chosen_note { nb: "Hver sak avgjøres for seg. En sak der noe er tatt, blir stående.", nn: "Kvar sak blir avgjord for seg. Ei sak der noko er teke, blir ståande.", en: "Each case is decided by itself. A case where something is taken is left." }
    table_caption { nb: "Saker", nn: "Saker", en: "Cases" }
    shown(n: usize, total: u32) { nb: "Viser {n} av {total}", nn: "Viser {n} av {total}", en: "Showing {n} of {total}" }
    empty { nb: "Ingen saker her", nn: "Ingen saker her", en: "No cases here" }
    empty_filter { nb: "Ingen saker passer med filteret.", nn: "Ingen saker passar med filteret.", en: "No cases match the filter." }
    empty_done { nb: "Alt er avgjort. Nye saker kommer hit når reglene ikke kan avgjøre dem.", nn: "Alt er avgjort. Nye saker kjem hit når reglane ikkje kan avgjere dei.", en: "Everything is decided. New cases come here when the rules cannot decide them." }

    rec_approve { nb: "Godkjenn alt", nn: "Godkjenn alt", en: "Approve all" }
    rec_but(taken: u32) {
        nb: { if taken == 1 { "Godkjenn alt unntatt 1 opptatt dato".to_owned() } else { format!("Godkjenn alt unntatt {taken} opptatte datoer") } },
        nn: { if taken == 1 { "Godkjenn alt unnateke 1 oppteken dato".to_owned() } else { format!("Godkjenn alt unnateke {taken} opptekne datoar") } },
        en: { if taken == 1 { "Approve all but 1 taken date".to_owned() } else { format!("Approve all but {taken} taken dates") } },
    }
    rec_yield(to: &str, class: &str) { nb: "{to} står foran ({class})", nn: "{to} står framfor ({class})", en: "{to} stands before ({class})" }
    rec_first(n: u32) {
        nb: { if n == 1 { "Står foran 1 annen".to_owned() } else { format!("Står foran {n} andre") } },
        nn: { if n == 1 { "Står framfor 1 annan".to_owned() } else { format!("Står framfor {n} andre") } },
        en: { if n == 1 { "Stands before 1 other".to_owned() } else { format!("Stands before {n} others") } },
    }
    rec_first_taken(first: &str, taken: u32) { nb: "{first}, {taken} opptatt", nn: "{first}, {taken} opptekne", en: "{first}, {taken} taken" }
    rec_all_taken { nb: "Alt er opptatt: tilby noe annet", nn: "Alt er oppteke: tilby noko anna", en: "Everything is taken: offer something else" }
    rec_own { nb: "Din egen: en annen må avgjøre", nn: "Din eigen: ein annan må avgjere", en: "Your own: another person must decide" }
    rec_nothing { nb: "Ingenting å avgjøre", nn: "Ingenting å avgjere", en: "Nothing to decide" }

    keys { nb: "Hurtigtaster", nn: "Hurtigtastar", en: "Keyboard shortcuts" }
    keys_show { nb: "Vis hurtigtaster", nn: "Vis hurtigtastar", en: "Show keyboard shortcuts" }
    keys_close { nb: "Lukk", nn: "Lukk", en: "Close" }
    key_next { nb: "Neste sak", nn: "Neste sak", en: "Next case" }
    key_previous { nb: "Forrige sak", nn: "Førre sak", en: "Previous case" }
    key_open { nb: "Åpne saken", nn: "Opne saka", en: "Open the case" }
    key_approve { nb: "Godkjenn", nn: "Godkjenn", en: "Approve" }
    key_reject { nb: "Gå til avslag", nn: "Gå til avslag", en: "Go to refusal" }
    key_choose { nb: "Velg eller velg bort saken", nn: "Vel eller vel bort saka", en: "Choose or unchoose the case" }
    key_back { nb: "Tilbake til innboksen", nn: "Tilbake til innboksen", en: "Back to the inbox" }
    keys_off { nb: "Slå av hurtigtastene", nn: "Slå av hurtigtastane", en: "Turn the shortcuts off" }
    key_help { nb: "Vis denne hjelpen", nn: "Vis denne hjelpa", en: "Show this help" }
}

/// What seems right, in a few words.
#[cfg(feature = "ssr")]
pub fn recommendation(l: Lang, what: &ledig_service::case::inbox::Recommendation) -> String {
    use ledig_service::case::inbox::Recommendation as R;
    match what {
        R::ApproveAll => rec_approve(l).to_owned(),
        R::ApproveAllBut { taken } => rec_but(l, *taken),
        R::Yield { to, class, .. } => rec_yield(l, to, &words::class_short(l, class)),
        R::FirstAmong { others, taken: 0 } => rec_first(l, *others),
        R::FirstAmong { others, taken } => rec_first_taken(l, &rec_first(l, *others), *taken),
        R::AllTaken => rec_all_taken(l).to_owned(),
        R::OwnOrganisation => rec_own(l).to_owned(),
        R::Nothing => rec_nothing(l).to_owned(),
    }
}

/// How many dates from when to when.
pub fn span(l: Lang, dates: u32, first: chrono::NaiveDate, last: chrono::NaiveDate) -> String {
    if dates == 1 {
        return day::date_short(l, first);
    }
    format!(
        "{}, {} – {}",
        words::dates(l, dates),
        day::day_month_short(l, first),
        day::day_month_short(l, last)
    )
}
