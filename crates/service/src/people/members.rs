//! Who belongs to an organisation.

use super::account::AddedPerson;
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    record::Note,
};
use chrono::NaiveDate;
use ledig_domain::{
    event::EventKind,
    id::{OrganisationId, PersonId},
    people::MembershipRole,
    time::Timestamp,
};
use ledig_store::{
    Tx, organisations,
    people::{self, Membership},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// A member to add. Someone without an account gets one, with a one-time password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMember {
    /// E-mail address.
    pub email: String,
    /// Full name; used only for a new account.
    pub name: String,
    /// What the member may do.
    pub role: MembershipRole,
    /// The day on which the member turns 18, if that is to come; used only for a new account.
    pub minor_until: Option<NaiveDate>,
}

impl Service {
    /// Makes someone a member, or changes a member's role. For the organisation's leaders and administrators.
    ///
    /// # Errors
    /// `Invalid` at `email`, `name` or `minor_until`; (`Minor`) at `role` for one under 18 who would book or lead.
    pub async fn add_member(
        &self,
        viewer: &Viewer,
        organisation: OrganisationId,
        new: &NewMember,
    ) -> Result<AddedPerson, ServiceError> {
        viewer.may(Action::EditMembers, &Thing::organisation(organisation))?;
        let who = self.known_or_new(&new.email, &new.name, new.minor_until).await?;
        let now = self.now();
        let who = &who;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    organisations::by_id(tx, organisation)
                        .await?
                        .ok_or(ServiceError::NotFound)?;
                    organisations::lock(tx, organisation).await?;
                    let added = who.settle(tx, now).await?;
                    if new.role != MembershipRole::Coach && self.is_minor(tx, added.person).await? {
                        return Err(ServiceError::field("role", Fault::Minor));
                    }
                    let held = membership_of(tx, organisation, added.person, now).await?;
                    if held.as_ref().is_some_and(|held| held.role == new.role) {
                        return Ok(added);
                    }
                    if let Some(held) = &held {
                        people::end_membership(tx, held.id, now).await?;
                    }
                    let membership = Membership {
                        id: self.new_id(now),
                        person_id: added.person,
                        organisation_id: organisation,
                        role: new.role,
                        since: now,
                        until: None,
                    };
                    people::add_memberships(tx, &[membership]).await?;
                    let detail = json!({ "before": held.map(|held| held.role), "after": new.role });
                    self.note_member(tx, viewer, organisation, added.person, detail)
                        .await?;
                    Ok(added)
                }
            })
            .await
    }

    /// Ends a membership at once.
    pub async fn remove_member(
        &self,
        viewer: &Viewer,
        organisation: OrganisationId,
        person: PersonId,
    ) -> Result<(), ServiceError> {
        viewer.may(Action::EditMembers, &Thing::organisation(organisation))?;
        let now = self.now();
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let held = membership_of(tx, organisation, person, now)
                        .await?
                        .ok_or(ServiceError::NotFound)?;
                    people::end_membership(tx, held.id, now).await?;
                    let detail = json!({ "before": held.role, "after": null });
                    self.note_member(tx, viewer, organisation, person, detail).await
                }
            })
            .await
    }

    async fn note_member(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        organisation: OrganisationId,
        person: PersonId,
        detail: serde_json::Value,
    ) -> Result<(), ServiceError> {
        let note = Note {
            kind: EventKind::RoleChanged,
            facility: None,
            subject: json!({ "person": person, "organisation": organisation }),
            detail,
        };
        self.note(tx, viewer, self.now(), note).await?;
        Ok(())
    }
}

async fn membership_of(
    tx: &mut Tx,
    organisation: OrganisationId,
    person: PersonId,
    now: Timestamp,
) -> Result<Option<people::MembershipOf>, ServiceError> {
    let held = people::memberships_of(tx, person, now).await?;
    Ok(held.into_iter().find(|held| held.organisation_id == organisation))
}
