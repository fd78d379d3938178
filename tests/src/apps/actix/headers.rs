//! Handlers that write `Vary` and `Access-Control-*` by themselves.

use actix_web::http::StatusCode;
use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, get, route};
use cors_actix::cors;

use crate::apps::STRAY;
use crate::counters::ran;

pub(super) fn configure(app: &mut ServiceConfig) {
    app.service(two)
        .service(shout)
        .service(star)
        .service(listed)
        .service(alike)
        .service(vary_any)
        .service(vary_own);
    app.service(stray_list).service(stray_any).service(stray_own).service(stray_err).service(stray_left);
    app.service(stray_bare).service(left).service(left_any);
}

fn vary(lines: &[&str]) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    for line in lines {
        response.append_header(("Vary", *line));
    }
    response.finish()
}

fn stray(status: StatusCode) -> HttpResponse {
    ran("stray");
    let mut response = HttpResponse::build(status);
    for line in STRAY {
        response.append_header(line);
    }
    response.finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/vary/two")]
async fn two() -> HttpResponse {
    ran("two");
    vary(&["Accept-Encoding", "Accept-Language"])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/vary/shout")]
async fn shout() -> HttpResponse {
    ran("shout");
    vary(&["ORIGIN"])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/vary/star")]
async fn star() -> HttpResponse {
    ran("star");
    vary(&["*"])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/vary/listed")]
async fn listed() -> HttpResponse {
    ran("listed");
    vary(&["Accept, origin,Cookie"])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/vary/alike")]
async fn alike() -> HttpResponse {
    ran("alike");
    vary(&["Origin-Agent, X-Origin"])
}

#[cors(origins = "*")]
#[get("/vary/any")]
async fn vary_any() -> HttpResponse {
    ran("vary-any");
    vary(&["Accept"])
}

#[cors(same_origin)]
#[get("/vary/own")]
async fn vary_own() -> HttpResponse {
    ran("vary-own");
    vary(&["Accept"])
}

#[cors(origins = ["https://app.example.com"])]
#[get("/stray/list")]
async fn stray_list() -> HttpResponse {
    stray(StatusCode::OK)
}

#[cors(origins = "*")]
#[get("/stray/any")]
async fn stray_any() -> HttpResponse {
    stray(StatusCode::OK)
}

#[cors(same_origin)]
#[get("/stray/own")]
async fn stray_own() -> HttpResponse {
    stray(StatusCode::OK)
}

#[cors(origins = ["https://app.example.com"])]
#[get("/stray/err")]
async fn stray_err() -> HttpResponse {
    stray(StatusCode::IM_A_TEAPOT)
}

#[cors(origins = ["https://app.example.com"], methods = ["GET"])]
#[route("/stray/left", method = "GET", method = "PUT")]
async fn stray_left() -> HttpResponse {
    stray(StatusCode::OK)
}

#[get("/stray/bare")]
async fn stray_bare() -> HttpResponse {
    ran("stray");
    HttpResponse::Ok().insert_header(("Access-Control-Allow-Origin", "*")).finish()
}

#[cors(origins = ["https://app.example.com"], methods = ["GET", "POST"])]
#[route("/left", method = "GET", method = "POST", method = "PUT")]
async fn left() -> HttpResponse {
    ran("left");
    HttpResponse::Ok().finish()
}

#[cors(origins = "*", methods = ["GET"])]
#[route("/left-any", method = "GET", method = "PUT")]
async fn left_any() -> HttpResponse {
    ran("left");
    HttpResponse::Ok().finish()
}
