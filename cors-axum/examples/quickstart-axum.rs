//! A small users API: `cargo run --example quickstart-axum`, then try the printed `curl` lines.
//!
//! It listens on 127.0.0.1:3000, or on the port in the environment's `PORT`.

use axum::extract::Path;
use axum::http::HeaderName;
use axum::http::header::ETAG;
use axum::routing::get;
use axum::{Json, Router};
use cors_axum::{Cors, cors};
use env_logger::Env;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

#[derive(Serialize, Deserialize)]
struct User {
    name: String,
}

type Tagged = ([(HeaderName, String); 1], Json<User>);

/// Public: any page may read it, and caches may share it.
#[cors(origins = "*")]
async fn list() -> Json<[User; 2]> {
    Json(["Ada", "Grace"].map(|name| User { name: name.to_owned() }))
}

/// For the app and its previews, whose scripts may read the `ETag`.
#[cors(origins = ["https://app.example.com", "https://*.preview.example.com"], expose_headers = ["etag"])]
async fn show(Path(id): Path<u32>) -> Tagged {
    ([(ETAG, format!("\"{id}\""))], Json(User { name: format!("User {id}") }))
}

/// For the administrators' page alone, which sends its cookies along.
#[cors(
    origins = ["https://admin.example.com"],
    allow_headers = ["content-type"],
    credentials = true,
    max_age = "10m",
)]
async fn update(Path(id): Path<u32>, Json(user): Json<User>) -> Tagged {
    ([(ETAG, format!("\"{id}\""))], Json(user))
}

/// Not for pages of other origins.
async fn health() -> &'static str {
    "up"
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    // `RUST_LOG` chooses other lines.
    env_logger::Builder::from_env(Env::default().default_filter_or("cors=debug")).init();
    let port = std::env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(3000);
    let app = Router::new()
        .route("/users", get(list))
        .route("/users/{id}", get(show).put(update))
        .route("/health", get(health));
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    print_guide(&format!("http://{}", listener.local_addr()?));
    axum::serve(listener, Cors::new(app)).await
}

fn print_guide(base: &str) {
    println!(
        "Try, in another terminal:
# a preflight from a page that may send this request: 204
curl -i -X OPTIONS {base}/users/1 -H 'Origin: https://admin.example.com' -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: content-type'
# a preflight from a page that may not: 403, and the log of this program says why
curl -i -X OPTIONS {base}/users/1 -H 'Origin: https://evil.example' -H 'Access-Control-Request-Method: PUT'
# the request itself: 200, readable by that page
curl -i -X PUT {base}/users/1 -H 'Origin: https://admin.example.com' -H 'Content-Type: application/json' -d '{{\"name\":\"Lin\"}}'"
    );
}
