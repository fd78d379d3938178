use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://localhost:5173/"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
