use actix_web::put;
use cors_actix::{Policy, cors};

#[cors(policy = Policy::PUBLIC, enforce = "unsafe_methods")]
#[put("/")]
async fn update() -> &'static str {
    "updated"
}

fn main() {}
