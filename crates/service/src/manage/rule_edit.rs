//! Making rules and new versions of them.

use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    record::Note,
};
use ledig_domain::{
    auto_rule::{Scope, Terms},
    event::EventKind,
    id::RuleId,
    time::DAY_MINUTES,
};
use ledig_store::{
    Tx, facilities,
    rules::{self, RuleVersion},
    spaces,
};
use serde_json::json;

impl Service {
    /// Makes a rule, or a new version of the one with that id and version; the old version stays for what it decided.
    ///
    /// # Errors
    /// `Invalid` at `name`, `scope` or the term's own field; `Stale`.
    pub async fn save_rule(
        &self,
        viewer: &Viewer,
        at: Option<(RuleId, u32)>,
        scope: Scope,
        terms: &Terms,
        active: bool,
    ) -> Result<(RuleId, u32), ServiceError> {
        check(terms)?;
        let now = self.now();
        let new: RuleId = self.new_id(now);
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    self.may_rule(tx, viewer, scope).await?;
                    let before = match at {
                        None => None,
                        Some((id, version)) => {
                            let before = rules::by_id(tx, id).await?.ok_or(ServiceError::NotFound)?;
                            if before.version != version {
                                return Err(ServiceError::Stale);
                            }
                            self.may_rule(tx, viewer, before.scope).await?;
                            Some(before)
                        }
                    };
                    let version = RuleVersion {
                        rule_id: at.map_or(new, |(id, _)| id),
                        version: at.map_or(1, |(_, version)| version + 1),
                        scope,
                        terms: Terms {
                            name: terms.name.trim().to_owned(),
                            ..terms.clone()
                        },
                        active,
                        from_at: now,
                        made_by: viewer.id(),
                    };
                    rules::add(tx, self.settings().municipality, &version).await?;
                    let note = Note {
                        kind: EventKind::RuleChanged,
                        facility: match scope {
                            Scope::Facility(facility) => Some(facility),
                            _ => None,
                        },
                        subject: json!({ "rule": version.rule_id, "version": version.version }),
                        detail: json!({
                            "active": { "before": before.map(|rule| rule.active), "after": active },
                            "scope": scope,
                        }),
                    };
                    self.note(tx, viewer, now, note).await?;
                    Ok((version.rule_id, version.version))
                }
            })
            .await
    }

    /// Passes if the viewer may make rules there.
    async fn may_rule(&self, tx: &mut Tx, viewer: &Viewer, scope: Scope) -> Result<(), ServiceError> {
        let unknown = || ServiceError::field("scope", Fault::Unknown);
        let thing = match scope {
            Scope::Municipality => Thing::MUNICIPALITY,
            Scope::Facility(facility) => {
                let found = facilities::by_id(tx, facility).await?;
                Thing::facility(found.ok_or_else(unknown)?.id)
            }
            Scope::Space(space) => {
                let found = spaces::by_id(tx, space).await?;
                Thing::facility(found.ok_or_else(unknown)?.facility_id)
            }
        };
        viewer.may(Action::EditRules, &thing)
    }
}

fn check(terms: &Terms) -> Result<(), ServiceError> {
    let mut faults = Faults::default();
    faults.text("name", &terms.name, 120);
    let mut within = |field, value: Option<i64>, min, max| {
        if value.is_some_and(|value| !(min..=max).contains(&value)) {
            faults.add(field, Fault::OutOfRange { min, max });
        }
    };
    within(
        "max_minutes",
        terms.max_minutes.map(i64::from),
        5,
        i64::from(DAY_MINUTES),
    );
    within(
        "weekly_minutes",
        terms.weekly_minutes.map(i64::from),
        5,
        7 * i64::from(DAY_MINUTES),
    );
    within("max_dates", terms.max_dates.map(i64::from), 1, 400);
    within("max_persons", terms.max_persons.map(i64::from), 1, 100_000);
    if terms.weekdays.is_some_and(|days| days.is_empty()) {
        faults.add("weekdays", Fault::Required);
    }
    faults.check()
}
