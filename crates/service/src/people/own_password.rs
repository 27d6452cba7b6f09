//! Choosing one's own password.

use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    record::Note,
};
use ledig_domain::event::EventKind;
use ledig_store::{Tx, people};
use serde_json::json;

/// The fewest characters of a password (NIST SP 800-63B asks for 8 at the least).
pub const MIN_PASSWORD: usize = 10;

/// A new password, as its form has it.
#[derive(Clone, Default)]
pub struct NewPassword {
    /// The one that holds; not asked of one who has just signed in with a one-time password.
    pub old: String,
    /// The new one.
    pub new: String,
    /// The new one again.
    pub repeated: String,
}

impl Service {
    /// Changes one's own password. Every session from before ends with it.
    ///
    /// # Errors
    /// `Invalid` at `old` (wrong), `new` (too short, or the one that one has) or `repeated` (not the same); `Stale` when it was
    /// changed meanwhile.
    pub async fn change_password(&self, viewer: &Viewer, typed: &NewPassword) -> Result<(), ServiceError> {
        let id = viewer.id().ok_or(ServiceError::NotSignedIn)?;
        viewer.may(Action::ChangePassword, &Thing::person(id))?;
        let mut tx = self.reader().await?;
        let known = people::credentials_by_id(&mut tx, id)
            .await?
            .ok_or(ServiceError::NotFound)?;
        tx.rollback().await?;
        let first = known.password_until.is_some();
        let mut faults = Faults::default();
        if !first
            && !self
                .password_fits(known.password_hash.clone(), &typed.old)
                .await?
        {
            faults.add("old", Fault::WrongPassword);
        }
        check_password(&mut faults, "new", &typed.new);
        if typed.new != typed.repeated {
            faults.add("repeated", Fault::NotRepeated);
        }
        faults.check()?;
        if self
            .password_fits(known.password_hash.clone(), &typed.new)
            .await?
        {
            return Err(ServiceError::field("new", Fault::SamePassword));
        }
        let hash = self.hash_password(&typed.new).await?;
        let now = self.now();
        let (hash, known) = (&hash, &known);
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    if people::credentials_by_id(tx, id).await?.as_ref() != Some(known) {
                        return Err(ServiceError::Stale);
                    }
                    people::set_password(tx, id, hash, None).await?;
                    let note = Note {
                        kind: EventKind::PasswordChanged,
                        facility: None,
                        subject: json!({ "person": id }),
                        detail: json!({ "first": first }),
                    };
                    self.note(tx, viewer, now, note).await?;
                    Ok(())
                }
            })
            .await
    }
}

/// Notes a password that is too short.
pub(super) fn check_password(faults: &mut Faults, field: &'static str, password: &str) {
    if password.chars().count() < MIN_PASSWORD {
        faults.add(field, Fault::TooShort { min: MIN_PASSWORD });
    } else if password.len() > 1024 {
        faults.add(field, Fault::TooLong { max: 1024 });
    }
}
