//! Where dates and cases stand, what was decided, and why not: in the applicant's words.

use crate::texts::Lang;
use ledig_domain::{
    decision::{Outcome, RejectionReason},
    request::{LineState, RequestState},
};

const fn pick(l: Lang, words: [&'static str; 3]) -> &'static str {
    match l {
        Lang::Nb => words[0],
        Lang::Nn => words[1],
        Lang::En => words[2],
    }
}

/// Where a date stands.
pub fn line_state(l: Lang, state: LineState) -> &'static str {
    pick(
        l,
        match state {
            LineState::Asked => ["Ikke avgjort", "Ikkje avgjort", "Undecided"],
            LineState::Waiting => [
                "Venter på ledig tid",
                "Ventar på ledig tid",
                "Waiting to come free",
            ],
            LineState::Dropped => ["Latt gå", "Sleppt", "Let go"],
            LineState::Offered => ["Tilbud", "Tilbod", "Offer"],
            LineState::Approved => ["Din tid", "Di tid", "Yours"],
            LineState::Rejected => ["Avslått", "Avslått", "Refused"],
            LineState::Cancelled => ["Avlyst", "Avlyst", "Cancelled"],
        },
    )
}

/// The dates that stand there, as a heading.
pub fn lines_heading(l: Lang, state: LineState) -> &'static str {
    pick(
        l,
        match state {
            LineState::Asked => ["Ikke avgjort ennå", "Ikkje avgjort enno", "Not decided yet"],
            LineState::Waiting => [
                "Venter på ledig tid",
                "Ventar på ledig tid",
                "Waiting to come free",
            ],
            LineState::Dropped => ["Latt gå", "Sleppte", "Let go"],
            LineState::Offered => ["Tilbud å svare på", "Tilbod å svare på", "Offers to answer"],
            LineState::Approved => ["Dine tider", "Dine tider", "Your times"],
            LineState::Rejected => ["Avslått", "Avslått", "Refused"],
            LineState::Cancelled => ["Avlyst", "Avlyst", "Cancelled"],
        },
    )
}

/// Where a request stands.
pub fn request_state(l: Lang, state: RequestState) -> &'static str {
    pick(
        l,
        match state {
            RequestState::Open => ["Til behandling", "Til behandling", "Being looked at"],
            RequestState::Offered => ["Tilbud å svare på", "Tilbod å svare på", "Offer to answer"],
            RequestState::Decided => ["Avgjort", "Avgjort", "Decided"],
            RequestState::Withdrawn => ["Trukket", "Trekt", "Withdrawn"],
        },
    )
}

/// A decision as a whole.
pub fn outcome(l: Lang, outcome: Outcome) -> &'static str {
    pick(
        l,
        match outcome {
            Outcome::Approved => ["Innvilget", "Innvilga", "Granted"],
            Outcome::Partly => ["Delvis innvilget", "Delvis innvilga", "Partly granted"],
            Outcome::Rejected => ["Avslått", "Avslått", "Refused"],
        },
    )
}

/// Why a date is refused, as a reason in a letter, without a full stop.
pub fn rejection(l: Lang, reason: RejectionReason) -> &'static str {
    use RejectionReason as R;
    pick(
        l,
        match reason {
            R::HigherPriority => [
                "Tiden er gitt til noen med høyere prioritet",
                "Tida er gitt til nokon med høgare prioritet",
                "The time is given to someone with higher priority",
            ],
            R::Taken => [
                "Tiden er alt opptatt",
                "Tida er alt oppteken",
                "The time is already taken",
            ],
            R::OwnUse => [
                "Kommunen trenger stedet selv",
                "Kommunen treng staden sjølv",
                "The municipality needs the place itself",
            ],
            R::Unsuitable => [
                "Stedet passer ikke til det dere skal gjøre",
                "Staden passar ikkje til det de skal gjere",
                "The place does not suit what you will do",
            ],
            R::Closed => [
                "Stedet er stengt eller uten vakt",
                "Staden er stengd eller utan vakt",
                "The place is closed or without staff",
            ],
            R::AgainstRules => [
                "Det går ikke etter reglene for stedet",
                "Det går ikkje etter reglane for staden",
                "It is against the rules for the place",
            ],
            R::Incomplete => [
                "Søknaden mangler opplysninger",
                "Søknaden manglar opplysningar",
                "The request lacks details",
            ],
            R::Other => ["Annen grunn", "Annan grunn", "Another reason"],
        },
    )
}
