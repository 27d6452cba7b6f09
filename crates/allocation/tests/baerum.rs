//! The demo municipality's autumn, as committed.

#[path = "../examples/baerum/seed.rs"]
mod seed;

use ledig_allocation::{allocate::allocate, read::read, search::Limits, verify::verify};

const COMMITTED: &str = include_str!("../demo/baerum-2026.json");

#[test]
fn the_committed_autumn_is_what_the_seed_data_give() {
    let made = seed::autumn().unwrap();
    let differs = made
        .lines()
        .zip(COMMITTED.lines())
        .position(|(made, committed)| made != committed);
    assert_eq!(
        (differs, made.len()),
        (None, COMMITTED.len()),
        "cargo run -p ledig-allocation --example baerum > crates/allocation/demo/baerum-2026.json"
    );
}

#[test]
fn the_autumn_is_shared_out_by_the_rules() {
    let instance = read(COMMITTED).unwrap();
    assert_eq!(instance.rules.id, "baerum-halls");
    let limits = Limits {
        work: 300_000,
        threads: 1,
    };
    let draft = allocate(&instance, &limits, &mut ());
    assert_eq!(verify(&instance, &draft), []);
    assert!(
        draft.sessions.len() > instance.wishes.len() / 2,
        "{}",
        draft.sessions.len()
    );
}
