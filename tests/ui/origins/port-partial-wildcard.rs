use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://localhost:30*"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
