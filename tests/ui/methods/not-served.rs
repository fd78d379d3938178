use actix_web::{get, route, routes};
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], methods = ["DELETE", "GTE", "PURGE", "put"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com"], methods = ["GET", "GETS"])]
#[get("/")]
async fn not_served_near_but_listed() -> &'static str {
    "not_served_near_but_listed"
}

#[cors(origins = ["https://app.example.com"], methods = ["GET", "POST"])]
#[route("/", method = "GET", method = "PUT", method = "PATCH")]
async fn not_served_of_several() -> &'static str {
    "not_served_of_several"
}

#[cors(origins = ["https://app.example.com"], methods = ["GET", "DELETE"])]
#[routes]
#[get("/")]
#[post("/")]
async fn routes() -> &'static str {
    "routes"
}

fn main() {}
