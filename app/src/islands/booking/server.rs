//! The call from the browser for a new look.

use super::Look;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// What the dates of a draft look like now. The query is the form's fields as in the address.
#[server(prefix = "/api", endpoint = "bestill/datoer", input = Json, output = Json)]
pub async fn look_at(space: String, query: String) -> Result<Look, ServerFnError> {
    use crate::{booking, context::use_request, query::Query};
    let request = use_request();
    let space = space.parse().map_err(|_| ServerFnError::new("no such space"))?;
    let looked = booking::look(&request, space, &Query::parse(&query)).await;
    looked
        .map(|looked| looked.look)
        .map_err(|error| ServerFnError::new(error.to_string()))
}
