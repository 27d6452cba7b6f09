//! What happened: the kinds of event in the append-only log.

use crate::coded;

coded! {
    /// What happened.
    pub enum EventKind {
        /// A request was sent.
        RequestSent = "request_sent",
        /// A rule decided at once.
        DecidedByRule = "decided_by_rule",
        /// The rules left it to a person.
        LeftToPerson = "left_to_person",
        /// A person decided.
        Decided = "decided",
        /// Another time or place was offered for some dates.
        OfferMade = "offer_made",
        /// The applicant took the offer.
        OfferAccepted = "offer_accepted",
        /// The applicant declined the offer.
        OfferDeclined = "offer_declined",
        /// The applicant took the request back.
        RequestWithdrawn = "request_withdrawn",
        /// The applicant changed what becomes of a date: waits, dropped, asked again.
        DateChanged = "date_changed",
        /// Time that this request wanted was given to another.
        TimeGivenAway = "time_given_away",
        /// The one who booked cancelled dates.
        Withdrawn = "withdrawn",
        /// The owner of the space cancelled dates.
        Cancelled = "cancelled",
        /// A waiting date came free.
        WaitingCameFree = "waiting_came_free",
        /// A facility was changed.
        FacilityChanged = "facility_changed",
        /// A space was made, changed, moved or retired.
        SpaceChanged = "space_changed",
        /// A space was closed for a time.
        ClosureMade = "closure_made",
        /// A closure was lifted.
        ClosureLifted = "closure_lifted",
        /// An auto-decision rule was made or changed.
        RuleChanged = "rule_changed",
        /// The priority classes were changed.
        PriorityChanged = "priority_changed",
        /// A person's role was given or taken.
        RoleChanged = "role_changed",
        /// An organisation was registered or changed.
        OrganisationChanged = "organisation_changed",
        /// A person signed in.
        SignedIn = "signed_in",
        /// A person chose another password.
        PasswordChanged = "password_changed",
        /// Somebody gave a person a one-time password.
        PasswordGiven = "password_given",
        /// Data was imported.
        Imported = "imported",
    }
}
