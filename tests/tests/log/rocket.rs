//! The application on Rocket.

use std::sync::LazyLock;

use cors_rocket::{Cors, Origin, Policy, cors, policy};
use cors_tests::server::config;
use rocket::http::Header;
use rocket::local::blocking::Client;
use rocket::{Build, Request, Responder, Rocket, delete, get, post, put, routes};

use crate::rows::Row;
use crate::{Application, rows};

static GET_ONLY: LazyLock<Policy> = LazyLock::new(rows::get_only);

#[cors(origins = ["https://app.example.com"], allow_headers = ["x-a"])]
#[put("/users")]
fn users() {}

#[cors(policy = GET_ONLY)]
#[get("/left-out")]
fn left_in() {}

#[cors(policy = GET_ONLY)]
#[delete("/left-out")]
fn left_out() {}

#[cors(same_origin)]
#[get("/own")]
fn own() {}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[post("/enforced")]
fn enforced() {}

fn panics(_: &Origin<'_>, _: &Request<'_>) -> bool {
    std::panic::resume_unwind(Box::new("quietly"))
}

#[cors(origins = predicate(panics))]
#[get("/panics")]
fn panicking() {}

#[derive(Responder)]
struct WithHeader((), Header<'static>);

#[cors(origins = ["https://app.example.com"])]
#[get("/own-headers")]
fn own_headers() -> WithHeader {
    WithHeader((), Header::new("access-control-allow-origin", "*"))
}

#[put("/rest")]
fn rest() {}

fn rocket() -> Rocket<Build> {
    let annotated = routes![users, left_in, left_out, own, enforced, panicking, own_headers];
    rocket::custom(config()).mount("/", annotated)
}

pub(crate) fn annotated() -> impl Application {
    InProcess(Client::untracked(rocket().attach(Cors::fairing())).unwrap())
}

pub(crate) fn with_default() -> impl Application {
    let default: Policy = policy!(origins = ["https://app.example.com"], methods = ["PUT"]);
    let rocket = rocket().attach(Cors::fairing().default_policy(default)).mount("/", routes![rest]);
    InProcess(Client::untracked(rocket).unwrap())
}

struct InProcess(Client);

impl Application for InProcess {
    fn send(&self, row: &Row) {
        let mut request = self.0.req(row.method.parse().unwrap(), row.path);
        for (name, value) in [("host", "api.example.com")].iter().chain(row.headers) {
            request.add_header(Header::new(*name, *value));
        }
        drop(request.dispatch());
    }
}
