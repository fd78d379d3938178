//! The application on axum.

mod around;
mod bare_routes;
mod enforced;
mod headers;
mod keys;
mod named;
mod outcomes;
mod predicates;
mod routes;

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use cors_axum::Cors;

use crate::counters::ran;

/// An extractor that succeeds.
struct Guard;

impl<S: Sync> FromRequestParts<S> for Guard {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Infallible> {
        ran("guard");
        Ok(Self)
    }
}

/// Builds the application with every route.
pub fn build() -> Cors {
    let plain = routes::router().merge(headers::router()).merge(keys::router()).merge(bare_routes::router());
    let special = outcomes::router().merge(around::router()).merge(enforced::router());
    Cors::new(plain.merge(special).merge(named::router()).merge(predicates::router()))
}
