use actix_web::get;
use cors_actix::cors;

#[cors(origins = "*", enforce = "all_methods")]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
