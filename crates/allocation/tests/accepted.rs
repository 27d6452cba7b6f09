//! Whatever the reader takes can be shared out, and the verifier finds nothing wrong with it: arbitrary small seasons with
//! everything that the format has.

mod made_up;

use ledig_allocation::{allocate::allocate, read::remarks, search::Limits, verify::verify, word};
use proptest::{prelude::*, test_runner::RngSeed};

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, max_global_rejects: 4096, rng_seed: RngSeed::Fixed(3), ..ProptestConfig::default() })]

    #[test]
    fn what_is_taken_can_be_shared_out_and_the_verifier_finds_nothing(season in made_up::season(), threads in 1_usize..3) {
        let Some(instance) = made_up::mended(season) else {
            return Err(TestCaseError::reject("not to be mended"));
        };
        let _ = remarks(&instance);
        let limits = Limits { work: 5_000, threads };
        let draft = allocate(&instance, &limits, &mut ());
        let found = verify(&instance, &draft);
        prop_assert!(found.is_empty(), "{:#?}\n{}", found, serde_json::to_string(&instance).unwrap());
        for wish in &instance.wishes {
            prop_assert!(word::explain(Some(&instance), &draft, &wish.id).is_ok());
        }
        let again = allocate(&instance, &Limits { threads: 3 - threads, ..limits }, &mut ());
        prop_assert_eq!(again, draft);
    }
}
