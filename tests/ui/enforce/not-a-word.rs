use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], enforce = true)]
#[get("/")]
async fn boolean() -> &'static str {
    "boolean"
}

#[cors(origins = ["https://app.example.com"], enforce = ["unsafe_methods"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
