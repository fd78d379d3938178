use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], max_age = 600u32)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com"], max_age = "10m"s)]
#[get("/text")]
async fn suffix_of_a_text() -> &'static str {
    "suffix_of_a_text"
}

#[cors(origins = ["https://app.example.com"], max_age = 1_0m)]
#[get("/digits")]
async fn separated_digits() -> &'static str {
    "separated_digits"
}

fn main() {}
