use actix_web::get;
use cors_actix::cors;

#[cors(Access-Control-Allow-Origin = "https://app.example.com", access_control_max_age = 600)]
#[get("/")]
async fn words() -> &'static str {
    "words"
}

#[cors(origins = ["https://app.example.com"], "Access-Control-Allow-Headers" = "content-type")]
#[get("/")]
async fn in_quotes() -> &'static str {
    "in_quotes"
}

#[cors(Allow-Origin = "https://app.example.com", Max Age = 600)]
#[get("/")]
async fn without_the_prefix() -> &'static str {
    "without_the_prefix"
}

fn main() {}
