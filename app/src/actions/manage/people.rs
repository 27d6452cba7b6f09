//! Organisations, members, teams and staff.

use super::Said;
use crate::{
    actions::posted::{Posted, Sent},
    flash::Message,
};
use axum::{extract::Path, response::Response};
use ledig_domain::{
    id::{OrganisationId, PersonId, TeamId},
    people::{ApplicantKind, Gender, MembershipRole, PriceGroup, StaffRole, Standing},
};
use ledig_service::{
    Fault, ServiceError, StaffPost,
    people::{
        account::AddedPerson, members::NewMember, organisations::OrganisationForm, staff::NewStaff,
        teams::TeamForm,
    },
};

type Faults = Vec<(String, Fault)>;

/// Registers an organisation, or changes one.
pub async fn save_organisation(sent: Sent) -> Response {
    let id = sent.posted.read::<OrganisationId>("id");
    let page = match id {
        Some(id) => format!("/forvaltning/folk/{id}"),
        None => "/forvaltning/folk/ny".to_owned(),
    };
    let form = match organisation(&sent.posted) {
        Ok(form) => form,
        Err(faults) => return sent.faults(faults, &page).await,
    };
    let version = sent.posted.read("version").unwrap_or_default();
    let at = id.map(|id| (id, version));
    match sent
        .request
        .service
        .save_organisation(&sent.request.viewer, at, &form)
        .await
    {
        Ok(saved) => {
            let message = if id.is_some() {
                Message::Saved
            } else {
                Message::Staff(Said::Created)
            };
            sent.done(message, &format!("/forvaltning/folk/{saved}")).await
        }
        Err(error) => sent.refused(error, &page).await,
    }
}

fn organisation(posted: &Posted) -> Result<OrganisationForm, Faults> {
    let mut reading = posted.reading();
    let kind = reading.code("kind", ApplicantKind::from_code);
    let standing = reading.code("standing", Standing::from_code);
    let price_group = reading.code("price_group", PriceGroup::from_code);
    let form = OrganisationForm {
        name: reading.filled("name"),
        kind: kind.unwrap_or(ApplicantKind::Association),
        number: reading.text("number"),
        activities: reading.text("activities"),
        home_area: reading.text("home_area"),
        standing: standing.unwrap_or(Standing::Pending),
        price_group: price_group.unwrap_or(PriceGroup::Voluntary),
    };
    reading.finish(form)
}

fn added(posted: &Posted, person: AddedPerson) -> Message {
    Message::Staff(Said::PersonAdded {
        email: posted.get("email").to_owned(),
        password: person.initial_password,
    })
}

/// Makes somebody a member.
pub async fn add_member(Path(id): Path<OrganisationId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/folk/{id}#medlemmer");
    let mut reading = sent.posted.reading();
    let role = reading.code("role", MembershipRole::from_code);
    let new = NewMember {
        email: reading.filled("email"),
        name: reading.text("name"),
        role: role.unwrap_or(MembershipRole::Coach),
        minor_until: match sent.posted.ticked("minor") {
            true => reading.date("minor_until"),
            false => None,
        },
    };
    let new = match reading.finish(new) {
        Ok(new) => new,
        Err(faults) => return sent.faults(faults, &page).await,
    };
    match sent
        .request
        .service
        .add_member(&sent.request.viewer, id, &new)
        .await
    {
        Ok(person) => sent.done(added(&sent.posted, person), &page).await,
        Err(error) => sent.refused(error, &page).await,
    }
}

/// Ends a membership.
pub async fn remove_member(Path(id): Path<OrganisationId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/folk/{id}#medlemmer");
    let removed = match sent.posted.read::<PersonId>("person") {
        Some(person) => {
            sent.request
                .service
                .remove_member(&sent.request.viewer, id, person)
                .await
        }
        None => Err(ServiceError::NotFound),
    };
    match removed {
        Ok(()) => sent.done(Message::Staff(Said::PersonRemoved), &page).await,
        Err(error) => sent.refused(error, &page).await,
    }
}

/// Gives a member a new one-time password.
pub async fn give_member_password(Path(id): Path<OrganisationId>, sent: Sent) -> Response {
    give_password(sent, &format!("/forvaltning/folk/{id}#medlemmer")).await
}

/// Gives somebody on the staff a new one-time password.
pub async fn give_staff_password(sent: Sent) -> Response {
    give_password(sent, "/forvaltning/ansatte").await
}

async fn give_password(sent: Sent, page: &str) -> Response {
    let given = match sent.posted.read::<PersonId>("person") {
        Some(person) => {
            sent.request
                .service
                .give_password(&sent.request.viewer, person)
                .await
        }
        None => Err(ServiceError::NotFound),
    };
    match given {
        Ok(given) => {
            let said = Said::PasswordGiven {
                email: sent.posted.get("email").to_owned(),
                password: given.initial_password.unwrap_or_default(),
            };
            sent.done(Message::Staff(said), page).await
        }
        Err(error) => sent.refused(error, page).await,
    }
}

/// Makes a team, or changes one.
pub async fn save_team(Path(id): Path<OrganisationId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/folk/{id}#lag");
    let form = match team(&sent.posted) {
        Ok(form) => form,
        Err(faults) => return sent.faults(faults, &page).await,
    };
    let version = sent.posted.read("version").unwrap_or_default();
    let at = sent.posted.read::<TeamId>("team").map(|team| (team, version));
    match sent
        .request
        .service
        .save_team(&sent.request.viewer, id, at, &form)
        .await
    {
        Ok(_) => sent.done(Message::Saved, &page).await,
        Err(error) => sent.refused(error, &page).await,
    }
}

fn team(posted: &Posted) -> Result<TeamForm, Faults> {
    let mut reading = posted.reading();
    let gender = reading.code("gender", Gender::from_code);
    let form = TeamForm {
        name: reading.filled("name"),
        sport: reading.text("sport"),
        age_from: reading.number("age_from", 0, 120),
        age_to: reading.number("age_to", 0, 120),
        gender: gender.unwrap_or(Gender::Mixed),
        adapted: posted.ticked("adapted"),
        level: reading.text("level"),
        size: reading.number("size", 1, 100_000),
    };
    reading.finish(form)
}

/// Retires a team.
pub async fn retire_team(Path(id): Path<OrganisationId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/folk/{id}#lag");
    let version = sent.posted.read("version").unwrap_or_default();
    let retired = match sent.posted.read::<TeamId>("team") {
        Some(team) => {
            sent.request
                .service
                .retire_team(&sent.request.viewer, id, (team, version))
                .await
        }
        None => Err(ServiceError::NotFound),
    };
    match retired {
        Ok(()) => sent.done(Message::Saved, &page).await,
        Err(error) => sent.refused(error, &page).await,
    }
}

/// Gives a role on the staff.
pub async fn add_staff(sent: Sent) -> Response {
    let page = "/forvaltning/ansatte";
    let mut reading = sent.posted.reading();
    let role = reading.code("role", StaffRole::from_code);
    let new = NewStaff {
        email: reading.filled("email"),
        name: reading.text("name"),
        role: role.unwrap_or(StaffRole::Viewer),
        facility: sent.posted.read("facility"),
    };
    let new = match reading.finish(new) {
        Ok(new) => new,
        Err(faults) => return sent.faults(faults, page).await,
    };
    match sent.request.service.add_staff(&sent.request.viewer, &new).await {
        Ok(person) => sent.done(added(&sent.posted, person), page).await,
        Err(error) => sent.refused(error, page).await,
    }
}

/// Takes a role.
pub async fn remove_staff(sent: Sent) -> Response {
    let page = "/forvaltning/ansatte";
    let role = StaffRole::from_code(sent.posted.get("role"));
    let removed = match sent.posted.read::<PersonId>("person").zip(role) {
        Some((person, role)) => {
            let post = StaffPost {
                role,
                facility: sent.posted.read("facility"),
            };
            sent.request
                .service
                .remove_staff(&sent.request.viewer, person, post)
                .await
        }
        None => Err(ServiceError::NotFound),
    };
    match removed {
        Ok(()) => sent.done(Message::Staff(Said::PersonRemoved), page).await,
        Err(error) => sent.refused(error, page).await,
    }
}
