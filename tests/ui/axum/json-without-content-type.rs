use axum::Json;
use axum::extract::Path;
use axum::routing::put;
use cors_axum::cors;

#[cors(origins = ["https://app.example.com"])]
async fn update(Path(id): Path<u64>, Json(name): Json<String>) -> String {
    format!("{id} is {name}")
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/users/{id}", put(update));
}
