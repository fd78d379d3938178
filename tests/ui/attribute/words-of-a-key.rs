use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], allow headers = ["content-type"])]
#[get("/")]
async fn spaces() -> &'static str {
    "spaces"
}

#[cors(origins = ["https://app.example.com"], max age = "10m", dangerously allow = [])]
#[get("/")]
async fn two_keys() -> &'static str {
    "two_keys"
}

#[cors(same origin)]
#[get("/")]
async fn no_value() -> &'static str {
    "no_value"
}

#[cors(allow origin = ["https://app.example.com"], allow-credentials = true)]
#[get("/")]
async fn of_other_libraries() -> &'static str {
    "of_other_libraries"
}

#[cors(origins = ["https://app.example.com"], allow headers = ["etag"], allow_headers = ["content-type"])]
#[get("/")]
async fn beside_the_key() -> &'static str {
    "beside_the_key"
}

#[cors(origins = ["https://app.example.com"], max-age = "10 minutes")]
#[get("/")]
async fn wrong_value() -> &'static str {
    "wrong_value"
}

#[cors(same_origin credentials = true)]
#[get("/")]
async fn two_keys_without_a_comma() -> &'static str {
    "two_keys_without_a_comma"
}


fn main() {}
