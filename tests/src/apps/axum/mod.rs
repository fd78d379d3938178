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

use axum::Router;
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
    Cors::new(plain().merge(special()))
}

/// Builds an application of the same routes in which the responses of most depend on method and origin alone. A `Cors` with other
/// routes, such as those with `enforce`, keeps more of each request.
pub fn build_in_two() -> Cors {
    Cors::new(plain().fallback_service(Cors::new(special())))
}

fn plain() -> Router {
    let plain = routes::router().merge(headers::router()).merge(keys::router()).merge(bare_routes::router());
    plain.merge(outcomes::router()).merge(around::router())
}

fn special() -> Router {
    enforced::router().merge(named::router()).merge(predicates::router())
}
