//! Handlers, extractors and middleware with every kind of outcome.

use actix_web::http::{StatusCode, header};
use actix_web::middleware::from_fn;
use actix_web::web::{Bytes, Path, Query, ServiceConfig};
use actix_web::{Error, HttpResponse, error, get, post, put};
use cors_actix::cors;
use rocket::futures::stream;

use super::guards::{FailingGuard, answers, fails};
use crate::counters::ran;

pub(super) fn configure(app: &mut ServiceConfig) {
    app.service(created).service(no_content).service(redirect).service(not_modified).service(missing);
    app.service(broken).service(err).service(streaming).service(panics);
    app.service(guarded).service(number).service(query).service(text).service(wrapped).service(answered);
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/created")]
async fn created() -> HttpResponse {
    ran("created");
    HttpResponse::Created().insert_header((header::LOCATION, "/out/created/1")).finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/no-content")]
async fn no_content() -> HttpResponse {
    ran("no-content");
    HttpResponse::NoContent().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/redirect")]
async fn redirect() -> HttpResponse {
    ran("redirect");
    HttpResponse::Found().insert_header((header::LOCATION, "/plain")).finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/not-modified")]
async fn not_modified() -> HttpResponse {
    ran("not-modified");
    HttpResponse::NotModified().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/missing")]
async fn missing() -> HttpResponse {
    ran("missing");
    HttpResponse::NotFound().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/broken")]
async fn broken() -> HttpResponse {
    ran("broken");
    HttpResponse::InternalServerError().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/err")]
async fn err() -> Result<HttpResponse, Error> {
    ran("err");
    Err(error::InternalError::new("teapot", StatusCode::IM_A_TEAPOT).into())
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/stream")]
async fn streaming() -> HttpResponse {
    ran("stream");
    let parts = ["a", "b", "c"].map(|part| Ok::<_, Error>(Bytes::from_static(part.as_bytes())));
    HttpResponse::Ok().streaming(stream::iter(parts))
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/panic")]
async fn panics() -> HttpResponse {
    ran("panic");
    panic!("on purpose")
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/guard")]
async fn guarded(_guard: FailingGuard) -> HttpResponse {
    ran("guarded");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[put("/out/number/{number}")]
async fn number(_number: Path<u8>) -> HttpResponse {
    ran("number");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/query")]
async fn query(_page: Query<Vec<(String, u8)>>) -> HttpResponse {
    ran("query");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[post("/out/text")]
async fn text(_text: String) -> HttpResponse {
    ran("text");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/wrapped", wrap = "from_fn(fails)")]
async fn wrapped() -> HttpResponse {
    ran("wrapped");
    HttpResponse::Ok().finish()
}

#[cors(origins = ["https://app.example.com"])]
#[get("/out/answered", wrap = "from_fn(answers)")]
async fn answered() -> HttpResponse {
    ran("answered");
    HttpResponse::Ok().finish()
}
