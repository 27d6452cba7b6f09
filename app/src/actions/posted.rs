//! A posted form: what was typed, read field by field, and the way back when something is wrong with it.

use super::leads_to;
use crate::{
    context::RequestContext,
    error::sign_in_link,
    flash::{Flash, Message},
};
use axum::{
    Form,
    extract::{FromRequest, FromRequestParts, Request},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use ledig_service::{Fault, ServiceError};
use std::str::FromStr;
use tower_sessions::Session;

/// Every name–value pair of a form, empty ones too.
#[derive(Clone, Debug, Default)]
pub struct Posted(pub Vec<(String, String)>);

impl Posted {
    /// The first value of that name, trimmed; empty when it is missing.
    pub fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// Every value of that name, trimmed.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, value)| value.trim())
    }

    /// Whether the name is there with something in it: a ticked box.
    pub fn ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// The value of that name, if it can be read.
    pub fn read<T: FromStr>(&self, name: &str) -> Option<T> {
        self.get(name).parse().ok()
    }

    /// Begins to read it field by field.
    pub fn reading(&self) -> Reading<'_> {
        Reading {
            posted: self,
            faults: Vec::new(),
        }
    }
}

/// Reads fields and gathers what cannot be read.
#[derive(Debug)]
pub struct Reading<'a> {
    /// What was posted.
    pub posted: &'a Posted,
    faults: Vec<(String, Fault)>,
}

impl Reading<'_> {
    /// Notes a fault.
    pub fn fault(&mut self, name: &str, fault: Fault) {
        self.faults.push((name.to_owned(), fault));
    }

    /// The text of a field.
    pub fn text(&self, name: &str) -> String {
        self.posted.get(name).to_owned()
    }

    /// The text of a field that must be filled in.
    pub fn filled(&mut self, name: &str) -> String {
        let text = self.text(name);
        if text.is_empty() {
            self.fault(name, Fault::Required);
        }
        text
    }

    /// A number within a range; `None` when nothing is filled in.
    pub fn number<T: TryFrom<i64>>(&mut self, name: &str, min: i64, max: i64) -> Option<T> {
        let text = self.posted.get(name);
        if text.is_empty() {
            return None;
        }
        let number = text.parse::<i64>().ok().filter(|n| (min..=max).contains(n));
        let read = number.and_then(|n| T::try_from(n).ok());
        if read.is_none() {
            self.fault(name, Fault::OutOfRange { min, max });
        }
        read
    }

    /// A number within a range that must be filled in; `missing` stands in for it beside the fault.
    pub fn needed<T: TryFrom<i64>>(&mut self, name: &str, min: i64, max: i64, missing: T) -> T {
        if self.posted.get(name).is_empty() {
            self.fault(name, Fault::Required);
            return missing;
        }
        self.number(name, min, max).unwrap_or(missing)
    }

    /// A value that has a text form, such as a date or time; noted as missing or unreadable.
    pub fn value<T: FromStr>(&mut self, name: &str) -> Option<T> {
        let text = self.posted.get(name);
        if text.is_empty() {
            self.fault(name, Fault::Required);
            return None;
        }
        let read = text.parse().ok();
        if read.is_none() {
            self.fault(name, Fault::Unknown);
        }
        read
    }

    /// A date.
    pub fn date(&mut self, name: &str) -> Option<NaiveDate> {
        self.value(name)
    }

    /// One of the codes.
    pub fn code<T>(&mut self, name: &str, from_code: fn(&str) -> Option<T>) -> Option<T> {
        let read = from_code(self.posted.get(name));
        if read.is_none() {
            self.fault(name, Fault::Unknown);
        }
        read
    }

    /// The value if no fault was noted, else the faults.
    pub fn finish<T>(self, value: T) -> Result<T, Vec<(String, Fault)>> {
        if self.faults.is_empty() {
            Ok(value)
        } else {
            Err(self.faults)
        }
    }
}

/// A form that was sent to us: who sent it, what was typed, and the session that carries the answer.
pub struct Sent {
    /// The request.
    pub request: RequestContext,
    /// What was typed.
    pub posted: Posted,
    session: Session,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let context = RequestContext::from_request_parts(&mut parts, state)
            .await
            .map_err(IntoResponse::into_response)?;
        let session = Session::from_request_parts(&mut parts, state)
            .await
            .map_err(IntoResponse::into_response)?;
        let Form(pairs) = Form::from_request(Request::from_parts(parts, body), state)
            .await
            .map_err(IntoResponse::into_response)?;
        Ok(Self {
            request: context,
            posted: Posted(pairs),
            session,
        })
    }
}

impl Sent {
    /// Leads on, with something to say there.
    pub async fn done(&self, message: Message, to: &str) -> Response {
        Flash::message(message).keep(&self.session).await;
        leads_to(to)
    }

    /// Back to the form with what is wrong and everything that was typed.
    pub async fn faults(&self, faults: Vec<(String, Fault)>, to: &str) -> Response {
        let flash = Flash {
            message: None,
            faults,
            values: self.posted.0.clone(),
        };
        flash.keep(&self.session).await;
        leads_to(to)
    }

    /// Back to the form with a message and everything that was typed.
    pub async fn back(&self, message: Message, to: &str) -> Response {
        let flash = Flash {
            message: Some(message),
            faults: Vec::new(),
            values: self.posted.0.clone(),
        };
        flash.keep(&self.session).await;
        leads_to(to)
    }

    /// Back to the form with a message, what is wrong with fields, and everything that was typed.
    pub async fn told(&self, message: Option<Message>, faults: Vec<(String, Fault)>, to: &str) -> Response {
        let flash = Flash {
            message,
            faults,
            values: self.posted.0.clone(),
        };
        flash.keep(&self.session).await;
        leads_to(to)
    }

    /// Back to the form with what the use case says against it. Nothing that was typed is lost.
    pub async fn refused(&self, error: ServiceError, to: &str) -> Response {
        match error {
            ServiceError::Invalid(faults) => {
                let faults = faults
                    .into_iter()
                    .map(|one| (one.field.into_owned(), one.fault))
                    .collect();
                self.faults(faults, to).await
            }
            ServiceError::NotSignedIn => leads_to(&sign_in_link(to)),
            ServiceError::Stale => self.back(Message::Stale, to).await,
            ServiceError::Busy => self.back(Message::Busy, to).await,
            ServiceError::Conflict(dates) => self.back(Message::Taken(dates), to).await,
            ServiceError::InTheWay(things) => self.back(Message::InTheWay(things), to).await,
            ServiceError::Forbidden => self.back(Message::NotAllowed, to).await,
            ServiceError::NotFound => self.back(Message::Gone, to).await,
            ServiceError::Internal(cause) => {
                tracing::error!(%cause, "a form could not be dealt with");
                self.back(Message::Failed, to).await
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(pairs: &[(&str, &str)]) -> Posted {
        Posted(
            pairs
                .iter()
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
                .collect(),
        )
    }

    #[test]
    fn an_empty_number_is_none_and_one_out_of_range_a_fault() {
        let form = posted(&[("a", " "), ("b", "900"), ("c", "12")]);
        let mut reading = form.reading();
        assert_eq!(reading.number::<u16>("a", 0, 100), None);
        assert_eq!(reading.number::<u16>("b", 0, 100), None);
        assert_eq!(reading.number::<u16>("c", 0, 100), Some(12));
        let fault = Fault::OutOfRange { min: 0, max: 100 };
        assert_eq!(reading.finish(()), Err(vec![("b".to_owned(), fault)]));
    }

    #[test]
    fn a_missing_date_is_asked_for() {
        let form = posted(&[("to", "2026-13-01")]);
        let mut reading = form.reading();
        assert_eq!(reading.date("from"), None);
        assert_eq!(reading.date("to"), None);
        let faults = reading.finish(()).unwrap_err();
        assert_eq!(faults[0], ("from".to_owned(), Fault::Required));
        assert_eq!(faults[1], ("to".to_owned(), Fault::Unknown));
    }
}
