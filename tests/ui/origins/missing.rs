use actix_web::get;
use cors_actix::cors;

#[cors(max_age = "10m")]
#[get("/")]
async fn missing() -> &'static str {
    "missing"
}

#[cors]
#[get("/")]
async fn missing_everything() -> &'static str {
    "missing_everything"
}

fn main() {}
