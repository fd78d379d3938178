//! Annotated handlers of `OPTIONS`, which run for no preflight.

use cors_rocket::cors;
use cors_tests::table::{APP, EVIL};
use rocket::http::{Header, Method};
use rocket::{options, routes};

use super::{client, rocket};

#[cors(origins = ["https://app.example.com"])]
#[options("/annotated")]
fn annotated() -> &'static str {
    "ran"
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
#[options("/enforced")]
fn enforced() -> &'static str {
    "ran"
}

#[test]
fn a_preflight_runs_no_annotated_handler() {
    let client = client(rocket().mount("/", routes![annotated, enforced]));
    for (path, status) in [("/annotated", 404), ("/enforced", 403)] {
        for origin in [APP, EVIL] {
            let request = client.req(Method::Options, path).header(Header::new("origin", origin));
            let response = request.header(Header::new("access-control-request-method", "DELETE")).dispatch();
            assert_eq!(response.status().code, status, "{path} {origin}");
            assert_eq!(response.headers().get_one("access-control-allow-origin"), None);
            assert_ne!(response.into_string().as_deref(), Some("ran"));
        }
        let own = client.req(Method::Options, path).dispatch();
        assert_eq!(own.into_string().as_deref(), Some("ran"), "a request that is no preflight");
    }
}
