//! Rules as data: auto-decision rules and priority classes, in versions that never change.

use crate::{StoreError, Tx, row::TableRow, value::args};
use ledig_domain::{
    auto_rule::{AutoRule, Scope, Terms},
    id::{MunicipalityId, PersonId, RuleId},
    priority::{PriorityClass, PriorityRules},
    time::Timestamp,
};

row! {
    /// A version of an auto-decision rule.
    #[derive(Clone, Debug, PartialEq)]
    pub struct RuleVersion {
        /// Which rule.
        pub rule_id: RuleId,
        /// Which version, from 1.
        pub version: u32,
        /// Where.
        pub scope: Scope,
        /// What it says.
        pub terms: Terms,
        /// Whether it decides.
        pub active: bool,
        /// Since when.
        pub from_at: Timestamp,
        /// Who made it; `None` when it came with the installation.
        pub made_by: Option<PersonId>,
    }

    #[derive(Clone, Debug)]
    /// A version of the priority classes.
    pub struct PriorityVersion {
        /// Which version, from 1.
        pub version: u32,
        /// In order of priority.
        pub classes: Vec<PriorityClass>,
        /// Since when.
        pub from_at: Timestamp,
        /// Who made it.
        pub made_by: Option<PersonId>,
    }
}

impl From<RuleVersion> for AutoRule {
    fn from(row: RuleVersion) -> Self {
        Self {
            id: row.rule_id,
            version: row.version,
            scope: row.scope,
            terms: row.terms,
            active: row.active,
        }
    }
}

fn latest_sql(condition: &str) -> String {
    format!(
        "SELECT {} FROM auto_rule_version v JOIN auto_rule a ON a.id = v.rule_id AND a.latest = v.version {condition} \
         ORDER BY v.rule_id",
        RuleVersion::select("v")
    )
}

/// The latest version of each rule that decides now.
pub async fn active(tx: &mut Tx) -> Result<Vec<AutoRule>, StoreError> {
    let rows: Vec<RuleVersion> = tx.all(&latest_sql("WHERE v.active"), args![]).await?;
    Ok(rows.into_iter().map(AutoRule::from).collect())
}

/// The latest version of every rule, those that do not decide too.
pub async fn latest(tx: &mut Tx) -> Result<Vec<RuleVersion>, StoreError> {
    tx.all(&latest_sql(""), args![]).await
}

/// The latest version of a rule.
pub async fn by_id(tx: &mut Tx, id: RuleId) -> Result<Option<RuleVersion>, StoreError> {
    tx.optional(&latest_sql("WHERE v.rule_id = $1"), args![id]).await
}

/// Every version of a rule, latest first.
pub async fn history(tx: &mut Tx, id: RuleId) -> Result<Vec<RuleVersion>, StoreError> {
    let sql = format!(
        "SELECT {} FROM auto_rule_version v WHERE v.rule_id = $1 ORDER BY v.version DESC",
        RuleVersion::select("v")
    );
    tx.all(&sql, args![id]).await
}

/// Adds a rule in its version 1, or a rule's next version.
///
/// # Errors
/// [`StoreError::Stale`] when the version is not the one after the latest.
pub async fn add(tx: &mut Tx, municipality: MunicipalityId, version: &RuleVersion) -> Result<(), StoreError> {
    if version.version == 1 {
        let columns = ["id", "municipality_id", "latest"];
        tx.insert_values(
            "auto_rule",
            &columns,
            vec![args![version.rule_id, municipality, 1_i64]],
        )
        .await?;
    } else {
        tx.execute_versioned(
            "UPDATE auto_rule SET latest = $2 WHERE id = $1 AND latest = $2 - 1",
            args![version.rule_id, version.version],
        )
        .await?;
    }
    tx.insert("auto_rule_version", std::slice::from_ref(version))
        .await
}

/// The priority classes that hold now; none, in version 0, before the first are made.
pub async fn priority(tx: &mut Tx) -> Result<PriorityRules, StoreError> {
    let sql = format!(
        "SELECT {} FROM priority_rules p ORDER BY p.version DESC LIMIT 1",
        PriorityVersion::select("p")
    );
    let found: Option<PriorityVersion> = tx.optional(&sql, args![]).await?;
    Ok(found.map_or_else(PriorityRules::default, |row| PriorityRules {
        version: row.version,
        classes: row.classes,
    }))
}

/// The latest version of the priority classes with who made it, if any was made.
pub async fn priority_version(tx: &mut Tx) -> Result<Option<PriorityVersion>, StoreError> {
    let sql = format!(
        "SELECT {} FROM priority_rules p ORDER BY p.version DESC LIMIT 1",
        PriorityVersion::select("p")
    );
    tx.optional(&sql, args![]).await
}

/// Adds the next version of the priority classes.
///
/// # Errors
/// [`StoreError::Stale`] when that version is there already.
pub async fn add_priority(
    tx: &mut Tx,
    municipality: MunicipalityId,
    rules: &PriorityRules,
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<(), StoreError> {
    let columns = ["municipality_id", "version", "classes", "from_at", "made_by"];
    let row = args![municipality, rules.version, rules.classes, at, by];
    match tx.insert_values("priority_rules", &columns, vec![row]).await {
        Err(StoreError::Duplicate(_)) => Err(StoreError::Stale),
        done => done,
    }
}
