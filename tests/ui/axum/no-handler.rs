use axum::routing::get;
use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
async fn list(_page: u32) -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com"])]
async fn count() -> u32 {
    0
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/users", get(list));
}
