//! Annotated routes on Rocket together with other parts of applications.

mod clients;
mod documented;
mod files;
mod isolation;
mod limits;
mod okapi;
mod shield;
mod templates;
mod traced;

use cors_rocket::Cors;
use cors_tests::wire::{Request, Response};
use cors_tests::{in_process, server};
use rocket::local::blocking::Client;
use rocket::{Build, Rocket};

/// Returns a Rocket with the fairing, with the configuration of all tests.
fn build() -> Rocket<Build> {
    rocket::custom(server::config()).attach(Cors::fairing())
}

/// Sends requests to a Rocket.
fn app(rocket: Rocket<Build>) -> impl Fn(&Request) -> Response {
    let client = Client::untracked(rocket).unwrap();
    move |request| in_process::rocket(&client, request)
}
