//! What every change leaves behind.

use super::{places::space_form, rules::terms, terms::closure};
use crate::world::{A, HALL, MANAGER, SCHOOL, World, daily};
use ledig_domain::auto_rule::Scope;
use ledig_service::manage::HoldsFor;
use ledig_store::events;

async fn every_change_leaves_an_event_with_its_actor(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    service
        .save_hours(
            &manager,
            HoldsFor::Facility(SCHOOL),
            1,
            Some(&daily("08:00", "21:00")),
        )
        .await
        .unwrap();
    service
        .save_space(&manager, (A, 1), &space_form("Del A", Some(HALL)))
        .await
        .unwrap();
    service.make_closure(&manager, &closure(A)).await.unwrap();
    service
        .save_rule(&manager, None, Scope::Facility(SCHOOL), &terms("Regel"), true)
        .await
        .unwrap();
    let mut tx = world.store.reader().await.unwrap();
    let events = events::of_facility(&mut tx, SCHOOL, 10).await.unwrap();
    tx.rollback().await.unwrap();
    let kinds: Vec<&str> = events.iter().rev().map(|event| event.kind.code()).collect();
    assert_eq!(
        kinds,
        [
            "facility_changed",
            "space_changed",
            "closure_made",
            "rule_changed"
        ]
    );
    assert!(events.iter().all(|event| event.actor == Some(MANAGER)));
}

on_both!(every_change_leaves_an_event_with_its_actor,);
