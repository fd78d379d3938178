//! Policies of every kind, on handlers that answer 200.

use axum::Router;
use axum::extract::Path;
use axum::routing::{get, post, put};
use cors_axum::cors;

use super::Guard;
use crate::counters::ran;

pub(super) fn router() -> Router {
    let tenants = Router::new().route("/item", put(item_v1));
    let versions = Router::new().nest("/v1", tenants.clone()).route("/v2/item", put(item_v2));
    Router::new()
        .nest("/api", versions)
        .nest("/tenants/{tenant}", tenants)
        .route("/list", get(list))
        .route("/items", post(items))
        .route("/full", put(full))
        .route("/plain", get(plain))
        .route("/plain-put", put(plain_put))
        .route("/zero", put(zero).delete(bare_delete))
        .route("/subdomains", get(subdomains))
        .route("/sub", put(sub_put))
        .route("/ports", get(ports))
        .route("/any", get(public).put(public_put))
        .route("/any-header", post(any_header))
        .route("/head", get(head))
        .route("/own", get(own).put(own_put))
        .route("/options", put(options_put).options(bare_options))
        .route("/own-options", put(own_options_put).options(own_options))
        .route("/pair", put(pair_put).delete(pair_delete).post(pair_post))
        .route("/riap", post(pair_post).delete(pair_delete).put(pair_put))
        .route("/users/me", put(me).post(me_post))
        .route("/users/{id}", put(user).delete(delete_user))
        .route("/files/{*path}", put(files))
}

#[cors(
    origins = ["https://app.example.com", "https://admin.example.com", "http://localhost:3000"],
    expose_headers = ["etag", "x-total"],
    credentials = true,
)]
async fn list(_: Guard) -> &'static str {
    ran("list");
    "list"
}

#[cors(origins = ["https://app.example.com"])]
async fn items(_: String) {
    ran("items");
}

#[cors(
    origins = ["https://app.example.com", "https://admin.example.com"],
    methods = ["PUT"],
    allow_headers = ["content-type", "x-a"],
    expose_headers = ["etag", "x-total"],
    credentials = true,
    max_age = "10m",
)]
async fn full(_: Guard) {
    ran("full");
}

#[cors(origins = ["https://app.example.com"])]
async fn plain() -> &'static str {
    ran("plain");
    "plain"
}

#[cors(origins = "https://app.example.com")]
async fn plain_put() {
    ran("plain-put");
}

#[cors(origins = ["https://app.example.com"], max_age = 0)]
async fn zero() {
    ran("zero");
}

async fn bare_delete() {
    ran("bare-delete");
}

#[cors(origins = ["https://*.example.com"])]
async fn subdomains() {
    ran("subdomains");
}

#[cors(origins = ["https://*.example.com"])]
async fn sub_put() {
    ran("sub");
}

#[cors(origins = ["http://localhost:*"])]
async fn ports() {
    ran("ports");
}

#[cors(origins = "*", expose_headers = ["etag"])]
async fn public() {
    ran("any");
}

#[cors(origins = ["*"], allow_headers = ["content-type"], expose_headers = ["etag"])]
async fn public_put() {
    ran("any-put");
}

#[cors(origins = "*", allow_headers = ["*", "authorization"], expose_headers = "*", max_age = "1d")]
async fn any_header() {
    ran("any-header");
}

#[cors(origins = ["https://app.example.com"])]
async fn head() -> &'static str {
    ran("head");
    "head"
}

#[cors(same_origin)]
async fn own() {
    ran("own");
}

#[cors(same_origin)]
async fn own_put() {
    ran("own-put");
}

#[cors(origins = ["https://app.example.com"])]
async fn options_put() {
    ran("options-put");
}

async fn bare_options() {
    ran("bare-options");
}

#[cors(origins = ["https://app.example.com"])]
async fn own_options_put() {
    ran("own-options-put");
}

#[cors(origins = ["https://app.example.com"])]
async fn own_options() {
    ran("own-options");
}

#[cors(origins = ["https://admin.example.com"], allow_headers = ["x-put"])]
async fn pair_put() {
    ran("put");
}

#[cors(origins = ["https://app.example.com"])]
async fn pair_delete() {
    ran("delete");
}

#[cors(origins = "*")]
async fn pair_post() {
    ran("post");
}

#[cors(origins = ["https://app.example.com"])]
async fn me() {
    ran("me");
}

#[cors(origins = ["https://app.example.com"])]
async fn me_post() {
    ran("me-post");
}

#[cors(origins = ["https://admin.example.com"])]
async fn user(_: Path<String>) {
    ran("user");
}

#[cors(origins = ["https://admin.example.com"])]
async fn delete_user(_: Path<String>) {
    ran("delete-user");
}

#[cors(origins = ["https://app.example.com"])]
async fn files(_: Path<String>) {
    ran("files");
}

#[cors(origins = ["https://app.example.com"])]
async fn item_v1() {
    ran("item");
}

#[cors(origins = ["https://admin.example.com"])]
async fn item_v2() {
    ran("item");
}
