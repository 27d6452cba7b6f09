//! The order of names is Norwegian, and the same in both databases and in memory.

use crate::{db::Db, world::*};
use ledig_domain::id::{OrganisationId, PersonId};
use ledig_store::{names::by_name, organisations, people};

on_both!(
    names_are_listed_in_norwegian_order,
    people_are_listed_in_norwegian_order,
);

/// As a Norwegian list has them.
const ORDER: [&str; 14] = [
    "asker",
    "Asker",
    "Bærum",
    "Drøbak",
    "haslum hk",
    "Haslum IL",
    "Oslo",
    "Zinken",
    "Ærlig",
    "ørn",
    "Østerås",
    "åmot",
    "Åmot",
    "Aarnes",
];

/// The places of [`ORDER`], turned about.
fn shuffled() -> impl Iterator<Item = (u128, &'static str)> {
    (0..ORDER.len()).map(|i| {
        let at = (i * 5 + 3) % ORDER.len();
        (1000 + i as u128, ORDER[at])
    })
}

async fn names_are_listed_in_norwegian_order(db: &Db) {
    fill(db).await;
    let list: Vec<_> = shuffled()
        .map(|(number, name)| organisation(OrganisationId(id(number)), name, &format!("o{number}")))
        .collect();
    db.write(async |tx| organisations::insert(tx, &list).await)
        .await
        .unwrap();
    let ids: Vec<OrganisationId> = list.iter().map(|one| one.id).collect();
    let mut tx = db.store.reader().await.unwrap();
    let found = organisations::by_ids(&mut tx, &ids).await.unwrap();
    let names: Vec<String> = found.into_iter().map(|one| one.name).collect();
    assert_eq!(names, ORDER);
}

async fn people_are_listed_in_norwegian_order(db: &Db) {
    fill(db).await;
    db.write(async |tx| {
        for (number, name) in shuffled() {
            let one = person(PersonId(id(number)), name, &format!("p{number}@example.no"));
            people::insert(tx, &one, None).await?;
        }
        Ok(())
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let found = people::search(&mut tx, "example.no", 99).await.unwrap();
    let names: Vec<&str> = found
        .iter()
        .map(|one| one.name.as_str())
        .filter(|name| ORDER.contains(name))
        .collect();
    assert_eq!(names, ORDER);
}

#[test]
fn names_are_sorted_alike_in_memory() {
    let mut names: Vec<&str> = shuffled().map(|(_, name)| name).collect();
    names.sort_by(|one, other| by_name(one, other));
    assert_eq!(names, ORDER);
}
