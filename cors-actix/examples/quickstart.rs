//! A small users API: `cargo run --example quickstart`, then try the printed `curl` lines.
//!
//! It listens on 127.0.0.1:8080, or on the port in the environment's `PORT`.

use actix_web::http::header::ETAG;
use actix_web::{App, HttpResponse, HttpServer, Responder, get, put, web};
use cors_actix::{cors, inventory};
use env_logger::Env;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct User {
    name: String,
}

/// Public: any page may read it, and caches may share it.
#[cors(origins = "*")]
#[get("/users")]
async fn list() -> impl Responder {
    web::Json([User { name: "Ada".to_owned() }, User { name: "Grace".to_owned() }])
}

/// For the app and its previews, whose scripts may read the `ETag`.
#[cors(origins = ["https://app.example.com", "https://*.preview.example.com"], expose_headers = ["etag"])]
#[get("/users/{id}")]
async fn show(id: web::Path<u32>) -> impl Responder {
    HttpResponse::Ok().insert_header((ETAG, format!("\"{id}\""))).json(User { name: format!("User {id}") })
}

/// For the administrators' page alone, which sends its cookies along.
#[cors(
    origins = ["https://admin.example.com"],
    allow_headers = ["content-type"],
    credentials = true,
    max_age = "10m",
)]
#[put("/users/{id}")]
async fn update(id: web::Path<u32>, user: web::Json<User>) -> impl Responder {
    HttpResponse::Ok().insert_header((ETAG, format!("\"{id}\""))).json(user.into_inner())
}

/// Not for pages of other origins.
#[get("/health")]
async fn health() -> impl Responder {
    "up"
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    // `RUST_LOG` chooses other lines.
    env_logger::Builder::from_env(Env::default().default_filter_or("cors=debug")).init();
    let port = std::env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(8080);
    let server = HttpServer::new(|| App::new().service(list).service(show).service(update).service(health))
        .bind(("127.0.0.1", port))?;
    for address in server.addrs() {
        print_guide(&format!("http://{address}"));
    }
    server.run().await
}

fn print_guide(base: &str) {
    println!("Routes with a CORS policy on {base} (`*`: any page may read it):");
    print!("{}", inventory(&[&list, &show, &update]));
    println!(
        "
Try, in another terminal:
# a preflight from a page that may send this request: 204
curl -i -X OPTIONS {base}/users/1 -H 'Origin: https://admin.example.com' -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: content-type'
# a preflight from a page that may not: 403, and the log of this program says why
curl -i -X OPTIONS {base}/users/1 -H 'Origin: https://evil.example' -H 'Access-Control-Request-Method: PUT'
# the request itself: 200, readable by that page
curl -i -X PUT {base}/users/1 -H 'Origin: https://admin.example.com' -H 'Content-Type: application/json' -d '{{\"name\":\"Lin\"}}'"
    );
}
