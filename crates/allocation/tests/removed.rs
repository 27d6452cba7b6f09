//! A wish that is not there takes nothing from a class that comes before its own.
//!
//! What is left of a plan without one of its wishes is a plan of the season without the wish, and has the same counts in
//! the classes before: the best plan there is can only be better. That what the search finds is, too, is promised for
//! seasons as small as these.

#[path = "exact/seasons.rs"]
mod tiny;

mod made_up;

use ledig_allocation::{
    allocate::allocate,
    format::{
        Draft, Instance,
        rules::{Order, Who},
        wish::Wish,
    },
    search::Limits,
};
use proptest::{prelude::*, sample::Index, test_runner::RngSeed};

fn share_out(season: &Instance) -> Draft {
    let limits = Limits {
        work: 200_000,
        threads: 1,
    };
    allocate(season, &limits, &mut ())
}

/// The season without one of its wishes, and without what is said of it elsewhere.
fn without(season: &Instance, wish: &Wish) -> Instance {
    let mut left = season.clone();
    left.wishes.retain(|one| one.id != wish.id);
    for link in &mut left.links {
        link.wishes.retain(|id| *id != wish.id);
    }
    left.links.retain(|link| link.wishes.len() > 1);
    left.locks.retain(|lock| lock.wish != wish.id);
    left.held_back.retain(|id| *id != wish.id);
    if let Some(published) = &mut left.published {
        published.sessions.retain(|session| session.wish != wish.id);
    }
    left
}

/// The counts of the classes before that of a wish; none where its sport might come first somewhere.
///
/// Class by class, only those of the first class: shares of a class come before the counts of the next, and who ought to
/// have what may depend on everybody's wishes.
fn before<'d>(season: &Instance, draft: &'d Draft, place: usize) -> Vec<&'d [u32]> {
    let first = usize::from(!season.rules.primacy.is_empty());
    let most = match season.rules.order {
        Order::CountsFirst => place - 1,
        Order::ClassByClass => 1.min(place - 1),
    };
    draft
        .classes
        .iter()
        .take(first + most)
        .map(|class| &class.given[..])
        .collect()
}

/// The class of a wish, from 1. Made-up rules ask for ages and disabilities only.
fn class(season: &Instance, wish: &Wish) -> usize {
    let fits = |who: &Who| {
        who.age_from.is_none_or(|from| wish.team.age_from >= from)
            && who.age_to.is_none_or(|to| wish.team.age_to <= to)
            && (!who.adapted || wish.team.adapted)
    };
    let classes = &season.rules.classes;
    let place = classes.iter().position(|class| fits(&class.who));
    place.unwrap_or(classes.len()) + 1
}

fn check(mut season: Instance, which: Index) -> Result<(), TestCaseError> {
    prop_assume!(!season.wishes.is_empty());
    // Who asks for less may have no duty any more: that is another rule for the rest of the organisation.
    season.rules.off_peak_duty = None;
    let wish = which.get(&season.wishes);
    let primacy = season.rules.primacy.iter();
    prop_assume!(
        !primacy
            .flat_map(|one| &one.sports)
            .any(|sport| *sport == wish.team.sport)
    );
    let place = class(&season, wish);
    let (with, without) = (share_out(&season), share_out(&without(&season, wish)));
    let (had, has) = (before(&season, &with, place), before(&season, &without, place));
    prop_assert!(
        has >= had,
        "without {}: {:?} instead of {:?}\n{}",
        wish.id,
        has,
        had,
        serde_json::to_string(&season).unwrap_or_default()
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, max_global_rejects: 8192, rng_seed: RngSeed::Fixed(6), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_wish_that_is_not_there_takes_nothing_from_a_class_before_it(season in tiny::season(2..=5, 2), which: Index) {
        check(season, which)?;
    }

    #[test]
    fn nor_in_any_small_season(season in made_up::season(), which: Index) {
        let Some(season) = made_up::mended(season) else {
            return Err(TestCaseError::reject("not to be mended"));
        };
        check(season, which)?;
    }
}
