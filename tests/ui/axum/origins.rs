use axum::routing::get;
use cors_axum::cors;

#[cors(origins = [
    "https://app.example.com/",
    "localhost:3000",
    "https://Admin.example.com",
    "https://*.com",
    "https://shop.example.com:443",
])]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = "*", credentials = true)]
async fn show() -> &'static str {
    "show"
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/users", get(list)).route("/user", get(show));
}
