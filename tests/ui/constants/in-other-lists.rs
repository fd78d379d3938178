use actix_web::get;
use cors_actix::cors;

const TOKEN: &str = "x-token";

#[cors(origins = "*", allow_headers = [TOKEN])]
#[get("/")]
async fn in_headers() -> &'static str {
    "in_headers"
}

mod config {
    pub(super) const METHOD: &str = "GET";
}

#[cors(origins = "*", methods = [config::METHOD])]
#[get("/")]
async fn in_methods() -> &'static str {
    "in_methods"
}

fn main() {}
