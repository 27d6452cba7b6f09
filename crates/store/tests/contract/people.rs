//! Persons.

use crate::{db::Db, world::*};
use ledig_domain::id::PersonId;
use ledig_store::{StoreError, people};

on_both!(
    a_person_is_found_by_id_and_by_address_in_any_spelling,
    an_address_is_unique_in_any_spelling,
    a_person_changes,
    the_password_is_kept_apart,
    persons_are_searched_in_any_case,
);

async fn a_person_is_found_by_id_and_by_address_in_any_spelling(db: &Db) {
    fill(db).await;
    let kari = person(KARI, "Kari Å", "Kari@Example.no");
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(people::by_id(&mut tx, KARI).await.unwrap(), Some(kari.clone()));
    assert_eq!(
        people::by_email(&mut tx, " kari@EXAMPLE.no ").await.unwrap(),
        Some(kari.clone())
    );
    assert_eq!(people::by_email(&mut tx, "k@example.no").await.unwrap(), None);
    assert_eq!(
        people::by_ids(&mut tx, &[KARI, PersonId(id(999))]).await.unwrap(),
        [kari]
    );
}

async fn an_address_is_unique_in_any_spelling(db: &Db) {
    fill(db).await;
    let twin = person(PersonId(id(22)), "Kari B", "KARI@example.no");
    let refused = db.write(async |tx| people::insert(tx, &twin, None).await).await;
    assert!(
        matches!(&refused, Err(StoreError::Duplicate(what)) if what.contains("email")),
        "{refused:?}"
    );
}

async fn a_person_changes(db: &Db) {
    fill(db).await;
    let changed = people::Person {
        name: "Kari Øy".to_owned(),
        email: "oy@example.no".to_owned(),
        phone: String::new(),
        language: "nn".to_owned(),
        disabled: true,
        ..person(KARI, "", "")
    };
    let write = async || db.write(async |tx| people::update(tx, &changed).await).await;
    write().await.unwrap();
    assert!(matches!(write().await, Err(StoreError::Stale)));
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(people::by_email(&mut tx, "kari@example.no").await.unwrap(), None);
    let found = people::by_email(&mut tx, "OY@example.no").await.unwrap();
    assert_eq!(
        found,
        Some(people::Person {
            version: 2,
            ..changed
        })
    );
    assert!(
        people::credentials_by_id(&mut tx, KARI)
            .await
            .unwrap()
            .unwrap()
            .disabled
    );
}

async fn the_password_is_kept_apart(db: &Db) {
    fill(db).await;
    let hash = async |email: &str| {
        let mut tx = db.store.reader().await.unwrap();
        people::credentials(&mut tx, email)
            .await
            .unwrap()
            .map(|found| found.password_hash)
    };
    assert_eq!(hash("kari@example.no").await, Some(Some("hash".to_owned())));
    assert_eq!(hash("ola@example.no").await, Some(None));
    assert_eq!(hash("ingen@example.no").await, None);
    db.write(async |tx| {
        people::set_password(tx, OLA, "new", Some(NOW)).await?;
        assert!(matches!(
            people::set_password(tx, PersonId(id(999)), "x", None).await,
            Err(StoreError::Missing)
        ));
        Ok(())
    })
    .await
    .unwrap();
    assert_eq!(hash("ola@example.no").await, Some(Some("new".to_owned())));
    let mut tx = db.store.reader().await.unwrap();
    let until = async |tx: &mut ledig_store::Tx, person| {
        let found = people::by_id(tx, person).await.unwrap();
        found.unwrap().password_until
    };
    assert_eq!(until(&mut tx, OLA).await, Some(NOW), "a one-time password");
    assert_eq!(until(&mut tx, KARI).await, None);
}

async fn persons_are_searched_in_any_case(db: &Db) {
    fill(db).await;
    let mut tx = db.store.reader().await.unwrap();
    let names = async |tx: &mut ledig_store::Tx, text: &str, limit| {
        let found = people::search(tx, text, limit).await.unwrap();
        found.into_iter().map(|person| person.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&mut tx, "KARI å", 9).await, ["Kari Å"]);
    assert_eq!(names(&mut tx, "", 9).await, ["Kari Å", "Ola"]);
    assert_eq!(names(&mut tx, "", 1).await, ["Kari Å"]);
    assert_eq!(names(&mut tx, "%", 9).await, Vec::<String>::new());
    assert_eq!(names(&mut tx, "a_i", 9).await, Vec::<String>::new());
}
