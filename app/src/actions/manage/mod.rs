//! Form actions of the staff's pages.

mod board;
mod case;
mod closures;
mod facilities;
mod hours;
pub mod offer;
mod people;
mod rules;
mod said;
mod spaces;

pub use said::Said;

use axum::{
    Router,
    routing::{get, post},
};

/// Every action under `/forvaltning`.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/forvaltning/godkjenn", post(case::approve_many))
        .route("/forvaltning/dag/tid", get(board::picked))
        .route("/forvaltning/saker/{id}/avgjor", post(case::decide))
        .route("/forvaltning/saker/{id}/avlys", post(case::cancel))
        .route("/forvaltning/anlegg/nytt", post(facilities::create))
        .route("/forvaltning/anlegg/{id}/lagre", post(facilities::save))
        .route("/forvaltning/anlegg/{id}/bruk", post(facilities::retire))
        .route("/forvaltning/anlegg/{id}/apningstid", post(hours::facility_hours))
        .route("/forvaltning/anlegg/{id}/regler", post(hours::facility_rules))
        .route("/forvaltning/anlegg/{id}/steng", post(closures::make))
        .route("/forvaltning/anlegg/{id}/apne", post(closures::lift))
        .route("/forvaltning/anlegg/{id}/ny-del", post(spaces::create))
        .route("/forvaltning/del/{id}/lagre", post(spaces::save))
        .route("/forvaltning/del/{id}/bruk", post(spaces::retire))
        .route("/forvaltning/del/{id}/apningstid", post(hours::space_hours))
        .route("/forvaltning/del/{id}/regler", post(hours::space_rules))
        .route("/forvaltning/regler/lagre", post(rules::save))
        .route("/forvaltning/prioritet/lagre", post(rules::save_priority))
        .route("/forvaltning/folk/lagre", post(people::save_organisation))
        .route("/forvaltning/folk/{id}/medlem", post(people::add_member))
        .route("/forvaltning/folk/{id}/medlem/fjern", post(people::remove_member))
        .route(
            "/forvaltning/folk/{id}/passord",
            post(people::give_member_password),
        )
        .route("/forvaltning/folk/{id}/lag", post(people::save_team))
        .route("/forvaltning/folk/{id}/lag/legg-ned", post(people::retire_team))
        .route("/forvaltning/ansatte/legg-til", post(people::add_staff))
        .route("/forvaltning/ansatte/passord", post(people::give_staff_password))
        .route("/forvaltning/ansatte/fjern", post(people::remove_staff))
}
