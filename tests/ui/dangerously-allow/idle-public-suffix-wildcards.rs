use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://*.example.com"], dangerously_allow = ["public_suffix_wildcards"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
