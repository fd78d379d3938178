use actix_web::get;
use cors_actix::cors;

#[cors(origins = [env!("CARGO_PKG_VERSION")])]
#[get("/")]
async fn env_no_origin() -> &'static str {
    "env_no_origin"
}

const APP: &str = "app.example.com";

#[cors(origins = ["https://b.example", APP])]
#[get("/")]
async fn no_scheme() -> &'static str {
    "no_scheme"
}

fn main() {}
