use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], max_age = true)]
#[get("/")]
async fn boolean() -> &'static str {
    "boolean"
}

#[cors(origins = ["https://app.example.com"], max_age = MAX_AGE)]
#[get("/")]
async fn constant() -> &'static str {
    "constant"
}

#[cors(origins = ["https://app.example.com"], max_age = Duration::from_secs(600))]
#[get("/")]
async fn duration() -> &'static str {
    "duration"
}

#[cors(origins = ["https://app.example.com"], max_age = 60 * 10)]
#[get("/")]
async fn expression() -> &'static str {
    "expression"
}

#[cors(origins = ["https://app.example.com"], max_age = 1.5)]
#[get("/")]
async fn float() -> &'static str {
    "float"
}

#[cors(origins = ["https://app.example.com"], max_age = [600])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
