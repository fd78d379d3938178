use axum::routing::get;
use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
mod users {
    pub(super) async fn list() -> &'static str {
        "list"
    }
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/users", get(users::list));
}
