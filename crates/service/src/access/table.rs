//! The table.

use super::Relation::{self, *};
use ledig_domain::coded;

coded! {
    /// What can be done.
    pub enum Action {
        /// See facilities, spaces, weeks and what is free.
        SeePlaces = "see_places",
        /// Try out a wish.
        Preview = "preview",
        /// Ask for time as oneself.
        RequestForSelf = "request_for_self",
        /// Ask for time for an organisation.
        RequestFor = "request_for",
        /// See one's own page.
        SeeMyPage = "see_my_page",
        /// Change one's own password.
        ChangePassword = "change_password",
        /// Give somebody a new one-time password: an account that nobody has used yet belongs to its organisation.
        GivePassword = "give_password",
        /// See a case and its decisions as a party.
        SeeCase = "see_case",
        /// Answer offers, withdraw, wait, drop and cancel as a party.
        ChangeCase = "change_case",
        /// See the inbox, over the facilities where one has a post.
        SeeInbox = "see_inbox",
        /// See a case as staff, with competitors and history.
        SeeCaseAsStaff = "see_case_as_staff",
        /// Decide a request, or offer something else.
        Decide = "decide",
        /// Cancel dates for the owner of the space.
        CancelAsOwner = "cancel_as_owner",
        /// See the day board and who has the time, private persons included, with contact.
        SeeBoard = "see_board",
        /// Make and change facilities in the municipality.
        CreateFacility = "create_facility",
        /// Change a facility, its spaces, hours and booking rules.
        EditFacility = "edit_facility",
        /// Close spaces for a time, and lift it.
        Close = "close",
        /// See the rules that decide at once.
        SeeRules = "see_rules",
        /// Change the rules that decide at once, where they hold.
        EditRules = "edit_rules",
        /// Change the priority classes.
        EditPriority = "edit_priority",
        /// See the people page: organisations, staff.
        SeePeople = "see_people",
        /// Give and take staff roles, make accounts.
        EditStaff = "edit_staff",
        /// Register organisations and change their standing.
        EditOrganisation = "edit_organisation",
        /// See an organisation's members and teams.
        SeeMembers = "see_members",
        /// Say who is a member and in what role.
        EditMembers = "edit_members",
    }
}

impl Action {
    /// The relations that allow it.
    const fn by(self) -> &'static [Relation] {
        match self {
            Self::SeePlaces | Self::Preview => &[Anybody],
            Self::RequestForSelf => &[SignedIn],
            Self::RequestFor => &[Booker, Leader],
            Self::SeeMyPage => &[SignedIn],
            Self::ChangePassword => &[Own],
            Self::SeeCase => &[
                Own,
                Coach,
                Booker,
                Leader,
                StaffViewer,
                Caretaker,
                FacilityManager,
                Administrator,
            ],
            Self::ChangeCase => &[Own, Booker, Leader],
            Self::SeeInbox | Self::SeeCaseAsStaff | Self::SeeRules | Self::SeePeople => {
                &[StaffViewer, FacilityManager, Administrator]
            }
            Self::SeeBoard => &[StaffViewer, Caretaker, FacilityManager, Administrator],
            Self::Decide | Self::CancelAsOwner | Self::EditFacility | Self::EditRules => {
                &[FacilityManager, Administrator]
            }
            Self::Close => &[Caretaker, FacilityManager, Administrator],
            Self::CreateFacility => &[FacilityManager, Administrator],
            Self::EditPriority | Self::EditStaff | Self::EditOrganisation => &[Administrator],
            Self::SeeMembers => &[Coach, Booker, Leader, StaffViewer, FacilityManager, Administrator],
            Self::EditMembers | Self::GivePassword => &[Leader, Administrator],
        }
    }

    /// Whether one who is a party to the case is refused, whatever else one is
    /// (forvaltningsloven § 6: nobody decides in one's own case).
    pub const fn refuses_party(self) -> bool {
        matches!(self, Self::Decide)
    }
}

/// Whether the relation allows the action.
pub fn allowed(action: Action, relation: Relation) -> bool {
    action.by().contains(&relation)
}
