//! Texts of the rules that decide at once, and of the priority classes.

use crate::texts::{Lang, day, kinds, manage::words};
use ledig_domain::auto_rule::Terms;

crate::texts! {
    title { nb: "Regler som avgjør straks", nn: "Reglar som avgjer straks", en: "Rules that decide at once" }
    answer(active: usize) {
        nb: { match active { 0 => "Ingen regler avgjør nå: en person må se på alt.".to_owned(), 1 => "1 regel avgjør nå. Resten går til en person.".to_owned(), _ => format!("{active} regler avgjør nå. Resten går til en person.") } },
        nn: { match active { 0 => "Ingen reglar avgjer no: ein person må sjå på alt.".to_owned(), 1 => "1 regel avgjer no. Resten går til ein person.".to_owned(), _ => format!("{active} reglar avgjer no. Resten går til ein person.") } },
        en: { match active { 0 => "No rules decide now: a person has to look at everything.".to_owned(), 1 => "1 rule decides now. The rest goes to a person.".to_owned(), _ => format!("{active} rules decide now. The rest goes to a person.") } },
    }
    views { nb: "Regler", nn: "Reglar", en: "Rules" }
    tab_auto { nb: "Avgjør straks", nn: "Avgjer straks", en: "Decide at once" }
    tab_priority { nb: "Prioritet", nn: "Prioritet", en: "Priority" }
    new { nb: "Ny regel", nn: "Ny regel", en: "New rule" }
    none { nb: "Ingen regler ennå", nn: "Ingen reglar enno", en: "No rules yet" }
    none_text { nb: "En regel sier ja med en gang til det enkle, så søkeren slipper å vente og du slipper å se på det.", nn: "Ein regel seier ja med ein gong til det enkle, så søkjaren slepp å vente og du slepp å sjå på det.", en: "A rule says yes at once to what is simple, so that the applicant need not wait and you need not look." }
    everywhere { nb: "Hele kommunen", nn: "Heile kommunen", en: "The whole municipality" }
    active { nb: "Avgjør nå", nn: "Avgjer no", en: "Decides now" }
    inactive { nb: "Slått av", nn: "Slått av", en: "Turned off" }
    version(n: u32) { nb: "versjon {n}", nn: "versjon {n}", en: "version {n}" }
    since(date: &str) { nb: "fra {date}", nn: "frå {date}", en: "from {date}" }
    made_by(name: &str) { nb: "av {name}", nn: "av {name}", en: "by {name}" }
    decided(n: u32) {
        nb: { match n { 0 => "har ikke avgjort noe ennå".to_owned(), 1 => "har avgjort 1 søknad".to_owned(), _ => format!("har avgjort {n} søknader") } },
        nn: { match n { 0 => "har ikkje avgjort noko enno".to_owned(), 1 => "har avgjort 1 søknad".to_owned(), _ => format!("har avgjort {n} søknader") } },
        en: { match n { 0 => "has decided nothing yet".to_owned(), 1 => "has decided 1 request".to_owned(), _ => format!("has decided {n} requests") } },
    }
    edit_rule(name: &str) { nb: "Rediger «{name}»", nn: "Rediger «{name}»", en: "Edit “{name}”" }
    see_rule(name: &str) { nb: "Se «{name}»", nn: "Sjå «{name}»", en: "See “{name}”" }
    says_yes { nb: "Si ja med en gang når", nn: "Sei ja med ein gong når", en: "Say yes at once when" }
    says_yes_always { nb: "Si ja med en gang til alt som er ledig.", nn: "Sei ja med ein gong til alt som er ledig.", en: "Say yes at once to everything that is free." }
    always_free { nb: "Det må alltid være ledig og innenfor bestillingsreglene.", nn: "Det må alltid vere ledig og innanfor bestillingsreglane.", en: "It must always be free and within the booking rules." }

    name { nb: "Hva regelen heter", nn: "Kva regelen heiter", en: "What the rule is called" }
    name_hint { nb: "Søkeren leser navnet i vedtaket", nn: "Søkjaren les namnet i vedtaket", en: "The applicant reads the name in the decision" }
    scope { nb: "Gjelder i", nn: "Gjeld i", en: "Holds in" }
    empty_asks_nothing { nb: "Et felt uten noe i spør ikke om noe.", nn: "Eit felt utan noko i spør ikkje om noko.", en: "A field with nothing in it asks for nothing." }
    t_kinds { nb: "søkeren er", nn: "søkjaren er", en: "the applicant is" }
    t_kinds_is(list: &str) { nb: "søkeren er {list}", nn: "søkjaren er {list}", en: "the applicant is {list}" }
    t_or { nb: "eller", nn: "eller", en: "or" }
    t_approved { nb: "organisasjonen er godkjent", nn: "organisasjonen er godkjend", en: "the organisation is approved" }
    t_price { nb: "prisgruppen er", nn: "prisgruppa er", en: "the price group is" }
    t_price_is(list: &str) { nb: "prisgruppen er {list}", nn: "prisgruppa er {list}", en: "the price group is {list}" }
    t_minutes { nb: "hver dato varer høyst", nn: "kvar dato varer høgst", en: "each date lasts at most" }
    t_minutes_is(max: &str) { nb: "hver dato varer høyst {max}", nn: "kvar dato varer høgst {max}", en: "each date lasts at most {max}" }
    t_within { nb: "hver dato er mellom", nn: "kvar dato er mellom", en: "each date is between" }
    t_within_and { nb: "og", nn: "og", en: "and" }
    t_within_is(span: &str) { nb: "hver dato er innenfor {span}", nn: "kvar dato er innanfor {span}", en: "each date is within {span}" }
    t_weekdays { nb: "datoene er på", nn: "datoane er på", en: "the dates are on" }
    t_weekdays_is(list: &str) { nb: "datoene er på {list}", nn: "datoane er på {list}", en: "the dates are on {list}" }
    t_weekly { nb: "organisasjonen får til sammen høyst", nn: "organisasjonen får til saman høgst", en: "the organisation gets in all at most" }
    t_weekly_after { nb: "minutter i uken", nn: "minutt i veka", en: "minutes a week" }
    t_weekly_is(max: &str) { nb: "organisasjonen får til sammen høyst {max} i uken", nn: "organisasjonen får til saman høgst {max} i veka", en: "the organisation gets in all at most {max} a week" }
    t_dates { nb: "det er høyst", nn: "det er høgst", en: "there are at most" }
    t_dates_after { nb: "datoer", nn: "datoar", en: "dates" }
    t_dates_is(max: &str) { nb: "det er høyst {max}", nn: "det er høgst {max}", en: "there are at most {max}" }
    t_persons { nb: "det kommer høyst", nn: "det kjem høgst", en: "there come at most" }
    t_persons_after { nb: "personer", nn: "personar", en: "persons" }
    t_persons_is(max: &str) { nb: "det kommer høyst {max}", nn: "det kjem høgst {max}", en: "there come at most {max}" }
    t_competitors { nb: "ingen andre har søkt om noe av samme tid", nn: "ingen andre har søkt om noko av same tid", en: "no one else has asked for some of the same time" }
    active_field { nb: "Regelen avgjør", nn: "Regelen avgjer", en: "The rule decides" }
    active_hint { nb: "Uten hake er regelen slått av, men beholdes", nn: "Utan hake er regelen slått av, men blir behalden", en: "Unticked, the rule is turned off but kept" }
    save_version(n: u32) { nb: "Lagre som versjon {n}", nn: "Lagre som versjon {n}", en: "Save as version {n}" }
    versions_note { nb: "Det som alt er avgjort, beholder versjonen det ble avgjort etter.", nn: "Det som alt er avgjort, held på versjonen det vart avgjort etter.", en: "What is already decided keeps the version by which it was decided." }
    try_it { nb: "Prøv på de siste 200 sakene", nn: "Prøv på dei siste 200 sakene", en: "Try on the last 200 cases" }

    replay { nb: "Hva regelen ville avgjort", nn: "Kva regelen ville avgjort", en: "What the rule would have decided" }
    replay_answer(approved: u32, looked_at: u32, spared: u32) {
        nb: { format!("Av de {looked_at} siste sakene ville den sagt ja til {approved}. {spared} av dem så en person på.") },
        nn: { format!("Av dei {looked_at} siste sakene ville han sagt ja til {approved}. {spared} av dei såg ein person på.") },
        en: { format!("Of the last {looked_at} cases it would have said yes to {approved}. A person looked at {spared} of them.") },
    }
    replay_none { nb: "Det er ingen saker å prøve den på ennå.", nn: "Det er ingen saker å prøve han på enno.", en: "There are no cases to try it on yet." }
    replay_differs(n: u32) {
        nb: { if n == 1 { "1 av dem sa en person nei til, helt eller delvis. Se på den før du lagrer.".to_owned() } else { format!("{n} av dem sa en person nei til, helt eller delvis. Se på dem før du lagrer.") } },
        nn: { if n == 1 { "1 av dei sa ein person nei til, heilt eller delvis. Sjå på ho før du lagrar.".to_owned() } else { format!("{n} av dei sa ein person nei til, heilt eller delvis. Sjå på dei før du lagrar.") } },
        en: { if n == 1 { "A person said no to 1 of them, in whole or in part. Look at it before you save.".to_owned() } else { format!("A person said no to {n} of them, in whole or in part. Look at them before you save.") } },
    }
    col_case { nb: "Sak", nn: "Sak", en: "Case" }
    col_rule { nb: "Regelen", nn: "Regelen", en: "The rule" }
    col_was { nb: "Ble", nn: "Vart", en: "Was" }
    would_yes { nb: "Ja", nn: "Ja", en: "Yes" }
    would_no { nb: "Til en person", nn: "Til ein person", en: "To a person" }
    by_rule { nb: "av en regel", nn: "av ein regel", en: "by a rule" }
    by_person { nb: "av en person", nn: "av ein person", en: "by a person" }
    undecided { nb: "Ikke avgjort", nn: "Ikkje avgjort", en: "Undecided" }

    priority { nb: "Prioritetsklasser", nn: "Prioritetsklassar", en: "Priority classes" }
    priority_answer(n: usize) {
        nb: { match n { 0 => "Ingen klasser ennå: den som søker først, går foran.".to_owned(), _ => format!("{n} klasser. Når flere vil ha samme tid, går den øverste klassen foran, deretter den som søkte først.") } },
        nn: { match n { 0 => "Ingen klassar enno: den som søkjer først, går framfor.".to_owned(), _ => format!("{n} klassar. Når fleire vil ha same tid, går den øvste klassen framfor, deretter den som søkte først.") } },
        en: { match n { 0 => "No classes yet: whoever asks first comes first.".to_owned(), _ => format!("{n} classes. When several want the same time, the highest class comes first, then whoever asked first.") } },
    }
    priority_note { nb: "En søker hører til den første klassen der alt stemmer. Saker beholder klassen de fikk da de ble sendt.", nn: "Ein søkjar høyrer til den første klassen der alt stemmer. Saker held på klassen dei fekk då dei vart sende.", en: "An applicant belongs to the first class where everything holds. Cases keep the class they were given when sent." }
    place { nb: "Plass", nn: "Plass", en: "Place" }
    class_name { nb: "Klasse", nn: "Klasse", en: "Class" }
    class_new { nb: "Ny klasse", nn: "Ny klasse", en: "New class" }
    class_kinds { nb: "Hvem", nn: "Kven", en: "Who" }
    class_anyone { nb: "Ingen hake betyr alle", nn: "Ingen hake tyder alle", en: "No tick means anyone" }
    age_from { nb: "Yngste er minst", nn: "Yngste er minst", en: "Youngest is at least" }
    age_to { nb: "Eldste er høyst", nn: "Eldste er høgst", en: "Oldest is at most" }
    adapted { nb: "Tilrettelagt for funksjonshemmede", nn: "Tilrettelagt for funksjonshemma", en: "Adapted for disabled people" }
    source { nb: "Hvor regelen er kunngjort", nn: "Kvar regelen er kunngjord", en: "Where the rule is published" }
    clear_to_remove { nb: "Tøm navnet for å fjerne klassen", nn: "Tøm namnet for å fjerne klassen", en: "Clear the name to remove the class" }
    ages_between(from: u8, to: u8) { nb: "{from}–{to} år", nn: "{from}–{to} år", en: "{from}–{to} years" }
    ages_from(from: u8) { nb: "fra {from} år", nn: "frå {from} år", en: "from {from} years" }
    ages_to(to: u8) { nb: "til og med {to} år", nn: "til og med {to} år", en: "up to {to} years" }
}

/// What a rule asks for, each as a clause of "say yes at once when …".
pub fn clauses(l: Lang, terms: &Terms) -> Vec<String> {
    let or = |names: Vec<String>| match names.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [first @ .., last] => Some(format!("{} {} {last}", first.join(", "), t_or(l))),
    };
    let kinds_asked = or(terms
        .kinds
        .iter()
        .map(|kind| kinds::applicant(l, *kind).to_lowercase())
        .collect());
    let prices = or(terms
        .price_groups
        .iter()
        .map(|group| kinds::price_group(l, *group).to_lowercase())
        .collect());
    let weekdays = terms.weekdays.map(|days| {
        let names: Vec<String> = days.iter().map(|one| day::weekdays(l, one)).collect();
        words::joined(l, &names)
    });
    [
        kinds_asked.map(|list| t_kinds_is(l, &list)),
        terms.approved_only.then(|| t_approved(l).to_owned()),
        prices.map(|list| t_price_is(l, &list)),
        terms
            .max_minutes
            .map(|max| t_minutes_is(l, &day::minutes(l, u32::from(max)))),
        terms.within.map(|span| t_within_is(l, &day::times(l, span))),
        weekdays.map(|list| t_weekdays_is(l, &list)),
        terms
            .weekly_minutes
            .map(|max| t_weekly_is(l, &day::minutes(l, max))),
        terms
            .max_dates
            .map(|max| t_dates_is(l, &words::dates(l, u32::from(max)))),
        terms
            .max_persons
            .map(|max| t_persons_is(l, &words::persons(l, max))),
        terms.no_competitors.then(|| t_competitors(l).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}
