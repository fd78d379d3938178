//! A small users API: `cargo run --example quickstart-rocket`, then try the printed `curl` lines.
//!
//! It listens on 127.0.0.1:8000, or on the port in the environment's `PORT`.

use cors_rocket::{Cors, cors};
use env_logger::Env;
use rocket::fairing::AdHoc;
use rocket::http::Header;
use rocket::serde::json::Json;
use rocket::serde::{Deserialize, Serialize};
use rocket::{Config, Orbit, Responder, Rocket, get, launch, put, routes};

#[derive(Serialize, Deserialize)]
#[serde(crate = "rocket::serde")]
struct User {
    name: String,
}

#[derive(Responder)]
struct Tagged<T>(T, Header<'static>);

/// Public: any page may read it, and caches may share it.
#[cors(origins = "*")]
#[get("/users")]
fn list() -> Json<[User; 2]> {
    Json(["Ada", "Grace"].map(|name| User { name: name.to_owned() }))
}

/// For the app and its previews, whose scripts may read the `ETag`.
#[cors(origins = ["https://app.example.com", "https://*.preview.example.com"], expose_headers = ["etag"])]
#[get("/users/<id>")]
fn show(id: u32) -> Tagged<Json<User>> {
    Tagged(Json(User { name: format!("User {id}") }), Header::new("ETag", format!("\"{id}\"")))
}

/// For the administrators' page alone, which sends its cookies along.
#[cors(
    origins = ["https://admin.example.com"],
    allow_headers = ["content-type"],
    credentials = true,
    max_age = "10m",
)]
#[put("/users/<id>", format = "json", data = "<user>")]
fn update(id: u32, user: Json<User>) -> Tagged<Json<User>> {
    Tagged(user, Header::new("ETag", format!("\"{id}\"")))
}

/// Not for pages of other origins.
#[get("/health")]
fn health() -> &'static str {
    "up"
}

#[launch]
fn rocket() -> _ {
    // In place of the logger of Rocket, whose lines at `debug` are those of all crates. `RUST_LOG` chooses other lines.
    let _ = env_logger::Builder::from_env(Env::default().default_filter_or("cors=debug")).try_init();
    let port = std::env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(8000);
    rocket::custom(Config { port, ..Config::debug_default() })
        .attach(Cors::fairing())
        .attach(AdHoc::on_liftoff("Guide", |rocket| Box::pin(async move { print_guide(rocket) })))
        .mount("/", routes![list, show, update, health])
}

fn print_guide(rocket: &Rocket<Orbit>) {
    let base = format!("http://{}:{}", rocket.config().address, rocket.config().port);
    println!("Routes with a CORS policy on {base} (`*`: any page may read it):");
    print!("{}", cors_rocket::inventory(rocket));
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
