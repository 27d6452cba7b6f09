//! Texts of the frame around every page, and words that all pages share.

crate::texts! {
    skip_to_content { nb: "Hopp til innholdet", nn: "Hopp til innhaldet", en: "Skip to content" }
    tagline { nb: "Finn og bestill ledig tid", nn: "Finn og bestill ledig tid", en: "Find and book free time" }
    main_menu { nb: "Hovedmeny", nn: "Hovudmeny", en: "Main menu" }
    menu { nb: "Meny", nn: "Meny", en: "Menu" }
    nav_search { nb: "Finn ledig tid", nn: "Finn ledig tid", en: "Find a free time" }
    nav_facilities { nb: "Anlegg", nn: "Anlegg", en: "Facilities" }
    nav_my_page { nb: "Min side", nn: "Mi side", en: "My page" }
    nav_manage { nb: "Forvaltning", nn: "Forvaltning", en: "Management" }
    sign_in { nb: "Logg inn", nn: "Logg inn", en: "Sign in" }
    sign_out { nb: "Logg ut", nn: "Logg ut", en: "Sign out" }
    signed_in_as(name: &str) { nb: "Logget inn som {name}", nn: "Logga inn som {name}", en: "Signed in as {name}" }
    acting_for { nb: "Du handler for", nn: "Du handlar for", en: "You act for" }
    acting_for_self { nb: "Deg selv", nn: "Deg sjølv", en: "Yourself" }
    switch { nb: "Bytt", nn: "Byt", en: "Switch" }
    language { nb: "Språk", nn: "Språk", en: "Language" }
    accessibility { nb: "Tilgjengelighetserklæring", nn: "Tilgjengeerklæring", en: "Accessibility statement" }
    privacy { nb: "Personvern", nn: "Personvern", en: "Privacy" }
    footer_about { nb: "Ledig viser hva som er ledig i kommunens haller, saler og baner, og hvem som har tiden.", nn: "Ledig viser kva som er ledig i hallane, salane og banene til kommunen, og kven som har tida.", en: "Ledig shows what is free in the municipality’s halls, rooms and pitches, and who has the time." }
    municipality(name: &str) { nb: "{name} kommune", nn: "{name} kommune", en: "{name} municipality" }
    breadcrumbs { nb: "Du er her", nn: "Du er her", en: "You are here" }
    home { nb: "Forsiden", nn: "Framsida", en: "Home" }
    back { nb: "Tilbake", nn: "Tilbake", en: "Back" }
    previous { nb: "Forrige", nn: "Førre", en: "Previous" }
    next { nb: "Neste", nn: "Neste", en: "Next" }
    pages { nb: "Sider", nn: "Sider", en: "Pages" }
    page_n(n: usize) { nb: "Side {n}", nn: "Side {n}", en: "Page {n}" }
    save { nb: "Lagre", nn: "Lagre", en: "Save" }
    cancel { nb: "Avbryt", nn: "Avbryt", en: "Cancel" }
    show { nb: "Vis", nn: "Vis", en: "Show" }
    change { nb: "Endre", nn: "Endre", en: "Change" }
    optional { nb: "valgfritt", nn: "valfritt", en: "optional" }
    error_summary { nb: "Rett dette før du går videre", nn: "Rett dette før du går vidare", en: "Correct this before you go on" }
    error_prefix { nb: "Feil: ", nn: "Feil: ", en: "Error: " }
    yes { nb: "Ja", nn: "Ja", en: "Yes" }
    no { nb: "Nei", nn: "Nei", en: "No" }
    print { nb: "Skriv ut", nn: "Skriv ut", en: "Print" }

    // The words of the day strip.
    free { nb: "ledig", nn: "ledig", en: "free" }
    taken { nb: "opptatt", nn: "oppteken", en: "taken" }
    partly { nb: "delvis opptatt", nn: "delvis oppteken", en: "partly taken" }
    closed { nb: "stengt", nn: "stengt", en: "closed" }
    mine { nb: "din tid", nn: "di tid", en: "your time" }
    wished { nb: "ønsket", nn: "ønskt", en: "wished for" }
    asked { nb: "søkt om", nn: "søkt om", en: "asked for" }
    legend { nb: "Tegnforklaring", nn: "Teiknforklaring", en: "Key" }

    // Faults.
    not_found_title { nb: "Vi finner ikke siden", nn: "Vi finn ikkje sida", en: "We cannot find the page" }
    not_found_text { nb: "Adressen kan være skrevet feil, eller det som lå her er flyttet. Du kan søke etter ledig tid eller se alle anlegg.", nn: "Adressa kan vere skriven feil, eller det som låg her er flytta. Du kan søkje etter ledig tid eller sjå alle anlegg.", en: "The address may be mistyped, or what was here has moved. You can search for a free time or see all facilities." }
    forbidden_title { nb: "Du har ikke tilgang hit", nn: "Du har ikkje tilgang hit", en: "You do not have access to this" }
    forbidden_text { nb: "Siden er for andre enn deg. Sjekk hvem du handler for øverst på siden. En leder i laget ditt eller kommunen kan gi deg tilgang.", nn: "Sida er for andre enn deg. Sjekk kven du handlar for øvst på sida. Ein leiar i laget ditt eller kommunen kan gi deg tilgang.", en: "This page is for others. Check whom you act for at the top of the page. A leader in your club or the municipality can give you access." }
    conflict_title { nb: "Noe er endret siden du åpnet siden", nn: "Noko er endra sidan du opna sida", en: "Something has changed since you opened the page" }
    conflict_text { nb: "En annen lagret før deg, så vi lagret ikke dine endringer oppå. Gå tilbake, last siden på nytt og prøv igjen.", nn: "Ein annan lagra før deg, så vi lagra ikkje endringane dine oppå. Gå tilbake, last sida på nytt og prøv igjen.", en: "Someone saved before you, so we did not save your changes on top. Go back, reload the page and try again." }
    busy_title { nb: "Akkurat nå er det for mye på en gang", nn: "Akkurat no er det for mykje på ein gong", en: "There is too much going on right now" }
    busy_text { nb: "Ingenting er lagret. Vent noen sekunder og prøv igjen.", nn: "Ingenting er lagra. Vent nokre sekund og prøv igjen.", en: "Nothing has been saved. Wait a few seconds and try again." }
    internal_title { nb: "Noe gikk galt hos oss", nn: "Noko gjekk gale hos oss", en: "Something went wrong on our side" }
    internal_text { nb: "Det er ikke din feil. Vi har fått beskjed. Prøv igjen om litt; det du allerede har sendt er trygt lagret.", nn: "Det er ikkje din feil. Vi har fått beskjed. Prøv igjen om litt; det du alt har sendt er trygt lagra.", en: "It is not your fault. We have been told. Try again in a while; what you have already sent is safely stored." }
    invalid_title { nb: "Vi forstår ikke det du ba om", nn: "Vi forstår ikkje det du bad om", en: "We do not understand what you asked for" }
    invalid_text { nb: "Adressen inneholder noe vi ikke kan bruke. Begynn på nytt fra forsiden.", nn: "Adressa inneheld noko vi ikkje kan bruke. Begynn på nytt frå framsida.", en: "The address holds something we cannot use. Start again from the front page." }
    try_again { nb: "Prøv igjen", nn: "Prøv igjen", en: "Try again" }
}
