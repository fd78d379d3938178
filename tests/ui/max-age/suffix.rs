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

#[cors(origins = ["https://app.example.com"], max_age = 10ms)]
#[get("/milliseconds")]
async fn milliseconds() -> &'static str {
    "milliseconds"
}

#[cors(origins = ["https://app.example.com"], max_age = 10min)]
#[get("/minutes")]
async fn minutes() -> &'static str {
    "minutes"
}

#[cors(origins = ["https://app.example.com"], max_age = 600.0)]
#[get("/fraction")]
async fn fraction() -> &'static str {
    "fraction"
}

#[cors(origins = ["https://app.example.com"], max_age = -600s)]
#[get("/negative")]
async fn negative() -> &'static str {
    "negative"
}

#[cors(origins = ["https://app.example.com"], max_age = -600u32)]
#[get("/negative-with-a-type")]
async fn negative_with_a_type() -> &'static str {
    "negative_with_a_type"
}

fn main() {}
