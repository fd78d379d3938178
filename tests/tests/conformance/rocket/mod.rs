//! Behaviour that only Rocket has: fairings, whose launches can fail, ranks and formats of routes, and requests that are cloned.

mod clones;
mod default_policy;
mod formats;
mod futures;
mod launch;
mod options;
mod order;

use cors_rocket::{Cors, DefaultPolicy, Policy, policy};
use cors_tests::in_process;
use cors_tests::server::config;
use cors_tests::wire::{Request, Response};
use rocket::local::blocking::Client;
use rocket::{Build, Rocket, Route};

/// Returns a Rocket without the fairing, with the configuration of all tests.
fn rocket() -> Rocket<Build> {
    rocket::custom(config())
}

/// Attaches the fairing.
fn client(rocket: Rocket<Build>) -> Client {
    Client::untracked(rocket.attach(Cors::fairing())).unwrap()
}

/// A default policy with most keys.
const DEFAULT: Policy = policy!(
    origins = ["https://app.example.com"],
    methods = ["GET", "PUT"],
    allow_headers = ["content-type"],
    expose_headers = ["etag"],
    max_age = "10m",
);

/// Attaches the fairing with a default policy.
fn with_default(policy: impl Into<DefaultPolicy>, rocket: Rocket<Build>) -> Client {
    Client::untracked(rocket.attach(Cors::fairing().default_policy(policy))).unwrap()
}

/// Returns two clients, with the routes mounted in the given order and in reverse.
fn both_orders(routes: Vec<Route>) -> [Client; 2] {
    let reversed = routes.iter().rev().cloned().collect();
    [routes, reversed].map(|routes| client(rocket().mount("/", routes)))
}

fn send(client: &Client, request: &Request) -> Response {
    in_process::rocket(client, request)
}

/// Returns the status of a response, and the origin that may read it.
fn outcome(client: &Client, request: &Request) -> (u16, Option<String>) {
    send(client, request).outcome()
}

/// The outcome of a preflight that a policy refuses.
const REFUSED: (u16, Option<String>) = (403, None);
/// The outcome of a preflight that no policy answers.
const UNANSWERED: (u16, Option<String>) = (404, None);
