//! Handlers inside middleware and guards of a scope.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::guard::GuardContext;
use actix_web::http::header;
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{ServiceConfig, scope};
use actix_web::{Error, HttpResponse, guard, put};
use cors_actix::{Cors, Policy, SkipPreflight, cors, policy};

use super::guards::{answers, fails};
use crate::counters::ran;

/// A default policy that allows less than the handlers inside it.
const DEFAULT: Policy = policy!(origins = ["https://app.example.com"], methods = ["PUT"]);

pub(super) fn configure(app: &mut ServiceConfig) {
    app.service(limited).service(replaced).service(guarded).service(enforced);
    app.service(scope("/around/answers").service(inside).wrap(from_fn(answers)));
    app.service(scope("/around/fails").service(inside).wrap(from_fn(fails)));
    app.service(scope("/around/default").service(inside).wrap(from_fn(limits)).wrap(Cors::new(DEFAULT)));
    let skipping = SkipPreflight::new(from_fn(limits));
    app.service(scope("/around/skipping").service(inside).wrap(skipping).wrap(Cors::new(DEFAULT)));
    app.service(scope("/around/replaces").service(inside).wrap(from_fn(replaces)));
    let replacing = scope("/around/replaces-default").service(inside).wrap(from_fn(replaces));
    app.service(replacing.wrap(Cors::new(DEFAULT)));
    scope_guards(app);
}

fn scope_guards(app: &mut ServiceConfig) {
    let of_scope = || guard::fn_guard(of_scope);
    app.service(scope("/around/version").guard(of_scope()).service(inside));
    app.service(scope("/around/method").guard(guard::Put()).service(inside));
    app.service(scope("/around/host").guard(guard::Host("test")).service(inside));
    app.service(scope("/around/either").guard(guard::Any(of_scope()).or(guard::Options())).service(inside));
    app.service(scope("/around/either").service(inside).service(beside));
}

#[cors(origins = ["https://app.example.com", "https://admin.example.com"])]
#[put("/inside")]
async fn inside() -> HttpResponse {
    ran("inside");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[put("/beside")]
async fn beside() -> HttpResponse {
    ran("beside");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"], expose_headers = ["retry-after"])]
#[put("/around/limited", wrap = "from_fn(limits)")]
async fn limited() -> HttpResponse {
    ran("limited");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[put("/around/replaced", wrap = "from_fn(replaces)")]
async fn replaced() -> HttpResponse {
    ran("replaced");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[put("/around/guarded", guard = "of_route")]
async fn guarded() -> HttpResponse {
    ran("guarded");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[put("/around/enforced", guard = "of_route")]
async fn enforced() -> HttpResponse {
    ran("enforced");
    HttpResponse::Ok().finish()
}

/// Answers as middleware whose limit is reached.
async fn limits(
    request: ServiceRequest,
    _: Next<impl MessageBody>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    ran("limit");
    let response = HttpResponse::TooManyRequests().insert_header((header::RETRY_AFTER, "60")).finish();
    Ok(request.into_response(response))
}

/// Replaces the response from inside by one of its own, like a timeout.
async fn replaces(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let response = next.call(request).await?;
    Ok(response.into_response(HttpResponse::GatewayTimeout().finish()))
}

fn of_scope(context: &GuardContext<'_>) -> bool {
    ran("scope-guard");
    is_second(context)
}

fn of_route(context: &GuardContext<'_>) -> bool {
    ran("route-guard");
    is_second(context)
}

fn is_second(context: &GuardContext<'_>) -> bool {
    context.head().headers().get("x-version").is_some_and(|version| version == "2")
}
