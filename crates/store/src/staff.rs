//! Roles of the municipality's staff.

use crate::{StoreError, Tx, row::TableRow, value::args};
use ledig_domain::{
    id::{FacilityId, PersonId},
    people::StaffRole,
    time::Timestamp,
};
use uuid::Uuid;

row! {
    /// A role.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Role {
        /// Which.
        pub id: Uuid,
        /// Who.
        pub person_id: PersonId,
        /// Where; `None` for the whole municipality.
        pub facility_id: Option<FacilityId>,
        /// What.
        pub role: StaffRole,
    }

    /// A role, with names.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Holder {
        /// The role.
        pub id: Uuid,
        /// Who.
        pub person_id: PersonId,
        /// The name.
        pub name: String,
        /// The address.
        pub email: String,
        /// Where; `None` for the whole municipality.
        pub facility_id: Option<FacilityId>,
        /// The facility's name.
        pub facility_name: Option<String>,
        /// What.
        pub role: StaffRole,
        /// The password is a one-time one, and taken until then.
        pub password_until: Option<Timestamp>,
    }
}

/// A person's roles.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Role>, StoreError> {
    let sql = format!(
        "SELECT {} FROM staff_role s WHERE s.person_id = $1 ORDER BY s.id",
        Role::select("s")
    );
    tx.all(&sql, args![person]).await
}

/// Everyone with a role, by name.
pub async fn all(tx: &mut Tx) -> Result<Vec<Holder>, StoreError> {
    tx.all(
        "SELECT s.id, s.person_id, p.name, p.email, s.facility_id, f.name AS facility_name, s.role, p.password_until \
         FROM staff_role s JOIN person p ON p.id = s.person_id LEFT JOIN facility f ON f.id = s.facility_id \
         ORDER BY p.name COLLATE norwegian, s.id",
        args![],
    )
    .await
}

/// One role.
pub async fn by_id(tx: &mut Tx, id: Uuid) -> Result<Option<Role>, StoreError> {
    let sql = format!("SELECT {} FROM staff_role s WHERE s.id = $1", Role::select("s"));
    tx.optional(&sql, args![id]).await
}

/// Lets nobody else give or take roles until the transaction ends, so that the last administrator stays.
pub async fn lock(tx: &mut Tx) -> Result<(), StoreError> {
    // SQLite's one writer is alone anyway.
    if tx.dialect() == crate::Dialect::Postgres {
        tx.execute("LOCK TABLE staff_role IN SHARE ROW EXCLUSIVE MODE", args![])
            .await?;
    }
    Ok(())
}

/// Gives roles.
pub async fn give(tx: &mut Tx, roles: &[Role]) -> Result<(), StoreError> {
    tx.insert("staff_role", roles).await
}

/// Takes a role; [`StoreError::Missing`] when it is gone.
pub async fn take(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    match tx
        .execute("DELETE FROM staff_role WHERE id = $1", args![id])
        .await?
    {
        0 => Err(StoreError::Missing),
        _ => Ok(()),
    }
}
