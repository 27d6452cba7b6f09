//! The staff's pages, under `/forvaltning`.

mod aspect;
mod board;
mod case;
mod closures;
mod facilities;
mod facility;
mod filled;
mod frame;
mod hours;
mod inbox;
mod lane;
mod organisation;
mod organisations;
mod people;
mod priority;
mod rule;
mod rules;
mod space;
mod space_rules;
mod staff;

pub use board::{DayBoard, WeekBoard};
pub use case::ManagerCasePage;
pub use closures::{Closures, read as read_closure};
pub use facilities::{Facilities, NewFacility};
pub use facility::FacilityEdit;
pub use hours::{FacilityHours, SpaceHours};
pub use inbox::InboxPage;
pub use organisation::OrganisationEdit;
pub use organisations::{NewOrganisation, Organisations};
pub use priority::Priority;
pub use rule::{RuleEdit, read::rule as read_rule};
pub use rules::Rules;
pub use space::{NewSpace, SpaceEdit};
pub use space_rules::{FacilityRules, SpaceRules};
pub use staff::Staff;

use ledig_service::ServiceError;
use leptos_router::hooks::use_params_map;
use std::str::FromStr;

/// The id in the address.
fn id_of<T: FromStr>() -> Result<T, ServiceError> {
    use leptos::prelude::With;
    use_params_map()
        .with(|params| params.get("id"))
        .and_then(|id| id.parse().ok())
        .ok_or(ServiceError::NotFound)
}
