//! Handlers that refuse requests of other origins.

use actix_web::web::{Bytes, ServiceConfig};
use actix_web::{HttpResponse, delete, get, options, post, put};
use cors_actix::{Policy, cors};

use super::guards::Guard;
use crate::apps::named::ONLY_GET;
use crate::counters::ran;

pub(super) fn configure(app: &mut ServiceConfig) {
    app.service(module::read)
        .service(module::write)
        .service(remove)
        .service(read_all)
        .service(post_all)
        .service(options_all);
    app.service(left).service(own).service(varying);
}

#[cors(origins = ["https://app.example.com"], expose_headers = ["etag"], credentials = true, enforce = "unsafe_methods")]
mod module {
    use actix_web::{HttpResponse, get, put};

    use super::{Guard, ran};

    #[get("/enforced/unsafe")]
    pub(super) async fn read(_guard: Guard) -> HttpResponse {
        ran("read");
        HttpResponse::Ok().finish()
    }

    #[put("/enforced/unsafe")]
    pub(super) async fn write(_guard: Guard) -> HttpResponse {
        ran("put");
        HttpResponse::Ok().finish()
    }
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[delete("/enforced/unsafe")]
async fn remove(_guard: Guard) -> HttpResponse {
    ran("delete");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
#[get("/enforced/all")]
async fn read_all(_guard: Guard) -> HttpResponse {
    ran("read");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
#[post("/enforced/all")]
async fn post_all(_guard: Guard, body: Bytes) -> HttpResponse {
    ran("post");
    HttpResponse::Ok().body(body)
}

#[cors(origins = ["https://app.example.com"], enforce = "all_methods")]
#[options("/enforced/all")]
async fn options_all(_guard: Guard) -> HttpResponse {
    ran("options");
    HttpResponse::Ok().finish()
}

#[cors(policy = ONLY_GET, enforce = "unsafe_methods")]
#[put("/enforced/left")]
async fn left() -> HttpResponse {
    ran("left");
    HttpResponse::Ok().finish()
}

#[cors(policy = Policy::SAME_ORIGIN, enforce = "unsafe_methods")]
#[put("/enforced/own")]
async fn own() -> HttpResponse {
    ran("own");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[put("/enforced/vary")]
async fn varying() -> HttpResponse {
    ran("vary");
    HttpResponse::Ok().insert_header(("Vary", "sec-fetch-site")).finish()
}
