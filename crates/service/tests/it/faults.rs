//! What a refused form tells.

use ledig_service::{Fault, ServiceError};

/// Each faulty field with its fault.
pub fn faults(error: &ServiceError) -> Vec<(&str, Fault)> {
    match error {
        ServiceError::Invalid(list) => list
            .iter()
            .map(|one| (one.field.as_ref(), one.fault.clone()))
            .collect(),
        other => panic!("{other:?}"),
    }
}
