use std::sync::LazyLock;

use cors_actix::{Config, Cors, Policy};

static API: LazyLock<Policy> = LazyLock::new(|| Policy::SAME_ORIGIN);

fn by_value() -> Policy {
    Policy::SAME_ORIGIN
}

fn main() {
    let _ = Cors::new(Policy::builder().origins(["*"]));
    let _ = Cors::new(Policy::builder().origins(["*"]).build());
    let _ = Cors::new(Policy::from_env("API_CORS"));
    let _ = Cors::new(Config::default());
    let _ = Cors::new(API);
    let _ = Cors::new(by_value);
    let _ = Cors::new("https://app.example.com");
}
