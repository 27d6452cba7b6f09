//! Organisation numbers for the demo.

use ledig_domain::people::OrganisationNumber;

/// Organisation numbers with a valid check digit that no organisation has: real ones begin with 8 or 9.
pub fn test_numbers() -> impl Iterator<Item = OrganisationNumber> {
    (31_000_001_u32..).filter_map(|digits| {
        (0..10).find_map(|check| OrganisationNumber::parse(&format!("{digits}{check}")).ok())
    })
}
