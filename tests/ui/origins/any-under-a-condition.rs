use actix_web::get;
use cors_actix::cors;

#[cors(origins = [#[cfg(debug_assertions)] "*", #[cfg(not(debug_assertions))] "https://app.example.com"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["*", #[cfg(debug_assertions)] "http://localhost:5173"])]
#[get("/always")]
async fn always() -> &'static str {
    "always"
}

fn main() {}
