//! The application on actix-web: scopes behind authentication.

use std::future::{Ready, ready};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Payload, Service, ServiceRequest, ServiceResponse};
use actix_web::error::ErrorUnauthorized;
use actix_web::http::{Method, StatusCode, Uri};
use actix_web::middleware::{Next, from_fn};
use actix_web::{App, Error, FromRequest, HttpRequest, HttpResponse, Scope, options, put, route, web};
use actix_web_httpauth::extractors::bearer::BearerAuth;
use actix_web_httpauth::middleware::HttpAuthentication;
use cors_actix::{Cors, Policy, SkipPreflight, cors, policy};
use cors_tests::counters::ran;
use cors_tests::server::Served;

const DEFAULT: Policy =
    policy!(origins = ["https://app.example.com"], methods = ["PUT"], allow_headers = ["authorization"]);

/// Returns routes behind authentication, whose refusals get the headers of a default policy.
pub(crate) fn app() -> App<impl Served> {
    let by_hand = || SkipPreflight::new(from_fn(authenticate));
    let httpauth = || SkipPreflight::new(HttpAuthentication::bearer(accept));
    App::new()
        .service(web::scope("/by-hand").service(update).wrap(by_hand()).wrap(Cors::new(DEFAULT)))
        .service(web::scope("/httpauth").service(update).wrap(httpauth()).wrap(Cors::new(DEFAULT)))
        .service(
            web::scope("/twice").service(update).wrap(by_hand()).wrap(httpauth()).wrap(Cors::new(DEFAULT)),
        )
        // The inner default policy does not hide the route.
        .service(
            web::scope("/inside")
                .service(web::scope("").service(update).wrap(Cors::new(Policy::SAME_ORIGIN)))
                .wrap(by_hand())
                .wrap(Cors::new(DEFAULT)),
        )
        .service(web::scope("/overridden").service(update).wrap_fn(override_method).wrap(by_hand()))
        .service(web::scope("/late").service(update).wrap(from_fn(later)).wrap(by_hand()))
        .service(bare("/bare").wrap(by_hand()))
        .service(bare("/default").wrap(by_hand()).wrap(Cors::new(DEFAULT)))
        .service(bare("/hidden").wrap(from_fn(later)).wrap(by_hand()).wrap(Cors::new(DEFAULT)))
        .service(bare("/plain").wrap(from_fn(authenticate)).wrap(Cors::new(DEFAULT)))
}

/// Takes the method from a header of the request, as a middleware for old clients does.
fn override_method<S: Service<ServiceRequest>>(mut request: ServiceRequest, routes: &S) -> S::Future {
    let method =
        request.headers().get("x-http-method-override").map(|name| Method::from_bytes(name.as_bytes()));
    if let Some(Ok(method)) = method {
        request.head_mut().method = method;
    }
    routes.call(request)
}

/// Sends refused requests to another route of the same scope.
pub(crate) fn app_that_falls_back() -> App<impl Served> {
    let api =
        web::scope("/api").service(update).service(bare("")).wrap(SkipPreflight::new(from_fn(authenticate)));
    App::new().service(api).wrap(from_fn(fall_back))
}

/// Redirects a refused request to `/api/any`.
async fn fall_back(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let response = next.call(request).await?;
    if response.status() != StatusCode::FORBIDDEN {
        return Ok(response);
    }
    let mut request = ServiceRequest::from_request(response.into_parts().0);
    let other = Uri::from_static("/api/any");
    request.match_info_mut().get_mut().update(&other);
    request.match_info_mut().reset();
    request.head_mut().uri = other;
    next.call(request).await
}

/// Returns routes that no preflight may reach.
fn bare(path: &str) -> Scope {
    let ran_by = |name| {
        move || {
            ready(HttpResponse::Ok().body({
                ran(name);
                name
            }))
        }
    };
    web::scope(path)
        .service(closed)
        .service(part)
        .service(own)
        .service(extracted)
        .route("/any", web::to(ran_by("any")))
        .service(web::resource("/resource").to(ran_by("resource")))
        .service(web::scope("/sub").default_service(web::to(ran_by("sub-default"))))
        .default_service(web::to(ran_by("default")))
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["authorization"])]
#[put("/users/{id}")]
async fn update(_id: web::Path<u64>) -> HttpResponse {
    ran("update");
    HttpResponse::Ok().finish()
}

#[cors(same_origin)]
#[put("/closed")]
async fn closed() -> HttpResponse {
    ran("closed");
    HttpResponse::Ok().finish()
}

/// `PUT` is for its own origin.
#[cors(origins = ["https://app.example.com"], methods = ["PATCH"])]
#[route("/part", method = "PUT", method = "PATCH")]
async fn part() -> HttpResponse {
    ran("part");
    HttpResponse::Ok().finish()
}

#[options("/options")]
async fn own() -> HttpResponse {
    ran("options");
    HttpResponse::Ok().finish()
}

#[route("/extractor", method = "OPTIONS", method = "PUT")]
async fn extracted(_watched: Watched) -> HttpResponse {
    ran("extracted");
    HttpResponse::Ok().finish()
}

/// An extractor that records its run.
struct Watched;

impl FromRequest for Watched {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        ran("extractor");
        ready(Ok(Self))
    }
}

async fn authenticate(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    match request.headers().get("authorization") {
        Some(token) if token == "Bearer let-me-in" => next.call(request).await,
        _ => Err(ErrorUnauthorized("who are you?")),
    }
}

async fn accept(
    request: ServiceRequest,
    token: BearerAuth,
) -> Result<ServiceRequest, (Error, ServiceRequest)> {
    if token.token() == "let-me-in" { Ok(request) } else { Err((ErrorUnauthorized("who are you?"), request)) }
}

/// Calls the inner service when its own future is polled.
async fn later(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, Error> {
    next.call(request).await
}
