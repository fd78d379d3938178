use axum::routing::get;
use cors_axum::cors;

#[cors(origins = ["https://app.example.com"], methods = ["put"], headers = ["x-a"])]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = "*", enforce = "all_methods")]
async fn show() -> &'static str {
    "show"
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/users", get(list)).route("/user", get(show));
}
