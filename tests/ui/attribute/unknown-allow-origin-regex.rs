use actix_web::get;
use cors_actix::cors;

#[cors(allow_origin_regex = "https://.*")]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
