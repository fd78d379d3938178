//! Handlers that write `Vary` and `Access-Control-*` by themselves.

use axum::Router;
use axum::http::StatusCode;
use axum::response::AppendHeaders;
use axum::routing::get;
use cors_axum::cors;

use crate::apps::STRAY;
use crate::counters::ran;

type Lines = AppendHeaders<Vec<(&'static str, &'static str)>>;

pub(super) fn router() -> Router {
    Router::new()
        .route("/vary/two", get(two))
        .route("/vary/shout", get(shout))
        .route("/vary/star", get(star))
        .route("/vary/listed", get(listed))
        .route("/vary/alike", get(alike))
        .route("/vary/any", get(vary_any))
        .route("/vary/own", get(vary_own))
        .route("/stray/list", get(stray_list))
        .route("/stray/any", get(stray_any))
        .route("/stray/own", get(stray_own))
        .route("/stray/err", get(stray_err))
        .route("/stray/left", get(stray_left).put(stray_left))
        .route("/stray/bare", get(stray_bare))
        .route("/left", get(left).post(left).put(left))
        .route("/left-any", get(left_any).put(left_any))
}

fn vary(lines: &[&'static str]) -> Lines {
    AppendHeaders(lines.iter().map(|line| ("vary", *line)).collect())
}

fn stray() -> Lines {
    AppendHeaders(STRAY.to_vec())
}

#[cors(origins = ["https://app.example.com"])]
async fn two() -> Lines {
    ran("two");
    vary(&["Accept-Encoding", "Accept-Language"])
}

#[cors(origins = ["https://app.example.com"])]
async fn shout() -> Lines {
    ran("shout");
    vary(&["ORIGIN"])
}

#[cors(origins = ["https://app.example.com"])]
async fn star() -> Lines {
    ran("star");
    vary(&["*"])
}

#[cors(origins = ["https://app.example.com"])]
async fn listed() -> Lines {
    ran("listed");
    vary(&["Accept, origin,Cookie"])
}

#[cors(origins = ["https://app.example.com"])]
async fn alike() -> Lines {
    ran("alike");
    vary(&["Origin-Agent, X-Origin"])
}

#[cors(origins = "*")]
async fn vary_any() -> Lines {
    ran("vary-any");
    vary(&["Accept"])
}

#[cors(same_origin)]
async fn vary_own() -> Lines {
    ran("vary-own");
    vary(&["Accept"])
}

#[cors(origins = ["https://app.example.com"])]
async fn stray_list() -> Lines {
    ran("stray");
    stray()
}

#[cors(origins = "*")]
async fn stray_any() -> Lines {
    ran("stray");
    stray()
}

#[cors(same_origin)]
async fn stray_own() -> Lines {
    ran("stray");
    stray()
}

#[cors(origins = ["https://app.example.com"])]
async fn stray_err() -> (StatusCode, Lines) {
    ran("stray");
    (StatusCode::IM_A_TEAPOT, stray())
}

#[cors(origins = ["https://app.example.com"], methods = ["GET"])]
async fn stray_left() -> Lines {
    ran("stray");
    stray()
}

async fn stray_bare() -> [(&'static str, &'static str); 1] {
    ran("stray");
    [("access-control-allow-origin", "*")]
}

#[cors(origins = ["https://app.example.com"], methods = ["GET", "POST"])]
async fn left() {
    ran("left");
}

#[cors(origins = "*", methods = ["GET"])]
async fn left_any() {
    ran("left");
}
