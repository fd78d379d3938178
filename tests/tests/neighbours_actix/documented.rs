//! `utoipa`: `#[utoipa::path]` stands above `#[cors]`.

use actix_web::{App, HttpResponse, put};
use cors_actix::cors;
use cors_tests::neighbour::{PAGE, Route};
use utoipa::OpenApi;

use crate::app;

/// Saves the notes.
#[utoipa::path(put, path = "/notes", responses((status = 200, description = "saved")))]
#[cors(policy = PAGE)]
#[put("/notes")]
async fn save() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = PAGE)]
mod api {
    use super::*;

    #[utoipa::path(put, path = "/tags", responses((status = 200, description = "saved")))]
    #[put("/tags")]
    pub(super) async fn save() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

#[derive(OpenApi)]
#[openapi(paths(save, api::save))]
struct Documentation;

#[test]
fn routes_are_documented_and_annotated() {
    let answer = app!(App::new().service(save).service(api::save));
    let documentation = Documentation::openapi();
    for path in ["/notes", "/tags"] {
        Route::new("PUT", path).check(&answer);
        let operation = documentation.paths.paths[path].put.as_ref().unwrap();
        assert_eq!(operation.responses.responses.keys().collect::<Vec<_>>(), ["200"], "{path}");
    }
    let summary = &documentation.paths.paths["/notes"].put.as_ref().unwrap().summary;
    assert_eq!(summary.as_deref(), Some("Saves the notes."));
}
