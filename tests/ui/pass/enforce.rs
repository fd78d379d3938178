// On routes with any policy that refuses somebody.
use actix_web::{get, post, put};
use cors_actix::{Policy, cors, policy};

static PARTNERS: Policy = policy!(origins = ["https://app.example.com"]);

#[cors(origins = ["https://app.example.com"], enforce = "unsafe_methods")]
#[post("/unsafe")]
async fn unsafe_methods() -> &'static str {
    ""
}

#[cors(enforce = "all_methods", policy = PARTNERS)]
#[get("/all")]
async fn all_methods() -> &'static str {
    ""
}

#[cors(policy = Policy::SAME_ORIGIN, enforce = "all_methods")]
#[put("/own")]
async fn own() -> &'static str {
    ""
}

#[cors(origins = [#[cfg(any())] "https://app.example.com"], enforce = "all_methods")]
#[put("/nobody")]
async fn nobody() -> &'static str {
    ""
}

fn main() {
    let _ = actix_web::App::new().service(unsafe_methods).service(all_methods).service(own).service(nobody);
}
