use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://", "https://:8443", "app://"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
