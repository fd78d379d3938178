use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["blob:https://app.example.com/6f1a"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
