use axum::Router;
use axum::routing::get;
use cors_axum::cors;

async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com"])]
static LIST: fn() -> Router = || Router::new().route("/users", get(list));

fn main() {
    LIST();
}
