//! The municipality's staff: who has which role where.

use super::{account::AddedPerson, one_time::PasswordState};
use crate::{
    Fault, Service, ServiceError, StaffPost, Viewer,
    access::{Action, Thing},
    record::Note,
};
use ledig_domain::{
    event::EventKind,
    id::{FacilityId, PersonId},
    people::StaffRole,
};
use ledig_store::{
    Tx, facilities,
    names::by_name,
    staff::{self, Role},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The people page of the staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffPage {
    /// The staff, administrators first, then by name.
    pub staff: Vec<StaffMember>,
    /// Facilities to give a role for, by name.
    pub facilities: Vec<(FacilityId, String)>,
    /// The viewer may change roles.
    pub may_edit: bool,
}

/// A role that somebody has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffMember {
    /// Who.
    pub person: PersonId,
    /// Full name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// The role and where it holds.
    pub post: StaffPost,
    /// The facility's name, where it holds for one.
    pub facility_name: Option<String>,
    /// Whose the password is.
    pub password: PasswordState,
    /// The viewer may give a new one-time password.
    pub may_give_password: bool,
    /// The only administrator: cannot be taken away.
    pub last_administrator: bool,
}

/// A role to give. Someone without an account gets one, with a one-time password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewStaff {
    /// E-mail address.
    pub email: String,
    /// Full name; used only for a new account.
    pub name: String,
    /// The role.
    pub role: StaffRole,
    /// Where; `None` for the whole municipality. An administrator is always for all of it.
    pub facility: Option<FacilityId>,
}

impl Service {
    /// Who is on the staff. Two queries.
    pub async fn staff(&self, viewer: &Viewer) -> Result<StaffPage, ServiceError> {
        viewer.may(Action::SeePeople, &Thing::SOMEWHERE)?;
        let mut tx = self.reader().await?;
        let holders = staff::all(&mut tx).await?;
        let facilities = facilities::all(&mut tx, false).await?;
        tx.rollback().await?;
        let administrators = holders
            .iter()
            .filter(|one| one.role == StaffRole::Administrator)
            .count();
        let mut staff: Vec<StaffMember> = holders
            .into_iter()
            .map(|one| StaffMember {
                password: PasswordState::of(one.password_until, self.now()),
                may_give_password: viewer.id() != Some(one.person_id)
                    && viewer.can(Action::GivePassword, &Thing::NONE),
                person: one.person_id,
                name: one.name,
                email: one.email,
                last_administrator: one.role == StaffRole::Administrator && administrators == 1,
                post: StaffPost {
                    role: one.role,
                    facility: one.facility_id,
                },
                facility_name: one.facility_name,
            })
            .collect();
        staff.sort_by(|one, other| {
            one.post
                .role
                .cmp(&other.post.role)
                .then_with(|| by_name(&one.name, &other.name))
        });
        let mut facilities: Vec<(FacilityId, String)> = facilities
            .into_iter()
            .map(|facility| (facility.id, facility.name))
            .collect();
        facilities.sort_by(|one, other| by_name(&one.1, &other.1));
        Ok(StaffPage {
            staff,
            facilities,
            may_edit: viewer.can(Action::EditStaff, &Thing::NONE),
        })
    }

    /// Gives a role.
    ///
    /// # Errors
    /// `Invalid` at `email`, `name` or `facility`.
    pub async fn add_staff(&self, viewer: &Viewer, new: &NewStaff) -> Result<AddedPerson, ServiceError> {
        viewer.may(Action::EditStaff, &Thing::NONE)?;
        // An administrator is one everywhere.
        let facility = new.facility.filter(|_| new.role != StaffRole::Administrator);
        let who = self.known_or_new(&new.email, &new.name, None).await?;
        let now = self.now();
        let who = &who;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    staff::lock(tx).await?;
                    if let Some(facility) = facility
                        && facilities::by_id(tx, facility).await?.is_none()
                    {
                        return Err(ServiceError::field("facility", Fault::Unknown));
                    }
                    let added = who.settle(tx, now).await?;
                    let post = StaffPost {
                        role: new.role,
                        facility,
                    };
                    if held(tx, added.person, post).await?.is_some() {
                        return Ok(added);
                    }
                    let role = Role {
                        id: self.new_id(now),
                        person_id: added.person,
                        facility_id: facility,
                        role: new.role,
                    };
                    staff::give(tx, &[role]).await?;
                    self.note_role(tx, viewer, added.person, post, "given").await?;
                    Ok(added)
                }
            })
            .await
    }

    /// Takes a role.
    ///
    /// # Errors
    /// `Invalid` (`LastAdministrator`) at `role` when nobody would be administrator any more.
    pub async fn remove_staff(
        &self,
        viewer: &Viewer,
        person: PersonId,
        post: StaffPost,
    ) -> Result<(), ServiceError> {
        viewer.may(Action::EditStaff, &Thing::NONE)?;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    // Two who remove each other at once must not both succeed.
                    staff::lock(tx).await?;
                    let role = held(tx, person, post).await?.ok_or(ServiceError::NotFound)?;
                    if post.role == StaffRole::Administrator {
                        let every = staff::all(tx).await?;
                        if every
                            .iter()
                            .filter(|one| one.role == StaffRole::Administrator)
                            .count()
                            < 2
                        {
                            return Err(ServiceError::field("role", Fault::LastAdministrator));
                        }
                    }
                    staff::take(tx, role.id).await?;
                    self.note_role(tx, viewer, person, post, "taken").await
                }
            })
            .await
    }

    async fn note_role(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        person: PersonId,
        post: StaffPost,
        what: &str,
    ) -> Result<(), ServiceError> {
        let note = Note {
            kind: EventKind::RoleChanged,
            facility: post.facility,
            subject: json!({ "person": person }),
            detail: json!({ what: post.role }),
        };
        self.note(tx, viewer, self.now(), note).await?;
        Ok(())
    }
}

async fn held(tx: &mut Tx, person: PersonId, post: StaffPost) -> Result<Option<Role>, ServiceError> {
    let roles = staff::of_person(tx, person).await?;
    Ok(roles
        .into_iter()
        .find(|held| held.role == post.role && held.facility_id == post.facility))
}
