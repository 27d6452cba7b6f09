//! Whoever was moved away finds the way home.

use super::super::{
    Limits, TASTE, chain::Means, heat::Heat, home, options, options::Taste, rng::Rng, search, start,
    state::State,
};
use crate::{
    compile::Problem,
    generate::{Size, instance},
};

const ALL: (u8, usize) = (u8::MAX, usize::MAX);

/// A season whose plan is published, each session for a price of one to three.
fn published(seed: u64) -> Problem {
    let mut problem = Problem::new(&instance(Size::S, seed));
    let limits = Limits {
        work: 300_000,
        threads: 1,
    };
    let found = search(&problem, seed, &limits, &mut ());
    let sessions: Vec<_> = found.state.all().map(|(_, session)| *session).collect();
    for session in sessions.iter().filter(|session| !session.locked) {
        let same = problem.placements[session.placement as usize].same;
        let price = 1 + session.wish % 3;
        let wish = &mut problem.wishes[session.wish as usize];
        wish.published.push((same, session.day, session.start, price));
        problem.published_price += u64::from(price);
    }
    problem
}

/// Sessions move to other free places by chance.
fn scatter(state: &mut State<'_>, means: &mut Means<'_>, times: usize) {
    let home = means.taste;
    means.taste = Taste {
        kept: 0,
        noise: 100_000,
        ..home
    };
    for _ in 0..times {
        let Some(session) = state.any(means.rng).filter(|session| !state.stays(*session)) else {
            continue;
        };
        let number = state.session(session).item;
        let mark = state.mark();
        state.take(session);
        match options::best(state, number, means) {
            Some(spot) => _ = options::put(state, &state.problem.items[number as usize], spot),
            None => state.back_to(mark),
        }
    }
    state.settle();
    means.taste = home;
}

#[test]
fn everybody_comes_home_where_there_is_room_for_all() {
    for seed in 1..=3 {
        let problem = published(seed);
        let heat = Heat::new(&problem);
        let mut rng = Rng::new(seed);
        let mut means = Means::new(&heat, TASTE, &mut rng, ALL);
        let mut state = State::new(&problem);
        start::published(&mut state, None);
        // The first of two back to back comes home when it is lengthened.
        let all = state.value.kept;
        assert!(all * 100 > problem.published_price * 97);
        let counts = state.value.counts.clone();

        scatter(&mut state, &mut means, 3000);
        assert!(state.value.kept < all * 2 / 3, "many are elsewhere");
        let until = state.work + 3_000_000;
        home::run(&mut state, &mut means, &mut |state| state.work > until);

        assert_eq!(state.value.kept, all, "seed {seed}");
        assert_eq!(state.value.counts, counts);
    }
}
