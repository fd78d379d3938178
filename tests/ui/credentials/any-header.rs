use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], credentials = true, allow_headers = ["*"])]
#[get("/")]
async fn any_header() -> &'static str {
    "any_header"
}

#[cors(
    origins = ["https://app.example.com"],
    allow_headers = ["*", "authorization"],
    credentials = true,
)]
#[get("/")]
async fn any_header_with_authorization() -> &'static str {
    "any_header_with_authorization"
}

#[cors(origins = ["https://app.example.com"], credentials = true, expose_headers = ["*"])]
#[get("/")]
async fn any_exposed() -> &'static str {
    "any_exposed"
}

#[cors(origins = ["https://app.example.com"], credentials = true, expose_headers = ["etag", "*"])]
#[get("/")]
async fn any_exposed_beside_others() -> &'static str {
    "any_exposed_beside_others"
}

fn main() {}
