//! The application on Rocket.

use std::sync::LazyLock;

use cors_rocket::{Cors, Origin, Policy, cors, policy};
use cors_tests::server::{Server, config};
use cors_tests::wire::send_bytes;
use rocket::fairing::AdHoc;
use rocket::http::Header;
use rocket::local::blocking::Client;
use rocket::{Build, Request, Responder, Rocket, delete, get, post, put, routes};

use crate::{Application, collector, hostile, rows};

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

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
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
    collector::set();
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

/// Fails with an error that repeats text of the request.
fn fails(_: &Origin<'_>, request: &Request<'_>) -> Result<bool, String> {
    Err(hostile::error(request.headers().get_one("x-said")))
}

#[cors(origins = predicate(fails))]
#[get("/fails")]
fn failing() {}

async fn fails_late(origin: &Origin<'_>, request: &Request<'_>) -> Result<bool, String> {
    fails(origin, request)
}

#[cors(origins = async_predicate(fails_late))]
#[get("/fails-late")]
fn failing_late() {}

static ANY: LazyLock<Policy> = LazyLock::new(|| Policy::builder().origins(["*"]).build().unwrap());

#[cors(policy = ANY, enforce = "all_methods")]
#[get("/in-vain")]
fn in_vain() {}

/// Builds an application that does not start.
pub(crate) fn enforced_in_vain() {
    let rocket = rocket().attach(Cors::fairing()).mount("/", routes![in_vain]);
    drop(Client::untracked(rocket).expect("it starts"));
}

/// Sets headers on every response. On responses without a route, the default policy replaces them. Rocket accepts any
/// name.
///
/// The server listens on a port, since Rocket's own client cannot send all bytes that a socket can.
pub(crate) fn with_headers_everywhere() -> impl Application {
    OverTcp(Server::rocket(|| {
        let default: Policy = policy!(origins = ["https://app.example.com"], methods = ["PUT"]);
        let headers = AdHoc::on_response("headers", |request, response| {
            Box::pin(async move {
                let said = request.headers().get_one("x-said").unwrap_or_default();
                response.adjoin_raw_header(format!("access-control-{said}"), "x");
                for name in hostile::NAMES {
                    response.adjoin_raw_header(name, "x");
                }
            })
        });
        let rocket = rocket().attach(headers).attach(Cors::fairing().default_policy(default));
        rocket.mount("/", routes![failing, failing_late])
    }))
}

struct OverTcp(Server);

impl Application for OverTcp {
    fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]) {
        let lines: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let request = format!("{method} {path} HTTP/1.1\r\nconnection: close\r\n{lines}\r\n");
        send_bytes(self.0.address, request.as_bytes(), false).unwrap();
    }
}

struct InProcess(Client);

impl Application for InProcess {
    fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]) {
        let mut request = self.0.req(method.parse().unwrap(), path.to_owned());
        for (name, value) in headers {
            request.add_header(Header::new((*name).to_owned(), (*value).to_owned()));
        }
        drop(request.dispatch());
    }
}
