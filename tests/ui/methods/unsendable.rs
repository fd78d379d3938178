use actix_web::{connect, route, routes, trace};
use cors_actix::{Policy, cors, policy};
use std::sync::LazyLock;

#[cors(origins = ["https://app.example.com"])]
#[connect("/list")]
async fn connect() -> &'static str {
    "connect"
}

#[cors(origins = ["https://app.example.com"])]
#[trace("/list")]
async fn trace() -> &'static str {
    "trace"
}

#[cors(origins = ["https://app.example.com"])]
#[route("/list", method = "TRACE", method = "TRACK")]
async fn route() -> &'static str {
    "route"
}

#[cors(origins = ["https://app.example.com"])]
#[routes]
#[trace("/list")]
#[connect("/tunnel")]
async fn routes() -> &'static str {
    "routes"
}

#[cors(origins = ["https://app.example.com"], methods = ["TRACE"])]
#[actix_web::trace("/list")]
async fn and_listed() -> &'static str {
    "and_listed"
}

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);
static LATER: LazyLock<Policy> = LazyLock::new(|| policy!(origins = "*"));

#[cors(policy = PARTNERS)]
#[trace("/list")]
async fn list() -> &'static str {
    "list"
}

#[cors(policy = LATER)]
#[connect("/tunnel")]
async fn tunnel() -> &'static str {
    "tunnel"
}

fn main() {}
