//! Who may do what: one table of (action, relation to the thing) → allowed.

mod relation;
mod table;

pub use relation::{Place, Relation, Thing};
pub use table::{Action, allowed};

use crate::{ServiceError, Viewer};

impl Viewer {
    /// Whether the viewer may do that to the thing.
    pub fn can(&self, action: Action, thing: &Thing) -> bool {
        // Before a one-time password is replaced one is nobody, but for replacing it.
        let first = self
            .person
            .as_ref()
            .is_some_and(|person| person.must_choose_password);
        if first && action != Action::ChangePassword {
            return allowed(action, Relation::Anybody);
        }
        let relations = relation::relations(self, thing);
        if action.refuses_party() && relations.contains(&Relation::Party) {
            return false;
        }
        relations.into_iter().any(|relation| allowed(action, relation))
    }

    /// Passes if the viewer may do that to the thing.
    ///
    /// # Errors
    /// `NotSignedIn` where signing in may help, `Forbidden` otherwise.
    pub fn may(&self, action: Action, thing: &Thing) -> Result<(), ServiceError> {
        if self.can(action, thing) {
            Ok(())
        } else if self.person.is_none() {
            Err(ServiceError::NotSignedIn)
        } else {
            Err(ServiceError::Forbidden)
        }
    }
}
