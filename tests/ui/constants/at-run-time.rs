use actix_web::get;
use cors_actix::cors;

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
async fn list() -> &'static str {
    "list"
}

fn main() {}
