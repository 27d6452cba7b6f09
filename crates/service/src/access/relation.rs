//! How a viewer stands to a thing.

use crate::Viewer;
use ledig_domain::{
    coded,
    id::{FacilityId, OrganisationId, PersonId},
    people::{MembershipRole, StaffRole},
};

coded! {
    /// How a viewer stands to a thing. A person may stand to it in several ways.
    pub enum Relation {
        /// Everybody, signed in or not.
        Anybody = "anybody",
        /// Everybody who is signed in.
        SignedIn = "signed_in",
        /// It is the viewer's own: the viewer's account, or asked for by the viewer as a private person.
        Own = "own",
        /// Coach in the organisation that it belongs to.
        Coach = "coach",
        /// Booker in it.
        Booker = "booker",
        /// Leader of it.
        Leader = "leader",
        /// Belongs to the organisation that asks, or is the one who asks: never decides.
        Party = "party",
        /// Sees what staff sees, at its facility.
        StaffViewer = "staff_viewer",
        /// Caretaker at its facility.
        Caretaker = "caretaker",
        /// Manager of its facility.
        FacilityManager = "facility_manager",
        /// Administrator.
        Administrator = "administrator",
    }
}

/// Where a thing is, for the staff's posts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Nowhere: no post counts except an administrator's.
    #[default]
    Nowhere,
    /// A page over all facilities: a post anywhere counts; what it shows is filtered by facility.
    Somewhere,
    /// The municipality as a whole: only posts for all of it count.
    Municipality,
    /// One facility: posts for it and for the municipality count.
    Facility(FacilityId),
}

/// What is acted on, as far as access goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Thing {
    /// Where it is.
    pub place: Place,
    /// Whose it is.
    pub organisation: Option<OrganisationId>,
    /// The private person or account that it belongs to; for a case without organisation, who asked.
    pub person: Option<PersonId>,
}

impl Thing {
    /// What has no owner and no place.
    pub const NONE: Self = Self::at(Place::Nowhere);
    /// A page over all facilities where one has a post.
    pub const SOMEWHERE: Self = Self::at(Place::Somewhere);
    /// What belongs to the municipality as a whole.
    pub const MUNICIPALITY: Self = Self::at(Place::Municipality);

    const fn at(place: Place) -> Self {
        Self {
            place,
            organisation: None,
            person: None,
        }
    }

    /// A facility, or something in it that belongs to nobody else.
    pub const fn facility(facility: FacilityId) -> Self {
        Self::at(Place::Facility(facility))
    }

    /// An organisation's affairs.
    pub const fn organisation(organisation: OrganisationId) -> Self {
        Self {
            organisation: Some(organisation),
            ..Self::NONE
        }
    }

    /// A person's own affairs.
    pub const fn person(person: PersonId) -> Self {
        Self {
            person: Some(person),
            ..Self::NONE
        }
    }

    /// A case at a facility: an organisation's, or the private person's who asked.
    pub const fn case(
        facility: FacilityId,
        organisation: Option<OrganisationId>,
        asked_by: PersonId,
    ) -> Self {
        Self {
            place: Place::Facility(facility),
            person: match organisation {
                Some(_) => None,
                None => Some(asked_by),
            },
            organisation,
        }
    }
}

/// Every way in which the viewer stands to the thing.
pub(super) fn relations(viewer: &Viewer, thing: &Thing) -> Vec<Relation> {
    let mut found = vec![Relation::Anybody];
    let Some(person) = &viewer.person else {
        return found;
    };
    found.push(Relation::SignedIn);
    if thing.person == Some(person.id) {
        found.extend([Relation::Own, Relation::Party]);
    }
    for membership in &person.memberships {
        if Some(membership.organisation) == thing.organisation {
            found.push(Relation::Party);
            found.push(match membership.role {
                MembershipRole::Leader => Relation::Leader,
                MembershipRole::Booker => Relation::Booker,
                MembershipRole::Coach => Relation::Coach,
            });
        }
    }
    for post in &person.staff {
        let counts = match thing.place {
            Place::Nowhere => post.role == StaffRole::Administrator && post.facility.is_none(),
            Place::Somewhere => true,
            Place::Municipality => post.facility.is_none(),
            Place::Facility(facility) => post.facility.is_none_or(|own| own == facility),
        };
        if counts {
            found.push(match post.role {
                StaffRole::Administrator => Relation::Administrator,
                StaffRole::FacilityManager => Relation::FacilityManager,
                StaffRole::Caretaker => Relation::Caretaker,
                StaffRole::Viewer => Relation::StaffViewer,
            });
        }
    }
    found
}
