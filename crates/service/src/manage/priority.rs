//! The priority classes.

use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    record::Note,
};
use ledig_domain::{
    event::EventKind,
    priority::{PriorityClass, PriorityRules},
    time::Timestamp,
};
use ledig_store::{Tx, people, rules};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The priority classes as they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityPage {
    /// The latest version; version 0 without classes when none was ever made.
    pub rules: PriorityRules,
    /// Since when.
    pub from: Option<Timestamp>,
    /// Who made it.
    pub made_by: Option<String>,
    /// The viewer may change them.
    pub may_edit: bool,
}

/// The most classes.
const MAX_CLASSES: usize = 50;

impl Service {
    /// The priority classes. Two queries.
    pub async fn priority_page(&self, viewer: &Viewer) -> Result<PriorityPage, ServiceError> {
        viewer.may(Action::SeeRules, &Thing::SOMEWHERE)?;
        let mut tx = self.reader().await?;
        let latest = rules::priority_version(&mut tx).await?;
        let maker = match latest.as_ref().and_then(|latest| latest.made_by) {
            Some(person) => people::by_id(&mut tx, person).await?,
            None => None,
        };
        tx.rollback().await?;
        let from = latest.as_ref().map(|latest| latest.from_at);
        Ok(PriorityPage {
            rules: latest.map_or_else(PriorityRules::default, |latest| PriorityRules {
                version: latest.version,
                classes: latest.classes,
            }),
            from,
            made_by: maker.map(|person| person.name),
            may_edit: viewer.can(Action::EditPriority, &Thing::NONE),
        })
    }

    /// Makes a new version from the one that was shown; gives its number. Cases keep the place they were given.
    ///
    /// # Errors
    /// `Invalid` at `name`, `age_to` or `classes`; `Stale`.
    pub async fn save_priority(
        &self,
        viewer: &Viewer,
        version: u32,
        classes: &[PriorityClass],
    ) -> Result<u32, ServiceError> {
        viewer.may(Action::EditPriority, &Thing::NONE)?;
        let mut faults = Faults::default();
        if classes.len() > MAX_CLASSES {
            faults.add("classes", Fault::TooLong { max: MAX_CLASSES });
        }
        for class in classes {
            faults.text("name", &class.name, 120);
            if class
                .age_from
                .zip(class.age_to)
                .is_some_and(|(from, to)| to < from)
            {
                faults.add("age_to", Fault::EndBeforeStart);
            }
        }
        faults.check()?;
        let now = self.now();
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    if rules::priority(tx).await?.version != version {
                        return Err(ServiceError::Stale);
                    }
                    let next = PriorityRules {
                        version: version + 1,
                        classes: classes.to_vec(),
                    };
                    rules::add_priority(tx, self.settings().municipality, &next, now, viewer.id()).await?;
                    let note = Note {
                        kind: EventKind::PriorityChanged,
                        facility: None,
                        subject: json!({ "version": next.version }),
                        detail: json!({ "classes": classes.len() }),
                    };
                    self.note(tx, viewer, now, note).await?;
                    Ok(next.version)
                }
            })
            .await
    }
}
