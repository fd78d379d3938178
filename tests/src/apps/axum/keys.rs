//! Handlers for peculiarities of single keys.

use axum::Router;
use axum::routing::{get, head, patch};
use cors_axum::cors;

use crate::counters::ran;

pub(super) fn router() -> Router {
    Router::new()
        .route("/cfg", get(conditions).put(emptied))
        .route("/dangers", get(dangers).put(insecure))
        .route("/patch", patch(patched))
        .route("/head-alone", head(head_alone))
}

#[cors(origins = [
    "https://app.example.com",
    #[cfg(all())]
    "https://admin.example.com",
    #[cfg(any())]
    "https://evil.example",
])]
async fn conditions() {
    ran("cfg");
}

#[cors(origins = [#[cfg(any())] "https://evil.example"])]
async fn emptied() {
    ran("cfg-empty");
}

#[cors(origins = ["null", "https://*.github.io"], dangerously_allow = ["null_origin", "public_suffix_wildcards"])]
async fn dangers() {
    ran("dangers");
}

#[cors(origins = ["http://plain.example.com"], credentials = true, dangerously_allow = ["insecure_origins"])]
async fn insecure() {
    ran("insecure");
}

#[cors(origins = ["https://app.example.com"])]
async fn patched() {
    ran("patch");
}

#[cors(origins = ["https://app.example.com"])]
async fn head_alone() {
    ran("head-alone");
}
