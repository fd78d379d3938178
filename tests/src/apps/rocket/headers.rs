//! Handlers that write `Vary` and `Access-Control-*` by themselves.

use cors_rocket::{Policy, cors, policy};
use rocket::http::Status;
use rocket::response::Response;
use rocket::{Build, Rocket, get, put, routes};

use super::raw::Raw;
use crate::apps::STRAY;
use crate::counters::ran;

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    rocket
        .mount("/vary", routes![two, shout, star, listed, alike, vary_any, vary_own])
        .mount("/stray", routes![stray_list, stray_any, stray_own, stray_err, stray_bare])
        .mount("/stray", routes![stray_left_in, stray_left_out])
}

fn vary(lines: &[&'static str]) -> Raw {
    let mut response = Response::new();
    for line in lines {
        response.adjoin_raw_header("Vary", *line);
    }
    Raw(response)
}

fn stray(status: Status) -> Raw {
    ran("stray");
    let mut response = Response::build().status(status).finalize();
    for (name, value) in STRAY {
        response.adjoin_raw_header(name, value);
    }
    Raw(response)
}

#[cors(origins = ["https://app.example.com"])]
#[get("/two")]
fn two() -> Raw {
    ran("two");
    vary(&["Accept-Encoding", "Accept-Language"])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/shout")]
fn shout() -> Raw {
    ran("shout");
    vary(&["ORIGIN"])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/star")]
fn star() -> Raw {
    ran("star");
    vary(&["*"])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/listed")]
fn listed() -> Raw {
    ran("listed");
    vary(&["Accept, origin,Cookie"])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/alike")]
fn alike() -> Raw {
    ran("alike");
    vary(&["Origin-Agent, X-Origin"])
}

#[cors(origins = "*")]
#[get("/any")]
fn vary_any() -> Raw {
    ran("vary-any");
    vary(&["Accept"])
}

#[cors(same_origin)]
#[get("/own")]
fn vary_own() -> Raw {
    ran("vary-own");
    vary(&["Accept"])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/list")]
fn stray_list() -> Raw {
    stray(Status::Ok)
}

#[cors(origins = "*")]
#[get("/any")]
fn stray_any() -> Raw {
    stray(Status::Ok)
}

#[cors(same_origin)]
#[get("/own")]
fn stray_own() -> Raw {
    stray(Status::Ok)
}

#[cors(origins = ["https://app.example.com"])]
#[get("/err")]
fn stray_err() -> Raw {
    stray(Status::ImATeapot)
}

/// Returns a policy that the compiler does not know, so that it can exclude the method of a route.
fn only_get() -> &'static Policy {
    static POLICY: Policy = policy!(origins = ["https://app.example.com"], methods = ["GET"]);
    &POLICY
}

#[cors(policy = only_get)]
#[get("/left")]
fn stray_left_in() -> Raw {
    stray(Status::Ok)
}

#[cors(policy = only_get)]
#[put("/left")]
fn stray_left_out() -> Raw {
    stray(Status::Ok)
}

#[get("/bare")]
fn stray_bare() -> Raw {
    ran("stray");
    let mut response = Response::new();
    response.set_raw_header("Access-Control-Allow-Origin", "*");
    Raw(response)
}
