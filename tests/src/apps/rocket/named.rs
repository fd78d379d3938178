//! Handlers with named policies, and lists with constants.

use cors_rocket::{Policy, cors, policy};
use rocket::{Build, Rocket, get, put, routes};

use crate::apps::named::{self, APP_ORIGIN, LAZY, LIVE, ONLY_GET, ONLY_HEAD, by_function};
use crate::counters::ran;

static PARTNERS: Policy = policy!(
    origins = [APP_ORIGIN, "https://b.example", env!("STAGING_ORIGIN"), "https://*.preview.example.com"],
    allow_headers = ["x-a"],
    credentials = true,
    max_age = "10m",
);
const TAGGED: Policy = policy!(..PARTNERS, expose_headers = ["etag"], credentials = false, max_age = 0);
const PUBLIC: Policy = policy!(..TAGGED, origins = "*");

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    named::open();
    let rocket = rocket.mount("/named", routes![by_static, by_const, by_const_of_const, by_associated]);
    let rocket = rocket.mount("/named", routes![by_lazy, of_function, by_live, constants, all]);
    rocket.mount("/named", routes![left, bound, bound_head, everyone])
}

#[cors(policy = PARTNERS)]
#[put("/static")]
fn by_static() {
    ran("static");
}

#[cors(policy = TAGGED)]
#[put("/const")]
fn by_const() {
    ran("const");
}

#[cors(policy = PUBLIC)]
#[put("/public")]
fn by_const_of_const() {
    ran("public");
}

#[cors(policy = Policy::SAME_ORIGIN)]
#[put("/own")]
fn by_associated() {
    ran("own");
}

#[cors(policy = Policy::PUBLIC)]
#[put("/everyone")]
fn everyone() {
    ran("everyone");
}

#[cors(policy = LAZY)]
#[put("/lazy")]
fn by_lazy() {
    ran("lazy");
}

#[cors(policy = by_function)]
#[put("/function")]
fn of_function() {
    ran("function");
}

#[cors(policy = LIVE)]
#[put("/live")]
fn by_live() {
    ran("live");
}

#[cors(origins = ["https://b.example", APP_ORIGIN, env!("STAGING_ORIGIN")], credentials = true)]
#[put("/constants")]
fn constants() {
    ran("constants");
}

#[cors(policy = PARTNERS, methods = ["PUT"])]
#[put("/all")]
fn all() {
    ran("all");
}

#[cors(policy = ONLY_GET)]
#[put("/bound")]
fn left() {
    ran("left");
}

#[cors(policy = ONLY_GET)]
#[get("/bound")]
fn bound() {
    ran("bound");
}

#[cors(policy = ONLY_HEAD)]
#[get("/head")]
fn bound_head() {
    ran("bound");
}
