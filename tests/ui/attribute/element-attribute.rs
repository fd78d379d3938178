use actix_web::get;
use cors_actix::cors;

#[cors(origins = [#[allow(unused)] "https://app.example.com"])]
#[get("/")]
async fn element_attribute() -> &'static str {
    "element_attribute"
}

#[cors(origins = [#[cfg_attr(debug_assertions, allow(unused))] "https://app.example.com"])]
#[get("/")]
async fn element_cfg_attr() -> &'static str {
    "element_cfg_attr"
}

fn main() {}
