//! One-time passwords: told to somebody by another, good for a first sign-in and for a while only.

use super::account::AddedPerson;
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    record::Note,
};
use ledig_domain::{event::EventKind, id::PersonId, time::Timestamp};
use ledig_store::{Tx, people, staff};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// How long a one-time password is taken. Long enough for a volunteer who is away for a week, short enough that one in a
/// forgotten message opens nothing.
pub const ONE_TIME_DAYS: i64 = 14;

/// Whose password it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordState {
    /// The person's own.
    Own,
    /// A one-time one: the person has not chosen one yet.
    OneTime,
    /// A one-time one that is not taken any more.
    Expired,
}

impl PasswordState {
    /// Of a password that is one-time until then, if it is.
    pub(crate) fn of(until: Option<Timestamp>, now: Timestamp) -> Self {
        match until {
            None => Self::Own,
            Some(until) if until > now => Self::OneTime,
            Some(_) => Self::Expired,
        }
    }
}

/// When a one-time password that is made now is not taken any more.
pub(super) fn taken_until(now: Timestamp) -> Timestamp {
    now.plus(ONE_TIME_DAYS * 24 * 60 * 60)
}

impl Service {
    /// Gives somebody else a new one-time password; their sessions end. For administrators; and for an organisation's leaders,
    /// as long as the person has not chosen a password and is nothing but a member there, so that no leader can get into an
    /// account that opens more than the leader's own organisation.
    ///
    /// # Errors
    /// `Forbidden` for one's own account: one changes that on one's own page.
    pub async fn give_password(
        &self,
        viewer: &Viewer,
        person: PersonId,
    ) -> Result<AddedPerson, ServiceError> {
        if viewer.person.is_none() {
            return Err(ServiceError::NotSignedIn);
        }
        if viewer.id() == Some(person) {
            return Err(ServiceError::Forbidden);
        }
        self.replace_password(Some(viewer), person).await
    }

    /// Gives the account of that e-mail a new one-time password from the console, where no one is signed in.
    ///
    /// # Errors
    /// `Invalid` (`Unknown`) at `email`.
    pub async fn give_password_from_console(&self, email: &str) -> Result<AddedPerson, ServiceError> {
        let mut tx = self.reader().await?;
        let found = people::by_email(&mut tx, email).await?;
        tx.rollback().await?;
        let found = found.ok_or_else(|| ServiceError::field("email", Fault::Unknown))?;
        self.replace_password(None, found.id).await
    }

    async fn replace_password(
        &self,
        viewer: Option<&Viewer>,
        person: PersonId,
    ) -> Result<AddedPerson, ServiceError> {
        let now = self.now();
        let password = self.one_time_password();
        let hash = self.hash_password(&password).await?;
        let hash = &hash;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let found = people::by_id(tx, person).await?.ok_or(ServiceError::NotFound)?;
                    if let Some(viewer) = viewer {
                        let unused = found.password_until.is_some();
                        let thing = if unused {
                            home(tx, person, now).await?
                        } else {
                            Thing::NONE
                        };
                        viewer.may(Action::GivePassword, &thing)?;
                    }
                    people::set_password(tx, person, hash, Some(taken_until(now))).await?;
                    let note = Note {
                        kind: EventKind::PasswordGiven,
                        facility: None,
                        subject: json!({ "person": person }),
                        detail: json!({}),
                    };
                    self.note(tx, viewer.unwrap_or(&Viewer::ANYBODY), now, note)
                        .await?;
                    Ok::<_, ServiceError>(())
                }
            })
            .await?;
        Ok(AddedPerson {
            person,
            initial_password: Some(password),
        })
    }
}

/// The one organisation that the person belongs to, where the person is nothing else anywhere.
async fn home(tx: &mut Tx, person: PersonId, now: Timestamp) -> Result<Thing, ServiceError> {
    if !staff::of_person(tx, person).await?.is_empty() {
        return Ok(Thing::NONE);
    }
    let held = people::memberships_of(tx, person, now).await?;
    Ok(match held.as_slice() {
        [only] => Thing::organisation(only.organisation_id),
        _ => Thing::NONE,
    })
}
