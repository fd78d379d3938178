//! Routes of the table on axum.

mod enforced;
mod headers;
mod routes;

use std::convert::Infallible;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;

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

/// The routes.
pub fn router() -> Router {
    routes::router().merge(headers::router()).merge(enforced::router())
}

/// Reports whether a path, without its query, begins as one of these routes.
pub fn serves(path: &str) -> bool {
    const ROOTS: [&str; 27] = [
        "list",
        "items",
        "full",
        "plain",
        "plain-put",
        "zero",
        "subdomains",
        "sub",
        "ports",
        "any",
        "any-header",
        "head",
        "own",
        "options",
        "own-options",
        "pair",
        "riap",
        "users",
        "files",
        "api",
        "tenants",
        "vary",
        "stray",
        "left",
        "left-any",
        "enforced",
        "none",
    ];
    ROOTS.contains(&path.trim_start_matches('/').split(['/', '?']).next().unwrap_or_default())
}
