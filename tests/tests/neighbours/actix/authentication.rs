//! `actix-web-httpauth` on the handler: the preflight, which carries no credentials, does not reach the extractor, and
//! scripts can read the 401.

use actix_web::dev::ServiceRequest;
use actix_web::{App, Error, HttpResponse, error, get};
use actix_web_httpauth::extractors::bearer::BearerAuth;
use actix_web_httpauth::middleware::HttpAuthentication;
use cors_actix::cors;
use cors_tests::neighbour::{PAGE, Route};

use crate::actix::app;

async fn validate(
    request: ServiceRequest,
    credentials: BearerAuth,
) -> Result<ServiceRequest, (Error, ServiceRequest)> {
    match credentials.token() {
        "right" => Ok(request),
        _ => Err((error::ErrorForbidden("not this one"), request)),
    }
}

#[cors(policy = PAGE)]
#[get("/wrapped", wrap = "HttpAuthentication::bearer(validate)")]
async fn wrapped() -> HttpResponse {
    HttpResponse::Ok().body("secret")
}

/// The extractor alone.
#[cors(policy = PAGE)]
#[get("/extracted")]
async fn extracted(credentials: BearerAuth) -> HttpResponse {
    HttpResponse::Ok().body(if credentials.token() == "right" { "secret" } else { "" })
}

#[test]
fn a_page_reads_the_401_of_middleware_on_the_handler() {
    let answer = app!(App::new().service(wrapped));
    let route = Route::new("GET", "/wrapped");
    assert_eq!(route.clone().header("authorization", "Bearer right").check(&answer).body, b"secret");
    let refused = route.clone().status(401).check(&answer);
    assert_eq!(refused.values("www-authenticate").count(), 1);
    route.header("authorization", "Bearer wrong").status(403).check(&answer);
}

#[test]
fn a_page_reads_the_401_of_an_extractor() {
    let answer = app!(App::new().service(extracted));
    let route = Route::new("GET", "/extracted");
    assert_eq!(route.clone().header("authorization", "Bearer right").check(&answer).body, b"secret");
    assert_eq!(route.status(401).check(&answer).values("www-authenticate").count(), 1);
}
