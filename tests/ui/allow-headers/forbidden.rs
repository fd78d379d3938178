use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], allow_headers = [
    "content-type",
    "content-length",
    "Host",
    "origin",
    "access-control-request-headers",
    "proxy-authorization",
    "referer",
    "set-cookie",
    "sec-ch-ua",
    "cookie",
])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

#[cors(origins = ["https://app.example.com"], allow_headers = ["Cookie"], credentials = true)]
#[get("/")]
async fn cookie_with_credentials() -> &'static str {
    "cookie_with_credentials"
}

fn main() {}
