//! For whom persons may act.

use crate::{
    StoreError, Tx,
    row::TableRow,
    value::{Field, args, ids},
};
use ledig_domain::{
    id::{OrganisationId, PersonId},
    people::{ApplicantKind, MembershipRole, PriceGroup, Standing},
    time::Timestamp,
};
use uuid::Uuid;

row! {
    /// A right to act for an organisation.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Membership {
        /// Which.
        pub id: Uuid,
        /// Who.
        pub person_id: PersonId,
        /// For whom.
        pub organisation_id: OrganisationId,
        /// What one may do.
        pub role: MembershipRole,
        /// Since when.
        pub since: Timestamp,
        /// Until when; `None` while it lasts.
        pub until: Option<Timestamp>,
    }

    /// A person's membership, with the organisation.
    #[derive(Clone, Debug, PartialEq)]
    pub struct MembershipOf {
        /// Which.
        pub id: Uuid,
        /// For whom.
        pub organisation_id: OrganisationId,
        /// Its name.
        pub organisation_name: String,
        /// Its name in addresses.
        pub organisation_slug: String,
        /// Its kind.
        pub kind: ApplicantKind,
        /// Its standing.
        pub standing: Standing,
        /// Its price group.
        pub price_group: PriceGroup,
        /// What one may do.
        pub role: MembershipRole,
        /// Since when.
        pub since: Timestamp,
    }

    /// An organisation's member, with the person.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Member {
        /// The membership.
        pub id: Uuid,
        /// Who.
        pub person_id: PersonId,
        /// The name.
        pub name: String,
        /// The address.
        pub email: String,
        /// The number.
        pub phone: String,
        /// What one may do.
        pub role: MembershipRole,
        /// Since when.
        pub since: Timestamp,
        /// The password is a one-time one, and taken until then.
        pub password_until: Option<Timestamp>,
        /// Acts for another organisation too, or is on the staff.
        pub elsewhere: bool,
    }
}

/// Adds memberships.
pub async fn add_memberships(tx: &mut Tx, memberships: &[Membership]) -> Result<(), StoreError> {
    tx.insert("membership", memberships).await
}

/// Ends a membership; it stays on record. [`StoreError::Missing`] when it does not last.
pub async fn end_membership(tx: &mut Tx, id: Uuid, at: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE membership SET until = $2 WHERE id = $1 AND until IS NULL";
    match tx.execute(sql, args![id, at]).await? {
        0 => Err(StoreError::Missing),
        _ => Ok(()),
    }
}

/// A membership, ended ones too.
pub async fn membership(tx: &mut Tx, id: Uuid) -> Result<Option<Membership>, StoreError> {
    let sql = format!(
        "SELECT {} FROM membership m WHERE m.id = $1",
        Membership::select("m")
    );
    tx.optional(&sql, args![id]).await
}

/// A person's lasting memberships, by the organisation's name.
pub async fn memberships_of(
    tx: &mut Tx,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<MembershipOf>, StoreError> {
    tx.all(
        "SELECT m.id, m.organisation_id, g.name AS organisation_name, g.slug AS organisation_slug, g.kind, g.standing, \
         g.price_group, m.role, m.since FROM membership m JOIN organisation g ON g.id = m.organisation_id \
         WHERE m.person_id = $1 AND m.since <= $2 AND (m.until IS NULL OR m.until > $2) ORDER BY g.name COLLATE norwegian, m.id",
        args![person, now],
    )
    .await
}

/// The lasting members of several organisations, by name, each with its organisation.
pub async fn members(
    tx: &mut Tx,
    organisations: &[OrganisationId],
    now: Timestamp,
) -> Result<Vec<(OrganisationId, Member)>, StoreError> {
    let rows: Vec<MemberRow> = tx
        .all(
            "SELECT m.organisation_id, m.id, m.person_id, p.name, p.email, p.phone, m.role, m.since, p.password_until, \
             EXISTS (SELECT 1 FROM staff_role s WHERE s.person_id = m.person_id) OR EXISTS (SELECT 1 FROM membership o \
             WHERE o.person_id = m.person_id AND o.organisation_id <> m.organisation_id AND o.until IS NULL) AS elsewhere \
             FROM membership m JOIN person p ON p.id = m.person_id \
             WHERE m.organisation_id IN IDS($1) AND m.since <= $2 AND (m.until IS NULL OR m.until > $2) \
             ORDER BY p.name COLLATE norwegian, m.id",
            vec![ids(organisations), now.bind()],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.organisation_id, row.member))
        .collect())
}

struct MemberRow {
    organisation_id: OrganisationId,
    member: Member,
}

impl crate::row::FromRow for MemberRow {
    fn from_row(row: &crate::row::DbRow<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            organisation_id: Field::read(row, "organisation_id")?,
            member: Member::from_row(row)?,
        })
    }
}
