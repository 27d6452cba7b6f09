//! Texts of signing in, and of people and organisations.

use super::Lang;

crate::texts! {
    sign_in_lead { nb: "For deg som bestiller tid for et lag eller en forening, eller arbeider i kommunen. Du trenger ikke logge inn for å se hva som er ledig.", nn: "For deg som bestiller tid for eit lag eller ei foreining, eller arbeider i kommunen. Du treng ikkje logge inn for å sjå kva som er ledig.", en: "For those who book time for a club or association, or work in the municipality. You need not sign in to see what is free." }
    kept_lead { nb: "Du er ikke logget inn lenger. Logg inn, så kan du sende det du skrev. Ingenting er borte.", nn: "Du er ikkje logga inn lenger. Logg inn, så kan du sende det du skreiv. Ingenting er borte.", en: "You are no longer signed in. Sign in, and you can send what you wrote. Nothing is gone." }
    kept_title { nb: "Du er logget inn igjen", nn: "Du er logga inn igjen", en: "You are signed in again" }
    kept_not_sent { nb: "Det du skrev, er ikke sendt ennå.", nn: "Det du skreiv, er ikkje sendt enno.", en: "What you wrote is not sent yet." }
    kept_to { nb: "Sendes til", nn: "Blir sendt til", en: "Will be sent to" }
    kept_send { nb: "Send det du skrev", nn: "Send det du skreiv", en: "Send what you wrote" }
    kept_back { nb: "Gå tilbake uten å sende", nn: "Gå tilbake utan å sende", en: "Go back without sending" }
    to_decision { nb: "Avgjørelsen av en sak", nn: "Avgjerda i ei sak", en: "The decision of a case" }
    to_places { nb: "Anlegg, åpningstid og stenging", nn: "Anlegg, opningstid og stenging", en: "Facilities, opening hours and closures" }
    to_rules { nb: "Reglene som avgjør", nn: "Reglane som avgjer", en: "The rules that decide" }
    to_people { nb: "Folk, organisasjoner og roller", nn: "Folk, organisasjonar og roller", en: "People, organisations and roles" }
    to_own_case { nb: "Saken din", nn: "Saka di", en: "Your case" }
    email { nb: "E-post", nn: "E-post", en: "E-mail" }
    password { nb: "Passord", nn: "Passord", en: "Password" }
    change_password { nb: "Bytt passord", nn: "Byt passord", en: "Change password" }
    change_password_lead { nb: "Andre steder der du er logget inn, logges du ut.", nn: "Andre stader der du er logga inn, blir du logga ut.", en: "You are signed out everywhere else." }
    choose_password { nb: "Velg ditt eget passord", nn: "Vel ditt eige passord", en: "Choose your own password" }
    choose_password_lead { nb: "Du logget inn med et engangspassord. Velg ditt eget før du går videre.", nn: "Du logga inn med eit eingongspassord. Vel ditt eige før du går vidare.", en: "You signed in with a one-time password. Choose your own before you go on." }
    repeat_password { nb: "Nytt passord en gang til", nn: "Nytt passord ein gong til", en: "The new password once more" }
    choose_and_go_on { nb: "Lagre og gå videre", nn: "Lagre og gå vidare", en: "Save and go on" }
    old_password { nb: "Passordet du har nå", nn: "Passordet du har no", en: "The password you have now" }
    new_password { nb: "Nytt passord", nn: "Nytt passord", en: "New password" }
    new_password_hint { nb: "Minst 10 tegn. Noen ord etter hverandre er lett å huske og vanskelig å gjette.", nn: "Minst 10 teikn. Nokre ord etter kvarandre er lett å hugse og vanskeleg å gjette.", en: "At least 10 characters. A few words in a row are easy to remember and hard to guess." }
    no_account { nb: "Har du ikke konto? En leder i laget ditt eller kommunen kan legge deg til.", nn: "Har du ikkje konto? Ein leiar i laget ditt eller kommunen kan leggje deg til.", en: "No account? A leader in your club or the municipality can add you." }
}

/// What a form sent to this path is about.
pub fn form_at(l: Lang, path: &str) -> &'static str {
    let at = |starts: &[&str]| starts.iter().any(|start| path.starts_with(start));
    if at(&["/forvaltning/saker", "/forvaltning/godkjenn"]) {
        to_decision(l)
    } else if at(&["/forvaltning/regler", "/forvaltning/prioritet"]) {
        to_rules(l)
    } else if at(&["/forvaltning/folk", "/forvaltning/ansatte"]) {
        to_people(l)
    } else if at(&["/forvaltning"]) {
        to_places(l)
    } else {
        to_own_case(l)
    }
}
