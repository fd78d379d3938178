use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://127.0.0.256"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
