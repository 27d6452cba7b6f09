//! What administrators and managers edit: facilities, spaces, hours, rules, closures, priority.
//!
//! Every change names the version it was made from; a stale one is refused and changes nothing.

mod close;
mod closures;
mod facilities;
mod facility_edit;
mod hour_checks;
mod hours;
mod obstacles;
mod priority;
mod replay;
mod rule_edit;
mod rules;
mod space_edit;
mod spaces;

pub use closures::{ClosureForm, ClosureHit, ClosuresPage, ManagedClosure};
pub use facilities::{FacilityEditor, FacilityForm, ManagedFacility, ManagedSpace};
pub use hours::HoldsFor;
pub use priority::PriorityPage;
pub use replay::{Replay, ReplayCase};
pub use rules::{RuleScope, RuleView, RulesPage, ScopeFilter};
pub use spaces::{SpaceEditor, SpaceForm};
