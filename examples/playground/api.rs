//! The API. The page shows each handler as it stands here, from the comment to the last brace.

use std::sync::atomic::{AtomicU32, Ordering};

use actix_web::http::header::{COOKIE, SET_COOKIE};
use actix_web::{HttpRequest, HttpResponse, Responder, delete, error, get, patch, post, put, web};
use cors_actix::cors;
use serde::{Deserialize, Serialize};

/// This file, from which the page takes what it shows.
pub(crate) const SOURCE: &str = include_str!("api.rs");

/// How many have voted.
#[derive(Default)]
pub(crate) struct Votes(AtomicU32);

#[derive(Serialize, Deserialize)]
struct Note {
    text: String,
}

/// News are public: any page may read them.
#[cors(origins = "*")]
#[get("/news")]
async fn news() -> impl Responder {
    "Rain until noon, then sun."
}

/// Without `#[cors]`, only pages of the API's own origin can read it.
#[get("/salaries")]
async fn salaries() -> impl Responder {
    "Ada 9000, Grace 9500"
}

/// Without `#[cors]` as well, and it changes data.
#[post("/votes")]
async fn vote(votes: web::Data<Votes>) -> impl Responder {
    let count = votes.0.fetch_add(1, Ordering::Relaxed) + 1;
    HttpResponse::Ok().insert_header(("x-votes", count)).body("Thank you.")
}

/// Takes JSON, and browsers send JSON only if `content-type` is allowed.
#[cors(
    origins = ["http://localhost:*"],
    allow_headers = ["content-type"],
)]
#[put("/notes/{id}")]
async fn save(note: web::Json<Note>) -> impl Responder {
    note
}

/// On the same path, without `#[cors]`: the policy of `PUT` does not apply to `PATCH`.
#[patch("/notes/{id}")]
async fn change(note: web::Json<Note>) -> impl Responder {
    note
}

/// Pages may send the header `x-language`, and no other.
#[cors(
    origins = ["http://localhost:*"],
    allow_headers = ["x-language"],
)]
#[get("/greeting")]
async fn greet() -> impl Responder {
    "Hello!"
}

/// Counts visits in a cookie.
#[cors(
    origins = ["http://localhost:*"],
    credentials = true,
)]
#[get("/visits")]
async fn visits(request: HttpRequest) -> impl Responder {
    let count = visits_so_far(&request) + 1;
    let cookie = format!("playground-visits={count}; HttpOnly; SameSite=Lax");
    HttpResponse::Ok().insert_header((SET_COOKIE, cookie)).body(format!("Visit number {count}."))
}

/// Sends two headers, of which scripts may read one.
#[cors(
    origins = ["http://localhost:*"],
    expose_headers = ["x-total"],
)]
#[get("/articles")]
async fn articles() -> impl Responder {
    HttpResponse::Ok().insert_header(("x-total", 42)).insert_header(("x-cost", 7)).body("42 articles")
}

/// Browsers may cache the preflight response for half a minute.
#[cors(
    origins = ["http://localhost:*"],
    max_age = "30s",
)]
#[delete("/sessions/{id}")]
async fn log_out() -> impl Responder {
    HttpResponse::NoContent()
}

/// Fails, with CORS headers on the error.
#[cors(origins = ["http://localhost:*"])]
#[get("/report")]
async fn report() -> actix_web::Result<String> {
    Err(error::ErrorInternalServerError("The printer is out of paper."))
}

pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(news)
        .service(salaries)
        .service(vote)
        .service(save)
        .service(change)
        .service(greet)
        .service(visits)
        .service(articles)
        .service(log_out)
        .service(report);
}

fn visits_so_far(request: &HttpRequest) -> u32 {
    let cookies = request.headers().get_all(COOKIE).filter_map(|line| line.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split("; "));
    let count = pairs.find_map(|pair| pair.strip_prefix("playground-visits="));
    count.and_then(|count| count.parse().ok()).unwrap_or(0)
}
