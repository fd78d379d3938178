use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://b.example", APP])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
