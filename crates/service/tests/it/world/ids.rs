//! Who and what there is.

use ledig_domain::id::{FacilityId, OrganisationId, PersonId, SpaceId, TeamId};
use uuid::Uuid;

/// The id of that number.
pub const fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

/// A school in the district Rud, with a hall in three parts and a meeting room.
pub const SCHOOL: FacilityId = FacilityId(id(1));
/// A school in the district Bekkestua, 4 km away, with a gym.
pub const OTHER_SCHOOL: FacilityId = FacilityId(id(2));
/// The hall: 200 persons.
pub const HALL: SpaceId = SpaceId(id(11));
/// Its parts: 60 persons each.
pub const A: SpaceId = SpaceId(id(12));
/// The second part.
pub const B: SpaceId = SpaceId(id(13));
/// The third part.
pub const C: SpaceId = SpaceId(id(14));
/// A meeting room for 20.
pub const ROOM: SpaceId = SpaceId(id(15));
/// A gym for 30 at the other school.
pub const GYM: SpaceId = SpaceId(id(21));

/// A sports club.
pub const CLUB: OrganisationId = OrganisationId(id(31));
/// A band.
pub const BAND: OrganisationId = OrganisationId(id(32));
/// The club's team of girls of thirteen.
pub const TEAM: TeamId = TeamId(id(41));

/// Leader of the club.
pub const LEADER: PersonId = PersonId(id(51));
/// Booker of the club.
pub const BOOKER: PersonId = PersonId(id(52));
/// Coach in the club.
pub const COACH: PersonId = PersonId(id(53));
/// Leader of the band.
pub const BANDLEADER: PersonId = PersonId(id(54));
/// A private person.
pub const RESIDENT: PersonId = PersonId(id(55));
/// Administrator.
pub const ADMINISTRATOR: PersonId = PersonId(id(61));
/// Manager of the school.
pub const MANAGER: PersonId = PersonId(id(62));
/// Manager of the other school.
pub const OTHER_MANAGER: PersonId = PersonId(id(63));
/// Caretaker at the school.
pub const CARETAKER: PersonId = PersonId(id(64));
/// Sees everything.
pub const AUDITOR: PersonId = PersonId(id(65));
/// Manager of the school, and leader of the band.
pub const PARTIAL_MANAGER: PersonId = PersonId(id(66));
