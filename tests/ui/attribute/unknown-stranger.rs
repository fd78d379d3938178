use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], zebra = true)]
#[get("/")]
async fn unknown_stranger() -> &'static str {
    "unknown_stranger"
}

#[cors(o)]
#[get("/")]
async fn half_typed_key_alone() -> &'static str {
    "half_typed_key_alone"
}

fn main() {}
