//! What an action says on the next page: a message, or faults with everything that was typed.

use crate::actions::manage::Said;
use ledig_service::{DateConflict, Fault, FieldFault, Obstacle, ServiceError};
use serde::{Deserialize, Serialize};
use tower_sessions::Session;

const KEY: &str = "flash";

/// What the last action has to say. Kept in the session, shown once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// What was done.
    pub message: Option<Message>,
    /// What is wrong, by the field's name.
    pub faults: Vec<(String, Fault)>,
    /// Everything that was typed, by the field's name, so that nothing is lost.
    pub values: Vec<(String, String)>,
}

/// What was done. Worded in `texts::faults`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// The visitor is signed out.
    SignedOut,
    /// The visitor now acts for the organisation of this name, or for themselves.
    ActingFor(Option<String>),
    /// One's own password is changed.
    PasswordChanged,
    /// E-mail or password is wrong.
    SignInFailed,
    /// Too many attempts; try again later.
    TooManyAttempts,
    /// A change is saved.
    Saved,
    /// Somebody else changed it meanwhile; nothing is saved, what was typed is shown.
    Stale,
    /// Nothing was saved because too much is going on.
    Busy,
    /// One may not do that.
    NotAllowed,
    /// Something went wrong on our side; nothing is saved.
    Failed,
    /// What was done with a case.
    Case(Done),
    /// Nothing was saved: these dates are taken.
    Taken(Vec<DateConflict>),
    /// Nothing was saved: these stand in the way of a change to spaces.
    InTheWay(Vec<Obstacle>),
    /// Nothing was saved: what it was about is no longer there.
    Gone,
    /// What the staff's pages say.
    Staff(Said),
}

/// What the applicant did with a case. Worded in `texts::faults`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// Took offers.
    OfferTaken,
    /// Declined offers.
    OfferDeclined,
    /// Took the request back.
    Withdrawn,
    /// Let a date go.
    Dropped,
    /// Let a date wait.
    Waits,
    /// Asked for a date again.
    Asked,
    /// Cancelled so many dates; so many were too close, and whom to ask about them.
    Cancelled {
        dates: usize,
        too_late: usize,
        contact: String,
    },
}

impl Flash {
    /// Just a message.
    pub fn message(message: Message) -> Self {
        Self {
            message: Some(message),
            ..Self::default()
        }
    }

    /// Faults of a form, with what was typed.
    pub fn faults(faults: Vec<FieldFault>, values: Vec<(String, String)>) -> Self {
        let faults = faults
            .into_iter()
            .map(|f| (f.field.into_owned(), f.fault))
            .collect();
        Self {
            message: None,
            faults,
            values,
        }
    }

    /// What a use case did not do, for the page that one is led back to. Faults of fields go with [`Self::faults`].
    pub fn error(error: &ServiceError) -> Self {
        Self::message(match error {
            ServiceError::Stale => Message::Stale,
            ServiceError::Conflict(dates) => Message::Taken(dates.clone()),
            ServiceError::NotFound => Message::Gone,
            ServiceError::Busy => Message::Busy,
            ServiceError::Internal(cause) => {
                tracing::error!(%cause, "a form could not be handled");
                Message::Failed
            }
            _ => Message::NotAllowed,
        })
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What was typed into a field.
    pub fn value(&self, field: &str) -> Option<&str> {
        self.values
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, value)| value.as_str())
    }

    /// What is wrong with a field.
    pub fn fault(&self, field: &str) -> Option<&Fault> {
        self.faults
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, fault)| fault)
    }

    /// Keeps it for the next page. A session that cannot be written only costs the message.
    pub async fn keep(self, session: &Session) {
        if let Err(error) = session.insert(KEY, self).await {
            tracing::warn!(%error, "a message for the next page is lost");
        }
    }

    /// Takes it out of the session; nothing when there is none, and then the session is not written either.
    pub async fn take(session: &Session) -> Self {
        match session.get_value(KEY).await {
            Ok(Some(_)) => session.remove(KEY).await.ok().flatten().unwrap_or_default(),
            _ => Self::default(),
        }
    }
}
