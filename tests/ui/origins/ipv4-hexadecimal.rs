use actix_web::get;
use cors_actix::cors;

#[cors(origins = ["http://0x7f000001"])]
#[get("/")]
async fn list() -> &'static str {
    "list"
}

fn main() {}
