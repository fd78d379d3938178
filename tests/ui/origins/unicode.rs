use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://bücher.example", "https://example。com"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://BÜCHER.example:443"])]
#[get("/")]
async fn unicode_capital() -> &'static str {
    "unicode_capital"
}

fn main() {}
