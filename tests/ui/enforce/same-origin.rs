use actix_web::get;
use cors_actix::cors;

#[cors(same_origin, enforce = "all_methods")]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
