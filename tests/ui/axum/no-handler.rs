use axum::routing::get;
use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
async fn list(_page: u32) -> &'static str {
    "list"
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/users", get(list));
}
