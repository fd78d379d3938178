use actix_web::get;
use cors_actix::cors;

#[cors("origins" = ["https://app.example.com/"], "credential" = true)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors("https://app.example.com" = true)]
#[get("/origin")]
async fn origin() -> &'static str {
    "origin"
}

#[cors("same_origin")]
#[get("/")]
async fn whole_policy() -> &'static str {
    "whole_policy"
}

fn main() {}
