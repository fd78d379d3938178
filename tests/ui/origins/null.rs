use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["null"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
