use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], vary_header = true)]
#[get("/")]
async fn vary_header() -> &'static str {
    "vary_header"
}

#[cors(origins = ["https://app.example.com"], send_wildcard = true)]
#[get("/")]
async fn send_wildcard() -> &'static str {
    "send_wildcard"
}

#[cors(origins = ["https://app.example.com"], allow_private_network = true)]
#[get("/")]
async fn allow_private_network() -> &'static str {
    "allow_private_network"
}

#[cors(origins = ["https://app.example.com"], block_on_origin_mismatch = true)]
#[get("/")]
async fn block_on_origin_mismatch() -> &'static str {
    "block_on_origin_mismatch"
}

#[cors(origins = ["https://app.example.com"], allow_any_method = true)]
#[get("/")]
async fn allow_any_method() -> &'static str {
    "allow_any_method"
}

#[cors(origins = ["https://app.example.com"], fairing_route_base = "/cors")]
#[get("/")]
async fn fairing_route_base() -> &'static str {
    "fairing_route_base"
}

fn main() {}
