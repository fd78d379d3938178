//! Handlers with named policies, and lists with constants.

use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, get, put, route};
use cors_actix::{Policy, cors, policy};

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

pub(super) fn configure(app: &mut ServiceConfig) {
    named::open();
    app.service(by_static).service(by_const).service(by_const_of_const).service(by_associated);
    app.service(everyone).service(everyone_some);
    app.service(by_lazy).service(of_function).service(by_live).service(constants);
    app.service(some).service(all).service(left).service(bound).service(bound_head);
}

#[cors(policy = PARTNERS)]
#[put("/named/static")]
async fn by_static() -> HttpResponse {
    ran("static");
    HttpResponse::Ok().finish()
}

#[cors(policy = TAGGED)]
#[put("/named/const")]
async fn by_const() -> HttpResponse {
    ran("const");
    HttpResponse::Ok().finish()
}

#[cors(policy = PUBLIC)]
#[put("/named/public")]
async fn by_const_of_const() -> HttpResponse {
    ran("public");
    HttpResponse::Ok().finish()
}

#[cors(policy = Policy::SAME_ORIGIN)]
#[put("/named/own")]
async fn by_associated() -> HttpResponse {
    ran("own");
    HttpResponse::Ok().finish()
}

#[cors(policy = Policy::PUBLIC)]
#[put("/named/everyone")]
async fn everyone() -> HttpResponse {
    ran("everyone");
    HttpResponse::Ok().finish()
}

#[cors(policy = Policy::PUBLIC, methods = ["GET"])]
#[route("/named/everyone-some", method = "GET", method = "PUT")]
async fn everyone_some() -> HttpResponse {
    ran("some");
    HttpResponse::Ok().finish()
}

#[cors(policy = LAZY)]
#[put("/named/lazy")]
async fn by_lazy() -> HttpResponse {
    ran("lazy");
    HttpResponse::Ok().finish()
}

#[cors(policy = by_function)]
#[put("/named/function")]
async fn of_function() -> HttpResponse {
    ran("function");
    HttpResponse::Ok().finish()
}

#[cors(policy = LIVE)]
#[put("/named/live")]
async fn by_live() -> HttpResponse {
    ran("live");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://b.example", APP_ORIGIN, env!("STAGING_ORIGIN")], credentials = true)]
#[put("/named/constants")]
async fn constants() -> HttpResponse {
    ran("constants");
    HttpResponse::Ok().finish()
}

#[cors(policy = PARTNERS, methods = ["PUT"])]
#[route("/named/some", method = "GET", method = "PUT")]
async fn some() -> HttpResponse {
    ran("some");
    HttpResponse::Ok().finish()
}

#[cors(policy = PARTNERS, methods = ["PUT"])]
#[put("/named/all")]
async fn all() -> HttpResponse {
    ran("all");
    HttpResponse::Ok().finish()
}

#[cors(policy = ONLY_GET)]
#[put("/named/bound")]
async fn left() -> HttpResponse {
    ran("left");
    HttpResponse::Ok().finish()
}

#[cors(policy = ONLY_GET)]
#[route("/named/bound", method = "GET", method = "HEAD")]
async fn bound() -> HttpResponse {
    ran("bound");
    HttpResponse::Ok().finish()
}

#[cors(policy = ONLY_HEAD)]
#[get("/named/head")]
async fn bound_head() -> HttpResponse {
    ran("bound");
    HttpResponse::Ok().finish()
}
