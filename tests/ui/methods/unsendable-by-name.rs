use std::sync::LazyLock;

use actix_web::{connect, trace};
use cors_actix::{Policy, cors, policy};

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
