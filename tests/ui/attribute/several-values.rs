use actix_web::get;
use cors_actix::cors;

#[cors(origins = "https://a.example", "https://b.example")]
#[get("/")]
async fn several_origins() -> &'static str {
    "several_origins"
}

#[cors(origins = ["https://a.example"], allow_headers = "x-a", "x-b")]
#[get("/")]
async fn several_headers() -> &'static str {
    "several_headers"
}

fn main() {}
