//! The engine against brute force, on seasons so tiny that every plan can be tried.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod again;
mod brute;
mod goals;
mod ground;
mod kept;
mod letter;
mod ruled;
mod seasons;
mod whole;
mod worth;

use brute::{Counts, Lengths, ROUNDS, Tiny};
use goals::{Best, More};
use ledig_allocation::{
    allocate::allocate,
    format::{
        Draft, Instance,
        draft::{ClassResult, Ended},
        lock::Lock,
        rules::Order,
    },
    search::Limits,
    verify::verify,
};
use proptest::{prelude::*, test_runner::RngSeed};

/// Of so many classes, primacy and those that fit none among them, the counts come before anything else.
fn first(season: &Instance) -> usize {
    match season.rules.order {
        Order::CountsFirst => season.rules.classes.len() + 2,
        // Lengths and places of the first class come before the counts of the second.
        Order::ClassByClass => 2,
    }
}

fn share_out(season: &Instance, work: u64) -> Draft {
    allocate(season, &Limits { work, threads: 1 }, &mut ())
}

/// How many plans are looked at, begun ones too, before a season is given up.
const MOST_STEPS: u64 = 3_000_000;

/// A draft's classes as brute force numbers them: with primacy, and those that fit no class.
fn classes<'a>(season: &Instance, draft: &'a Draft) -> Vec<Option<&'a ClassResult>> {
    let mut told = draft.classes.iter();
    let first = if season.rules.primacy.is_empty() {
        None
    } else {
        told.next()
    };
    let mut all: Vec<_> = [first].into_iter().chain(told.map(Some)).collect();
    all.resize(season.rules.classes.len() + 2, None);
    all
}

fn counts(season: &Instance, draft: &Draft) -> Counts {
    let of = |class: Option<&ClassResult>| {
        let mut rounds = [0; ROUNDS];
        for (round, given) in rounds.iter_mut().zip(class.iter().flat_map(|class| &class.given)) {
            *round = *given;
        }
        rounds
    };
    classes(season, draft).into_iter().map(of).collect()
}

fn told(season: &Instance, draft: &Draft) -> String {
    format!(
        "{}\n{}",
        serde_json::to_string(season).unwrap(),
        serde_json::to_string(&draft.sessions).unwrap()
    )
}

/// Whether everything could be tried. Fails if the class could have more than that while every session of the classes
/// before it stands: as if they were locked. (Bundles are left out: none is made with what is locked.)
fn none_in_place(season: &Instance, draft: &Draft, class: usize, than: u32) -> Result<bool, TestCaseError> {
    let letter = letter::Letter { season };
    let before = draft.sessions.iter().filter(|session| {
        let spot = letter.spot(&session.wish, &session.slot);
        !session.locked && letter.class_of(&spot) < class
    });
    let mut standing = season.clone();
    standing.locks.extend(before.map(|session| Lock {
        wish: session.wish.clone(),
        slot: session.slot.clone(),
    }));
    let mut more = More {
        class,
        owed: vec![0; class],
        than,
        found: false,
    };
    let all = Tiny::of(&standing, Lengths::Shortest).try_all(&mut more, MOST_STEPS);
    prop_assert!(
        !more.found,
        "class {class} can have more than {than} in place\n{}",
        told(season, draft)
    );
    Ok(all)
}

/// What the draft gives, and the most that there is; `None` where too many plans would have to be tried.
///
/// Fails if the verifier finds something wrong, if there is no such plan, or if a bound says too little.
fn compared(season: &Instance, draft: &Draft) -> Result<Option<(Counts, Counts)>, TestCaseError> {
    prop_assert_eq!(verify(season, draft), [], "{}", told(season, draft));
    let tiny = Tiny::of(season, Lengths::Shortest);
    let mut best = Best(None);
    let mut all = tiny.try_all(&mut best, MOST_STEPS);
    let (given, best) = (counts(season, draft), best.0.unwrap());
    let owed: Vec<u32> = given.iter().map(|rounds| rounds.iter().sum()).collect();
    for (class, result) in classes(season, draft).into_iter().enumerate() {
        let than = result.map_or(0, |result| result.at_most);
        prop_assert!(draft.ended != Ended::Optimal || than == owed[class]);
        let mut more = More {
            class,
            owed: owed.clone(),
            than,
            found: false,
        };
        all &= tiny.try_all(&mut more, MOST_STEPS);
        prop_assert!(
            !more.found,
            "class {class} can have more than {than}\n{}",
            told(season, draft)
        );
        let linked = |wish| tiny.letter.must_link(wish).is_some();
        if let Some(result) = result
            && !(0..season.wishes.len()).any(linked)
        {
            all &= none_in_place(season, draft, class, result.at_most_in_place)?;
        }
    }
    if !all {
        return Ok(None);
    }
    prop_assert!(
        given <= best,
        "better than the best {best:?}: {given:?}\n{}",
        told(season, draft)
    );
    Ok(Some((given, best)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, max_global_rejects: 20, rng_seed: RngSeed::Fixed(4), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_has_better_counts_and_no_bound_says_too_little(season in seasons::season(2..=5, 2)) {
        let draft = share_out(&season, 200_000);
        let Some((given, best)) = compared(&season, &draft)? else {
            return Err(TestCaseError::reject("too many plans"));
        };
        let first = first(&season);
        prop_assert_eq!(&given[..first], &best[..first], "{}", told(&season, &draft));
    }

    #[test]
    fn with_hardly_any_work_done_all_that_is_said_is_still_true(season in seasons::season(2..=5, 2), work in 0_u64..100) {
        compared(&season, &share_out(&season, work))?;
    }
}
