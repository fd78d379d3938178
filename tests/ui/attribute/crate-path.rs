use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], crate = ::cors_actix<u8>)]
#[get("/")]
async fn crate_generic() -> &'static str {
    "crate_generic"
}

#[cors(origins = ["https://app.example.com"], crate)]
#[get("/")]
async fn crate_no_value() -> &'static str {
    "crate_no_value"
}

#[cors(origins = ["https://app.example.com"], crate = "cors_actix")]
#[get("/")]
async fn crate_string() -> &'static str {
    "crate_string"
}

fn main() {}
