use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["file://"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
