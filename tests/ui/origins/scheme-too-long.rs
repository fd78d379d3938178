use actix_web::get;
use cors_actix::cors;

#[cors(
    origins = [
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx://localhost",
    ],
)]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
