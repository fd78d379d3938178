use actix_web::get;
use cors_actix::cors;

const APP: &[u8] = b"https://app.example.com";

#[cors(origins = ["https://b.example", APP])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
