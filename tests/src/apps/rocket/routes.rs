//! Policies of every kind, on handlers that answer 200.

use std::path::PathBuf;

use cors_rocket::cors;
use rocket::{Build, Rocket, delete, get, options, post, put, routes};

use super::guards::Guard;
use crate::counters::ran;

pub(super) fn mount(rocket: Rocket<Build>) -> Rocket<Build> {
    rocket
        .mount("/", routes![list, items, full, plain, plain_put, zero, subdomains, sub_put, ports])
        .mount("/", routes![any, any_put, any_header, head, own, own_put])
        .mount("/", routes![own_options_put, own_options, options_put, bare_options])
        .mount("/pair", routes![pair::put, pair::delete, pair::post])
        .mount("/riap", routes![pair::post, pair::delete, pair::put])
        .mount("/", routes![me, me_post, user, delete_user, files])
        .mount("/api/v1", routes![v1::item])
        .mount("/api/v2", routes![v2::item])
        .mount("/tenants/7", routes![v1::item])
}

#[cors(
    origins = ["https://app.example.com", "https://admin.example.com", "http://localhost:3000"],
    expose_headers = ["etag", "x-total"],
    credentials = true,
)]
#[get("/list")]
fn list(_guard: Guard) -> &'static str {
    ran("list");
    "list"
}

#[cors(origins = ["https://app.example.com"])]
#[post("/items", data = "<_body>")]
fn items(_body: String) {
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
#[put("/full")]
fn full(_guard: Guard) {
    ran("full");
}

#[cors(origins = ["https://app.example.com"])]
#[get("/plain")]
fn plain() -> &'static str {
    ran("plain");
    "plain"
}

#[cors(origins = "https://app.example.com")]
#[put("/plain-put")]
fn plain_put() {
    ran("plain-put");
}

#[cors(origins = ["https://app.example.com"], max_age = 0)]
#[put("/zero")]
fn zero() {
    ran("zero");
}

#[cors(origins = ["https://*.example.com"])]
#[get("/subdomains")]
fn subdomains() {
    ran("subdomains");
}

#[cors(origins = ["https://*.example.com"])]
#[put("/sub")]
fn sub_put() {
    ran("sub");
}

#[cors(origins = ["http://localhost:*"])]
#[get("/ports")]
fn ports() {
    ran("ports");
}

#[cors(origins = "*", expose_headers = ["etag"])]
#[get("/any")]
fn any() {
    ran("any");
}

#[cors(origins = ["*"], allow_headers = ["content-type"], expose_headers = ["etag"])]
#[put("/any")]
fn any_put() {
    ran("any-put");
}

#[cors(origins = "*", allow_headers = ["*", "authorization"], expose_headers = "*", max_age = "1d")]
#[post("/any-header")]
fn any_header() {
    ran("any-header");
}

#[cors(origins = ["https://app.example.com"])]
#[get("/head")]
fn head() -> &'static str {
    ran("head");
    "head"
}

#[cors(same_origin)]
#[get("/own")]
fn own() {
    ran("own");
}

#[cors(same_origin)]
#[put("/own")]
fn own_put() {
    ran("own-put");
}

#[cors(origins = ["https://app.example.com"])]
#[put("/options")]
fn options_put() {
    ran("options-put");
}

#[options("/options")]
fn bare_options() {
    ran("bare-options");
}

#[cors(origins = ["https://app.example.com"])]
#[put("/own-options")]
fn own_options_put() {
    ran("own-options-put");
}

#[cors(origins = ["https://app.example.com"])]
#[options("/own-options")]
fn own_options() {
    ran("own-options");
}

/// Three policies on one path.
mod pair {
    use super::{cors, ran};

    #[cors(origins = ["https://admin.example.com"], allow_headers = ["x-put"])]
    #[rocket::put("/")]
    pub(super) fn put() {
        ran("put");
    }

    #[cors(origins = ["https://app.example.com"])]
    #[rocket::delete("/")]
    pub(super) fn delete() {
        ran("delete");
    }

    #[cors(origins = "*")]
    #[rocket::post("/")]
    pub(super) fn post() {
        ran("post");
    }
}

#[cors(origins = ["https://app.example.com"])]
#[put("/users/me")]
fn me() {
    ran("me");
}

#[cors(origins = ["https://app.example.com"])]
#[post("/users/me")]
fn me_post() {
    ran("me-post");
}

#[cors(origins = ["https://admin.example.com"])]
#[put("/users/<_id>")]
fn user(_id: &str) {
    ran("user");
}

#[cors(origins = ["https://admin.example.com"])]
#[delete("/users/<_id>")]
fn delete_user(_id: &str) {
    ran("delete-user");
}

#[cors(origins = ["https://app.example.com"])]
#[put("/files/<_path..>")]
fn files(_path: PathBuf) {
    ran("files");
}

mod v1 {
    use super::{cors, ran};

    #[cors(origins = ["https://app.example.com"])]
    #[rocket::put("/item")]
    pub(super) fn item() {
        ran("item");
    }
}

mod v2 {
    use super::{cors, ran};

    #[cors(origins = ["https://admin.example.com"])]
    #[rocket::put("/item")]
    pub(super) fn item() {
        ran("item");
    }
}
