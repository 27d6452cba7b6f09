//! Against every order of a few sessions.

use super::super::packing::{Packing, members};
use crate::compile::Slots;
use proptest::{collection::vec, prelude::*, test_runner::RngSeed};

/// The earliest end of a set: each order of it, each session as soon as it can; none where no order goes.
fn earliest(sessions: &[(u8, Slots)], set: usize, from: u8) -> Option<u8> {
    if set == 0 {
        return Some(from);
    }
    let first = |who: u8| {
        let (len, starts) = sessions[usize::from(who)];
        let start = (from..128).find(|start| starts & (1 << start) != 0)?;
        earliest(sessions, set & !(1 << who), start + len)
    };
    members(set).filter_map(first).min()
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(5), ..ProptestConfig::default() })]

    #[test]
    fn a_set_fits_if_some_order_of_it_does(
        sessions in vec((1..5u8, any::<u16>().prop_map(Slots::from)), 1..=5),
        all_to_the_end in any::<bool>(),
    ) {
        let move_to_end = |(len, starts): (u8, Slots)| (len, starts << 108);
        let sessions: Vec<_> = if all_to_the_end {
            sessions.into_iter().map(move_to_end).collect()
        } else {
            sessions
        };
        let packing = Packing::new(&sessions);
        for who in 0..sessions.len() {
            let with = (0..1usize << sessions.len()).filter(|set| set & (1 << who) != 0);
            let by_hand: Vec<_> = with.filter(|set| earliest(&sessions, *set, 0).is_some()).collect();
            prop_assert_eq!(packing.sets_with(who).collect::<Vec<_>>(), by_hand);
        }
        for set in (1..1usize << sessions.len()).filter(|set| earliest(&sessions, *set, 0).is_some()) {
            let mut places: Vec<_> = packing.starts(set).collect();
            prop_assert_eq!(places.iter().fold(0, |set, (who, _)| set | 1 << who), set);
            prop_assert!(places.iter().all(|(who, start)| sessions[*who].1 & (1 << start) != 0));
            places.sort_by_key(|(_, start)| *start);
            let end = |(who, start): &(usize, u8)| start + sessions[*who].0;
            prop_assert!(places.windows(2).all(|pair| end(&pair[0]) <= pair[1].1));
            prop_assert_eq!(places.iter().map(end).max(), earliest(&sessions, set, 0));
        }
    }
}
