use axum::routing::get;
use cors_axum::{Cors, cors};

#[cors(origins = ["https://app.example.com/"])]
async fn list() -> &'static str {
    "list"
}

fn main() {
    let _ = Cors::new(axum::Router::new().route("/users", get(list)));
    let _ = list();
}
