//! `utoipa` and `utoipa-actix-web`, with `#[utoipa::path]` above `#[cors]`.

use actix_web::web::{Json, Path};
use actix_web::{App, HttpResponse, Responder, put, route};
use cors_actix::{Policy, cors, policy};
use cors_tests::neighbour::{PAGE, Route};
use cors_tests::table::{APP, cross, preflight};
use utoipa::OpenApi;
use utoipa::openapi::HttpMethod;
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_actix_web::{AppExt as _, scope};

use crate::actix::app;

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

static JSON: Policy = policy!(origins = ["https://app.example.com"], allow_headers = ["content-type"]);

/// Path, method, parameters and body are read from the attributes and the function below.
#[utoipa::path(responses((status = 200, body = String)))]
#[cors(policy = JSON)]
#[put("/notes/{id}")]
async fn change(_id: Path<u32>, note: Json<String>) -> impl Responder {
    note
}

#[utoipa::path(responses((status = 200)))]
#[cors(policy = PAGE)]
#[route("/lists", method = "PUT", method = "DELETE")]
async fn lists() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[cors(policy = PAGE)]
mod module {
    use super::*;

    #[utoipa::path(responses((status = 200)))]
    #[put("/shelves")]
    pub(super) async fn shelves() -> HttpResponse {
        HttpResponse::Ok().finish()
    }
}

/// Handlers are registered with the `service` of an application, a scope and a configuration of `utoipa-actix-web`.
#[test]
fn routes_document_themselves_where_they_are_registered() {
    let configure = |config: &mut ServiceConfig<'_>| {
        config.service(module::shelves);
    };
    let scope = scope("/api").service(change).configure(configure);
    let (app, documentation) = App::new().into_utoipa_app().service(lists).service(scope).split_for_parts();
    let answer = app!(app);
    for (path, method) in [
        ("/lists", HttpMethod::Put),
        ("/lists", HttpMethod::Delete),
        ("/api/notes/{id}", HttpMethod::Put),
        ("/api/shelves", HttpMethod::Put),
    ] {
        let item = &documentation.paths.paths[path];
        let operation = if method == HttpMethod::Put { &item.put } else { &item.delete };
        assert!(operation.is_some(), "{path}");
    }
    let operation = documentation.paths.paths["/api/notes/{id}"].put.as_ref().unwrap();
    let parameters = serde_json::to_value(&operation.parameters).unwrap();
    assert_eq!((&parameters[0]["name"], &parameters[1]), (&"id".into(), &serde_json::Value::Null));
    assert!(operation.request_body.is_some());

    Route::new("PUT", "/lists").methods("PUT, DELETE").check(&answer);
    Route::new("PUT", "/api/shelves").check(&answer);
    assert_eq!(answer(&preflight("PUT", "/api/notes/7", APP)).status, 204);
    let mut request = cross("PUT", "/api/notes/7", APP).header("content-type", "application/json");
    request.body = br#""milk""#.to_vec();
    let response = answer(&request);
    let allowed: Vec<_> = response.values("access-control-allow-origin").collect();
    assert_eq!((response.status, allowed), (200, vec![APP.as_bytes()]));
}
