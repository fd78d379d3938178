use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://:8443"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
