use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://app.example.com", #[cfg] "http://localhost:5173"])]
#[get("/")]
async fn element_cfg_malformed() -> &'static str {
    "element_cfg_malformed"
}

#[cors(origins = [#[cfg] "*"])]
#[get("/")]
async fn element_cfg_malformed_star() -> &'static str {
    "element_cfg_malformed_star"
}

fn main() {}
