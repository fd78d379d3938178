use actix_web::get;
use cors_actix::cors;

#[cors(origins = [
    concat!("https://", "app.example.com"),
    std::env::var("O").unwrap(),
    option_env!("CARGO_PKG_HOMEPAGE"),
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

// None of these is known while compiling, and none is a literal that only lacks its quotes.
#[cors(origins = [
    std::env::var("APP_ORIGIN"),
    env::var("APP_ORIGIN").as_deref().unwrap_or("https://app.example.com"),
    app_origin(),
    config.origin,
    settings().await?.origin,
    &*APP,
    APPS[0],
    format!("https://{HOST}"),
    std::include_str!("origin.txt"),
    if cfg!(debug_assertions) { "http://localhost:5173" } else { "https://app.example.com" },
    "https://".to_owned() + HOST,
    || "https://app.example.com",
])]
#[get("/")]
async fn at_run_time() -> &'static str {
    "at_run_time"
}

fn app() -> &'static str {
    "https://app.example.com"
}

#[cors(origins = [app()])]
#[get("/")]
async fn function() -> &'static str {
    "function"
}

fn main() {}
