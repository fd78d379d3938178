use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], dangerously_allow = ["everything", "null_origins"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["null"], dangerously_allow = ["null_origins"])]
#[get("/")]
async fn unknown_near() -> &'static str {
    "unknown_near"
}

fn main() {}
