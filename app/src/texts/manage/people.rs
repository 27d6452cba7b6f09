//! Texts of organisations, members, teams and staff.

crate::texts! {
    organisations { nb: "Organisasjoner", nn: "Organisasjonar", en: "Organisations" }
    staff { nb: "Ansatte", nn: "Tilsette", en: "Staff" }
    views { nb: "Folk", nn: "Folk", en: "People" }
    organisations_answer(n: u32) {
        nb: { match n { 0 => "Ingen organisasjoner.".to_owned(), 1 => "1 organisasjon.".to_owned(), _ => format!("{n} organisasjoner.") } },
        nn: { match n { 0 => "Ingen organisasjonar.".to_owned(), 1 => "1 organisasjon.".to_owned(), _ => format!("{n} organisasjonar.") } },
        en: { match n { 0 => "No organisations.".to_owned(), 1 => "1 organisation.".to_owned(), _ => format!("{n} organisations.") } },
    }
    new_organisation { nb: "Ny organisasjon", nn: "Ny organisasjon", en: "New organisation" }
    search_hint { nb: "Navn, aktivitet eller nummer", nn: "Namn, aktivitet eller nummer", en: "Name, activity or number" }
    kind { nb: "Type", nn: "Type", en: "Kind" }
    standing { nb: "Status", nn: "Status", en: "Standing" }
    price_group { nb: "Prisgruppe", nn: "Prisgruppe", en: "Price group" }
    members { nb: "Medlemmer med konto", nn: "Medlemer med konto", en: "Members with an account" }
    members_short { nb: "Medlemmer", nn: "Medlemer", en: "Members" }
    teams { nb: "Lag", nn: "Lag", en: "Teams" }
    none { nb: "Ingen organisasjoner", nn: "Ingen organisasjonar", en: "No organisations" }
    none_text { nb: "Endre filteret, eller legg inn en ny.", nn: "Endre filteret, eller legg inn ein ny.", en: "Change the filter, or add a new one." }
    facts { nb: "Om organisasjonen", nn: "Om organisasjonen", en: "About the organisation" }
    number { nb: "Organisasjonsnummer", nn: "Organisasjonsnummer", en: "Organisation number" }
    number_hint { nb: "Ni sifre, eller tomt", nn: "Ni siffer, eller tomt", en: "Nine digits, or empty" }
    activities { nb: "Aktiviteter", nn: "Aktivitetar", en: "Activities" }
    home_area { nb: "Hører til i", nn: "Høyrer til i", en: "At home in" }
    source { nb: "Kilde", nn: "Kjelde", en: "Source" }
    standing_hint { nb: "Bare godkjente får svar av regler som krever det; de som er stengt ute, kan ikke bestille", nn: "Berre godkjende får svar av reglar som krev det; dei som er stengde ute, kan ikkje bestille", en: "Only approved ones are answered by rules that ask for it; suspended ones cannot book" }

    members_answer(n: usize) {
        nb: { match n { 0 => "Ingen kan bestille for organisasjonen ennå.".to_owned(), 1 => "1 person har tilgang.".to_owned(), _ => format!("{n} personer har tilgang.") } },
        nn: { match n { 0 => "Ingen kan bestille for organisasjonen enno.".to_owned(), 1 => "1 person har tilgang.".to_owned(), _ => format!("{n} personar har tilgang.") } },
        en: { match n { 0 => "No one can book for the organisation yet.".to_owned(), 1 => "1 person has access.".to_owned(), _ => format!("{n} people have access.") } },
    }
    email { nb: "E-post", nn: "E-post", en: "E-mail" }
    role { nb: "Rolle", nn: "Rolle", en: "Role" }
    since { nb: "Siden", nn: "Sidan", en: "Since" }
    act { nb: "Gjør", nn: "Gjer", en: "Do" }
    add_member { nb: "Legg til medlem", nn: "Legg til medlem", en: "Add a member" }
    add_note { nb: "Har personen konto fra før, holder e-posten. Ellers lages det en, og du får et engangspassord å gi videre.", nn: "Har personen konto frå før, held e-posten. Elles blir det laga ein, og du får eit eingongspassord å gi vidare.", en: "If the person already has an account, the e-mail is enough. Otherwise one is made, and you get a one-time password to pass on." }
    person_name { nb: "Navn", nn: "Namn", en: "Name" }
    person_name_hint { nb: "Bare for en ny konto", nn: "Berre for ein ny konto", en: "Only for a new account" }
    remove(name: &str) { nb: "Fjern {name}", nn: "Fjern {name}", en: "Remove {name}" }
    remove_sure(name: &str) { nb: "Fjerne {name}? Tilgangen slutter med en gang.", nn: "Fjerne {name}? Tilgangen sluttar med ein gong.", en: "Remove {name}? The access ends at once." }
    remove_yes { nb: "Ja, fjern", nn: "Ja, fjern", en: "Yes, remove" }
    password_waits { nb: "Har ikke logget inn og valgt passord ennå", nn: "Har ikkje logga inn og valt passord enno", en: "Has not signed in and chosen a password yet" }
    password_expired { nb: "Engangspassordet er gått ut", nn: "Eingongspassordet er gått ut", en: "The one-time password has expired" }
    give_password { nb: "Nytt engangspassord", nn: "Nytt eingongspassord", en: "New one-time password" }
    give_password_sure(name: &str) { nb: "Gi {name} et nytt engangspassord? Det forrige passordet slutter å virke, og {name} logges ut.", nn: "Gi {name} eit nytt eingongspassord? Det førre passordet sluttar å verke, og {name} blir logga ut.", en: "Give {name} a new one-time password? The previous password stops working, and {name} is signed out." }
    give_password_yes { nb: "Ja, lag nytt", nn: "Ja, lag nytt", en: "Yes, make one" }
    minor { nb: "Under 18 år", nn: "Under 18 år", en: "Under 18" }
    minor_hint { nb: "Bare for en ny konto. Kan være trener, men ikke bestille eller lede.", nn: "Berre for ein ny konto. Kan vere trenar, men ikkje bestille eller leie.", en: "Only for a new account. May be a coach, but not book or lead." }
    minor_until { nb: "Fyller 18 år", nn: "Fyller 18 år", en: "Turns 18 on" }
    minor_until_hint { nb: "Fylles ut bare for den som er under 18. Datoen slettes når dagen kommer.", nn: "Blir fylt ut berre for den som er under 18. Datoen blir sletta når dagen kjem.", en: "Filled in only for someone under 18. The date is deleted when the day comes." }
    role_leader { nb: "Leder: alt, også hvem andre som har tilgang", nn: "Leiar: alt, også kven andre som har tilgang", en: "Leader: everything, also who else has access" }
    role_booker { nb: "Bestiller: søker om, endrer og avbestiller tid", nn: "Bestillar: søkjer om, endrar og avbestiller tid", en: "Booker: asks for, changes and cancels time" }
    role_coach { nb: "Trener: ser lagenes tider", nn: "Trenar: ser tidene til laga", en: "Coach: sees the teams’ times" }

    team_new { nb: "Nytt lag", nn: "Nytt lag", en: "New team" }
    team_name { nb: "Lagets navn", nn: "Namnet på laget", en: "Name of the team" }
    sport { nb: "Idrett eller aktivitet", nn: "Idrett eller aktivitet", en: "Sport or activity" }
    age_from { nb: "Yngste, år", nn: "Yngste, år", en: "Youngest, years" }
    age_to { nb: "Eldste, år", nn: "Eldste, år", en: "Oldest, years" }
    gender { nb: "For", nn: "For", en: "For" }
    level { nb: "Nivå", nn: "Nivå", en: "Level" }
    size { nb: "Antall", nn: "Tal", en: "Size" }
    adapted { nb: "Tilrettelagt for funksjonshemmede", nn: "Tilrettelagt for funksjonshemma", en: "Adapted for disabled people" }
    teams_none { nb: "Ingen lag er registrert.", nn: "Ingen lag er registrerte.", en: "No teams are registered." }
    team_retire { nb: "Legg ned laget", nn: "Legg ned laget", en: "Retire the team" }
    team_retire_note { nb: "Laget står på gamle saker, men kan ikke velges i nye.", nn: "Laget står på gamle saker, men kan ikkje veljast i nye.", en: "The team stays on old cases, but cannot be chosen in new ones." }
    ages(from: &str, to: &str) { nb: "{from}–{to} år", nn: "{from}–{to} år", en: "{from}–{to} years" }

    staff_answer(n: usize) {
        nb: { if n == 1 { "1 person arbeider i Ledig for kommunen.".to_owned() } else { format!("{n} roller er gitt til ansatte i kommunen.") } },
        nn: { if n == 1 { "1 person arbeider i Ledig for kommunen.".to_owned() } else { format!("{n} roller er gitt til tilsette i kommunen.") } },
        en: { if n == 1 { "1 person works in Ledig for the municipality.".to_owned() } else { format!("{n} roles are given to the municipality’s staff.") } },
    }
    holds_for { nb: "Gjelder", nn: "Gjeld", en: "Holds for" }
    everywhere { nb: "Hele kommunen", nn: "Heile kommunen", en: "The whole municipality" }
    add_staff { nb: "Gi en rolle", nn: "Gi ei rolle", en: "Give a role" }
    last_administrator { nb: "Eneste administrator; kan ikke fjernes", nn: "Einaste administrator; kan ikkje fjernast", en: "The only administrator; cannot be removed" }
    staff_administrator { nb: "Administrator: alt i kommunen", nn: "Administrator: alt i kommunen", en: "Administrator: everything in the municipality" }
    staff_manager { nb: "Anleggsforvalter: avgjør, og redigerer anlegg og regler", nn: "Anleggsforvaltar: avgjer, og redigerer anlegg og reglar", en: "Facility manager: decides, and edits facilities and rules" }
    staff_caretaker { nb: "Driftsleder: ser planen med kontakt, stenger", nn: "Driftsleiar: ser planen med kontakt, stengjer", en: "Caretaker: sees the plan with contacts, closes" }
    staff_viewer { nb: "Innsyn: ser alt, endrer ingenting", nn: "Innsyn: ser alt, endrar ingenting", en: "Viewer: sees everything, changes nothing" }
}
