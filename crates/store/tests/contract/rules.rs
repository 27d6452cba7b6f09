//! Rules in versions.

use crate::{db::Db, world::*};
use ledig_domain::{
    auto_rule::{Scope, Terms},
    id::RuleId,
    people::ApplicantKind,
    priority::{PriorityClass, PriorityRules},
};
use ledig_store::{StoreError, rules};

on_both!(
    a_rule_has_versions_of_which_the_latest_decides,
    a_version_can_be_made_once,
    a_rule_that_is_switched_off_does_not_decide,
    priority_classes_have_versions,
);

fn version(version: u32, name: &str, active: bool) -> rules::RuleVersion {
    rules::RuleVersion {
        rule_id: RuleId(id(70)),
        version,
        scope: Scope::Facility(SCHOOL),
        terms: Terms {
            name: name.to_owned(),
            kinds: [ApplicantKind::SportsClub].into(),
            max_minutes: Some(120),
            within: Some(wall("16-21")),
            ..Terms::default()
        },
        active,
        from_at: NOW,
        made_by: Some(OLA),
    }
}

async fn add(db: &Db, rule: rules::RuleVersion) -> Result<(), StoreError> {
    db.write(async |tx| rules::add(tx, MUNICIPALITY, &rule).await)
        .await
}

async fn a_rule_has_versions_of_which_the_latest_decides(db: &Db) {
    fill(db).await;
    add(db, version(1, "Først", true)).await.unwrap();
    add(db, version(2, "Så", true)).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let active = rules::active(&mut tx).await.unwrap();
    assert_eq!(active, [version(2, "Så", true).into()]);
    assert_eq!(
        rules::by_id(&mut tx, RuleId(id(70))).await.unwrap(),
        Some(version(2, "Så", true))
    );
    let history = rules::history(&mut tx, RuleId(id(70))).await.unwrap();
    assert_eq!(history, [version(2, "Så", true), version(1, "Først", true)]);
}

async fn a_version_can_be_made_once(db: &Db) {
    fill(db).await;
    add(db, version(1, "Først", true)).await.unwrap();
    add(db, version(2, "Så", true)).await.unwrap();
    assert!(matches!(
        add(db, version(2, "Også", true)).await,
        Err(StoreError::Stale)
    ));
    assert!(matches!(
        add(db, version(4, "For fort", true)).await,
        Err(StoreError::Stale)
    ));
    assert!(matches!(
        add(db, version(1, "Igjen", true)).await,
        Err(StoreError::Duplicate(_))
    ));
}

async fn a_rule_that_is_switched_off_does_not_decide(db: &Db) {
    fill(db).await;
    add(db, version(1, "Først", true)).await.unwrap();
    add(db, version(2, "Av", false)).await.unwrap();
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(rules::active(&mut tx).await.unwrap(), []);
    assert_eq!(rules::latest(&mut tx).await.unwrap(), [version(2, "Av", false)]);
}

async fn priority_classes_have_versions(db: &Db) {
    fill(db).await;
    let classes = |version, name: &str| PriorityRules {
        version,
        classes: vec![PriorityClass {
            name: name.to_owned(),
            age_to: Some(19),
            ..PriorityClass::default()
        }],
    };
    let add = async |rules: PriorityRules| {
        db.write(async |tx| rules::add_priority(tx, MUNICIPALITY, &rules, NOW, Some(OLA)).await)
            .await
    };
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(rules::priority(&mut tx).await.unwrap(), PriorityRules::default());
    drop(tx);
    add(classes(1, "Barn")).await.unwrap();
    add(classes(2, "Barn og unge")).await.unwrap();
    assert!(matches!(add(classes(2, "Andre")).await, Err(StoreError::Stale)));
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(
        rules::priority(&mut tx).await.unwrap(),
        classes(2, "Barn og unge")
    );
}
