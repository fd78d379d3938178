//! `utoipa`: `#[utoipa::path]` works at any place, because the expansion keeps the function in its place.
//!
//! The route attributes here have their crate's path: the tests for actix-web need utoipa's feature `actix_extras`,
//! which takes a plain `#[put]` for actix-web's.

use cors_rocket::cors;
use cors_tests::neighbour::{PAGE, Route};
use rocket::routes;
use utoipa::OpenApi;

use crate::rocket::{app, build};

#[utoipa::path(put, path = "/above", responses((status = 200)))]
#[cors(policy = PAGE)]
#[rocket::put("/above")]
fn above() {}

#[cors(policy = PAGE)]
#[utoipa::path(put, path = "/between", responses((status = 200)))]
#[rocket::put("/between")]
fn between() {}

#[cors(policy = PAGE)]
#[rocket::put("/below")]
#[utoipa::path(put, path = "/below", responses((status = 200)))]
fn below() {}

#[derive(OpenApi)]
#[openapi(paths(above, between, below))]
struct Documentation;

#[test]
fn routes_are_documented_and_annotated() {
    let answer = app(build().mount("/", routes![above, between, below]));
    let documentation = Documentation::openapi();
    for path in ["/above", "/between", "/below"] {
        Route::new("PUT", path).check(&answer);
        let operation = documentation.paths.paths[path].put.as_ref().unwrap();
        assert_eq!(operation.responses.responses.keys().collect::<Vec<_>>(), ["200"], "{path}");
    }
}
