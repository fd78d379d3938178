use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["my_app://localhost"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
