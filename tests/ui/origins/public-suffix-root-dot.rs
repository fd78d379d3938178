use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["https://*.co.uk.:*"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
