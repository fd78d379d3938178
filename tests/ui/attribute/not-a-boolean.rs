use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], credentials = 1)]
#[get("/")]
async fn credentials_number() -> &'static str {
    "credentials_number"
}

#[cors(origins = ["https://app.example.com"], credentials = "true")]
#[get("/")]
async fn credentials_string() -> &'static str {
    "credentials_string"
}

#[cors(origins = ["https://app.example.com"], credentials = yes)]
#[get("/")]
async fn credentials_word() -> &'static str {
    "credentials_word"
}

fn main() {}
