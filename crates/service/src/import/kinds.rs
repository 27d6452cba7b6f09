//! The kinds of space that files speak of, and what they are here.

use ledig_domain::{people::ApplicantKind, space::SpaceKind};

/// What a word for a kind of space means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The kind here.
    pub kind: SpaceKind,
    /// Whether it is booked as such, or only groups its parts.
    pub bookable: bool,
}

/// What a file's word for a kind of space means, or `None` for a word that nobody has mapped.
pub fn space_kind(word: &str) -> Option<Meaning> {
    use SpaceKind as K;
    let word = word.trim().to_lowercase();
    let kind = match word.as_str() {
        "sports_hall" | "multi_hall" | "court" | "gymnastics_hall" => K::SportsHall,
        "gym" => K::Gym,
        "football_hall" | "football_hall_half" => K::FootballHall,
        "athletics_hall" => K::AthleticsHall,
        "training_room" | "gymnastics_area" | "table_tennis_hall" | "dance_room" | "multi_room" => {
            K::TrainingRoom
        }
        "strength_room" => K::StrengthRoom,
        "swimming_hall" => K::SwimmingHall,
        "pool" | "pool_part" | "outdoor_pool" => K::Pool,
        "lane" => K::Lane,
        "ice_hall" | "ice_rink" => K::Ice,
        "artificial_grass_pitch" | "football_pitch" | "grass_pitch" | "gravel_pitch" | "stadium" => K::Pitch,
        "athletics_track" | "baseball_field" | "beach_volleyball" | "tennis_court" | "ski_jump"
        | "sports_park" => K::OutdoorSports,
        "beach" | "park" | "square" => K::OutdoorArea,
        "school_primary"
        | "school_lower_secondary"
        | "school_upper_secondary"
        | "school_combined"
        | "classroom" => K::SchoolRoom,
        "assembly_hall" | "party_venue" => K::AssemblyHall,
        "stage" | "theatre" | "black_box" | "cinema_hall" | "concert_hall" | "music_venue"
        | "outdoor_stage" => K::Stage,
        "rehearsal_room" | "music_room" => K::RehearsalRoom,
        "meeting_room" | "library_room" | "library" => K::MeetingRoom,
        "lecture_hall" | "amphitheatre" => K::LectureHall,
        "kitchen" | "canteen" => K::Kitchen,
        "clubhouse" | "community_house" | "culture_house" | "scout_house" => K::CommunityHouse,
        "exhibition_room" | "foyer" => K::Other,
        other => K::from_code(other)?,
    };
    Some(Meaning {
        kind,
        bookable: !matches!(word.as_str(), "sports_park" | "library"),
    })
}

/// What a file's word for a kind of organisation means.
pub fn applicant_kind(word: &str) -> Option<ApplicantKind> {
    use ApplicantKind as K;
    let word = word.trim().to_lowercase();
    Some(match word.as_str() {
        "school_band" | "band" | "orchestra" | "choir" => K::Music,
        "theatre" => K::Culture,
        "residents_association" | "volunteer_centre" | "umbrella" => K::Association,
        other => K::from_code(other)?,
    })
}
