use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["app.example.com", "localhost:3000", "*.example.com", "production", "://app.example.com"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["//app.example.com"])]
#[get("/")]
async fn scheme_relative() -> &'static str {
    "scheme_relative"
}

#[cors(
    origins = [
        "https://app.example.com",
        #[cfg(debug_assertions)]
        "localhost:5173",
    ],
)]
#[get("/")]
async fn on_a_cfg_element() -> &'static str {
    "on_a_cfg_element"
}

fn main() {}
