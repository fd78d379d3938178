use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["data:text/html,hello"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
