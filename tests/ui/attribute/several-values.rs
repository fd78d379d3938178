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

#[cors(methods = ["GET"], "https://a.example")]
#[get("/")]
async fn origins_without_key() -> &'static str {
    "origins_without_key"
}

fn main() {}
