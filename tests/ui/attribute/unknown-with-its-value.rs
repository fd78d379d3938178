use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], allow_any_header = true)]
#[get("/")]
async fn allow_any_header() -> &'static str {
    "allow_any_header"
}

#[cors(allow_any_origin = true)]
#[get("/")]
async fn allow_any_origin() -> &'static str {
    "allow_any_origin"
}

#[cors(origins = ["https://app.example.com"], expose_any_header = true)]
#[get("/")]
async fn expose_any_header() -> &'static str {
    "expose_any_header"
}

#[cors(allow_origin_regex = "https://.*")]
#[get("/")]
async fn allow_origin_regex() -> &'static str {
    "allow_origin_regex"
}

#[cors(origins = ["https://app.example.com"], headers = ["content-type"])]
#[get("/")]
async fn headers() -> &'static str {
    "headers"
}

fn main() {}
