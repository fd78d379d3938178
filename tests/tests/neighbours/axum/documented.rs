//! `utoipa`, whose attribute stands above `#[cors]`, and `axum_typed_routing`, whose attribute makes a handler of its own.

use axum::Router;
use axum_typed_routing::TypedRouter as _;
use cors_axum::{Cors, cors};
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::table::{APP, cross, preflight};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::axum::app;

#[utoipa::path(put, path = "/page", responses((status = 200)))]
#[cors(policy = PAGE)]
async fn save() {}

#[utoipa::path(get, path = "/page", responses((status = 200)))]
#[cors(policy = PAGE)]
async fn show() {}

#[test]
fn handlers_are_documented_and_annotated() {
    let (router, documentation) = OpenApiRouter::<()>::new().routes(routes!(save, show)).split_for_parts();
    let answer = app(Cors::new(router));
    Route::new("PUT", "/page").check(&answer);
    Route::new("GET", "/page").check(&answer);
    let path = &documentation.paths.paths["/page"];
    assert!(path.put.is_some() && path.get.is_some());
}

#[axum_typed_routing::route(PUT "/typed/{id}")]
#[cors(policy = PAGE)]
async fn typed(id: u32) -> String {
    id.to_string()
}

/// The router has a handler that calls this function, so its policy is never asked.
#[test]
fn a_typed_route_is_closed() {
    let answer = app(Cors::new(Router::new().typed_route(typed)));
    for request in [preflight("PUT", "/typed/7", APP), cross("PUT", "/typed/7", APP)] {
        assert_eq!(answer(&request).cors_lines(), [""; 0], "{request:?}");
    }
}
