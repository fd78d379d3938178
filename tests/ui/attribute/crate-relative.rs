use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com"], crate = cors_actix)]
#[get("/")]
async fn crate_relative() -> &'static str {
    "crate_relative"
}

#[cors(origins = ["https://app.example.com"], crate = self::cors_actix)]
#[get("/")]
async fn crate_relative_module() -> &'static str {
    "crate_relative_module"
}

fn main() {}
