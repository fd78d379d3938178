use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], max_age = 86_401)]
#[get("/")]
async fn too_long() -> &'static str {
    "too_long"
}

#[cors(origins = ["https://app.example.com"], max_age = "2d")]
#[get("/")]
async fn too_long_text() -> &'static str {
    "too_long_text"
}

#[cors(origins = ["https://app.example.com"], max_age = 31536000)]
#[get("/")]
async fn too_long_year() -> &'static str {
    "too_long_year"
}

#[cors(origins = ["https://app.example.com"], max_age = 99999999999999999999)]
#[get("/")]
async fn too_long_for_a_number() -> &'static str {
    "too_long_for_a_number"
}

fn main() {}
