use actix_web::get;
use cors_actix::cors;

const APP: &str = "https://app.example.com/";

#[cors(origins = ["https://b.example", APP])]
#[get("/")]
async fn trailing_slash() -> &'static str {
    "trailing_slash"
}

#[cors(origins = APP)]
#[get("/")]
async fn alone() -> &'static str {
    "alone"
}

#[cors(origins = ["https://b.example", #[cfg(not(any()))] APP])]
#[get("/")]
async fn on_a_cfg_element() -> &'static str {
    "on_a_cfg_element"
}

fn main() {}
