//! Handlers whose policies have a predicate.

use actix_web::rt::task::yield_now;
use actix_web::web::ServiceConfig;
use actix_web::{HttpRequest, HttpResponse, get, put};
use cors_actix::{Origin, Policy, cors, policy};

use super::guards::Guard;
use crate::apps::predicates::{
    fails, is_anybody, is_embedded, is_not_of_the_web, is_preview, panics, panics_before, panics_while_polled,
};
use crate::counters::ran;

pub(super) fn configure(app: &mut ServiceConfig) {
    app.service(embedded)
        .service(anybody)
        .service(scheme)
        .service(preview)
        .service(read_preview)
        .service(of_tenant)
        .service(failing)
        .service(named);
    app.service(panicking)
        .service(early)
        .service(late)
        .service(left)
        .service(enforced)
        .service(enforced_sync);
}

static PREVIEWS: Policy = policy!(origins = predicate(is_preview), expose_headers = ["etag"]);
/// A policy that excludes all methods of a route except `GET`.
static OF_GET: Policy = policy!(..PREVIEWS, methods = ["GET"]);

fn previews_of_get() -> &'static Policy {
    &OF_GET
}

/// Allows the origin of the tenant in the request, or fails if there is no such tenant.
async fn is_tenant(origin: &Origin<'_>, request: &HttpRequest) -> Result<bool, String> {
    ran("asked");
    yield_now().await;
    let id = request.headers().get("x-tenant").and_then(|value| value.to_str().ok());
    match id {
        Some("unknown") => Err("no such tenant\r\nx: y".to_owned()),
        Some(id) => Ok(origin.host().strip_suffix(".example") == Some(id)),
        None => Ok(false),
    }
}

#[cors(origins = predicate(is_preview), allow_headers = ["x-a"], expose_headers = ["etag"], credentials = true)]
#[put("/judged/preview")]
async fn preview(_guard: Guard) -> HttpResponse {
    ran("preview");
    HttpResponse::Ok().finish()
}

#[cors(origins = predicate(is_preview))]
#[get("/judged/preview")]
async fn read_preview() -> HttpResponse {
    ran("read");
    HttpResponse::Ok().finish()
}

#[cors(origins = async_predicate(is_tenant, vary = ["X-Tenant"]))]
#[put("/judged/tenant")]
async fn of_tenant(_guard: Guard) -> HttpResponse {
    ran("tenant");
    HttpResponse::Ok().finish()
}

#[cors(origins = predicate(is_not_of_the_web))]
#[put("/judged/scheme")]
async fn scheme() -> HttpResponse {
    ran("scheme");
    HttpResponse::Ok().finish()
}

#[cors(origins = predicate(fails))]
#[put("/judged/failing")]
async fn failing() -> HttpResponse {
    ran("failing");
    HttpResponse::Ok().finish()
}

#[cors(policy = PREVIEWS)]
#[put("/judged/named")]
async fn named() -> HttpResponse {
    ran("named");
    HttpResponse::Ok().finish()
}

#[cors(origins = predicate(panics))]
#[put("/judged/panics")]
async fn panicking() -> HttpResponse {
    ran("panics");
    HttpResponse::Ok().finish()
}

#[cors(origins = async_predicate(panics_before))]
#[put("/judged/early")]
async fn early() -> HttpResponse {
    ran("early");
    HttpResponse::Ok().finish()
}

#[cors(origins = async_predicate(panics_while_polled))]
#[put("/judged/late")]
async fn late() -> HttpResponse {
    ran("late");
    HttpResponse::Ok().finish()
}

#[cors(policy = previews_of_get)]
#[put("/judged/left")]
async fn left() -> HttpResponse {
    ran("left");
    HttpResponse::Ok().finish()
}

#[cors(origins = async_predicate(is_tenant, vary = ["x-tenant"]), enforce = "all_methods")]
#[put("/judged/enforced")]
async fn enforced(_guard: Guard) -> HttpResponse {
    ran("enforced");
    HttpResponse::Ok().finish()
}

#[cors(origins = predicate(is_preview), enforce = "unsafe_methods")]
#[put("/judged/enforced-sync")]
async fn enforced_sync(_guard: Guard) -> HttpResponse {
    ran("enforced");
    HttpResponse::Ok().finish()
}

#[cors(origins = predicate(is_anybody), credentials = true)]
#[put("/judged/anybody")]
async fn anybody() -> HttpResponse {
    ran("anybody");
    HttpResponse::Ok().finish()
}

#[cors(origins = predicate(is_embedded))]
#[put("/judged/embedded")]
async fn embedded() -> HttpResponse {
    ran("embedded");
    HttpResponse::Ok().finish()
}
