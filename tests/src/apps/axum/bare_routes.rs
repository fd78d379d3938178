//! Handlers without `#[cors]`, and annotated ones beside them.

use axum::Router;
use axum::routing::{get, options, put};
use cors_axum::cors;

use crate::counters::ran;

pub(super) fn router() -> Router {
    Router::new()
        .route("/bare", get(bare))
        .route("/people/me", put(bare_me))
        .route("/people/{id}", put(person))
        .route("/teams/mine", put(my_team))
        .route("/teams/{id}", put(team))
        .route("/private", get(private))
        .route("/public/{*tail}", get(public))
        .route("/heads/bare", get(beside_bare).head(bare_head))
        .route("/heads/own", get(beside_own).head(own_head))
        .route("/first-options/bare", options(first_bare))
}

async fn bare() {
    ran("bare");
}

async fn bare_me() {
    ran("bare-me");
}

#[cors(origins = ["https://app.example.com"])]
async fn person() {
    ran("person");
}

#[cors(same_origin)]
async fn my_team() {
    ran("my-team");
}

#[cors(origins = ["https://app.example.com"])]
async fn team() {
    ran("team");
}

async fn private() {
    ran("private");
}

#[cors(origins = "*")]
async fn public() {
    ran("public");
}

#[cors(origins = ["https://app.example.com"])]
async fn beside_bare() {
    ran("beside-bare");
}

async fn bare_head() {
    ran("bare-head");
}

#[cors(origins = ["https://app.example.com"])]
async fn beside_own() {
    ran("beside-own");
}

#[cors(origins = ["https://admin.example.com"])]
async fn own_head() {
    ran("own-head");
}

async fn first_bare() {
    ran("bare-options");
}
