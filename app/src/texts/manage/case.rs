//! Texts of a case as the one who decides sees it.

crate::texts! {
    title(number: &str) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    heading(who: &str, number: &str) { nb: "{who}, sak {number}", nn: "{who}, sak {number}", en: "{who}, case {number}" }
    free_of(free: usize, dates: &str) { nb: "{free} av {dates} er ledige.", nn: "{free} av {dates} er ledige.", en: "{free} of {dates} are free." }
    one_free { nb: "Tiden er ledig.", nn: "Tida er ledig.", en: "The time is free." }
    one_not_free { nb: "Tiden kan ikke gis som ønsket.", nn: "Tida kan ikkje givast som ønskt.", en: "The time cannot be had as asked." }
    nothing_open { nb: "Det er ingenting å avgjøre her nå.", nn: "Det er ingenting å avgjere her no.", en: "There is nothing to decide here now." }
    advice(text: &str) { nb: "Anbefaling: {text}.", nn: "Tilråding: {text}.", en: "Recommendation: {text}." }
    advice_lead { nb: "Anbefaling:", nn: "Tilråding:", en: "Recommendation:" }
    stands_before(dates: &str, class: &str) { nb: "står foran på {dates} ({class}).", nn: "står framfor på {dates} ({class}).", en: "stands before on {dates} ({class})." }
    look_at_first(who: &str) { nb: "Se på {who} først", nn: "Sjå på {who} først", en: "Look at {who} first" }
    next_case { nb: "Neste sak", nn: "Neste sak", en: "Next case" }
    previous_case { nb: "Forrige sak", nn: "Førre sak", en: "Previous case" }
    as_applicant { nb: "Se saken slik søkeren ser den", nn: "Sjå saka slik søkjaren ser ho", en: "See the case as the applicant sees it" }

    barred_own { nb: "Du hører til organisasjonen som søker, så en annen må avgjøre (forvaltningsloven § 6).", nn: "Du høyrer til organisasjonen som søkjer, så ein annan må avgjere (forvaltingslova § 6).", en: "You belong to the organisation that asks, so another person must decide (Public Administration Act § 6)." }
    barred_role { nb: "Rollen din lar deg se saken, men ikke avgjøre den.", nn: "Rolla di lèt deg sjå saka, men ikkje avgjere ho.", en: "Your role lets you see the case, but not decide it." }

    decide { nb: "Avgjør", nn: "Avgjer", en: "Decide" }
    approve_free(n: usize) {
        nb: { if n == 1 { "Godkjenn den ledige datoen".to_owned() } else { format!("Godkjenn de {n} ledige datoene") } },
        nn: { if n == 1 { "Godkjenn den ledige datoen".to_owned() } else { format!("Godkjenn dei {n} ledige datoane") } },
        en: { if n == 1 { "Approve the free date".to_owned() } else { format!("Approve the {n} free dates") } },
    }
    approve_all(n: usize) {
        nb: { if n == 1 { "Godkjenn".to_owned() } else { format!("Godkjenn alle {n} datoer") } },
        nn: { if n == 1 { "Godkjenn".to_owned() } else { format!("Godkjenn alle {n} datoar") } },
        en: { if n == 1 { "Approve".to_owned() } else { format!("Approve all {n} dates") } },
    }
    reject_all { nb: "Avslå hele søknaden", nn: "Avslå heile søknaden", en: "Refuse the whole request" }
    reject_now { nb: "Send avslag", nn: "Send avslag", en: "Send refusal" }
    by_date { nb: "Avgjør dato for dato", nn: "Avgjer dato for dato", en: "Decide date by date" }
    send_by_date { nb: "Send vedtaket", nn: "Send vedtaket", en: "Send the decision" }
    choice_yes { nb: "Godkjenn", nn: "Godkjenn", en: "Approve" }
    choice_no { nb: "Avslå", nn: "Avslå", en: "Refuse" }
    choice_offer { nb: "Tilby", nn: "Tilby", en: "Offer" }
    choice_leave { nb: "La stå", nn: "La stå", en: "Leave" }
    what_becomes(date: &str) { nb: "Vedtak for {date}", nn: "Vedtak for {date}", en: "Decision for {date}" }
    free { nb: "Ledig", nn: "Ledig", en: "Free" }
    closed(why: &str) { nb: "Stengt: {why}", nn: "Stengt: {why}", en: "Closed: {why}" }
    closed_plain { nb: "Stengt", nn: "Stengt", en: "Closed" }
    left_out { nb: "Utelatt", nn: "Utelate", en: "Left out" }
    wanted_by(n: usize) {
        nb: { if n == 1 { "1 annen sak vil ha tiden".to_owned() } else { format!("{n} andre saker vil ha tiden") } },
        nn: { if n == 1 { "1 anna sak vil ha tida".to_owned() } else { format!("{n} andre saker vil ha tida") } },
        en: { if n == 1 { "1 other case wants the time".to_owned() } else { format!("{n} other cases want the time") } },
    }
    waits { nb: "venter på ledig tid", nn: "ventar på ledig tid", en: "waits to come free" }
    offer_which { nb: "Tilbud", nn: "Tilbod", en: "Offer" }
    offer_other { nb: "Annet sted eller tid, skriv under", nn: "Annan stad eller tid, skriv under", en: "Another place or time, write below" }
    offer_space { nb: "Sted", nn: "Stad", en: "Place" }
    offer_elsewhere { nb: "Sted i et annet anlegg", nn: "Stad i eit anna anlegg", en: "Place in another facility" }
    offer_elsewhere_hint { nb: "Anlegg og del, hvis stedet ikke står i listen", nn: "Anlegg og del, om staden ikkje står i lista", en: "Facility and part, if the place is not in the list" }
    offer_date { nb: "Dato", nn: "Dato", en: "Date" }
    offer_hours { nb: "Tilbudet holdes av til søkeren svarer eller fristen går ut.", nn: "Tilbodet blir halde av til søkjaren svarar eller fristen går ut.", en: "The offer is held until the applicant answers or the deadline passes." }
    offer_missing { nb: "Velg et tilbud, eller skriv sted og tid", nn: "Vel eit tilbod, eller skriv stad og tid", en: "Choose an offer, or write place and time" }
    reason { nb: "Grunn til avslag", nn: "Grunn til avslag", en: "Reason for refusal" }
    reason_choose { nb: "Velg grunn", nn: "Vel grunn", en: "Choose a reason" }
    reason_for_dates { nb: "Gjelder datoene du avslår", nn: "Gjeld datoane du avslår", en: "Applies to the dates you refuse" }
    own_words { nb: "Med egne ord", nn: "Med eigne ord", en: "In your own words" }
    own_words_hint { nb: "Søkeren leser dette i vedtaket", nn: "Søkjaren les dette i vedtaket", en: "The applicant reads this in the decision" }
    text { nb: "Begrunnelse for hele vedtaket (valgfritt)", nn: "Grunngiving for heile vedtaket (valfritt)", en: "Reasons for the whole decision (optional)" }

    dates { nb: "Datoer", nn: "Datoar", en: "Dates" }
    cancel { nb: "Avlys", nn: "Avlys", en: "Cancel" }
    cancel_date(date: &str) { nb: "Avlys {date}", nn: "Avlys {date}", en: "Cancel {date}" }
    cancel_title(date: &str) { nb: "Avlyse {date}?", nn: "Avlyse {date}?", en: "Cancel {date}?" }
    cancel_note { nb: "Den som har tiden får beskjed med grunnen, og tiden blir ledig med en gang. Det kan ikke angres.", nn: "Den som har tida får beskjed med grunnen, og tida blir ledig med ein gong. Det kan ikkje angrast.", en: "The one who has the time is told the reason, and the time is free at once. It cannot be undone." }
    cancel_one { nb: "Bare denne datoen", nn: "Berre denne datoen", en: "Only this date" }
    cancel_following { nb: "Denne og alle etter", nn: "Denne og alle etter", en: "This and all after" }
    cancel_all { nb: "Alle datoer som kommer", nn: "Alle datoar som kjem", en: "All dates to come" }
    cancel_how { nb: "Hvor mye?", nn: "Kor mykje?", en: "How much?" }
    cancel_why { nb: "Hvorfor?", nn: "Kvifor?", en: "Why?" }
    cancel_yes { nb: "Avlys", nn: "Avlys", en: "Cancel the time" }
    cancel_no { nb: "Behold tiden", nn: "Behald tida", en: "Keep the time" }

    request { nb: "Søknaden", nn: "Søknaden", en: "The request" }
    applicant { nb: "Søker", nn: "Søkjar", en: "Applicant" }
    sent_by(name: &str) { nb: "sendt av {name}", nn: "sendt av {name}", en: "sent by {name}" }
    place { nb: "Sted", nn: "Stad", en: "Place" }
    when { nb: "Når", nn: "Når", en: "When" }
    purpose { nb: "Formål", nn: "Formål", en: "Purpose" }
    class { nb: "Prioritet", nn: "Prioritet", en: "Priority" }
    waited { nb: "Ventet", nn: "Venta", en: "Waited" }

    week { nb: "Uken med søknaden tegnet inn", nn: "Veka med søknaden teikna inn", en: "The week with the request drawn in" }
    week_previous { nb: "Forrige uke med datoer", nn: "Førre veke med datoar", en: "Previous week with dates" }
    week_next { nb: "Neste uke med datoer", nn: "Neste veke med datoar", en: "Next week with dates" }
    kind_booked { nb: "Bestilt", nn: "Bestilt", en: "Booked" }
    kind_own { nb: "Søkerens egen tid", nn: "Søkjarens eiga tid", en: "The applicant’s own time" }
    kind_held { nb: "Holdt av", nn: "Halde av", en: "Held" }
    kind_closed { nb: "Stengt", nn: "Stengt", en: "Closed" }
    kind_asked { nb: "Denne søknaden", nn: "Denne søknaden", en: "This request" }
    kind_competing { nb: "Annen søknad", nn: "Annan søknad", en: "Another request" }
    day { nb: "Dag", nn: "Dag", en: "Day" }

    ranking { nb: "Hvem vil ha den samme tiden", nn: "Kven vil ha den same tida", en: "Who wants the same time" }
    ranking_alone { nb: "Ingen andre har søkt om den samme tiden.", nn: "Ingen andre har søkt om den same tida.", en: "No one else has asked for the same time." }
    ranking_note { nb: "Ordnet etter prioritetsklasse, deretter hvem som søkte først.", nn: "Ordna etter prioritetsklasse, deretter kven som søkte først.", en: "Ordered by priority class, then by who asked first." }
    this_case { nb: "denne saken", nn: "denne saka", en: "this case" }
    same_dates(n: &str, of: u32) { nb: "{n} felles, {of} i alt", nn: "{n} felles, {of} i alt", en: "{n} in common, {of} in all" }
    before_class { nb: "Går foran den neste fordi klassen er høyere.", nn: "Går framfor den neste fordi klassen er høgare.", en: "Comes before the next because its class is higher." }
    before_first { nb: "Samme klasse som den neste, men søkte først.", nn: "Same klasse som den neste, men søkte først.", en: "Same class as the next, but asked first." }
    asked_ago(ago: &str) { nb: "søkte {ago}", nn: "søkte {ago}", en: "asked {ago}" }

    verdict { nb: "Hva reglene sier", nn: "Kva reglane seier", en: "What the rules say" }
    verdict_yes(name: &str) { nb: "Regelen «{name}» ville sagt ja nå.", nn: "Regelen «{name}» ville sagt ja no.", en: "The rule “{name}” would say yes now." }
    verdict_none { nb: "Ingen regel gjelder her, så en person avgjør.", nn: "Ingen regel gjeld her, så ein person avgjer.", en: "No rule holds here, so a person decides." }
    verdict_nearest(name: &str) { nb: "«{name}» var nærmest, men:", nn: "«{name}» var nærast, men:", en: "“{name}” came nearest, but:" }
    verdict_others { nb: "Andre regler", nn: "Andre reglar", en: "Other rules" }
    verdict_other(name: &str) { nb: "«{name}»:", nn: "«{name}»:", en: "“{name}”:" }

    history { nb: "Historikk", nn: "Historikk", en: "History" }
    history_cases { nb: "Saker siste år", nn: "Saker siste år", en: "Cases last year" }
    history_dates { nb: "Datoer siste år og framover", nn: "Datoar siste år og framover", en: "Dates last year and ahead" }
    history_back { nb: "Gitt tilbake selv", nn: "Gitt tilbake sjølv", en: "Given back themselves" }
    history_week { nb: "Har den uken fra før", nn: "Har den veka frå før", en: "Holds that week already" }
    none { nb: "ingen", nn: "ingen", en: "none" }
    history_none { nb: "Ingen tidligere saker.", nn: "Ingen tidlegare saker.", en: "No earlier cases." }
}
