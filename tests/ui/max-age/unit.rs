use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], max_age = "600")]
#[get("/")]
async fn no_unit() -> &'static str {
    "no_unit"
}

#[cors(origins = ["https://app.example.com"], max_age = "10 minutes")]
#[get("/")]
async fn unit_word() -> &'static str {
    "unit_word"
}

#[cors(origins = ["https://app.example.com"], max_age = "500ms")]
#[get("/")]
async fn unit_milliseconds() -> &'static str {
    "unit_milliseconds"
}

#[cors(origins = ["https://app.example.com"], max_age = "1w")]
#[get("/")]
async fn unknown_unit() -> &'static str {
    "unknown_unit"
}

#[cors(origins = ["https://app.example.com"], max_age = "1h30m")]
#[get("/")]
async fn two_units() -> &'static str {
    "two_units"
}

#[cors(origins = ["https://app.example.com"], max_age = "1.5h")]
#[get("/")]
async fn fraction() -> &'static str {
    "fraction"
}

#[cors(origins = ["https://app.example.com"], max_age = "")]
#[get("/")]
async fn empty() -> &'static str {
    "empty"
}

fn main() {}
