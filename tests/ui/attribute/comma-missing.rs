use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"] credentials = true)]
#[get("/")]
async fn comma_missing() -> &'static str {
    "comma_missing"
}

#[cors(origins = ["https://app.example.com" "https://admin.example.com"])]
#[get("/")]
async fn comma_missing_in_list() -> &'static str {
    "comma_missing_in_list"
}

#[cors(origins = ["https://app.example.com"]; credentials = true)]
#[get("/")]
async fn semicolon() -> &'static str {
    "semicolon"
}

fn main() {}
