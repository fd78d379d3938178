use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], block_on_origin_mismatch = true)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
