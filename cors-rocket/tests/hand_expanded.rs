//! The expansion of the attribute, written out, with Rocket's own `routes!` and `uri!`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test"
)]

mod common;

use common::{APP, EVIL, build};
use cors_rocket::__private::Endpoint;
use rocket::{put, routes, uri};

static ENDPOINT: Endpoint = Endpoint::from_checked(&common::FULL, "PUT");

async fn update(id: u64, body: String) -> String {
    format!("{id} is {body}")
}

#[doc(hidden)]
#[put("/users/<id>", data = "<body>")]
async fn __cors_update(id: u64, body: String) -> String {
    update(id, body).await
}

#[doc(hidden)]
#[allow(non_camel_case_types)]
pub struct update {}

impl update {
    pub fn into_route(self) -> ::rocket::Route {
        ::cors_rocket::__private::annotate(__cors_update {}.into_info(), "update", &ENDPOINT)
    }
}

#[doc(hidden)]
pub use rocket_uri_macro___cors_update as rocket_uri_macro_update;

#[test]
fn routes_and_uri_work_unchanged() {
    let client = common::client(build().mount("/api", routes![update]));
    let uri = uri!("/api", update(id = 7)).to_string();
    assert_eq!(uri, "/api/users/7");

    let seen = common::send(client.put(&*uri).body("seven"), Some(APP));
    assert_eq!((seen.status, seen.body.as_str()), (200, "7 is seven"));
    assert_eq!(
        seen.headers(),
        [
            "access-control-allow-credentials: true",
            "access-control-allow-origin: https://app.example.com",
            "access-control-expose-headers: etag",
            "vary: Origin",
        ]
    );
}

#[test]
fn the_route_has_the_name_of_the_function() {
    assert_eq!(routes![update][0].name.as_deref(), Some("update"));
}

#[test]
fn a_preflight_is_answered_by_the_policy() {
    let client = common::client(build().mount("/api", routes![update]));
    let allowed = common::preflight(&client, "/api/users/7", APP, "PUT");
    assert_eq!((allowed.status, allowed.body.as_str()), (204, ""));
    assert_eq!(
        allowed.headers(),
        [
            "access-control-allow-credentials: true",
            "access-control-allow-headers: content-type, x-token",
            "access-control-allow-methods: PUT",
            "access-control-allow-origin: https://app.example.com",
            "access-control-max-age: 600",
            "vary: Origin, Access-Control-Request-Method",
        ]
    );

    let refused = common::preflight(&client, "/api/users/7", EVIL, "PUT");
    assert_eq!((refused.status, refused.body.as_str()), (403, ""));
    assert_eq!(refused.headers(), ["vary: Origin, Access-Control-Request-Method"]);
}
