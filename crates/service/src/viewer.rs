//! Who looks: a person with memberships and posts, or anybody.

use ledig_domain::{
    id::{FacilityId, OrganisationId, PersonId},
    people::{ApplicantKind, MembershipRole, PriceGroup, StaffRole, Standing},
};
use serde::{Deserialize, Serialize};

/// Who looks. Loaded once per request by `Service::viewer`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// The one who is signed in; nobody on public pages.
    pub person: Option<SignedIn>,
}

/// A person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// Who.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// Signed in with a one-time password: may do nothing before choosing one.
    pub must_choose_password: bool,
    /// The organisation acted for; `None` for oneself. Always one of the memberships.
    pub acting_for: Option<OrganisationId>,
    /// Memberships that hold today, by the organisation's name.
    pub memberships: Vec<Membership>,
    /// Posts on the municipality's staff.
    pub staff: Vec<StaffPost>,
}

/// What a person is in an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// Where.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// What kind it is.
    pub kind: ApplicantKind,
    /// How the municipality regards it.
    pub standing: Standing,
    /// What it pays.
    pub price_group: PriceGroup,
    /// What the person may do for it.
    pub role: MembershipRole,
}

/// A post on the staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffPost {
    /// What the person may do.
    pub role: StaffRole,
    /// Where; `None` for the whole municipality.
    pub facility: Option<FacilityId>,
}

impl Viewer {
    /// Somebody who is not signed in.
    pub const ANYBODY: Self = Self { person: None };

    /// The person's id.
    pub fn id(&self) -> Option<PersonId> {
        self.person.as_ref().map(|person| person.id)
    }

    /// The organisation acted for, with the person's role in it.
    pub fn acting_for(&self) -> Option<&Membership> {
        let person = self.person.as_ref()?;
        person.membership(person.acting_for?)
    }

    /// Whether the viewer belongs to the organisation.
    pub fn is_member(&self, organisation: OrganisationId) -> bool {
        self.person
            .as_ref()
            .is_some_and(|person| person.membership(organisation).is_some())
    }

    /// Whether the viewer has any post on the staff.
    pub fn is_staff(&self) -> bool {
        self.person
            .as_ref()
            .is_some_and(|person| !person.staff.is_empty())
    }
}

impl SignedIn {
    /// The person's membership of the organisation.
    pub fn membership(&self, organisation: OrganisationId) -> Option<&Membership> {
        self.memberships
            .iter()
            .find(|held| held.organisation == organisation)
    }
}
