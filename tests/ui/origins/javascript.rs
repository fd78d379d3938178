use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["javascript:alert(1)"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
