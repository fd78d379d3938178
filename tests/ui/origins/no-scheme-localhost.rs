use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["localhost:3000"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
