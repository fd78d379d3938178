use actix_web::get;
use cors_actix::cors;

#[cors(origins = [config::app])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
