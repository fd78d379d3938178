//! Typed headers of `axum_extra`: a preflight extracts nothing, and a rejection has the headers.

use axum::Router;
use axum::routing::put;
use axum_extra::TypedHeader;
use axum_extra::headers::Authorization;
use axum_extra::headers::authorization::Bearer;
use cors_axum::{Cors, cors};
use cors_tests::neighbour::{PAGE, Route};

use crate::axum::app;

#[cors(policy = PAGE)]
async fn page(TypedHeader(token): TypedHeader<Authorization<Bearer>>) -> String {
    token.token().to_owned()
}

#[test]
fn a_typed_header_is_read() {
    let answer = app(Cors::new(Router::new().route("/page", put(page))));
    let route = Route::new("PUT", "/page");
    assert_eq!(route.clone().header("authorization", "Bearer token").check(&answer).body, b"token");
    route.clone().header("authorization", "Basic token").status(400).check(&answer);
    route.status(400).check(&answer);
}
