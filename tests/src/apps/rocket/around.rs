//! A route with a limit, which is a guard on Rocket.

use cors_rocket::cors;
use rocket::http::Status;
use rocket::request::{FromRequest, Outcome};
use rocket::{Build, Request, Rocket, put, routes};

use crate::counters::ran;

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    rocket.mount("/around", routes![limited])
}

/// A guard whose limit is reached.
struct Limit;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Limit {
    type Error = ();

    async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
        ran("limit");
        Outcome::Error((Status::TooManyRequests, ()))
    }
}

#[cors(origins = ["https://app.example.com"], expose_headers = ["retry-after"])]
#[put("/limited")]
fn limited(_limit: Limit) {
    ran("limited");
}
